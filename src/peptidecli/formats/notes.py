"""What must go with a reference wherever it is cited: its standing, and what a format has no field of its own for."""

from __future__ import annotations

from ..dataset.model import Reference

_STANDINGS = {"retracted": "Retracted", "expression-of-concern": "Expression of concern", "corrected": "Corrected"}


def standing(reference: Reference) -> str:
    """Return `Retracted (2020, notice doi:10.1371/..., PMID 123)`, or nothing where the standing is normal."""
    said = _STANDINGS.get(reference.standing, "")
    notice = reference.notice
    if not said or notice is None:
        return said
    numbers = [f"doi:{notice.doi}" if notice.doi else "", f"PMID {notice.pmid}" if notice.pmid else ""]
    where = ", ".join(number for number in numbers if number)
    about = [str(notice.issued) if notice.issued else "", f"notice {where}" if where else ""]
    inside = ", ".join(part for part in about if part)
    return f"{said} ({inside})" if inside else said


OWN = "From your own data"
"""Said of a reference that the user's own data have brought or changed."""


_DEPTHS = {"full-text": "read whole", "abstract": "abstract read", "excerpt": "excerpt read",
           "secondary": "known by others' account", "title": "title seen only"}  # fmt: skip


def depth(reference: Reference) -> str:
    """Return in words how deep a reference was read."""
    return _DEPTHS.get(reference.read or "", "")


def notes(
    reference: Reference, *, authors: bool = True, original: bool = True, read: bool = True, own: bool = False
) -> list[str]:
    """Return what a reader of the exported reference must know, the standing first.

    `authors` and `original` ask for what a format may say in a field of its own: that the author list is not whole,
    and the title in the article's language. `read` asks how deep
    the reference was read, which a list in print does not say. `own` says that the reference is the user's own.
    """
    found = [standing(reference)]
    if authors and not reference.author_complete:
        found.append("Author list incomplete")
    if original and reference.original_title:
        found.append(f"Original title: {reference.original_title}")
    if read:
        found.append(depth(reference).capitalize())
    if own:
        found.append(OWN)
    return [note for note in found if note]


def language(code: str) -> str:
    """Return the English name of a language, as BibTeX and people write it, or the code where it has none here.

    What is in a language that nobody has told yet (`und`) has none.
    """
    return "" if code == UNTOLD else _LANGUAGES.get(code, code)


def foreign(reference: Reference) -> str:
    """Return the language to be named beside a reference: one that is told, and is not English."""
    return language(reference.language) if reference.language != "en" else ""


UNTOLD = "und"
"""The code of a language that is not known, in ISO 639-2."""


_LANGUAGES = {"en": "English", "ru": "Russian", "de": "German", "fr": "French", "uk": "Ukrainian", "es": "Spanish",
              "pl": "Polish", "it": "Italian", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ro": "Romanian",
              "pt": "Portuguese", "cs": "Czech", "tr": "Turkish"}  # fmt: skip
