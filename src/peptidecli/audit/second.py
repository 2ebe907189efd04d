"""A second reader: what an article says of the compounds, for somebody to hold against what the dataset has.

The audit knows what it is told in words that it knows. A person or a language model who reads every sentence on a
compound beside all that the dataset has of it finds more; what they answer is held to the dataset: the words must stand
where they are said to stand, the item must be one of the dataset's, and the verdict follows from it and not from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from ..dataset.dataset import Dataset
from ..dataset.decoding import decoded
from ..dataset.model import Compound, Record, Reference
from ..errors import UsageError
from .article.sentences import Sentence
from .findings import AuditVerdict, Finding, FindingKind, Silenced
from .knowledge import stated
from .works import described

BEGINNING = 32
"""Letters by which the words of an answer are looked for."""
FEWEST = 3
"""Words from which a sentence says something."""
TASK = (
    "Read every sentence, row and line beside the items of its compounds; where it names none, of those the page "
    "is about. Take each thing it says on its own: a number, a year, a name, a length, an effect, whom it was "
    "seen in. Where that is what an item says, in whatever words or language, answer `says`; where a reader with "
    "the item in hand would call it wrong, answer `contradicts`: another number, year, length or journal, an "
    "effect where none was found, people where only animals or cells were studied, a use that is not approved, "
    "never where something was. Where no item decides, say nothing. What a sentence denies, asks, supposes or "
    "puts down to others it does not say. An item marked as a statement circulates and does not hold, or holds in "
    "part, as is told behind it: `says` means that the sentence makes it, in whatever words and however short (a "
    "list, a heading), `contradicts` that it denies it. Of one that holds in part, `says` decides nothing: where "
    "the sentence makes the part that does not hold, answer `contradicts` with an item that tells what is so. An "
    "item marked as a citation circulates and is a wrong reference: `says` means that the page cites it so. An "
    "item marked as a reference is a work, with what was studied in it: `says` means that the sentence cites it, "
    "or tells of its study, as it is; `contradicts` that it means this work (by its title, its authors and year, "
    "its number, or the name of the trial) and has an author, a year, the title, the journal, a place, a number, "
    "or what was studied and found, wrong. A work may stand on several lines, a title, a year, a number: answer "
    "the line that is wrong, and each that is right. `found` is what is said of the sentence by now, by the audit "
    "and by those who read before. Where that is not so, answer `mistaken` with its code in place of an item's id "
    "and its text as text: where the words say something else, the item is of another compound, work, study or "
    "outcome or only of the same subject, items go both ways, or the page itself denies, corrects or reports the "
    "thing. What was called wrong is then no longer called so, and what was called right no longer reassures. One "
    "line of JSON for each answer, in the form of `answer`: file and line as given for the sentence, text the "
    "fewest words of it that say it, as they stand, id that of the item. Several answers to one sentence are "
    "several lines. Leave out none: go through the sentences in their order, and through the statements of their "
    "compounds for each."
)


class Item(Record, frozen=True):
    """Something that the dataset has of a compound: its id, what it says, and what it is.

    A statement circulates and does not hold, a citation circulates and is wrong, a reference is a work that is cited.
    """

    id: str
    says: str
    marked: Literal["", "statement", "citation", "reference"] = ""


class Held(Record, frozen=True):
    """What the dataset has of a compound."""

    name: str
    items: tuple[Item, ...]


class Told(Record, frozen=True):
    """What the audit itself says of words of a sentence: the code, the words, and what is known."""

    code: str
    text: str
    detail: str


class Left(Record, frozen=True):
    """A sentence, row or line of a page on compounds, where it stands, and what is said of it by now.

    That is what the audit itself found, and what the answers that it was given have added.
    """

    file: str
    line: int
    compounds: tuple[str, ...]
    text: str
    found: tuple[Told, ...] = ()


class Answer(Record, frozen=True):
    """What a second reader says of some words of a sentence, by the id of the item that decides it.

    Of what the audit itself found, `id` is the code that is mistaken there.
    """

    file: str
    line: int
    text: str
    id: str
    relation: Literal["says", "contradicts", "mistaken"]


class Paper(Record, frozen=True):
    """What a second reader is given: the task, the form of an answer, what is held, and the sentences."""

    dataset: str
    task: str
    answer: Answer
    holds: dict[str, Held]
    sentences: tuple[Left, ...]


class _Known(NamedTuple):
    item: Item
    says: AuditVerdict
    contradicts: AuditVerdict
    detail: str
    reference: str | None


class Second:
    """The second reader's part of an audit: the sentences that are left for them, and what they have answered."""

    def __init__(self, dataset: Dataset, answers: Iterable[Answer] = ()) -> None:
        self.dataset = dataset
        self.left: list[Left] = []
        self._answers = tuple(dict.fromkeys(answers))
        self._on_line: dict[tuple[str, int], dict[str, dict[Answer, str]]] = defaultdict(lambda: defaultdict(dict))
        self._known: dict[str, dict[str, _Known]] = {}
        for answer in self._answers:
            words = _bare(answer.text)
            self._on_line[answer.file, answer.line][words[:BEGINNING]][answer] = words
        self._placed: set[Answer] = set()
        self._articles: dict[Set[str], None] = {}

    def hear(self, file: str, sentence: Sentence, found: Sequence[Finding], article: Set[str]) -> list[Finding]:
        """Return what was found in a sentence with what was answered of it, and note it as one that is left.

        `article` are the compounds that its article names: of others nothing is answered. What is called mistaken is
        silenced, with that as the reason.
        """
        if not article or not _says(sentence):
            return list(found)
        line = sentence.line(0)
        self._articles[frozenset(article)] = None
        last = sentence.line(max(0, len(sentence.text) - 1))
        told, mistaken = list(found), []
        for place, answer in self._there(file, range(line, last + 1), sentence.text):
            if answer.relation == "mistaken":
                mistaken.append(answer)
                continue
            # Of which of them the words are the reader sees better than we.
            known = self._item(answer.id) if answer.id.partition("/")[0] in {*article, *sentence.compounds} else None
            if known is None:
                continue
            self._placed.add(answer)
            verdict = known.says if answer.relation == "says" else known.contradicts
            detail = f"By a second reader. {known.detail}"
            kind: FindingKind = "citation" if known.item.marked in {"reference", "citation"} else "statement"
            told.append(Finding(sentence.line(place), kind, answer.text, verdict, detail, known.reference, file))
        # What one reader found another may call mistaken.
        for answer in mistaken:
            told = [self._unless_mistaken(finding, answer) for finding in told]
        standing = tuple(Told(each.code, each.text, each.detail) for each in told if not each.silenced)
        self.left.append(Left(file, line, sentence.compounds, " ".join(sentence.text.split()), standing))
        return told

    def _unless_mistaken(self, finding: Finding, answer: Answer) -> Finding:
        """Return a finding, silenced where it is the one that an answer calls mistaken."""
        if finding.code != answer.id or finding.silenced or _bare(answer.text) not in _bare(finding.text):
            return finding
        self._placed.add(answer)
        silenced = Silenced("mistaken, by a second reader", f"{answer.file}:{answer.line}")
        return msgspec.structs.replace(finding, silenced=silenced)

    def _there(self, file: str, lines: Iterable[int], text: str) -> list[tuple[int, Answer]]:
        """Return, once, the answers on some lines whose words stand in a text, and where; in the order of the text.

        Each beginning is looked up once.
        """
        found: list[tuple[int, Answer]] = []
        held = [self._on_line[file, line] for line in lines if (file, line) in self._on_line]
        bare = _bare(text) if held else ""
        kept = [place for place, character in enumerate(text) if character.isalnum()] if held else []
        if len(bare) != len(kept):  # a letter that is two in lower case; where words stand is then told by the line
            kept = [0] * len(bare)
        for by_beginning in held:
            lengths = {len(beginning) for beginning in by_beginning if beginning}
            begun = (bare[at : at + long] for long in sorted(lengths) for at in range(len(bare) - long + 1))
            for beginning in [one for one in dict.fromkeys(begun) if one in by_beginning]:
                there = [(bare.find(words), answer) for answer, words in by_beginning[beginning].items()]
                for place, answer in there:
                    if place >= 0:
                        del by_beginning[beginning][answer]
                        found.append((kept[place], answer))
        return sorted(found, key=lambda item: item[0])

    def unplaced(self) -> Iterator[str]:
        """Yield, for each answer that was not taken, where it points to and why it was not."""
        for answer in (one for one in self._answers if one not in self._placed):
            if answer.relation == "mistaken":
                why = f"no finding {answer.id} there has these words"
            elif self._item(answer.id):
                why = "no sentence there has these words, or the article does not name the compound"
            else:
                why = f"there is no item {answer.id}"
            yield f"{answer.file}:{answer.line}: {why}"

    def paper(self) -> Paper:
        """Return what a second reader is to be given."""
        compounds = dict.fromkeys(compound for left in self.left for compound in left.compounds)
        compounds |= dict.fromkeys(compound for article in self._articles for compound in sorted(article))
        holds = {
            key: Held(self.dataset.compounds[key].name, tuple(known.item for known in self._items(key).values()))
            for key in compounds
        }
        example = Answer("page.md", 12, "was approved in 2011", "semax/event/1", "contradicts")
        return Paper(self.dataset.stamp, TASK, example, holds, tuple(self.left))

    def _item(self, key: str) -> _Known | None:
        compound = key.partition("/")[0]
        return self._items(compound).get(key) if compound in self.dataset.compounds else None

    def _items(self, compound: str) -> dict[str, _Known]:
        """Return all that is held of a compound, by the ids that answers name."""
        if compound not in self._known:
            self._known[compound] = {known.item.id: known for known in self._of(compound)}
        return self._known[compound]

    def _of(self, compound: str) -> Iterator[_Known]:
        own = self.dataset.compounds[compound]
        for kind, number, text in _told(own, self.dataset.chemistry(compound)):
            key = f"{compound}/{kind}/{number}"
            yield _Known(Item(key, text), "matches", "differs", f"{own.name}: {text}", None)
        for claim in own.claims:
            standings = {self.dataset.references[key].standing for key in claim.references}
            says: AuditVerdict = "retracted" if standings == {"retracted"} else "matches"
            item = Item(f"{compound}/claim/{claim.id}", claim.text)
            yield _Known(item, says, "differs", f"{own.name}: {claim.text}", claim.references[0])
        for statement in self.dataset.statements.some(self.dataset.about_compound("statement", compound)):
            holds = "Holds in part" if statement.verdict == "partly" else "Does not hold"
            said = f"{statement.text} {holds}: {statement.explanation}"
            item = Item(f"{compound}/statement/{statement.id}", said, "statement")
            reference = statement.references[0] if statement.references else None
            yield _Known(item, _VERDICTS[statement.verdict], "matches", stated(statement), reference)
        for entry in self.dataset.untraced.some(self.dataset.about_compound("citation", compound)):
            said = f"{entry.citation}, for: {entry.said}. {entry.explanation}"
            item = Item(f"{compound}/citation/{entry.id}", said, "citation")
            says = "untraced" if entry.problem == "untraced" else "misattributed"
            reference = entry.nearest[0] if entry.nearest else None
            yield _Known(item, says, "matches", entry.explanation, reference)
        for work in self.dataset.references.some(self.dataset.references_of(compound)):
            item = Item(f"{compound}/reference/{work.id}", _cited(work), "reference")
            says = "retracted" if work.standing == "retracted" else "matches"
            yield _Known(item, says, "differs", f"{described(work)}: {item.says}", work.id)


def _cited(reference: Reference) -> str:
    """Return a work as a list of references gives it, its numbers and what was studied behind."""
    authors = ", ".join(reference.author) + ("" if reference.author_complete else ", and others")
    place = ":".join(part for part in (reference.volume, reference.page) if part)
    numbers = (("DOI", reference.doi), ("PMID", reference.pmid), ("PMCID", reference.pmcid))
    told = "".join(f" {kind} {number}." for kind, number in numbers if number)
    studied = (
        ", ".join(reference.species), f"n = {reference.n}" if reference.n else "", reference.condition,
        reference.dose, reference.duration, f"against {reference.comparator}" if reference.comparator else "",
        reference.registration.id if reference.registration else "",
    )  # fmt: skip
    of_what = "; ".join(part for part in studied if part)
    told += f" Studied: {of_what}." if of_what else ""
    return f"{authors}. {reference.title}. {reference.container_title}, {reference.issued}; {place}.{told}"


def _says(sentence: Sentence) -> bool:
    """Tell whether a sentence holds a number or more than a word: a line of a record may be a year alone."""
    return len(sentence.plain.split()) > 1 or any(character.isdigit() for character in sentence.plain)


def speaks(sentence: Sentence) -> bool:
    """Tell whether a sentence says something of a compound."""
    return bool(sentence.compounds) and not sentence.cites and len(sentence.plain.split()) >= FEWEST


_VERDICTS: Mapping[str, AuditVerdict] = {"contradicted": "differs", "untraceable": "untraced", "partly": "unknown"}
"""What comes of a statement that is made: of what holds in part it decides nothing."""


def _told(own: Compound, chemistry: tuple[str | None, float | None]) -> Iterator[tuple[str, int, str]]:
    """Yield what a compound's record says in sentences of its own: the kind of each, its number, and the text.

    `chemistry` are its formula and its molar mass in g/mol, as far as they are known.
    """
    identity = [f"{own.name} is a {own.compound_class}.", own.summary]
    formula, mass = chemistry
    if formula or mass:
        identity.append(f"Formula {formula or 'not held'}, molar mass {f'{mass:.2f} g/mol' if mass else 'not held'}.")
    if own.identifiers:
        identity.append(f"Numbers: {', '.join(f'{number.kind} {number.value}' for number in own.identifiers)}.")
    if own.sequence:
        identity.append(f"Residues: {own.sequence.residues} ({len(own.sequence.residues)}).")
    if own.aliases:
        identity.append(f"Other names: {', '.join(alias.text for alias in own.aliases)}.")
    yield from (("identity", number, text) for number, text in enumerate(identity, 1) if text)
    if own.primary_mechanism:
        yield "mechanism", 1, own.primary_mechanism
    if own.distinction:
        yield "distinction", 1, own.distinction
    for number, fact in enumerate(own.facts, 1):
        yield "fact", number, f"{fact.label}: {fact.value}"
    for number, event in enumerate(own.regulatory, 1):
        sure = "" if event.confirmed else " (not confirmed)"
        yield "event", number, f"{event.jurisdiction}, {event.as_of}, {event.status}: {event.event}{sure}"
    for number, remark in enumerate(own.limitations, 1):
        yield "limitation", number, remark.text
    for number, relative in enumerate(own.relatives, 1):
        yield "relative", number, f"{relative.name}: {relative.text}"


def _bare(text: str) -> str:
    """Return the letters and digits of a text, by which words are found again however they are set."""
    return "".join(character for character in text.lower() if character.isalnum())


def answers_in(path: Path) -> list[Answer]:
    """Return the answers of a file, one of JSON a line; raise UsageError with the line of the first that is none.

    A pipe is read to its end; a device has none.
    """
    if path.is_char_device():
        raise UsageError(f"{path} is no regular file; name one, or pipe it")
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    found: list[Answer] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(decoded(line.encode(), Answer))
        except msgspec.DecodeError as error:
            raise UsageError(f"{path}:{number}: no answer: {error}; see the form in what --left has written") from error
    return found
