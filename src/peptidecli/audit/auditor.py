"""The auditor: the dataset, made ready once, and every check run over an article, sentence by sentence."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

import msgspec

from ..dataset.dataset import Dataset
from .altered import COPIED, changes, likeness
from .article.blocks import Article, Block, Ignore
from .article.citations import LONGEST_LINE, LOOKS_LISTED, numbers_without_list
from .article.keyed import keyed
from .article.names import Names
from .article.sentences import Sentence, sentences_of
from .article.topics import Named, named_in, pair_of
from .checks import MARK, Check, Found, Seen
from .checks.appellations import Appellations
from .checks.approvals import Approvals
from .checks.chemistry import Chemistry
from .checks.citations import Citations
from .checks.claims import LONGEST, Claims
from .checks.columns import Columns
from .checks.compositions import Compositions
from .checks.conducts import Conducts
from .checks.confusions import Confusions
from .checks.counts import Counts
from .checks.effects import Effects
from .checks.events import Events
from .checks.evidence import Evidence
from .checks.forms import Forms
from .checks.halflives import HalfLives
from .checks.identifiers import Identifiers
from .checks.identity import Identity
from .checks.lengths import Lengths
from .checks.listings import Listings
from .checks.measures import Measures
from .checks.origin import Origin
from .checks.origins import Origins
from .checks.parameters import Parameters
from .checks.populations import Populations
from .checks.registrations import Registrations
from .checks.retractions import Retractions
from .checks.segments import Segments
from .checks.sources import Sources
from .checks.statements import Statements
from .checks.status import Status
from .checks.studies import Studies
from .checks.systematic import Systematic
from .checks.trials import Trials
from .checks.verdicts import Verdicts
from .figures import otherwise
from .findings import PROBLEMS, Finding, Reading
from .outcomes import Outcomes
from .ownership import Owners
from .reported import reported
from .second import Second, speaks
from .tracing import Tracer
from .verbatim import Verbatim
from .wording import clauses, stems
from .works import Works

Watch = Callable[[Article, int], None]
"""Is told, while an article is held against the dataset, on which of its lines the audit is."""


class Audited(NamedTuple):
    """An article as it was read, and its findings by line; within a line as they stand.

    `beside` are its bibliographies as they were read; what they hold stands behind the article's own findings.
    `ignored` are the silences in the comments of all of them.
    """

    reading: Reading
    findings: list[Finding]
    beside: tuple[Reading, ...] = ()
    ignored: tuple[Ignore, ...] = ()


class Auditor:
    """The checks in their order: each may build on what the ones before it have seen of a sentence."""

    def __init__(self, dataset: Dataset) -> None:
        self.names = Names(dataset)
        self.own = dataset.own("reference")
        works = Works(dataset)
        self.works = works
        tracer = Tracer(works, self.names)
        owners = Owners(self.names)
        studies = Studies(dataset, works)
        outcomes = Outcomes(dataset)
        claims = Claims(dataset, self.names, outcomes)
        self.knowledge, self.references = claims.knowledge, works.references
        self.identifiers = Identifiers(tracer, owners)
        self.verbatim = Verbatim(dataset)
        self.checks: tuple[Check, ...] = (
            Citations(tracer, self.names),
            self.identifiers,
            Registrations(dataset, works),
            Chemistry(dataset, owners),
            Lengths(dataset, self.names),
            Compositions(dataset, self.names),
            HalfLives(dataset, owners),
            studies,
            Conducts(dataset, works),
            Counts(dataset, works, studies),
            Parameters(works),
            Trials(dataset, works),
            Measures(dataset, works),
            Populations(dataset, works),
            Statements(dataset, self.names, works),
            Evidence(dataset, self.names, works),
            Confusions(dataset, self.names),
            Origin(dataset, self.names),
            Segments(dataset, self.names),
            Identity(dataset, self.names),
            Appellations(dataset, self.names),
            Systematic(dataset, self.names),
            Sources(dataset, self.names),
            Origins(dataset, self.names),
            Forms(dataset, self.names),
            Columns(dataset, self.names),
            Listings(dataset),
            Events(dataset, self.names),
            Status(dataset),
            Approvals(dataset, self.names),
            Retractions(dataset, self.names, works),
            claims,
            Effects(dataset, self.names, works, outcomes),
            Verdicts(dataset, self.names, works, studies),
        )

    def audit(self, article: Article, watch: Watch | None = None, second: Second | None = None) -> Audited:
        """Return what the dataset knows of everything checkable in an article and in its bibliographies.

        `second` hears every sentence of the article, and adds what a second reader has found in it.
        """
        reading, findings, *_ = self._one(article, watch, second)
        beside: list[Reading] = []
        for bibliography in article.beside:
            own, found, *_ = self._one(bibliography, None)
            findings += found
            if bibliography.name != article.name:
                beside.append(own)
                continue
            # A document's own: its entries stand where they are cited.
            reading = msgspec.structs.replace(
                reading,
                citations=reading.citations + own.citations,
                not_understood=tuple(sorted({*reading.not_understood, *own.not_understood})),
            )
            findings.sort(key=lambda finding: finding.line)
        ignored = (ignore for part in (article, *article.beside) for ignore in part.ignored)
        return Audited(reading, findings, tuple(beside), tuple(ignored))

    def _one(self, article: Article, watch: Watch | None, second: Second | None = None) -> Audited:
        found: list[tuple[int, int, int, Finding]] = []
        numbered: list[tuple[str, bool, bool]] = []
        lines: list[int] = []
        passed: set[int] = set(article.odd)
        named = named_in(article, self.names)
        seen = self._begun(article, named)
        block: Block | None = None
        told, citations, listing, listed = 0, 0, False, 0
        level, cites = 0, False
        speaking, untold = 0, 0
        read = _with_beside(sentences_of(article, named, self.names.parent))
        for number, (before, sentence, following) in enumerate(read):
            if sentence.block is not block:
                behind = block is not None and _follows(block, sentence.block)
                titled = block.plain if behind and block is not None and block.kind == "heading" else ""
                if block is not None and block.kind == "heading":
                    level = _headed(block, seen, level)
                in_list = block is not None and block.kind == "item" == sentence.block.kind and not seen.studies
                cites = behind and block is not None and (_cites_alone(block, seen) or (cites and in_list))
                block, listing = sentence.block, False
                seen.paragraph(goes_on=cites, follows=behind, titled=titled)
                if watch and sentence.line(0) > told:
                    told = sentence.line(0) + 50
                    watch(article, sentence.line(0))
            seen.sentence()
            if not sentence.listed:
                seen.mark(sentence.plain)
            beside = (before.plain if before else "", _words(sentence, following))
            here = self._of(article.name, sentence, number, seen, beside)
            if second:
                heard = second.hear(article.name, sentence, [finding for *_, finding in here], seen.article)
                here = [(line, number, start, told) for (line, _, start, _), told in zip(here, heard, strict=False)]
                here += [(told.line, number, -1, told) for told in heard[len(here) :]]
            found += here
            if speaks(sentence):
                speaking += 1
                untold += not here
            cited = sum(f.kind == "citation" and f.code != "citation-differs-twice" for *_, f in here)
            citations += cited
            listing = listing or any(finding.kind in {"citation", "identifier"} for *_, finding in here)
            if "[" in sentence.plain or sentence.block.kind == "heading" or sentence.listed:
                numbered.append((sentence.plain, sentence.block.kind == "heading", sentence.listed is not None))
                lines.append(sentence.line(0))
            # A list whose lines are found by their titles is a list as well.
            listed += sentence.block.kind == "item" and cited > 0
            if not listing and _looks_listed(sentence):
                passed.add(sentence.line(0))
        # Papers whose numbers stand in records are a list as well, whatever its form.
        known = sum(finding.kind in {"citation", "identifier"} for *_, finding in found)
        if not listed and not article.beside and 2 * known < len(numbered):
            found += _unlisted(article.name, numbered, lines)
        found.sort(key=lambda entry: entry[:3])
        reading = Reading(
            file=article.name, lines=article.lines, replaced=article.replaced, encoding=article.encoding,
            citations=citations, not_understood=tuple(sorted(passed)), uncited=article.uncited,
            missing=article.missing, absent=article.absent, speaking=speaking, untold=untold,
        )  # fmt: skip
        return Audited(reading, [entry[3] for entry in found])

    def _begun(self, article: Article, named: Named) -> Seen:
        """Return what is seen of an article as a whole, before its first sentence is read."""
        compounds = frozenset(mention.compound for own in named for mention in own if mention.compound)
        seen = Seen(compounds, pair_of(named))
        seen.marks = self._marks(article, named, compounds)
        telling = [block for block in article.blocks if "etract" in block.plain]
        seen.retraction = bool(telling)
        seen.retold = " ".join(block.plain for block in telling)
        seen.keyed, seen.blocks = keyed(article.blocks), article.blocks
        seen.retracting = frozenset(line for block in telling for line in _beside(block.line(0)))
        seen.page = self.identifiers.page_of(article) if len(article.blocks) <= SHORT else ()
        return seen

    def _marks(self, article: Article, named: Named, compounds: frozenset[str]) -> dict[int, tuple[str, ...]]:
        """Return what the numbers mean by which an article cites, as far as its list has works of the dataset."""
        if not any(
            "[" in block.plain and MARK.search(block.plain) for block in article.blocks if block.kind != "heading"
        ):
            return {}
        listed = [
            (block, mentions)
            for block, mentions in zip(article.blocks, named, strict=True)
            if block.kind in {"item", "prose"} and _LISTED_AS.match(block.plain)
        ]
        marks: dict[int, tuple[str, ...]] = {}
        seen = Seen(compounds)
        lines = article._replace(blocks=[block for block, _ in listed])
        for sentence in sentences_of(lines, [mentions for _, mentions in listed], self.names.parent):
            number = _LISTED_AS.match(sentence.block.plain)
            if not number or sentence.start:
                continue
            seen.paragraph()
            seen.sentence()
            for check in self.checks[:2]:
                for _ in check.find(sentence, seen):
                    pass
            meant = next((study.meant for study in seen.studies if study.sure), ())
            if meant:
                marks.setdefault(int(number[1]), meant)
        return marks

    def _of(
        self, file: str, sentence: Sentence, number: int, seen: Seen, beside: tuple[str, str]
    ) -> list[tuple[int, int, int, Finding]]:
        found: list[tuple[int, int, int, Finding]] = []
        items: list[Found] = []
        taken: set[tuple[int, int, str]] = set()
        turned: tuple[tuple[int, int], ...] | None = None
        for check in self.checks:
            for item in check.find(sentence, seen):
                said = item.text + item.detail if item.end == 0 else ""
                key = (item.start, item.end, item.kind + item.verdict + said)
                if _in_a_title(item, sentence, seen) if item.kind == "statement" else key in taken:
                    continue
                taken.add(key)
                if item.kind == "statement" and item.verdict == "matches":
                    if seen.is_doubted(item.start, item.end):
                        continue  # What another study found does not make it what the cited one did.
                    if otherwise(sentence.plain[item.start : item.end], item.detail):
                        continue
                if item.kind in _SAID and item.verdict == "matches":
                    turned = self._turned(sentence, seen) if turned is None else turned
                    if any(item.start <= high and low <= item.end for low, high in turned):
                        continue  # What the dataset says elsewhere does not make it right.
                if (
                    item.verdict in PROBLEMS
                    and item.kind in _SAID
                    and (reported(sentence, item.start, item.end, *beside) or self._entitled(sentence, item))
                ):
                    continue
                if item.verdict in PROBLEMS and item.kind != "citation" and self.verbatim.holds(sentence, seen.article):
                    continue  # It is what the dataset says.
                if item.kind == "statement" and item.verdict != "unknown":
                    seen.told.append((item.start, item.end))
                if item.kind == "figure":
                    seen.figured.append((item.start, item.end))
                seen.wrong |= item.kind == "figure" and item.verdict in PROBLEMS
                finding = _finding(file, sentence, item, self.own)
                found.append((finding.line, number, -1 if item.kind == "statement" else item.start, finding))
                items.append(item)
        return [entry for entry, item in zip(found, items, strict=True) if not _refuted_by(item, items, sentence)]

    def _entitled(self, sentence: Sentence, item: Found) -> bool:
        """Tell whether a statement is the title of a known paper, which its authors make and not the page."""
        if item.kind != "statement":
            return False
        hits = self.works.titles_in(sentence.plain, stems(sentence.plain))
        return any(hit.whole and hit.start <= item.start + 2 and item.end <= hit.end + 2 for hit in hits)

    def _turned(self, sentence: Sentence, seen: Seen) -> tuple[tuple[int, int], ...]:
        """Return where a sentence that copies one of the dataset, on what it names or cites, changes what turns it."""
        plain = sentence.plain
        if sentence.cites or len(plain) > LONGEST:
            return ()
        cited = (key for study in seen.studies for key in study.meant[:1])
        studied = (compound for key in cited for compound in self.references[key].compounds)
        for compound in dict.fromkeys((*sentence.compounds, *studied)):
            whole = self.knowledge.copied(compound, plain)
            if whole and likeness(plain, whole.text) >= COPIED:
                return changes(plain, whole.text, whole.whom)
            for start, end in clauses(plain):
                known = self.knowledge.copied(compound, plain[start:end])
                places = changes(plain[start:end], known.text, known.whom) if known else ()
                if places:
                    return tuple((start + low, start + high) for low, high in places)
        return ()


def _refuted_by(found: Found, others: Sequence[Found], sentence: Sentence) -> bool:
    """Tell whether what was found cannot be, for a statement that stands and a figure in it that is wrong.

    Where what the dataset says has the figure as well, the figure is right; else the sentence says another thing.
    """
    for other in others:
        figure, statement = (found, other) if found.kind == "figure" else (other, found)
        if (
            (figure.kind, statement.kind, statement.verdict) == ("figure", "statement", "matches")
            and figure.verdict in PROBLEMS
            and statement.start <= figure.start < figure.end <= statement.end
        ):
            text = sentence.plain[figure.start : figure.end]
            held = all(
                re.search(rf"(?<![\w.,-]){re.escape(part)}(?![\w-]|[.,]\d)", statement.detail)
                for part in _NUMBER.findall(text) or [text]
            )
            if held == (found is figure):
                return True
    return False


_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*")


def _in_a_title(found: Found, sentence: Sentence, seen: Seen) -> bool:
    """Tell whether it is the title of a known paper, alone in its row, that says what was found, and not the page."""
    titles = [paper.entry.title for paper in sentence.block.papers if paper.alone]
    places = ((at, at + len(title)) for title in titles if (at := sentence.plain.find(title)) >= 0)
    known = any(traced.meant for _, traced in seen.own)
    return known and any(found.start < end and start < found.end for start, end in places)


def _finding(file: str, sentence: Sentence, found: Found, own: Set[str]) -> Finding:
    entry = sentence.block.entry
    text = found.text or sentence.text[found.start : found.end]
    # What is said of a work is long, and in a long article said many times: it is kept once.
    return Finding(
        line=found.line or sentence.line(found.start),
        kind=found.kind,
        text=sys.intern(text),
        verdict=found.verdict,
        detail=sys.intern(found.detail),
        reference=found.reference,
        file=file,
        own=found.own or found.reference in own,
        key=(entry.key or None) if entry else None,
        fields=found.fields,
    )


def _looks_listed(sentence: Sentence) -> bool:
    """Tell whether a sentence looks like a reference."""
    plain = sentence.plain
    if sentence.block.kind not in {"item", "prose"} or not 40 <= len(plain) <= LONGEST_LINE or sentence.start:
        return False
    return LOOKS_LISTED.match(plain) is not None


def _beside(line: int) -> range:
    """Return a line and those that stand within two of it."""
    return range(line - 2, line + 3)


def _cites_alone(block: Block, seen: Seen) -> bool:
    """Tell whether a block is a citation and little else: `Bes et al. (1992) - Neuropsychobiology`."""
    return len(block.plain) <= 200 and any(cited.start <= 5 for cited, _ in seen.cited)


_PART_OF_A_PAPER = re.compile(
    r"\W*(?:(?:key |main )?(?:results?|findings|methods?|design|background|objectives?|conclusions?|"
    r"limitations?|dos(?:ing|age|es)|"
    r"outcomes?|abstract|summary|participants|population|safety|interpretation|introduction|aims?|endpoints?))\W*",
    re.IGNORECASE,
)
"""A heading that divides what is told of one paper."""


def _headed(block: Block, seen: Seen, level: int) -> int:
    """Note the study that a heading names for what stands under it; return the level of that heading."""
    seen.entries.clear()  # what one part of a page lists, another may list again
    meant = {study.meant[0]: study.meant for study in seen.studies if study.sure}
    if len(meant) == 1:
        seen.section = next(iter(meant.values()))
        return block.level
    if seen.section and block.level <= level and not _PART_OF_A_PAPER.fullmatch(block.plain):
        seen.section = ()
    return level


def _follows(block: Block, other: Block) -> bool:
    """Tell whether a block stands on the line behind another."""
    return other.kind in {"prose", "item"} and 0 <= other.starts[0][1] - block.starts[-1][1] <= (
        2 if block.kind == "heading" else 1
    )


def _with_beside(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence | None, Sentence, Sentence | None]]:
    """Yield each sentence between the one before and the one behind it; at either end stands none."""
    before: Sentence | None = None
    last: Sentence | None = None
    for sentence in sentences:
        if last is not None:
            yield before, last, sentence
        before, last = last, sentence
    if last is not None:
        yield before, last, None


def _words(sentence: Sentence, other: Sentence | None) -> str:
    """Return the words of another sentence that stands right behind: in its block, or on the line below."""
    near = other is not None and (other.block is sentence.block or _follows(sentence.block, other.block))
    return other.plain if near and other else ""


_SAID = frozenset({"statement", "figure"})
"""Kinds of findings on what a page says; a work that it cites is cited, whoever speaks."""
_LISTED_AS = re.compile(r"\s*\[?\^?(\d{1,3})(?:\]:?|[.)])\s")
"""The number under which a work stands in a list."""
SHORT = 150
"""Blocks up to which an article that gives the numbers of one paper is about that paper."""
WHOLE = 0.8
"""The share of the numbers up to the last that an article cites from which it is taken to be whole."""


def _unlisted(
    file: str, texts: Sequence[tuple[str, bool, bool]], lines: Sequence[int]
) -> Iterator[tuple[int, int, int, Finding]]:
    """Yield that an article cites by number without a list of references.

    An article whose numbers begin with 1 and have few gaps is whole, and its list is missing; else it has been cut.
    """
    unlisted = numbers_without_list(texts)
    if unlisted:
        place, numbers = unlisted
        text = f"[{numbers[0]}] to [{numbers[-1]}]"
        whole = numbers[0] == 1 and len(numbers) >= WHOLE * numbers[-1]
        detail = f"{len(numbers)} numbers are cited, but no list of references says what they mean."
        detail += "" if whole else " The text may be a part of a longer one."
        yield lines[place], place, -1, Finding(line=lines[place], kind="citation", text=text,
                                               verdict="untraced" if whole else "unknown", detail=detail,
                                               reference=None, file=file)  # fmt: skip
