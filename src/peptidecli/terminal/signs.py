"""Signs and words for designs, results, verdicts and standings, and links: what colour says, shape and word say too."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from rich.style import Style
from rich.text import Text

from ..dataset.dataset import Dataset
from ..dataset.model import Design, Reference, Result
from ..formats import words as called
from ..notation.identifiers import address

SPOKEN = str.maketrans(
    {"→": "see", "±": "plus or minus", "≈": "about", "✗": "no", "✓": "yes", "×": "x", "·": ",", "–": "-", "—": "-",
     **dict.fromkeys("◆●◐○▫▇─━═│┃", "")}
)  # fmt: skip
"""What stands for a sign that has come into plain text all the same; drawn lines vanish."""

_RESULT_STYLES: dict[str, str] = {"positive": "good", "negative": "bad", "null": "", "mixed": "", "unknown": "support"}

UNBROKEN = "\N{NO-BREAK SPACE}"
"""Between words that are to stay in one line; layout prints it as a space."""

_words: ContextVar[bool] = ContextVar("words", default=False)


@contextmanager
def in_words(wanted: bool = True) -> Iterator[None]:
    """While it lasts, words stand for signs: for screen readers and logs."""
    token = _words.set(wanted)
    try:
        yield
    finally:
        _words.reset(token)


def words() -> bool:
    """Tell whether words are to stand for signs."""
    return _words.get()


def nothing() -> Text:
    """Return what stands in an empty cell."""
    return Text("not held", style="support")


def separator() -> str:
    """Return what stands between things in one line."""
    return ", " if words() else f"{UNBROKEN}· "


def design_of(dataset: Dataset, key: str) -> Design:
    """Return the vocabulary's entry for a design."""
    return dataset.designs[key]


def direction(result: str, kind: str = "effect", *, human: bool = False) -> Text:
    """Return the direction of a result as a stranger reads it: better, no difference, worse; harm; found, no effect."""
    word = called.direction(result, kind, human=human)
    return Text(word.replace(" ", UNBROKEN), style=_RESULT_STYLES.get(result, ""))


def directions(results: Mapping[Result, int], kind: str = "effect", *, human: bool = True) -> Text:
    """Return results counted by direction in words: `3 better, 1 no difference`; nothing where there is none."""
    parts = [
        Text.assemble(f"{count}{UNBROKEN}", direction(result, kind, human=human))
        for result, count in results.items()
        if count
    ]
    return Text(", ").join(parts)


def certain(word: str) -> Text:
    """Return the word for how sure something is."""
    return Text(word.replace(" ", UNBROKEN), style="" if word in {"high", "moderate"} else "support")


def own_mark() -> Text:
    """Return what marks a record of the user's own."""
    return Text("own ", style="mark")


def with_own_mark(text: Text, own: bool) -> Text:
    """Return text with the mark of own data before it, where it is."""
    return Text.assemble(own_mark(), text) if own else text


def compounds(dataset: Dataset, keys: Iterable[str], own: Container[str]) -> Text:
    """Return compounds by name, a comma between; those in `own` are marked."""
    return Text(", ").join(with_own_mark(Text(dataset.compounds[key].name), key in own) for key in keys)


def linked(text: Text, reference: Reference) -> Text:
    """Return text that is a link to a reference's page where the terminal knows links."""
    if reference.doi:
        return _with_link(text, address("DOI", reference.doi))
    if reference.pmid:
        return _with_link(text, address("PMID", reference.pmid))
    return text


def _with_link(text: Text, url: str) -> Text:
    text.stylize(Style(link=url))
    return text


def doi_link(doi: str) -> Text:
    """Return a DOI that is a link where the terminal knows links."""
    return Text(f"doi:{doi}", style=Style(link=address("DOI", doi)))


def pmid_link(pmid: str) -> Text:
    """Return a PMID that is a link where the terminal knows links."""
    return Text(f"PMID:{pmid}", style=Style(link=address("PMID", pmid)))


def pmcid_link(pmcid: str) -> Text:
    """Return a PMCID that is a link where the terminal knows links."""
    return Text(pmcid, style=Style(link=address("PMCID", pmcid)))


def identifiers(reference: Reference) -> list[Text]:
    """Return DOI, PMID and PMCID of a reference as links."""
    found = []
    if reference.doi:
        found.append(doi_link(reference.doi))
    if reference.pmid:
        found.append(pmid_link(reference.pmid))
    if reference.pmcid:
        found.append(pmcid_link(reference.pmcid))
    return found


def standing(reference: Reference) -> Text | None:
    """Return the standing of a reference with its notice, or None when it is normal."""
    if reference.standing == "normal":
        return None
    said = {
        "retracted": "RETRACTED",
        "expression-of-concern": "EXPRESSION OF CONCERN",
        "corrected": "corrected",
    }
    line = Text.assemble((said[reference.standing], "" if reference.standing == "corrected" else "bad"))
    notice = reference.notice
    if notice:
        if notice.issued:
            line.append(f" {notice.issued}")
        for link in ([doi_link(notice.doi)] if notice.doi else []) + ([pmid_link(notice.pmid)] if notice.pmid else []):
            line.append(" notice " if "notice" not in line.plain else " ")
            line.append_text(link)
        if notice.note:
            line.append(f" ({notice.note})", style="support")
    return line


def imprint(reference: Reference) -> Text:
    """Return journal, volume, issue and pages: `Brain Research 1117(1):54–60`."""
    line = Text(reference.container_title, style="italic")
    volume = (reference.volume or "") + (f"({reference.issue})" if reference.issue else "")
    if volume:
        line.append(f" {volume}", style="not italic")
    if reference.page:
        line.append(f"{':' if volume else ' '}{reference.page.replace('-', '–')}", style="not italic")
    return line
