"""A paper as a register or a file of references tells of it, before it is one of our references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from ..dataset.model import CSL_TYPES, Record, Standing
from ..notation import identifiers


class Change(Record, frozen=True):
    """A retraction, expression of concern or correction, with the numbers of the notice as far as they are told."""

    standing: Standing
    doi: str | None = None
    pmid: str | None = None
    issued: int | None = None
    said: str = ""


class Paper(Record, frozen=True):
    """What one register or file says of one work; None where it says nothing. Fields as in `Reference`.

    `trace` names the register, `where` its page for the work; `species` and `designs` are as it files the work.
    `number` is what a publisher or a register counts it by. `years` are those in which it appeared, in print and
    before; `journals` the other names that its journal goes by. `url` is a page of the work that is not a registry's,
    without its scheme. `lost` is what a file gives and is left out, with the reason; `fault` says why it could not be
    read.
    """

    trace: str
    where: str | None = None
    type: str = "article-journal"
    title: str | None = None
    original_title: str | None = None
    author: tuple[str, ...] = ()
    author_complete: bool = True
    issued: int | None = None
    years: tuple[int, ...] = ()
    container_title: str | None = None
    journals: tuple[str, ...] = ()
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    page: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    url: str | None = None
    language: str | None = None
    publisher: str | None = None
    species: tuple[str, ...] = ()
    designs: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    abstract: str = ""
    lost: tuple[str, ...] = ()
    fault: str | None = None


_MARKUP = re.compile(
    r"</?(?:(?:jats|mml):\w+|i|b|u|em|strong|sub|sup|scp|tt|span|p|br|title)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
"""What registries set inside titles and abstracts; `n <10> m` is none of it."""


def type_of(word: object) -> str:
    """Return a type of CSL as it is, an article's where none is told, and `document` for what is none of CSL's."""
    told = str(word or "article-journal")
    return told if told in CSL_TYPES else "document"


def tidy(text: object) -> str | None:
    """Return text in one line without markup, or None where there is nothing."""
    plain = _MARKUP.sub("", str(text or ""))
    return " ".join(plain.split()) or None


_RETRACTED = re.compile(
    r"^(?:RETRACTED(?: ARTICLE| PAPER)?\s*:|[(\[]RETRACTED(?: ARTICLE| PAPER)?[)\]]:?)\s*|"
    r"\s*[(\[]Retracted(?: article| paper)?(?:[.:;,][^()\[\]]*)?[)\]]\.?$",
    re.IGNORECASE,
)
"""How publishers mark the title of a retracted work, before it or, as Web of Science has it, behind it."""
_SAID = re.compile(
    r"(?:^|(?<=\. ))(retracted|expression of concern|corrected)(?:\s*\((.*?)\)(?=[.;]|$)|(?=\s*\(|[.:;,]|$))",
    re.IGNORECASE,
)
"""How a note tells what became of a work, as ours do: `Retracted (2020, notice doi:10.1371/..., PMID 123)`."""


def changes_told(title: object, *notes: object, status: object = None) -> tuple[Change, ...]:
    """Return what a file of references tells of a retraction, a concern or a correction: in a title, notes or a status.

    CSL names `retracted` as a value of its status; the others stand there in our own files.
    """
    found: dict[Standing, Change] = {}
    for hit in (hit for note in notes for hit in _SAID.finditer(tidy(note) or "")):
        change = notice_of(_standing(hit[1]), hit[2] or "")
        found.setdefault(change.standing, change)
    if str(status).lower() in {"retracted", "expression-of-concern", "corrected"}:
        found.setdefault(_standing(str(status)), Change(standing=_standing(str(status))))
    if _RETRACTED.search(tidy(title) or ""):
        found.setdefault("retracted", Change(standing="retracted"))
    return tuple(found.values())


def _standing(word: str) -> Standing:
    return "retracted" if word[:1] in "rR" else "corrected" if word[:1] in "cC" else "expression-of-concern"


def notice_of(standing: Standing, text: str) -> Change:
    """Return a change of standing with the numbers and the year of its notice that stand in a text."""
    doi, pmid = number("DOI", identifiers.doi_in(text)), number("PMID", identifiers.pmid_in(text))
    return Change(standing=standing, doi=doi, pmid=pmid, issued=year_of(text))


def cut_list(*notes: str) -> bool:
    """Tell whether a note says, as ours do, that there are more authors than those who are named."""
    return any("Author list incomplete" in note for note in notes)


_ORIGINAL = re.compile(
    r"(?:^|(?<=\. ))Original title: (.+?)"
    r"(?=\. (?:Read whole|(?:Abstract|Excerpt) read|Known by|Title seen|From your own|Number )|$)"
)


def original_title_told(*notes: object) -> str | None:
    """Return the title in the language of the work that a note tells as ours do, where a format has no field for it."""
    found = (_ORIGINAL.search(tidy(note) or "") for note in notes)
    return next((title_of(hit[1]) for hit in found if hit), None)


_OF_A_REGISTER = re.compile(r"(?:^|(?<=\. ))Number (\S.{0,60}?)$")


def number_told(*notes: object) -> str | None:
    """Return the number in a register that a note tells as ours do, where a format has no field for it."""
    found = (_OF_A_REGISTER.search(tidy(note) or "") for note in notes)
    return next((hit[1] for hit in found if hit), None)


def title_of(text: object) -> str | None:
    """Return a title without the full stop and the brackets that PubMed sets, and the word before a retracted one."""
    title = _RETRACTED.sub("", tidy(text) or "") or None
    if title and title.startswith("[") and re.search(r"\]\.?$", title):
        title = re.sub(r"\]\.?$", "", title[1:])
    return title[:-1] if title and title.endswith(".") and not title.endswith("..") else title


def pages(text: object) -> str | None:
    """Return pages with one hyphen and both ends whole: `1054-60` is 1054-1060."""
    page = tidy(text)
    if not page:
        return None
    page = re.sub(r"\s*[-–—]+\s*", "-", page)
    found = re.fullmatch(r"(\d+)-(\d+)", page)
    if found and len(found[2]) < len(found[1]):
        return f"{found[1]}-{found[1][: len(found[1]) - len(found[2])]}{found[2]}"
    return page


def year_of(*dates: object) -> int | None:
    """Return the first year in dates, from 1600 to 2099."""
    found = (re.search(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)", str(date or "")) for date in dates)
    return next((int(hit[1]) for hit in found if hit), None)


_INITIALS = re.compile(r"[A-ZÀ-ÞА-ЯЁ]\.?(?:[\s-]{0,2}[A-ZÀ-ÞА-ЯЁ]\.?){0,3}")


def names_in(text: str) -> tuple[str, ...]:
    """Return the authors that stand where one should: `Smith, J., Doe, K.` are two, by initials behind each name.

    What is no such list is one author, as it stands.
    """
    parts = [" ".join(part.split()) for part in text.split(",")]
    while parts and not parts[-1]:
        del parts[-1]
    if len(parts) >= 4 and len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        return tuple(f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True))
    return (text,)


def without_commas(text: str) -> str:
    """Return a name, or a part of one, in which no comma divides what it is not to divide."""
    return " ".join(text.replace(",", " ").split())


def name_of(family: object, given: object = "", suffix: object = "") -> str | None:
    """Return `Family, Given`, with initials set apart and closed: `OV` is `O. V.`, `Oleg V` is `Oleg V.`."""
    last, first = tidy(family), tidy(given) or ""
    if not last:
        return None
    last = without_commas(last)
    if re.fullmatch(r"[^\W\d_]{1,3}", first) and first.isupper():
        first = " ".join(f"{letter}." for letter in first)
    first = re.sub(r"(?<![^\s.-])([^\W\d_])(?=\s|-|$)", lambda found: found[1] + "." * found[1].isupper(), first)
    behind = f", {suffix}" if tidy(suffix) else ""
    return f"{last}, {without_commas(first)}{behind}".strip() if first else f"{last},"


_OF_A_DOI = re.compile(
    r"(?:doi\s*:?\s*)?(?:(?:https?://)?(?:[\w-]{1,40}\.)?doi\.org/|doi:|10\.)|(?:info|urn):doi|https?://doi-org\.",
    re.IGNORECASE,
)
"""How a DOI begins, and its address; of a publisher's nobody can tell where the DOI in it ends."""
_MARKED = re.compile(
    r"\\[a-z]{4}|\$[\^-]|</|<su[bp]>|.10\.\d{4,9}/|&\w{1,30}=|;jsessionid|_x00|doi:|;pmc?id", re.IGNORECASE
)
"""Typeface, another number and the rest of an address, which are no part of a DOI."""


_ENDS = re.compile(r"(?:<w?br\s?/?>|[<{}]|&(?:amp|nbsp|[lg]t|quot)|[\u2013\u2014])$", re.IGNORECASE)
"""What is left behind a DOI of a page or a sentence."""
_OF_PMC = re.compile(r"\s*(?:PMC\s?)?([1-9]\d{3,8})(?:\.\d{1,2})?\s*", re.IGNORECASE)
"""A number of PubMed Central, its letters or its version left out or not."""


def number(kind: identifiers.Kind, text: object) -> str | None:
    """Return a number of a kind as its register prints it, or None where text is none."""
    if kind == "PMID" and re.match(identifiers.PMID, str(text or "").strip()):
        return str(text).strip()  # in a field for it also one of few digits
    if kind == "PMCID" and (hit := _OF_PMC.fullmatch(str(text or ""))):
        return f"PMC{hit[1]}"
    found = identifiers.parse(str(text or ""))
    if not found or found.kind != kind:
        return None
    text = str(text).strip()
    if kind == "DOI" and (
        _MARKED.search(found.value) or _ENDS.search(text) or not _OF_A_DOI.match(text.strip(" <([\u200b\ufeff"))
    ):
        return None
    pattern = {"DOI": identifiers.DOI, "PMID": identifiers.PMID, "PMCID": identifiers.PMCID}.get(kind, "")
    return found.value if re.match(pattern, found.value) else None


_SHOWN = 100
"""Characters of what is no number that are told."""


def lost(dates: Sequence[object], **given: object) -> tuple[str, ...]:
    """Return, of what stands in the fields for numbers, what is no such number: `DOI 10.bad, no such number`.

    Of `dates`, where a year may stand, the first is told if none has one.
    """
    kinds: dict[str, identifiers.Kind] = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
    told = ((kinds[name], " ".join(str(text or "").split())) for name, text in given.items())
    amiss = [
        f"{kind} {text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}, no such number"
        for kind, text in told
        if text and not number(kind, text)
    ]
    said = next(filter(None, map(tidy, dates)), None)
    return (*amiss, *([f'year "{said}", none from 1600 to 2099'] if said and not year_of(*dates) else ()))


_BETWEEN = re.compile(r"[\s,]{1,9}(?=\[?(?:PMC?ID|doi|PubMed)\b|https?://)", re.IGNORECASE)


def _numbers_that_are(text: str) -> list[identifiers.Number]:
    """Return the numbers that a text is, one or several by their names; none of one that says something else."""
    parts = [part.strip(" []").rstrip(".") for part in _BETWEEN.split(text.strip())]
    found = [identifiers.parse_named(part) for part in parts]
    return [one for one in found if one] if all(found) else []


_IN_QUERY = re.compile(r"[?&]doi=(10\.[^&\s]{1,400})", re.IGNORECASE)
"""How addresses of Scopus and others name a DOI, which ends where the next begins."""


def with_addresses(paper: Paper, addresses: Iterable[object], notes: Iterable[object] = ()) -> Paper:
    """Return a paper with what a file's addresses tell of it: numbers that no field has, and the first page else.

    So do notes that are a number by its name; in any other it may be that of another work.
    """
    told: dict[str, Any] = {}
    amiss: list[str] = []

    def take(kind: identifiers.Kind, value: str) -> None:
        if not getattr(paper, kind.lower(), value):
            told.setdefault(kind.lower(), value)

    for text in (part for note in notes for part in re.split(r"[\n;]", str(note or ""))):
        for one in _numbers_that_are(text):
            if value := number(one.kind, one.value):
                take(one.kind, value)
    apart = (part for text in addresses for part in re.split(r"[\s;,]+(?=https?://)", str(text or "")))
    for text in filter(None, (" ".join(part.split()) for part in apart)):  # `<` and `>` are signs in one
        named = _IN_QUERY.search(text)
        found = identifiers.parse_named(named[1] if named else text)
        if found and (value := number(found.kind, found.value if named else text)):
            take(found.kind, value)
        elif "AN=" in text and (pmid := next(identifiers.pmids_named_in(text), "")):
            take("PMID", pmid)
        elif where := identifiers.location(text):
            amiss += ["a second address"] if told.setdefault("url", where) != where else []
        else:
            amiss.append(f"address {text}, no page of the web")
    told |= {"lost": (*paper.lost, *dict.fromkeys(amiss))} if amiss else {}
    return msgspec.structs.replace(paper, **told) if told else paper


LANGUAGES = {"eng": "en", "rus": "ru", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "ukr": "uk", "spa": "es",
             "pol": "pl", "ita": "it", "chi": "zh", "zho": "zh", "jpn": "ja", "kor": "ko", "rum": "ro", "ron": "ro",
             "por": "pt", "cze": "cs", "ces": "cs", "tur": "tr", "english": "en", "russian": "ru", "german": "de",
             "french": "fr", "ukrainian": "uk", "spanish": "es", "polish": "pl", "italian": "it", "chinese": "zh",
             "japanese": "ja", "korean": "ko", "romanian": "ro", "portuguese": "pt", "czech": "cs",
             "turkish": "tr"}  # fmt: skip


def language_of(text: object) -> str | None:
    """Return the ISO 639-1 code of a language, named by code of two or three letters or in English."""
    word = (tidy(text) or "").lower()
    if word in LANGUAGES:
        return LANGUAGES[word]
    found = re.match(r"[a-z]{2}(?=$|[-_])", word)
    return found[0] if found else None


DESIGNS = {"Meta-Analysis": "systematic-review", "Systematic Review": "systematic-review",
           "Randomized Controlled Trial": "randomized-controlled-trial",
           "Controlled Clinical Trial": "controlled-trial",
           "Observational Study": "observational", "Case Reports": "case-report", "Practice Guideline": "guideline",
           "Guideline": "guideline", "Clinical Trial Protocol": "protocol", "Review": "narrative-review",
           "Editorial": "commentary", "Comment": "commentary", "News": "commentary"}  # fmt: skip
"""PubMed's publication types that say what design a work has; all others leave it open."""
