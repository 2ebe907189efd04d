"""The forms in which a bibliography is written: five of programs, three of people."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from drawn import Cite

from peptidecli.notation import people


class Form(NamedTuple):
    """A form: how an entry is written, what stands before and behind them all and between them, and the file's end."""

    suffix: str
    entry: Callable[[Cite, int], str]
    head: str = ""
    foot: str = ""
    between: str = "\n"


def written(form: Form, cites: Sequence[Cite]) -> tuple[str, list[int]]:
    """Return the text of a bibliography and the lines on which its entries begin."""
    text, starts = form.head, []
    for number, cite in enumerate(cites, 1):
        starts.append(text.count("\n") + 1)
        text += form.entry(cite, number) + (form.between if number < len(cites) else "")
    return text + form.foot, starts


def _title(cite: Cite, before: str, after: str) -> str:
    return cite.title.replace(cite.marked, f"{before}{cite.marked}{after}", 1) if cite.marked else cite.title


def _bib(cite: Cite, _: int) -> str:
    names = [*cite.authors, *(["others"] if cite.more else [])]
    names = [_turned(name) if "," in name or name == "others" else f"{{{name}}}" for name in names]
    fields = {"author": " and ".join(names), "title": _title(cite, "{", "}"), "journal": cite.journal,
              "year": str(cite.year), "volume": cite.volume, "number": cite.issue,
              "pages": cite.page.replace("-", "--"), "doi": cite.doi, "pmid": cite.pmid,
              "pmcid": cite.pmcid}  # fmt: skip
    lines = [f"  {name} = {{{_tex(value) if name != 'doi' else value}}}," for name, value in fields.items() if value]
    return f"@article{{{cite.key},\n" + "\n".join(lines) + "\n}\n"


def _turned(name: str) -> str:
    """Return a name with its suffix where BibTeX has it: `Jack, Jr., Clifford R.`."""
    family, _, given = name.partition(", ")
    given, _, suffix = given.partition(", ")
    return f"{family}, {suffix}, {given}" if suffix else name


def _tex(text: str) -> str:
    return text.replace("&", r"\&").replace("%", r"\%").replace("_", r"\_")


def _ris(cite: Cite, _: int) -> str:
    first, _dash, last = cite.page.partition("-")
    rows = [("TY", "JOUR"), ("ID", cite.key), *(("AU", name) for name in cite.authors),
            *([("AU", "et al.")] if cite.more else []), ("TI", _title(cite, "<i>", "</i>")), ("JO", cite.journal),
            ("PY", str(cite.year)), ("VL", cite.volume), ("IS", cite.issue), ("SP", first), ("EP", last),
            ("DO", cite.doi), ("AN", cite.pmid), ("C2", cite.pmcid)]  # fmt: skip
    return "\n".join(f"{tag}  - {value}" for tag, value in rows if value) + "\nER  - \n"


def _csl(cite: Cite, _: int) -> str:
    authors = []
    for name in [*cite.authors, *(["et al."] if cite.more else [])]:
        family, comma, given = name.partition(",")
        authors.append({"family": family, "given": given.strip()} if comma else {"literal": family})
    fields = {"id": cite.key, "type": "article-journal", "title": _title(cite, "<i>", "</i>"), "author": authors,
              "issued": {"date-parts": [[cite.year]]}, "container-title": cite.journal, "volume": cite.volume,
              "issue": cite.issue, "page": cite.page, "DOI": cite.doi, "PMID": cite.pmid,
              "PMCID": cite.pmcid}  # fmt: skip
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False, indent=1)


def _endnote(cite: Cite, number: int) -> str:
    def tag(name: str, value: str, around: str = "") -> str:
        inner = f'<{name}><style face="normal" font="default" size="100%">{escape(value)}</style></{name}>'
        return f"<{around}>{inner}</{around}>" if around else inner

    names = [*cite.authors, *(["et al."] if cite.more else [])]
    return (
        f'<record>\n<database name="refs.enl">refs.enl</database><rec-number>{number}</rec-number>\n'
        '<ref-type name="Journal Article">17</ref-type>\n<contributors><authors>'
        + "".join(tag("author", name) for name in names)
        + "</authors></contributors>\n<titles>"
        + tag("title", cite.title) + "\n" + tag("secondary-title", cite.journal)
        + "</titles>\n<periodical>" + tag("full-title", cite.journal) + "</periodical>\n"
        + "".join(tag(name, value) + "\n" for name, value in (("pages", cite.page), ("volume", cite.volume),
                                                            ("number", cite.issue)) if value)
        + tag("year", str(cite.year), "dates") + "\n"
        + (tag("electronic-resource-num", cite.doi) + "\n" if cite.doi else "")
        + (tag("accession-num", cite.pmid) + "\n" if cite.pmid else "")
        + (tag("custom2", cite.pmcid) + "\n" if cite.pmcid else "")
        + "</record>"
    )  # fmt: skip


def _nbib(cite: Cite, _: int) -> str:
    rows = [("PMID", cite.pmid), ("VI", cite.volume), ("IP", cite.issue), ("DP", str(cite.year)), ("TI", cite.title),
            ("PG", cite.page)]  # fmt: skip
    rows += [("LID", f"{cite.doi} [doi]")] if cite.doi else []
    for name in cite.authors:
        rows += [("FAU", name), ("AU", people.vancouver(name))] if "," in name else [("CN", name)]
    rows += [("JT", cite.journal), ("PMC", cite.pmcid)]
    return "\n".join(f"{tag:<4}- {value}" for tag, value in rows if value) + "\n"


def _numbers(cite: Cite) -> str:
    return (f" doi:{cite.doi}." if cite.doi else "") + (f" PMID: {cite.pmid}." if cite.pmid else "")


def _vancouver(cite: Cite, number: int) -> str:
    most = 6
    names = ", ".join(_run_together(name) for name in cite.authors[:most])
    names += ", et al" if cite.more or len(cite.authors) > most else ""
    place = cite.volume + (f"({cite.issue})" if cite.issue else "") + (f":{cite.page}" if cite.page else "")
    place = f"{cite.year};{place}" if place else str(cite.year)
    title = cite.title.rstrip(".")
    title += "" if title.endswith("?") else "."
    return f"{number}. {names}. {title} {cite.journal.rstrip('.')}. {place}.{_numbers(cite)}"


def _run_together(author: str) -> str:
    return f"{people.family(author)} {people.initials(people.parse(author).given)}".strip()


def _spaced(author: str) -> tuple[str, str]:
    given = people.parse(author).given
    return people.family(author), " ".join(f"{letter}." for letter in people.initials(given))


def _apa(cite: Cite, _: int) -> str:
    names = [f"{family}, {initials}" if initials else family for family, initials in map(_spaced, cite.authors)]
    byline = ", ".join(names) + ", et al." if cite.more else _and(names)
    place = f", {cite.volume}" + (f"({cite.issue})" if cite.issue else "") if cite.volume else ""
    page = f", {cite.page.replace('-', '–')}" if cite.page else ""
    doi = f" https://doi.org/{cite.doi}" if cite.doi else ""
    title = cite.title.rstrip(".")
    return (f"{byline} ({cite.year}). {title}{'' if title.endswith('?') else '.'} {cite.journal}{place}{page}.{doi}"
            + (f" PMID: {cite.pmid}" if cite.pmid else ""))  # fmt: skip


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"


def _gost(cite: Cite, number: int) -> str:
    names = ", ".join(" ".join(_spaced(author)).strip() for author in cite.authors)
    names += (" [и др.]" if cite.russian else " [et al.]") if cite.more else ""
    volume, page = ("Т.", "С.") if cite.russian else ("Vol.", "P.")
    place = [str(cite.year)]
    if cite.volume:
        place.append(f"{volume} {cite.volume}" + (f", № {cite.issue}" if cite.issue else ""))
    elif cite.issue:
        place.append(f"№ {cite.issue}")
    if cite.page:
        place.append(f"{page} {cite.page.replace('-', '–')}")
    numbers = [f"DOI: {cite.doi}"] if cite.doi else []
    numbers += [f"PMID: {cite.pmid}"] if cite.pmid else []
    told = " – ".join(f"{part}." for part in [cite.journal.rstrip("."), *place, *numbers])
    return f"{number}. {names} {cite.title.rstrip('.')} // {told}"


FORMS: dict[str, Form] = {
    "bib": Form(".bib", _bib),
    "ris": Form(".ris", _ris),
    "csl": Form(".json", _csl, "[\n", "\n]\n", ",\n"),
    "endnote": Form(".xml", _endnote, '<?xml version="1.0" encoding="UTF-8"?><xml><records>\n', "\n</records></xml>\n"),
    "nbib": Form(".nbib", _nbib),
    "vancouver": Form(".txt", _vancouver, "References\n\n", "\n", "\n\n"),
    "apa": Form(".txt", _apa, "References\n\n", "\n", "\n\n"),
    "gost": Form(".txt", _gost, "References\n\n", "\n", "\n\n"),
}
