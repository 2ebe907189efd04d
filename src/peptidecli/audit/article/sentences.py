"""Sentences: an article sentence by sentence, each with the compounds it names or is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from .blocks import Article, Block, Entry, Paper
from .citations import LONGEST_LINE, Cited, reference_line
from .listed import Listed
from .listed import listed as listed_in_fields
from .names import Mention, Names

_NEXT_KEY_BEHIND = re.compile(r"[\"'`]\s*,\s*\w{1,12}:\s*[\"'`]?$")
"""The key that follows a question in a program's record: `question: "...?", answer:`."""


class Sentence(NamedTuple):
    """A sentence, a heading, a whole row of a table, a record or an entry of a bibliography.

    `start` is its offset in the block; `named` are the names in it, with offsets from its own beginning.
    `subject` is the compound it is about where it names none. `before` are the sentences before it in its block.
    `listed` is the citation that a whole line of a reference list is, `typed` the same in its fields where its style is
    known. `low` is the text in lower case.
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

    def line(self, offset: int) -> int:
        """Return the line of the file on which an offset of the sentence stands."""
        return self.block.line(self.start + offset)

    @property
    def compounds(self) -> tuple[str, ...]:
        """The compounds it names, in order; else the one it is about."""
        named = tuple(dict.fromkeys(mention.compound for mention in self.named if mention.compound))
        return named or ((self.subject,) if self.subject else ())

    def lines(self) -> Iterator[tuple[int, int]]:
        """Yield where each line of the file that the sentence stands on begins and ends in it."""
        own = [place - self.start for place, _ in self.block.starts if 0 < place - self.start < len(self.plain)]
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
    def whole(self) -> bool:
        """Whether it is a unit that is no sentence: a row, a record, a line of a list."""
        return self.listed is not None or self.block.kind in {"row", "record"}


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


_BYLINE = re.compile(
    r"\W{0,4}(?:\w{3,12}:\s?[\"']?)?(?:[A-ZÀ-ÞА-ЯЁ][\w'-]{1,30}(?:,?\s(?:[A-ZА-ЯЁ]\.?[\s-]?){1,4})?(?:,?\s(?:&|and|и)\s|,\s|\s)?){1,8}"
    r"(?:(?:et|и)\s(?:al|др)\.?,?\s?)?\((?:18|19|20)\d\d[a-z]?\)\."
)
"""The authors and the year that a reference begins with, `Gusev et al. (2018).`: its title follows."""


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
LONGEST = 1500
"""Characters after which a sentence is cut at a space: what is longer is no sentence, but a page without full stops."""


def _parts(plain: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > LONGEST:
        cut = plain.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
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

MANY_TIMES = 3
"""How many times as often as any other an article must name a compound to be about it."""
EARLY = 8
"""Blocks within which an article names what it is about, unless it names it often."""
OFTEN = 5
FAR = 15
"""After how many blocks without its name an article is no longer taken to speak of a compound."""
FAR_ALONE = 60
"""The same where the article names no other."""
_LABELLED = re.compile(
    r"^\W{0,4}(?:(?:PEPTIDE|COMPOUND|Peptide|Compound)\s+\d+|(?:Primary|Product|Peptide|Compound|Name|"
    r"[Ss]cientific [Nn]ame|[Gg]eneric [Nn]ame|Product name)):\s*\S",
)
"""What begins the part of a page that is about one thing: `PEPTIDE 6: GHK-Cu`."""
_FIELD = re.compile(r"\W{0,3}(?:[A-Za-z][\w ]{1,30}|[А-ЯЁ][\w ]{1,40}):(?:\s|$)")
"""A line of a record: `molecular weight: 813.92`."""


Named = list[tuple[Mention, ...]]
"""The names in the blocks of an article, in their order."""


def named_in(article: Article, names: Names) -> Named:
    """Return the names in the blocks of an article."""
    return [names.find(block.plain) or _name_alone(block.plain, names) for block in article.blocks]


def _name_alone(plain: str, names: Names) -> tuple[Mention, ...]:
    """Return the name that a block is and nothing else, in whatever case: the key of a record, `dsip: {`."""
    bare = _EDGES.sub("", plain) if len(plain) <= 40 else ""
    compound = names.compound(bare) if bare else None
    start = plain.find(bare)
    return (Mention(start, start + len(bare), compound),) if compound else ()


_OF_THE_SAME = re.compile(
    r"\W*(?:mechanisms?(?: of action)?|(?:chemical |molecular )?structure|chemistry|pharmacokinetics|"
    r"history|dosing(?: protocol)?)\W*",
    re.IGNORECASE,
)
"""A heading that goes on about what the one before is about, though it is of its level."""
_ORIGIN = re.compile(r"\)?[\s-](?:(?:analog(?:ue)?|derivative|fragment|mimetic)s?|derived|based|like)\b", re.IGNORECASE)
"""What follows the name of a compound from which another comes: `a tuftsin analogue`."""
_ORIGIN_OF = re.compile(
    r"\b(?:analog(?:ue)?s?|derivatives?|fragments?|parts?|regions?|segments?) of (?:the )?(?:\w+ ){0,2}$|"
    r"\bderived from (?:the )?(?:\w+ )?$",
    re.IGNORECASE,
)
_BLEND = re.compile(r"\b(?:blend|stack|combo|bundle|kit)\b|\w\s\+\s\w", re.IGNORECASE)
LONGEST_HEAD = 90
"""Characters up to which a line can be the head of what follows."""
_KEY = re.compile(r"['\"]?[\w .-]+['\"]:?\s?\{")
_NAME_OF = re.compile(
    r"(?:^|[\s{,])['\"]?(?:name|full_?name|peptide(?:_?name)?|compound(?:_?name)?|display_?name|"
    r"product_?name)['\"]?\s?:\s?"
    r"(?:'(?P<a>[^']{2,60})'|\"(?P<b>[^\"]{2,60})\"|`(?P<c>[^`]{2,60})`)",
    re.IGNORECASE,
)
"""The field of a program's record that names what the fields below it are of: `name: "SELANK",`."""
_SIZE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|ml|iu|g|мг|мл|мкг)\b(?:\s?/?\s?(?:vials?|флакон\w*))?", re.IGNORECASE
)
"""How much of it is sold: `TB-500 5mg` is still a name alone."""
_ASIDE = re.compile(r"\([^()]*\)")
LONGEST_NAME = 60
"""Characters up to which a line over the fields of a record can be its name."""
_EDGES = re.compile(r"^\W+|\W+$")


def sentences_of(
    article: Article, named: Named, parent: Callable[[str], str | None] = lambda _: None
) -> Iterator[Sentence]:
    """Yield the sentences of an article, each with the compounds it names or is about.

    `parent` returns the compound from which another derives: a sentence that names both is about the other.
    """
    about = subject_of(article, named)
    headings: list[tuple[int, str | None]] = []
    only = len({mention.compound for mentions in named for mention in mentions if mention.compound}) == 1
    far = FAR_ALONE if only else FAR
    since = 0
    first_fields: set[str] = set()
    depth, of_records = 0, -1
    for place, (block, mentions) in enumerate(zip(article.blocks, named, strict=True)):
        compounds = {mention.compound for mention in mentions if not is_origin(block.plain, mention)}
        if len(block.plain) <= LONGEST_HEAD and _BLEND.search(block.plain):
            compounds |= {None}  # A blend is none of the compounds in it.
        since = 0 if any(mention.compound == about for mention in mentions) else since + 1
        field = _first_field(article, place)
        alone = bool(field) and _alone(article, place, mentions)
        if alone and mentions:
            first_fields.add(field)
        if block.kind == "heading" and mentions and not compounds:
            # `Synthetic ACTH(4-10) analogue` under a name is still of what bears the name.
            yield from _sentences(block, mentions, headings[-1][1] if headings else about, parent)
            continue
        named_as = _record_of(block.plain, mentions)
        beside = block.plain.endswith("{") and _NEXT_KEY.fullmatch(block.plain) is not None
        depth += block.plain.count("{") - block.plain.count("}")
        if block.plain.endswith("{") and any(compounds):
            of_records = depth
        if beside and depth == of_records and not any(compounds):
            # The next of the records that compounds are keys of, `}, "ghk-cu": {`: of something else.
            headings = [entry for entry in headings if entry[0] < 2]
            headings.append((2, None))
        elif named_as is not None:
            headings = [entry for entry in headings if entry[0] < 2]
            headings.append((2, named_as or None))
        elif field in first_fields and not any(compounds):
            # A record of something else, in a list of records: its name stands over the field that is the first of all.
            headings = [entry for entry in headings if entry[0] < 2]
            headings.append((2, None))
        elif block.kind == "heading":
            part = not compounds and _OF_THE_SAME.fullmatch(block.plain) is not None
            headings = [entry for entry in headings if entry[0] < block.level + part]
            titled = _title_above(article, place, headings)
            if titled and compounds and all(_kin(key, titled, parent) for key in compounds):
                # A second title, `Epitalon / Epithalamin` under `Epithalon`: what follows is of the first.
                headings.append((block.level, titled))
            elif compounds:
                # A name alone stands over headings of its level that name nothing: Epitalon, Other names.
                over = (
                    block.level > 2
                    and len(mentions) == 1
                    and mentions[0].end - mentions[0].start == len(block.plain.strip())
                )
                headings = [entry for entry in headings if not over or entry[0] < 2]
                headings.append((2 if over else block.level, compounds.pop() if len(compounds) == 1 else None))
        elif _LABELLED.match(block.plain[:80]) or alone:
            headings = [entry for entry in headings if entry[0] < 2]
            headings.append((2, compounds.pop() if len(compounds) == 1 else None))
        subject = headings[-1][1] if headings else about if since <= far else None
        yield from _sentences(block, mentions, subject, parent)


def is_origin(plain: str, mention: Mention) -> bool:
    """Tell whether a compound is named as that from which another comes: `a tuftsin analogue`."""
    return mention.compound is not None and (
        _ORIGIN.match(plain, mention.end) is not None
        or _ORIGIN_OF.search(plain, max(0, mention.start - 40), mention.start) is not None
    )


_NEXT_KEY = re.compile(r"[\s}\],;]*\}[\s,;]*['\"]?[\w .+/()-]{2,40}['\"]?\s?:\s?\{")


def _record_of(plain: str, mentions: tuple[Mention, ...]) -> str | None:
    """Return the compound of which a record is, an empty text where of another thing, None where no record begins."""
    hit = _NAME_OF.search(plain) if ":" in plain and "ame" in plain else None
    if not hit:
        return None
    start, end = hit.span(hit.lastgroup or 0)
    own = {mention.compound for mention in mentions if start <= mention.start < end}
    # A blend, a reference to a paper or a person bears no compound's name.
    return (own.pop() or "") if len(own) == 1 and not _BLEND.search(plain, start, end) else ""


def _title_above(article: Article, place: int, headings: list[tuple[int, str | None]]) -> str | None:
    """Return the compound of the heading right above another, None where there is none or text between."""
    before, here = article.blocks[place - 1] if place else None, article.blocks[place]
    if before is None or before.kind != "heading" or not headings or before.level >= here.level:
        return None
    return headings[-1][1] if here.starts[0][1] - before.starts[-1][1] == 1 else None


def _kin(key: str | None, other: str, parent: Callable[[str], str | None]) -> bool:
    return key is not None and (key == other or parent(key) == other or parent(other) == key)


def _alone(article: Article, place: int, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a block is a name alone, over the lines of its record: then what follows is about it."""
    plain = article.blocks[place].plain
    if not mentions:
        # The record of something else: `'ghk-cu': {`.
        return _KEY.fullmatch(plain) is not None
    rest = plain[: mentions[0].start] + _ASIDE.sub("", plain[mentions[0].end :])
    rest = _SIZE.sub("", rest)
    one = len({mention.compound for mention in mentions}) == 1
    return mentions[0].compound is not None and one and re.search(r"\w", rest) is None


def _first_field(article: Article, place: int) -> str:
    """Return the name of the field below a line that may be the name of a record, an empty text where it is none."""
    plain = article.blocks[place].plain
    if len(plain) > LONGEST_NAME or place + 1 >= len(article.blocks) or ":" in plain:
        return "{" if _KEY.fullmatch(plain) and len(plain) <= LONGEST_NAME else ""
    hit = _FIELD.match(article.blocks[place + 1].plain)
    return hit[0].strip().lower() if hit else ""


def _sentences(
    block: Block, mentions: tuple[Mention, ...], subject: str | None, parent: Callable[[str], str | None]
) -> Iterator[Sentence]:
    plain = block.plain
    runs = _listed_spans(plain) if block.kind in {"item", "prose"} else []
    typed = listed_in_fields(plain) if block.kind in {"item", "prose"} and not runs else None
    listed = _cited(typed, plain) if typed else None
    listed = listed or (reference_line(plain) if block.kind in {"item", "prose"} and not runs else None)
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
    for start, end in found:
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        own = tuple(Mention(m.start - start, m.end - start, m.compound, m.salt) for m in inside)
        text, part = block.text[start:end], plain[start:end]
        if (runs and start >= runs[0][0]) or note:
            own_typed = listed_in_fields(part) if runs or not start else None
            line = _cited(own_typed, part) if own_typed else (listed if note and not start else None)
            line = line or (reference_line(part) if runs else None)
        else:
            own_typed, line = typed, listed
        here = Sentence(block, start, text, part, own, subject, tuple(before[-2:]), line, part.lower(), own_typed)
        yield here
        before.append(here._replace(before=()))
        del before[:-2]
        compounds = {m.compound for m in own if m.compound and not (subject and is_origin(part, m))}
        compounds -= {parent(compound) for compound in compounds}
        if subject and not any(m.start <= 1 for m in own):
            # `A synthetic analogue of tuftsin.` behind the name of what is one: it goes on about that.
            compounds -= {parent(subject)}
        if len(compounds) == 1:
            subject = compounds.pop()
        elif compounds or _ANOTHER.match(part):
            subject = None


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


def pair_of(named: Named) -> tuple[str, ...]:
    """Return the two compounds that an article is about, where it names both far more often than any other."""
    counts = Counter(mention.compound for mentions in named for mention in mentions if mention.compound)
    most = counts.most_common(3)
    if len(most) < 2 or (len(most) > 2 and most[1][1] < MANY_TIMES * most[2][1]):
        return ()
    return tuple(sorted(key for key, _ in most[:2] if key))


def subject_of(article: Article, named: Named) -> str | None:
    """Return the compound an article is about: the one it names alone, first of all, or far more often than others."""
    counts = Counter(mention.compound for mentions in named for mention in mentions if mention.compound)
    if not counts:
        return None
    (most, count), *others = counts.most_common(2)
    early = {mention.compound for mentions in named[:EARLY] for mention in mentions}
    if most not in early and count < OFTEN:
        return None
    if not others or count >= MANY_TIMES * others[0][1]:
        return most
    first = {mention.compound for mention in named[0]} if article.blocks[0].kind == "heading" else set()
    return first.pop() if len(first) == 1 else None
