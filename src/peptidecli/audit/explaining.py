"""Codes: every sort of finding by a code of its own, and what it holds, when it can be wrong, and what to do.

The one source of `peptide audit --explain CODE`, of the rules in SARIF and of `docs/findings.md`.
"""

from __future__ import annotations

from typing import NamedTuple

from ..errors import UsageError
from .findings import FIELDS, VERDICTS, Finding


class Sort(NamedTuple):
    """A sort of finding: what it holds, when it can be wrong, and what to do."""

    holds: str
    wrong: str
    do: str


_SILENCE = "silence it with the reason"

SORTS = {
    "citation-matches": Sort(
        "A citation, a line of a list or an entry of a bibliography whose work exists: author, title, "
        "journal, year and place are as the dataset has them, as far as they are given.",
        "It says that the reference exists, not that it shows what it is cited for. By author and year alone "
        "several papers may fit; the nearest is named.",
        "Nothing. Where much hangs on it, read what the dataset says of the paper: `peptide cite ID`.",
    ),
    "citation-differs": Sort(
        "A citation of a work the dataset holds in which something is not as the record has it; the detail "
        "says what stands there and what the record has. Of an entry the code goes on with the gravest field, "
        "such as citation-differs-year.",
        "The record may rest on a register that is wrong, or the work was printed at a place the dataset does "
        "not hold.",
        f"Look the work up by its DOI or PMID, and correct the field (`--corrected` does in a copy) or {_SILENCE}.",
    ),
    "citation-differs-title": Sort(
        "Words of the title are other ones than the record's: one telling word, such as rat for human, is "
        "enough. Case, hyphens, plurals, British spelling, stop words, braces and a subtitle left out do not "
        "count.",
        "Titles of Russian papers are translated in more than one way, and titles change between the early "
        "version and print.",
        f"Compare with the first page of the paper; correct the word or {_SILENCE}.",
    ),
    "citation-differs-authors": Sort(
        "A name is given that is none of the work's authors, is a placeholder, stands in another order, or "
        "has another initial. A list that is cut is a remark and no fault.",
        "A name may be transliterated in a way that is not recognised, have changed, or be that of a group "
        "that the record leaves out.",
        f"Compare with the first page of the paper; correct the names or {_SILENCE}.",
    ),
    "citation-differs-initials": Sort(
        "The family names are those of the work, and an initial of one is another.",
        "An initial depends on how a name is transliterated: E. and Ye., Yu. and Iu.",
        f"Compare with the first page of the paper; correct the initial or {_SILENCE}.",
    ),
    "citation-differs-year": Sort(
        "The year is none in which the work appeared, in print, online, or at the other place of a work that "
        "was printed twice. A year in the future is always wrong.",
        "The dataset may not have the year of the early version.",
        f"Take the year of the volume and pages that are cited, or {_SILENCE}.",
    ),
    "citation-differs-journal": Sort(
        "The journal is another than the record's, or one that is nowhere. Abbreviations by ISO 4 and of the "
        "NLM, former and translated names are the same journal.",
        "A journal may have a name or an abbreviation that is not known here.",
        f"Compare with the paper's page at its DOI; correct the journal or {_SILENCE}.",
    ),
    "citation-differs-volume": Sort(
        "The volume is another than the record's.",
        "Journals count volumes anew, and a supplement may be counted by itself.",
        f"Compare with the paper's page at its DOI; correct the volume or {_SILENCE}.",
    ),
    "citation-differs-issue": Sort(
        "The issue is another than the record's.",
        "Double issues (3-4), parts and supplements are written in many ways.",
        f"Compare with the paper's page at its DOI; correct the issue or {_SILENCE}.",
    ),
    "citation-differs-page": Sort(
        "The pages are others than the record's. The first page alone, and a last page that is cut short "
        "(54-60, 1054-60), are right.",
        "The online edition may count its pages anew or give a number of the article instead.",
        f"Compare with the paper's page at its DOI; correct the pages or {_SILENCE}.",
    ),
    "citation-differs-twice": Sort(
        "The same work stands under two keys or on two lines, so that it would be listed and counted twice.",
        "Both places of a work that was printed twice may be meant; a part I and a part II bear nearly one title.",
        f"Keep one of the two, or {_SILENCE}.",
    ),
    "citation-retracted": Sort(
        "The work is retracted or under an expression of concern, and the text does not say so; the detail "
        "names the notice.",
        "A text that speaks of the retraction in another sentence may be meant to cite it.",
        f"Do not rest a statement on it; where it is cited as retracted, say so in the sentence or {_SILENCE}.",
    ),
    "citation-untraced": Sort(
        "A citation that circulates and that no registry knows; the detail gives what was searched and the "
        "nearest real reference. Also said of a text that cites by number without a list.",
        "It may be a thesis, a congress abstract or a paper in a journal that no registry holds.",
        f"Find out where it was taken from. Take it out or replace it; if the paper lies before you, {_SILENCE}.",
    ),
    "citation-misattributed": Sort(
        "A citation that belongs to something else than what it stands beside: author and year of one paper, "
        "title, place, number or subject of another.",
        "An author may have more than one paper of that year, and not all are held here.",
        f"Look up which of the two is meant; correct the other fields or {_SILENCE}.",
    ),
    "citation-misattributed-title": Sort(
        "At the place of the entry, or under its number, stands a paper with another title.",
        "The title may be another translation of the same one.",
        f"Look the number up; it tells which paper is meant. Correct the title or the place, or {_SILENCE}.",
    ),
    "citation-misattributed-authors": Sort(
        "The title is that of a work none of whose authors is given.",
        "Short titles are borne by several works; names may be transliterated in a way that is not recognised.",
        f"Look the title up; correct the authors or {_SILENCE}.",
    ),
    "citation-misattributed-number": Sort(
        "The title is not known here, and the DOI or PMID is that of another paper.",
        "The title may be a translation that the dataset does not have.",
        f"Look the number up at doi.org or PubMed; correct the number or the title, or {_SILENCE}.",
    ),
    "citation-unknown": Sort(
        "A citation of a work that the dataset does not hold, or holds in part. It is not called wrong: the "
        "dataset is not the whole literature.",
        "An invented work is unknown here as well: unknown is no reassurance.",
        "Look it up, or let `--online` ask PubMed and Crossref.",
    ),
    "identifier-matches": Sort(
        "A DOI, PMID, PMCID or number of a compound that is what it stands beside.",
        "That a number is right says nothing about the rest of the reference; that is held by itself.",
        "Nothing.",
    ),
    "identifier-differs": Sort(
        "The number is not the one that the dataset has of the work or compound beside it; the detail gives "
        "the right one.",
        "A work printed at two places has two DOIs and two PMIDs, of which the dataset may hold one.",
        f"Open the number in the browser; correct it (`--corrected` does in a copy) or {_SILENCE}.",
    ),
    "identifier-retracted": Sort(
        "The number is that of a work that is retracted or under an expression of concern, which the text "
        "does not say.",
        "A text that speaks of the retraction in another sentence may be meant to cite it.",
        f"Do not rest a statement on it; where it is cited as retracted, say so in the sentence or {_SILENCE}.",
    ),
    "identifier-untraced": Sort(
        "A number that circulates and that its registry does not know.",
        "A DOI may have been registered since the dataset's date.",
        f"Open it at doi.org or PubMed; take it out, replace it, or {_SILENCE}.",
    ),
    "identifier-misattributed": Sort(
        "The number is that of another paper, or another compound, than the one it stands beside; the detail names it.",
        "In a sentence on several works it may belong to another than the nearest.",
        "Open the number in the browser; replace it (`--corrected` does in a copy, in an entry whose work has one) or "
        f"{_SILENCE}.",
    ),
    "identifier-unknown": Sort(
        "A number that the dataset does not hold. It is not called wrong: the dataset is not the whole literature.",
        "A number that does not exist is unknown here as well.",
        "Open it, or let `--online` ask its registry.",
    ),
    "figure-matches": Sort(
        "A molar mass, formula, sequence, number of residues, half-life, number of subjects or size of an "
        "effect that is as the dataset has it, within its rounding.",
        "It is held for the compound or study that stands nearest.",
        "Nothing.",
    ),
    "figure-differs": Sort(
        "A figure that is not as the dataset computes it from the sequence, or as the paper gives it; the "
        "detail says what it should be and where the other comes from.",
        "It may be that of a salt, a hydrate or a subgroup that the sentence does not name, or belong to "
        "another compound of the sentence.",
        f"Correct it, say what it is the figure of, or {_SILENCE}.",
    ),
    "figure-misattributed": Sort(
        "A figure or formula put for one thing that is another's, or cited with a paper of which it is known to "
        "circulate though that does not give it.",
        "The sentence may compare the two, or cite the paper for something else.",
        f"Give the figure to what it is of, cite the source that has it, or {_SILENCE}.",
    ),
    "figure-unknown": Sort(
        "A figure for which the dataset has nothing to hold it against, or only the title of its paper. It is "
        "not called wrong.",
        "A wrong figure is unknown here as well.",
        "Look it up in the paper.",
    ),
    "statement-matches": Sort(
        "A sentence on what was found or on status that is as the dataset's claims and events have it.",
        "Sentences are recognised by their words; a qualification in another sentence is not seen.",
        "Nothing.",
    ),
    "statement-differs": Sort(
        "A sentence that circulates, or on the result of a named study or on status, that the evidence "
        "contradicts; the detail says what is known instead.",
        "It may be quoted to be refuted, or a date may have passed since the dataset's.",
        f"Put right what it says, say that it is quoted, or {_SILENCE}.",
    ),
    "statement-retracted": Sort(
        "A sentence on what was found that rests, as far as the dataset goes, on a retracted work alone, which the "
        "text does not say.",
        "Another work may have found the same.",
        f"Say that the work is retracted, cite another, or {_SILENCE}.",
    ),
    "statement-untraced": Sort(
        "A sentence that circulates and cannot be traced to any source.",
        "A source may exist that no registry holds.",
        f"Find its source. Take it out, give the source, or {_SILENCE}.",
    ),
    "statement-unknown": Sort(
        "A sentence that holds in part, that is disputed, as studies of people found it and others did not, or for "
        "which the dataset has too little. It is not called wrong.",
        "A wrong sentence may be unknown here as well.",
        "Read the detail: it says which part holds, or what was found on either side.",
    ),
}
CODES = tuple(SORTS)
"""Every code there is. What is in here stays: scripts, silences and the viewers of SARIF rely on it."""


def meaning(of: str) -> str:
    """Return what a code holds, in a sentence or two; raises KeyError for what is no code."""
    return SORTS[of].holds


def paragraph(of: str) -> str:
    """Return all there is to say of a code; raises KeyError for what is no code."""
    holds, wrong, do = SORTS[of]
    return f"{holds} When it can be wrong: {wrong} What to do: {do}"


def finer(of: str) -> tuple[str, ...]:
    """Return the codes of single fields that a code stands for as well."""
    return tuple(code for code in CODES if code.startswith(f"{of}-"))


def covers(code: str, finding: Finding) -> bool:
    """Tell whether a finding is of a code, or of a field that the code stands for."""
    return finding.code == code or finding.code.startswith(f"{code}-")


def nearest(word: str, of: tuple[str, ...] = CODES) -> str:
    """Return what a person who typed `word` most likely meant."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where a code is mistyped

    found = process.extractOne(word, of, scorer=fuzz.ratio)
    return str(found[0]) if found else of[0]


def field_of(code: str) -> str:
    """Return the field that a code speaks of, empty where it speaks of none."""
    kind, _, rest = code.partition("-")
    verdict, _, field = rest.partition("-")
    return field if kind == "citation" and field in FIELDS.get(verdict, ()) else ""


def failing(words: str) -> tuple[str, ...]:
    """Return the verdicts and codes that a list with commas names; `none` is none of them. Raises UsageError."""
    chosen = tuple(word.strip() for word in words.split(",") if word.strip())
    known = ("none", *VERDICTS, *CODES)
    for word in chosen:
        if word not in known:
            raise UsageError(
                f"--fail-on takes verdicts ({', '.join(VERDICTS)}), codes or none, not {word!r}; did you mean "
                f"{nearest(word, known)}?"
            )
    if not chosen or ("none" in chosen and len(chosen) > 1):
        raise UsageError(f"--fail-on takes verdicts ({', '.join(VERDICTS)}) and codes, or none by itself")
    return () if chosen == ("none",) else chosen


def fails(finding: Finding, on: tuple[str, ...]) -> bool:
    """Tell whether a finding is one of those that end a run with 1."""
    return finding.silenced is None and any(word == finding.verdict or covers(word, finding) for word in on)
