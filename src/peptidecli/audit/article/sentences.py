"""Sentences: an article sentence by sentence, each with the compounds it names or is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from ..wording import NEGATION
from .blocks import Article, Block, Entry, Paper, standing_in
from .citations import LONGEST_LINE, Cited, reference_line
from .listed import Listed
from .listed import listed as listed_in_fields
from .names import Mention
from .topics import Named, about_another, clauses_about, is_descendant, is_origin, topics, with_parts

_NEXT_KEY_BEHIND = re.compile(r"[\"'`]\s*,\s*\w{1,12}:\s*[\"'`]?$")
"""The key that follows a question in a program's record: `question: "...?", answer:`."""
_NOTICE = 24
"""Characters behind a reference within which a notice on its work begins: `Expression of concern`."""


class Sentence(NamedTuple):
    """A sentence, a heading, a whole row of a table, a record or an entry of a bibliography.

    `start` is its offset in the block; `named` are the names in it, with offsets from its own beginning.
    `subject` is the compound it is about where it names none. `before` are the sentences before it in its block.
    `listed` is the citation that a whole line of a reference list is, `typed` the same in its fields where its style is
    known. `low` is the text in lower case. `compounds` are those it names, in order, but for those with which another
    is compared; else the one it is about.
    """

    block: Block
    start: int
    text: str
    plain: str
    named: tuple[Mention, ...]
    subject: str | None
    before: tuple[Sentence, ...]
    listed: Cited | None = None
    low: str = ""
    typed: Listed | None = None
    compounds: tuple[str, ...] = ()

    def line(self, offset: int) -> int:
        """Return the line of the file on which an offset of the sentence stands."""
        return self.block.line(self.start + offset)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Yield where each line of the file that the sentence stands on begins and ends in it."""
        starts = self.block.starts
        first = bisect_right(starts, self.start, key=itemgetter(0))
        behind = bisect_left(starts, self.start + len(self.plain), key=itemgetter(0))
        own = [place - self.start for place, _ in starts[first:behind]]
        yield from zip([0, *own], [*own, len(self.plain)], strict=True)

    @property
    def cites(self) -> bool:
        """Whether it is nothing but a citation: a line of a reference list, or an entry of a bibliography."""
        return self.listed is not None or self.block.entry is not None

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return "?" in self.plain and _NEXT_KEY_BEHIND.sub("", self.plain).rstrip(" \t\"'`,;)*_").endswith("?")

    @property
    def on_compound(self) -> bool:
        """Whether it is on a compound as a whole; a row of a table that names none in its first cell is on a thing."""
        cells = self.block.cells if self.block.kind == "row" else ()
        return len(cells) <= 2 or any(mention.compound and mention.end <= cells[0][1] for mention in self.named)

    @property
    def standing(self) -> str:
        """What it says of the standing of a work, or the next right behind its full stop, as a notice stands there."""
        behind = self.block.plain[self.start + len(self.plain) :].lstrip()
        return standing_in(self.plain) or standing_in(behind[:_NOTICE])

    @property
    def whole(self) -> bool:
        """Whether it is a unit that is no sentence: a row, a record, a line of a list."""
        return self.listed is not None or self.block.kind in {"row", "record"}


def _compounds(named: tuple[Mention, ...], subject: str | None) -> tuple[str, ...]:
    """Return the compounds that a sentence is about: those with which another is compared are left out."""
    if not named:
        return (subject,) if subject else ()
    own = tuple(dict.fromkeys(mention.compound for mention in named if mention.compound and not mention.beside))
    if own or not subject or any(mention.compound == subject for mention in named):
        return own
    return (subject,)


# -- where a sentence ends -----------------------------------------------------------------------------------------

_END = re.compile(r"([.!?](?:\[\d{1,3}(?:[,\s-]{1,2}\d{1,3})*\])*)[\"')\]]*\s+(?=[\"'(\[]?[A-ZÀ-ÞА-ЯЁ0-9])")
_NO_END = re.compile(
    r"(?:\bal|\bcoll|\be\.g|\bi\.e|\bvs|\bcf|\bca|\bapprox|\bFigs?|\bvol|\bpp?|\bRef|\bDr|\bProf|\bSt|\bvon|"
    r"\bприм|\b[иі]м|\bprof|\bсоавт|\bдр|\bт\.\s?е|\bрис|(?<![\w-])[A-ZА-ЯЁ])\.$"
)
_NUMERO = re.compile(r"\b(?:[Nn]o|[Nn]r|№)\.$")
"""`No. 5` is a number, `No. Semax is` an answer."""


_ABBREVIATED = re.compile(
    r"(?<![\w-])(?:Acad|Acta|Adv|Am|Ann|Appl|Arch|Biochem|Biol|Biophys|Biotechnol|Br|Brain|Bull|Cardiol|Chem|Clin|Cogn|Commun|"
    r"Curr|Dokl|Drug|Eksp|Endocrinol|Eur|Exp|Expert|Farmakol|Fiziol|Front|Gastroenterol|Gen|Gerontol|Immunol|Int|Klin|Lett|Med|Mol|"
    r"Natl|Nauk|Nauchn|Neurochem|Neurol|Neurosci|Nevrol|Opin|Pept|Pharm|Pharmacol|Physiol|Proc|Psikhiatr|Psychiatr|"
    r"Psychopharmacol|Res|Rev|Sci|Suppl|Surg|Ther|Toxicol|Transl|Usp|Vestn|Zh)\.$"
)
_ON_TO_ITS_YEAR = re.compile(r"(?:[A-Z][A-Za-z]*\.?,?\s){0,6}\(?\d")
"""What goes on behind an abbreviated word of a journal's name: `Eur. J. Med. Chem. 1996`."""


_AUTHOR = r"[A-ZÀ-ÞА-ЯЁ][\w'-]{1,30}(?:,?\s(?:[A-ZА-ЯЁ]\.?[\s-]?){1,4})?"
_BETWEEN_AUTHORS = r"(?:,?\s(?:&|and|и)\s|,\s|\s|(?<=\s))"
_BYLINE = re.compile(
    rf"\W{{0,4}}(?:\w{{3,12}}:\s?[\"']?)?{_AUTHOR}(?:{_BETWEEN_AUTHORS}{_AUTHOR}){{0,7}}{_BETWEEN_AUTHORS}"
    r"(?:(?:et|и)\s(?:al|др)\.?,?\s?)?\((?:18|19|20)\d\d[a-z]?\)\."
)
"""The authors and the year that a reference begins with, `Gusev et al. (2018).`: its title follows.

Something stands between two authors, or a run of capitals could be divided into them in more ways than can be tried.
"""


def spans(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every sentence; abbreviations and initials do not end one."""
    start = 0
    for end in _END.finditer(plain):
        full = end.start() + 1
        if _NO_END.search(plain, max(start, full - 12), full):
            continue
        if _ABBREVIATED.search(plain, max(start, full - 16), full) and _ON_TO_ITS_YEAR.match(plain, end.end()):
            continue
        if plain[full - 2 : full] == ")." and _BYLINE.fullmatch(plain, start, full):
            continue
        # A mark behind the full stop, `.[1]`, is of the sentence that it ends.
        stop = end.end(1)
        asked = plain[end.start()] == "?" and end.start() - start <= LONGEST_QUESTION
        # Of what is asked to be denied a no is no denial: it stands by itself.
        if asked and _ANSWER.match(plain, end.end()) and not NEGATION.search(plain, start, full):
            continue
        if plain[end.end() : end.end() + 1].isdigit() and _NUMERO.search(plain, max(start, full - 4), full):
            continue
        yield from _parts(plain, start, stop)
        start = end.end()
    yield from _parts(plain, start, len(plain))


_ANOTHER = re.compile(
    r"(?!(?:It|This|These|That|The|There|Both|Each|Such|Its|Research|Evidence|Treatment|Administration|Structure|"
    r"Sequence|"
    r"Synthesis|Safety|Dosing|Storage|Purity|Half|What|Overview)\b)"
    r"[A-Z][a-z]{4,}(?:\s\([^()]{2,80}\))?\sis\san?\s"
)
"""A sentence that says what something else is: `Melatonin (...) is a hormone`."""
_NOTE = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/\d{4,9}/?|/PMC\d{4,9}/?|doi\.org/10\.\d{4,9}/[^\s]+)\)?\s+(?=[\dA-Z])([^\n]{20,})$"
)
"""What follows the address of a listed paper: a note on what it found."""
_ANSWER = re.compile(
    r"(?:yes|no|none|unknown|n/a|да|нет|sim|não|nein|ja|sí|oui|non|tak|nie)\b[^\w\s]?(?:\s?\([^()]{1,60}\))?\s*$",
    re.IGNORECASE,
)
"""What makes of a question the label of a field: `FDA approved? No`."""
LONGEST_QUESTION = 90
"""Characters up to which a question is one."""
LONGEST = 1500
"""Characters after which a sentence is cut at a space: what is longer is no sentence, but a page without full stops."""


def _parts(plain: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > LONGEST:
        cut = plain.rfind(" ", start, start + LONGEST)
        if cut <= start:
            # Not within a word, of which a piece may be the name of something else.
            cut = most = start + LONGEST
            while cut > start and plain[cut].isalnum() and plain[cut - 1].isalnum():
                cut -= 1
            cut = cut if cut > start else most
        yield start, cut
        start = cut + (plain[cut] == " ")
    if start < stop:
        yield start, stop


_PLACED = re.compile(
    r"\.\s[^.]{3,90}\.?\s(?:19|20)\d\d\s?;\s?\d{1,4}(?:\s?\([^)]{1,12}\))?\s?:\s?\w|"
    r"\.\s[^.]{3,90}[.,]?\s\d{1,4}\s?\(\d{1,4}\):\s?\d+"
)
"""`Title. Journal. 2006;12:34`: a reference, whoever its authors are."""
_RUN_ON = re.compile(r"(?:(?<=\s)|^)\[?(\d{1,4})[\].]{1,2}\s+(?=[A-ZА-Я][\w'-]+,? [A-ZА-Я])")


def _listed_spans(plain: str) -> list[tuple[int, int]]:
    """Return the references of a list whose lines have run together, or nothing where there is no such list."""
    marks: list[tuple[int, int]] = []
    for hit in _RUN_ON.finditer(plain):
        if not marks or int(hit[1]) == marks[-1][1] + 1:
            marks.append((hit.start(), int(hit[1])))
    if len(marks) < 2:
        return []
    starts = [place for place, _ in marks]
    return list(zip(starts, [*starts[1:], len(plain)], strict=True))


# -- an article, sentence by sentence ------------------------------------------------------------------------------


def sentences_of(
    article: Article, named: Named, parent: Callable[[str], str | None] = lambda _: None
) -> Iterator[Sentence]:
    """Yield the sentences of an article, each with the compounds it names or is about.

    `parent` returns the compound from which another derives: a sentence that names both is about the other.
    """
    heads: tuple[str | None, ...] = ()
    for block, mentions, subject in zip(article.blocks, named, topics(article, named, parent), strict=True):
        if block.kind == "row" and not block.header:
            heads = _column_heads(block, mentions)
        if block.kind == "row" and block.header and len(heads) == len(block.cells) == len(block.header):
            yield from _by_column(block, mentions, heads, parent)
        else:
            yield from _sentences(block, mentions, subject, parent)


def _column_heads(block: Block, mentions: tuple[Mention, ...]) -> tuple[str | None, ...]:
    """Return the compound at the head of each column of a table that sets several beside each other."""
    own = [{m.compound for m in mentions if low <= m.start < high} for low, high in block.cells]
    heads = tuple(next(iter(keys)) if len(keys) == 1 else None for keys in own)
    return heads if any(heads) and sum(map(bool, own)) > 1 and not own[0] else ()


def _by_column(
    block: Block, mentions: tuple[Mention, ...], heads: tuple[str | None, ...], parent: Callable[[str], str | None]
) -> Iterator[Sentence]:
    """Yield a row of a table that sets compounds beside each other: its label with the cell of each of them."""
    label = block.cells[0]
    for (low, high), compound, head in list(zip(block.cells, heads, block.header, strict=True))[1:]:
        if low == high:
            continue
        shift = low - label[1] - len(_BETWEEN)
        text = block.text[slice(*label)] + _BETWEEN + block.text[low:high]
        part = Block(
            "row", text, block.plain[slice(*label)] + _BETWEEN + block.plain[low:high],
            ((0, block.line(0)), (low - shift, block.line(low))), 0,
            ((0, label[1]), (low - shift, high - shift)), (block.header[0], head),
        )  # fmt: skip
        inside = (
            *(m for m in mentions if m.end <= label[1]),
            *(m._replace(start=m.start - shift, end=m.end - shift) for m in mentions if low <= m.start < high),
        )
        yield from _sentences(part, inside, compound, parent)


_BETWEEN = " | "
"""What stands between the cells of a row."""


def _sentences(
    block: Block, mentions: tuple[Mention, ...], subject: str | None, parent: Callable[[str], str | None]
) -> Iterator[Sentence]:
    plain = block.plain
    runs = _listed_spans(plain) if block.kind in {"item", "prose"} else []
    typed = listed_in_fields(plain) if block.kind in {"item", "prose"} and not runs else None
    listed = _cited(typed, plain) if typed else None
    listed = listed or (reference_line(plain) if block.kind in {"item", "prose"} and not runs else None)
    if listed and any(m.compound and m.start <= listed.start + len(listed.families[0]) + 1 for m in mentions[:1]):
        # `Pentadecapeptide BPC 157 enhances ...` is a title, and by nobody of that name.
        typed = listed = None
    found: Iterable[tuple[int, int]]
    placed = (
        not listed
        and not runs
        and block.kind in {"item", "prose"}
        and len(plain) <= LONGEST_LINE
        and _PLACED.search(plain)
    )
    if listed or placed or block.kind in {"row", "heading", "record", "entry"}:
        found = [(0, len(block.text))]
    elif block.papers:
        found = _around(block)
    else:
        head = list(spans(plain[: runs[0][0]])) if runs else []
        found = [*head, *runs] if runs else spans(plain)
    before: list[Sentence] = []
    note = _NOTE.search(plain) if listed else None
    if note:
        found = [(0, note.start(1)), (note.start(1), len(plain))]
    pair: tuple[str, ...] = ()
    general = False
    told = listed is None and not placed and not runs and block.kind in {"item", "prose"}
    for start, end in found:
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        text, part = block.text[start:end], plain[start:end]
        own = tuple(Mention(m.start - start, m.end - start, m.compound, m.salt) for m in inside)
        if (runs and start >= runs[0][0]) or note:
            own_typed = listed_in_fields(part) if runs or not start else None
            line = _cited(own_typed, part) if own_typed else (listed if note and not start else None)
            line = line or (reference_line(part) if runs else None)
        else:
            own_typed, line = typed, listed
        first = _OF_TWO.match(part) if len(pair) == 2 else None
        subject = pair[first[1] == "latter"] if first else subject
        many = _OF_MANY.match(part) or (_THEY.match(part) if general else None)
        general = told and many is not None and not any(mention.compound for mention in own)
        own = with_parts(part, own, subject) if told else own
        for low, high in clauses_about(part, own) if told and len(own) > 1 else ((0, len(part)),):
            clause = tuple(m._replace(start=m.start - low, end=m.end - low) for m in own if low <= m.start < high)
            words = part[low:high]
            other = general or (told and about_another(words, clause))
            here = Sentence(
                block,
                start + low,
                text[low:high],
                words,
                clause,
                None if other else subject or None,
                tuple(before[-2:]),
                line,
                words.lower(),
                own_typed,
                _compounds(clause, None if other else subject or None),
            )
            yield here
            before.append(here._replace(before=()))
            del before[:-2]
        pair = tuple(dict.fromkeys(m.compound for m in own if m.compound)) or pair
        subject = None if first else _carried(part, own, subject, parent)


_PLURAL = r"(?:[Pp]eptides|[Cc]ompounds|[Ss]ubstances|[Nn]ootropics|[Mm]olecules)\b"
_CLASSES = (
    r"(?:inhibitors|agonists|antagonists|drugs|medications|medicines|agents|sleep aids|hypnotics|sedatives|stimulants|"
    r"antidepressants|anxiolytics|benzodiazepines|neuropeptides|bioregulators)\b"
)
"""Classes of things of which a sentence may tell."""
_OF_MANY = re.compile(
    rf"\W{{0,3}}(?:(?:Multiple|Many|Most|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|Other|Various|Few|All|Conventional|Classical|Traditional|"
    rf"Prescription|Pharmaceutical|Standard|Common)\s(?:[\w/-]+\s){{0,2}}?{_CLASSES}|"
    r"(?:When|If|Whenever)\s(?:an?|any)\s(?:\w+\s)?(?:product|peptide|compound|drug|substance|preparation)\s|"
    r"(?:These|Those|All|Most|Many|Some|Several|Other|Various|Few|Two|Three|Four|Five|None of the(?:se)?|"
    rf"Our)\s(?:\w+\s){{0,2}}{_PLURAL}|(?:[A-Z][\w-]+\s)?{_PLURAL}\s(?:are|were|have|can|may|do|act|work|represent|offer)\b|"
    r"(?:Every|Each|Any)\s(?:\w+\s)?(?:peptide|compound|substance)\b)"
)
"""What begins a sentence on many peptides, and not on the one that the text is about."""
_THEY = re.compile(r"(?:They|Their|These|Such)\b")
_OF_TWO = re.compile(r"The (former|latter)\b")
"""What begins a sentence on one of the two that the sentence before names."""


def _carried(
    part: str, own: tuple[Mention, ...], subject: str | None, parent: Callable[[str], str | None]
) -> str | None:
    """Return what the sentence behind one is about, where it names nothing."""
    compounds = {
        m.compound
        for m in own
        if m.compound and not m.beside and not is_descendant(part, m) and not (subject and is_origin(part, m))
    }
    compounds -= {parent(compound) for compound in compounds}
    if subject and not any(m.start <= 1 for m in own):
        # `A synthetic analogue of tuftsin.` behind the name of what is one: it goes on about that.
        compounds -= {parent(subject)}
    if len(compounds) == 1:
        return compounds.pop()
    return None if compounds or _ANOTHER.match(part) or about_another(part, own) else subject


def _around(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the papers of a block, each as one sentence, and the sentences between them."""
    place = 0
    for paper in (*block.papers, Paper(len(block.plain), len(block.plain), Entry(""))):
        for start, end in spans(block.plain[place : paper.start]):
            yield place + start, place + end
        if paper.start < paper.end:
            yield paper.start, paper.end
        place = paper.end


def _cited(typed: Listed, plain: str) -> Cited:
    """Return a line of a reference list that was read in its fields as a citation."""
    family = typed.entry.authors[0].partition(",")[0]
    return Cited(typed.start, len(plain.rstrip()), (family,), int(typed.entry.year), True, False)
