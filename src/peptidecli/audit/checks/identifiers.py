"""Identifiers: DOI, PMID, PMCID, numbers of compounds, held against the dataset and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ...dataset.model import Reference, UntracedCitation
from ...notation import people as authors
from ...notation.identifiers import DOI_LETTER, cas_check_digit_holds, doi_in, trimmed
from ..article.blocks import Article, Entry
from ..article.citations import Cited, family_key
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..ownership import Owners
from ..reported import attributed
from ..titles import key_of, likeness
from ..tongues import denies
from ..tracing import Traced, Tracer, journal_in
from ..wording import DISTINCT, clauses, refuted, stems
from ..works import described, noticed
from . import Found, Seen


class Number(NamedTuple):
    """An identifier in a sentence: from `start` to `end`, its kind and its value without prefix."""

    start: int
    end: int
    kind: str
    value: str


Judged = tuple[AuditVerdict, str, "str | None"]

_DOI = re.compile(rf"\b10\.\d{{4,9}}(?:/|%2f)(?:(?![|\"{{}}\\]){DOI_LETTER})+", re.IGNORECASE)
_PMID = re.compile(
    r"\b(?:PM\s?IDs?|pub_?med_?ids?|PubMed:(?=\s?\d{6,9}\s?[,;]))\W{0,4}0{0,3}(\d{4,9}(?:(?:\s?[,;/]\s?|\s+and\s+)(?:PMID\W{0,3})?\d{6,9}){0,30})|"
    r"(?:europepmc\.org/\w{6,9}/med|pubmed)(?:\.ncbi\.nlm\.nih\.gov|\.gov|/|\s+ID:?\s|:\s?|\s(?=\d{7,8}\b)|(?=\?))/?"
    r"(?:\?(?:term|uid)=)?(\d{4,9})\b|ncbi\.nlm\.nih\.gov/\S{0,150}?\blist_uids=(\d{4,9})\b",
    re.IGNORECASE,
)
_RIGHT_NUMBER = re.compile(r"\bThe (?:paper|review|study|meta-analysis|trial)\b[^.;]{0,80}? is PMID (\d{6,9})\b")
_PMCID = re.compile(r"\bPMC(?:ID:?\s?PMC)?(?!\s(?:19|20)\d\d\b)\s?(\d{4,9})\b", re.IGNORECASE)
_CAS = re.compile(r"(?<![\d/.-])(\d{2,7}-\d\d-\d)(?![\d-]|/\d)")
_CALLED_CAS = re.compile(r"\bCAS\b|registry number", re.IGNORECASE)
_OF_A_NAME = r"(?:\s(?:of|for)\s[\w()/ -]{2,40}?(?:\sis|:|\s=)(?=\s))?"
"""Of what a number is, between its label and itself: `the PubChem CID of Selank is 11765600`."""
_CID = re.compile(
    r"(?:\bPub_?Chem(?:[\s_-]?(?:compound|database))?(?:[\s_-]?(?:C?ID|number|no\.?|entry)(?![a-z])|(?=\W{0,3}[:=]|\W{0,3}\d{5}))"
    r"|(?<![A-Za-z0-9])C_?ID)(?:\s?\(?CID\)?)?"
    rf"{_OF_A_NAME}[^\w\n]{{0,4}}(\d{{3,10}})\b|pubchem\.ncbi\.nlm\.nih\.gov/compound/(\d{{3,10}})",
    re.IGNORECASE,
)
"""`PubChem CID 123`, `CID: 123`, `pubchemCid: '123'`, `PubChem ID (CID): 123`, `pubchem: 12345`."""
_UNII = re.compile(
    rf"\bUNII(?:[\s_-]?(?:code|ID|number))?{_OF_A_NAME}\W{{0,4}}((?=[A-Z]*\d)[A-Z0-9]{{10}})\b", re.IGNORECASE
)
_INCHIKEY = re.compile(r"(?<![A-Za-z])([A-Z]{14}-[A-Z]{10}-[A-Z])\b")
_DRUGBANK = re.compile(r"\b(DB\d{5})\b")
_REGISTERED = re.compile(r"\b(NCT\d{8}|ISRCTN\d{8}|(?<![\d-])20\d\d-\d{6}-\d\d)(?![\d-])")
_MARK = re.compile(
    r"10\.\d{4}|NCT0|ISRCTN|20\d\d-\d{6}-|PM\s?ID|pubmed|europepmc|list_uids|PMC\s?\d|PMC\s?ID|\d-\d\d-\d|CID|UNII|[A-Z]{10}-[A-Z]|pubchem|\bDB\d{5}",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_BRACKETED = re.compile(r"\((\d{7,8})(?=[,;)])")
_BARE = re.compile(r"\W{0,4}(\d{7,8})\W{0,4}")
BESIDE = 80
"""How many characters after a citation its identifier may stand."""


def numbers(sentence: Sentence, bare_pmids: frozenset[str] = frozenset()) -> Iterator[Number]:  # noqa: PLR0912 - one form after another
    """Yield the identifiers in a sentence. A bare number is one where it fills an item and is in `bare_pmids`."""
    plain = sentence.plain
    block = sentence.block
    cells = block.header if block.kind == "row" else ()
    if "PMID" in " ".join(cells).upper():
        column = next(i for i, head in enumerate(cells) if "PMID" in head.upper())
        if column < len(block.cells):
            start, end = block.cells[column]
            bare = re.fullmatch(r"(\d{5,9})(?:\.0)?", plain[start:end].strip())
            if bare:
                yield Number(start, end, "PMID", bare[1])
    for (start, end), head in zip(block.cells, cells, strict=False):
        value = plain[start:end].strip()
        kind = next((kind for kind, label, shape in _HEADED if label.search(head) and shape.fullmatch(value)), "")
        if kind:
            place = plain.find(value, start)
            yield Number(place, place + len(value), kind, value.removesuffix(".0"))
    alone = _BARE.fullmatch(plain) if len(plain) < 20 else None
    if alone and alone[1] in bare_pmids:
        yield Number(*alone.span(1), "PMID", alone[1])
        return
    if not _MARK.search(plain) and not _BRACKETED.search(plain):
        return
    for hit in _DOI.finditer(plain):
        written = trimmed(hit[0])
        yield Number(hit.start(), hit.start() + len(written), "DOI", doi_in(written))
    for hit in _PMID.finditer(plain):
        group = hit.lastindex or 1
        for digits in re.finditer(r"\d+", hit[group]):
            start = hit.start(group) + digits.start()
            yield Number(start, start + len(digits[0]), "PMID", digits[0])
    for hit in _BRACKETED.finditer(plain):
        if hit[1] in bare_pmids:
            yield Number(*hit.span(1), "PMID", hit[1])
    for hit in _PMCID.finditer(plain):
        yield Number(hit.start(), hit.end(), "PMCID", hit[1])
    for hit in _CAS.finditer(plain):
        called = _CALLED_CAS.search(plain, max(0, hit.start() - 40), hit.start()) or any(map(_CALLED_CAS.search, cells))
        if called or cas_check_digit_holds(hit[1]):
            yield Number(hit.start(), hit.end(), "CAS RN", hit[1])
    for kind, pattern in (
        (TRIAL, _REGISTERED),
        ("PubChem CID", _CID),
        ("UNII", _UNII),
        ("InChIKey", _INCHIKEY),
        ("DrugBank", _DRUGBANK),
    ):
        for hit in pattern.finditer(plain):
            group = 1 if hit[1] else 2
            yield Number(*hit.span(group), kind, hit[group])


TRIAL = "trial number"
"""What the number of a trial in a register is called."""


_HEADED = (
    (
        "PubChem CID",
        re.compile(
            r"(?<![a-z])C_?ID(?![a-z])|PubChem(?:[\s_-]?C?ID|[\s_-]?(?:number|no\.?|compound))?\W*$", re.IGNORECASE
        ),
        re.compile(r"\d{3,10}(?:\.0)?"),
    ),
    ("UNII", re.compile(r"(?<![a-z])UNII(?![a-z])", re.IGNORECASE), re.compile(r"[A-Z0-9]{10}")),
    ("DrugBank", re.compile(r"DrugBank", re.IGNORECASE), re.compile(r"DB\d{5}")),
)
"""Numbers of compounds whose kind the head of their column tells."""
_RIGHT_BEHIND = re.compile(r"[\s;:,.()\[\]-]{0,6}(?:PMID|PMCID|DOI|PubMed)?[\s:]{0,3}(?:https?://\S*)?", re.IGNORECASE)
_BEHIND_A_NAME = re.compile(
    r"(?:-\d)?(?:\s(?:trial|study|review|paper|meta-analysis))?[\s;:,.()\[\]-]{0,4}(?:\(?(?:19|20)\d\d\)?)?[\s;:,.()\[\]-]{0,4}"
    r"(?:https?://\S{0,60}?|(?:PMID|PMCID|DOI|PubMed)[\s:]{0,3}){0,2}",
    re.IGNORECASE,
)
_DATED = re.compile(r"\s?\(((?:19|20)\d\d)\)")
"""The year that stands behind a number, and is that of its paper."""
_LINK = re.compile(
    r"\W*(?:(?:View |Read |Full )?(?:PubMed|study|Study|link|Link|source|Source|text|paper|article|PMC|"
    r"DOI|PMID)\W{0,4})?"
    r"(?:https?://\S+|\d{7,8})\W*"
)
_AT_THE_HEAD = 6
_ET_AL = re.compile(r"\bet\.?\sal\b")
"""What stands behind a first author, who is known of every paper."""
_IN_BRACKETS = re.compile(r"\s?[(\[](?:of|for)?\s?")
"""What stands between a number and the name of what it is the number of: `77591-33-4 (thymosin beta-4)`."""
_TITLE_FROM = 12
"""Characters from which what a wrong citation begins with is a title."""
_OF_COMPOUNDS = frozenset({"CAS RN", "PubChem CID", "UNII", "InChIKey", "DrugBank"})


class Identifiers:
    """The identifiers of the dataset: of compounds, of references, of notices and of citations that are wrong."""

    def __init__(self, tracer: Tracer, owners: Owners) -> None:
        self.tracer, self.owners, self.dataset = tracer, owners, tracer.dataset
        self._papers: dict[tuple[str, str], Reference] = {}
        self._notices: dict[tuple[str, str], Reference] = {}
        self._compounds: dict[tuple[str, str], str] = {}
        for reference in tracer.references.values():
            for kind, value in (("DOI", reference.doi), ("PMID", reference.pmid), ("PMCID", reference.pmcid)):
                if value:
                    self._papers[kind, _key(value)] = reference
            notice = reference.notice
            for kind, value in (("DOI", notice.doi), ("PMID", notice.pmid)) if notice else ():
                if value:
                    self._notices[kind, _key(value)] = reference
        for compound in self.dataset.compounds.values():
            for identifier in compound.identifiers:
                self._compounds[identifier.kind, identifier.value.upper()] = compound.id
        self._names = {compound.id: compound.name for compound in self.dataset.compounds.values()}
        self._index_trials()
        self._said_wrongly: dict[str, list[UntracedCitation]] = {}
        # Numbers that are told of works which are not held, beside the wrong ones under which they circulate.
        self._told_of: dict[tuple[str, str], UntracedCitation] = {
            ("PMID", number[1]): entry
            for entry in self.dataset.untraced.values()
            if (number := _RIGHT_NUMBER.search(entry.explanation)) and ("PMID", number[1]) not in self._papers
        }
        for entry in self.dataset.untraced.values():
            for digits in (
                re.findall(r"(?<!\d)\d{5,9}(?!\d)", entry.citation) if entry.problem == "misattributed" else ()
            ):
                self._said_wrongly.setdefault(digits, []).append(entry)
        self._bare = frozenset(value for kind, value in self._papers if kind == "PMID")
        self._near: dict[str, list[str]] = {}
        for value in self._bare:
            for place in range(len(value)):
                self._near.setdefault(f"{value[:place]}?{value[place + 1 :]}", []).append(value)

    def _index_trials(self) -> None:
        """Note of every registered trial the papers on it, or what is told of it."""
        self._trials: dict[str, list[Reference]] = {}
        for reference in self.tracer.references.values():
            if reference.registration:
                self._trials.setdefault(reference.registration.id, []).append(reference)
        self._registered: dict[str, tuple[str, str]] = {}
        for compound in self.dataset.compounds.values():
            texts = (
                *(f"{fact.label}: {fact.value}" for fact in compound.facts),
                *(r.text for r in compound.limitations),
            )
            for text in texts:
                for trial in _REGISTERED.finditer(text):
                    self._registered.setdefault(trial[1], (compound.id, text))

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the identifiers of a sentence, and note those of references as studies."""
        if sentence.block.entry or not (_DIGIT.search(sentence.plain) or _INCHIKEY.search(sentence.plain)):
            return
        for number in numbers(sentence, self._bare):
            if number.kind in _OF_COMPOUNDS:
                judged = self._judge_compound(number, sentence)
                if judged is None:
                    continue
                verdict, detail, key = judged
            elif number.kind == TRIAL:
                verdict, detail, key = self._judge_trial(number, sentence, self._beside(number, sentence, seen.own))
                if key and verdict == "matches":
                    seen.number(number.start, number.end, key)
            else:
                verdict, detail, key = self._judge(number, sentence, seen)
                paper = self._papers.get((number.kind, _key(number.value)))
                if paper and verdict in {"matches", "retracted"}:
                    seen.number(number.start, number.end, paper.id)
            yield Found(number.start, number.end, "identifier", verdict, detail, key)

    # -- references ------------------------------------------------------------------------------------------------

    def _judge(self, number: Number, sentence: Sentence, seen: Seen) -> Judged:
        """Return verdict, detail and reference of an identifier of a paper."""
        key = (number.kind, _key(number.value))
        beside = (
            seen.fielded.get(sentence.line(number.start))
            or self._beside(number, sentence, seen.own)
            or self._linked(sentence, seen)
            or self._goes_on(sentence, seen)
        )
        paper = self._papers.get(key)
        if paper:
            given = seen.fielded.get(sentence.line(number.start))
            if given and given[1].meant and not set(self.tracer.works.edition(paper.id)) & set(given[1].meant):
                other = described(self.tracer.references[given[1].meant[0]])
                return "misattributed", f"{number.kind} {number.value} is {described(paper)}, not {other}.", paper.id
            judged = self._judge_paper(paper, number, beside, sentence)
            told = seen.retold and (authors.family(paper.author[0]) in seen.retold or number.value in seen.retold)
            return (
                ("matches", f"{judged[1]} So the text says.", judged[2])
                if told and judged[0] == "retracted"
                else judged
            )
        if key in self._notices:
            paper = self._notices[key]
            return "matches", f"The notice on {described(paper)}.", paper.id
        entry = self.tracer.registry_entry(*key)
        if entry:
            traced = self.tracer.condemned(entry)
            named = any(_titled_there(own, number, entry) for own in seen.keyed.values())
            title = entry.citation.partition(",")[0]
            plain = sentence.block.plain
            named = named or (
                len(title) > _TITLE_FROM and title in plain and not stems(entry.said) & stems(plain.replace(title, " "))
            )
            if entry.problem == "misattributed" and (named or not _cited_for(entry, sentence)):
                return "unknown", f"Not in the dataset as a reference. {traced.detail}", None
            if _explained(entry, sentence.plain):
                return "matches", f"What the number is, as the text says. {traced.detail}", None
            if refuted(sentence.plain):
                return "unknown", f"No number to cite, as the text says. {traced.detail}", traced.reference
            return traced.verdict, traced.detail, traced.reference
        right = self._told_of.get(key)
        if right:
            return "matches", f"The number of a work that circulates under another: {right.explanation}", None
        return self._judge_unknown(number, beside or self._named(number, sentence, seen), sentence)

    def _beside(
        self, number: Number, sentence: Sentence, cited: Sequence[tuple[Cited, Traced]]
    ) -> tuple[Cited, Traced] | None:
        """Return the citation that an identifier stands beside."""
        if sentence.whole and len(cited) == 1:
            return cited[0]
        around = [item for item in cited if item[0].start <= number.start < item[0].end]
        if len(around) == 1:
            return around[0]  # a field of a paper's record
        before = [item for item in cited if item[0].end <= number.start]
        if before and number.start - before[-1][0].end <= (BESIDE if not sentence.whole else 300):
            between = sentence.plain[before[-1][0].end : number.start]
            dated = _DATED.match(sentence.plain, number.end)
            if dated and before[-1][0].year and abs(int(dated[1]) - before[-1][0].year) > 1:
                return None  # `Khavinson et al., 2003; PMC12411320 (2025)`: two papers.
            if _RIGHT_BEHIND.fullmatch(between) or not re.search(
                r"\b(?:and|but|while|whereas|another|later|see|plus)\b|[;]", between
            ):
                return before[-1]
        return None

    def _named(self, number: Number, sentence: Sentence, seen: Seen) -> tuple[Cited, Traced] | None:
        """Return the one study that an identifier stands right behind, or in the row of, called by its name alone."""
        named = [study for study in seen.studies if study.sure and study.end <= number.start]
        if len({study.meant for study in named}) != 1:
            return None
        between = sentence.plain[named[-1].end : number.start]
        if sentence.block.kind != "row" and not _BEHIND_A_NAME.fullmatch(between):
            return None
        meant = named[-1].meant
        # What pools a study, or follows it up, is not the paper on it.
        if len(meant) != 1 or not self.tracer.works.human(meant[0]):
            return None
        cited = Cited(named[-1].start, named[-1].end, (), 0, True, False, study=sentence.plain[named[-1].start :][:20])
        return cited, Traced("matches", "", meant[0], meant[:1])

    @staticmethod
    def _linked(sentence: Sentence, seen: Seen) -> tuple[Cited, Traced] | None:
        """Return the one citation that a link alone, `[PubMed]`, stands behind: in its paragraph or the one before."""
        if seen.own or not _LINK.fullmatch(sentence.plain):
            return None
        cited = seen.cited or (seen.before if _LINK.fullmatch(sentence.block.plain) else [])
        if len(cited) != 1 or cited[0][0].start > _AT_THE_HEAD or cited[0][1].verdict == "unknown":
            return None
        # Its place is in another sentence than the link's.
        return cited[0][0]._replace(start=0, end=0), cited[0][1]

    @staticmethod
    def _goes_on(sentence: Sentence, seen: Seen) -> tuple[Cited, Traced] | None:
        """Return the one study, told by journal and year, of which a sentence goes on to tell and gives the number."""
        told = len(seen.cited) == 1 and not seen.own and not seen.cited[0][0].families and seen.cited[0][0].journal
        return seen.cited[0] if told and _OF_THAT_STUDY.match(sentence.plain) else None

    def _judge_paper(
        self, paper: Reference, number: Number, beside: tuple[Cited, Traced] | None, sentence: Sentence
    ) -> Judged:
        if beside and not self._same(paper, *beside, sentence):
            cited = beside[0]
            text = sentence.text[cited.start : cited.end]
            titled = self._titled(beside[1], sentence)
            named = (
                described(self.tracer.references[beside[1].meant[0]])
                if titled
                else text
                if 0 < len(text) <= 60
                else f"{cited.families[0] if cited.families else cited.study} {cited.year or ''}".strip()
            )
            return "misattributed", f"{number.kind} {number.value} is {described(paper)}, not {named}.", paper.id
        if not beside and sentence.block.kind == "item":
            other = self._under_another_title(paper, number, sentence)
            if other:
                return "misattributed", f"{number.kind} {number.value} is {described(paper)}, not {other}.", paper.id
        for entry in self._said_wrongly.get(number.value, ()) if not beside else ():
            own = authors.family(paper.author[0])
            its_own = self.tracer.works.claims(paper.id, stems(sentence.plain))
            if not its_own and own not in sentence.block.plain and self._said(entry.said, entry.citation, sentence):
                return "misattributed", f"Said of it: {entry.said}. {entry.explanation}", paper.id
        grave = paper.standing in {"retracted", "expression-of-concern"}
        if grave and not (re.search("retract|concern", sentence.plain, re.I) or sentence.standing):
            return "retracted", f"{described(paper)}. {noticed(paper)}", paper.id
        return "matches", f"{described(paper)}.", paper.id

    @staticmethod
    def _under_another_title(paper: Reference, number: Number, sentence: Sentence) -> str:
        """Return the title under which an item lists the number of a paper that is called something else."""
        line = _TITLED.match(sentence.block.plain)
        titles = [paper.title, *([paper.original_title] if paper.original_title else [])]
        if not line or number.value not in sentence.block.plain[line.end("title") :] or not line["title"].isascii():
            return ""
        if paper.language != "en" or max(likeness(line["title"], title).share for title in titles) >= ANOTHER_TITLE:
            return ""
        return f'"{line["title"]}"'

    @staticmethod
    def _said(said: str, citation: str, sentence: Sentence) -> bool:
        """Tell whether a sentence says of a paper, as a study in people, what a wrong citation says of it."""
        about = f"{said} {citation}".lower()
        people = re.search(r"\b(?:people|humans?|patients|subjects)\b", about)
        told = r"\bhumans?\b(?! (?:\w+ )?(?:cells?|fibroblasts?|lines?|tissues?)\b)|\bpeople\b|\bpatients\b"
        return bool(people) and re.search(told, sentence.plain) is not None

    def _titled(self, traced: Traced, sentence: Sentence) -> bool:
        """Tell whether the title of the paper that was cited is printed, so that it is no other by that author."""
        works, plain = self.tracer.works, sentence.block.plain
        if not traced.meant or traced.verdict in {"unknown", "misattributed"}:
            return False
        hits = works.titles_in(plain, works.about(plain))
        meant = {other for key in traced.meant for other in works.edition(key)}
        return any(hit.whole and meant.intersection(hit.references) for hit in hits)

    def _same(self, paper: Reference, cited: Cited, traced: Traced, sentence: Sentence) -> bool:
        """Tell whether a paper can be the one cited: by its author and year, or as another edition of it."""
        editions = self.tracer.works.edition(paper.id)
        if set(editions) & set(traced.meant):
            return not self._of_another_version(paper, cited, traced, sentence)
        if not cited.families or self._titled(traced, sentence):
            return False
        families = [family_key(authors.family(author)) for author in paper.author]
        own = family_key(cited.families[0])
        if sentence.whole and own == families[0] and re.search(rf"\b{paper.issued}\b", sentence.plain):
            journal = journal_in(sentence.plain, self.tracer.works)
            if journal and self.tracer.works.is_journal_of(journal, editions):
                return True  # The year that was read is another that the line speaks of.
        related = any(OSA.distance(own, family) <= (1 if len(own) > 5 else 0) for family in families)
        if not paper.author_complete and not related and not _ET_AL.search(sentence.plain, cited.start, cited.end):
            return own not in families and abs(paper.issued - cited.year) == 0 and traced.verdict == "unknown"
        return related and (not cited.year or abs(paper.issued - cited.year) <= 1)

    def _of_another_version(self, paper: Reference, cited: Cited, traced: Traced, sentence: Sentence) -> bool:
        """Tell whether a paper is another version of the review that is cited, whose own year stands nowhere there."""
        dated = re.search(rf"(?<!\d){paper.issued}(?!\d)", sentence.plain)
        return not dated and all(self.tracer.works.another_version(key, paper.id, cited.year) for key in traced.meant)

    def _judge_unknown(self, number: Number, beside: tuple[Cited, Traced] | None, sentence: Sentence) -> Judged:
        meant = beside[1].meant if beside else ()
        field = number.kind.lower()
        for key in meant:
            own = getattr(self.tracer.references[key], field)
            if own and OSA.distance(_key(own), _key(number.value)) <= (2 if number.kind == "DOI" else 1):
                return "differs", f"The {number.kind} of {described(self.tracer.references[key])} is {own}.", key
        if beside and meant:
            best = self._one(meant, sentence)
            reference = self.tracer.references[best] if best else None
            own = getattr(reference, field) if reference else None
            if reference and not self._by_its_first(reference, *beside, sentence):
                return "unknown", f"Not in the dataset, which has {described(reference)}.", None
            listed = sentence.block.kind == "item" and not sentence.start and len(meant) == 1
            unsure = listed and beside[1].verdict == "unknown"
            # A line that prints another place is of another work of that author and year.
            if reference and unsure and self.tracer.placed_elsewhere(reference.id, sentence.plain):
                return "unknown", f"Not in the dataset, which has {described(reference)}.", None
            if reference and own:
                editions = [self.tracer.references[key] for key in self.tracer.works.edition(reference.id)]
                told = f"The {number.kind} of {described(reference)} is {own}."
                # A translation or another version may have the number, where its own is not known.
                if sentence.typed or all(getattr(other, field) for other in editions):
                    return "differs", told, reference.id
                return "unknown", f"Not in the dataset. {told}", None
            if len(meant) == 1 and own:
                return "unknown", f"Not in the dataset, which gives {number.kind} {own}.", None
        slip = self._slip(number, sentence)
        if slip:
            return "differs", f"Probably {number.kind} {getattr(slip, field)}: {described(slip)}.", slip.id
        return "unknown", "Not in the dataset.", None

    def _by_its_first(self, reference: Reference, cited: Cited, traced: Traced, sentence: Sentence) -> bool:
        """Tell whether a work is cited by its first author or its title, and not by one who has written others."""
        if not cited.families or self._titled(traced, sentence):
            return True
        near = OSA.distance(family_key(authors.family(reference.author[0])), family_key(cited.families[0]))
        return near <= 1 or traced.verdict != "matches"

    def _one(self, meant: Sequence[str], sentence: Sentence) -> str | None:
        """Return the one reference that a citation with a strange number can be, None where several can."""
        if len(meant) == 1:
            return meant[0]
        telling = self.tracer.works.about(sentence.plain)
        spoken = {kin for own in sentence.compounds for kin in self.tracer.names.kin(own)}
        if not any(spoken.intersection(self.tracer.references[key].compounds) for key in meant):
            return None
        scores = sorted(
            ((len(self.tracer.works.vocabulary(key) & telling), key) for key in meant),
            key=lambda item: (-item[0], item[1]),
        )
        return scores[0][1] if scores[0][0] >= scores[1][0] + 2 else None

    def _slip(self, number: Number, sentence: Sentence) -> Reference | None:
        """Return the paper whose PMID is one digit off, where the sentence speaks of its compound."""
        if number.kind != "PMID":
            return None
        value = number.value
        near = {
            other
            for place in range(len(value))
            for other in self._near.get(f"{value[:place]}?{value[place + 1 :]}", ())
        }
        fitting = [
            paper for other in near if set((paper := self._papers["PMID", other]).compounds) & set(sentence.compounds)
        ]
        if len(fitting) != 1 or not sentence.compounds:
            return None
        shared = self.tracer.works.vocabulary(fitting[0].id) & self.tracer.works.about(sentence.plain)
        return fitting[0] if len(shared) >= 2 else None

    # -- trials ----------------------------------------------------------------------------------------------------

    def _judge_trial(self, number: Number, sentence: Sentence, beside: tuple[Cited, Traced] | None) -> Judged:
        """Return what the number of a trial is: that of the paper that it stands beside, of another, or of none."""
        cited = self.tracer.references[beside[1].meant[0]] if beside and len(beside[1].meant) == 1 else None
        own = cited.registration.id if cited and cited.registration else None
        named = {mention.compound for mention in sentence.named if mention.compound}
        known = self._trials.get(number.value)
        if known:
            of, told, key = set(known[0].compounds), f"{described(known[0])}.", known[0].id
        elif number.value in self._registered:
            compound, text = self._registered[number.value]
            of, told, key = {compound}, f"{self._names[compound]}: {text}", None
        elif cited and own:
            told = f"{described(cited)} is registered as {own}."
            if OSA.distance(own, number.value) == 1:
                return "differs", told, cited.id
            return "unknown", f"Not in the dataset. {told}", None
        else:
            return "unknown", "Not in the dataset.", None
        if known and cited and own and cited not in known:
            detail = f"{number.value} is {told.rstrip('.')}, not {described(cited)}, which is registered as {own}."
            return "misattributed", detail, key
        if known and named and not any(kin in named for own in of for kin in self.tracer.names.kin(own)):
            return (
                "misattributed",
                f"{number.value} is a trial of {' and '.join(map(self._names.__getitem__, sorted(of)))}. {told}",
                key,
            )
        return "matches", told, key

    def page_of(self, article: Article) -> tuple[str, ...]:
        """Return the one paper whose numbers an article gives, and no other's; nothing where it gives several."""
        found: set[str] = set()
        meant: Reference | None = None
        for block in article.blocks:
            if block.entry or not _MARK.search(block.plain):
                continue
            for kind, value in numbered_in(block.plain):
                paper = self._papers.get((kind, _key(value)))
                trial = self._trials.get(value) if kind == TRIAL else None
                paper = paper or (trial[0] if trial else None)
                if paper is None and kind == TRIAL:
                    continue
                found |= {min(self.tracer.works.edition(paper.id)) if paper else f"{kind} {value}"}
                if len(found) > 1:
                    return ()
                meant = paper
        return (meant.id,) if found and meant else ()

    # -- compounds -----------------------------------------------------------------------------------------------

    def _judge_compound(self, number: Number, sentence: Sentence) -> Judged | None:
        kind, value = number.kind, number.value.upper()
        bearer = self._compounds.get((kind, value))
        owner = self.owners.owner(sentence, number.start, number.end)
        spoken = owner.compound if owner and not owner.salt else None
        names = self._names

        def own_of(compound: str | None) -> list[str]:
            return [other for (of, other), key in self._compounds.items() if key == compound and of == kind]

        own = own_of(spoken)
        others = sentence.asks or attributed(sentence.plain, number.end)
        if bearer and bearer == spoken and not others and _IS_NOT.search(sentence.plain, 0, number.start):
            return "differs", f"It is: {kind} {number.value} is {names[bearer]}.", None
        if others or refuted(sentence.plain) or _set_apart(sentence, number):
            return "unknown", "The text itself calls it into question.", None
        if kind == "CAS RN" and not cas_check_digit_holds(number.value):
            real = f" The CAS RN of {names[spoken]} is {own[0]}." if spoken and own else ""
            return "differs", f"No CAS RN: the last digit does not fit the others.{real}", None
        if bearer:
            behind = any(
                m.compound == bearer and _IN_BRACKETS.fullmatch(sentence.plain, number.end, m.start)
                for m in sentence.named
            )
            given = _given_to(sentence, number)
            spoken, own = (given, own_of(given)) if given else (spoken, own)
            if (
                spoken
                and spoken != bearer
                and not behind
                and (given or bearer not in sentence.compounds or sentence.block.kind == "row")
            ):
                real = f", not {names[spoken]}" + (f" ({own[0]})" if own else "")
                return "misattributed", f"{kind} {number.value} is {names[bearer]}{real}.", None
            return "matches", f"{kind} of {names[bearer]}.", None
        if spoken and own:
            if kind in _ONE_TO_ONE and not _OF_A_FORM.search(sentence.plain) and not _same_skeleton(kind, value, own):
                return "differs", f"The {kind} of {names[spoken]} is {' or '.join(own)}.", None
            return "unknown", f"Not in the dataset, which gives {own[0]} for {names[spoken]}.", None
        return ("unknown", "Not in the dataset.", None) if kind == "CAS RN" else None


_NUMBER_OF = (
    r"(?:CAS(?:\s(?:RN|registry)|-)?(?:\s?(?:number|no\.?|#))?|PubChem(?:\sCID)?|CID|UNII|InChIKey|DrugBank(?:\sID)?)"
)
_CALLED_SO = re.compile(rf"\s?[(\[]\s?{_NUMBER_OF}\W{{0,3}}", re.IGNORECASE)
_IS_NOT = re.compile(rf"\b(?:is|are|was)(?: not|n't)\s(?:the\s)?(?:{_NUMBER_OF}\s)?\Z", re.IGNORECASE)
"""What denies the number behind it, right before it."""
_OF_IT = re.compile(rf"(?:\b{_NUMBER_OF}|\bthat)\s(?:of|for)\s(?:the\s)?$", re.IGNORECASE)
_IN_APPOSITION = re.compile(
    rf",\s(?:an?|the)\s[^,.;]{{1,60}},\s(?:has|bears|carries)\s(?:the\s)?{_NUMBER_OF}\s(?:of\s)?", re.IGNORECASE
)
_OF_ANOTHER = re.compile(r"\b(?:of|from|to|than|like|with|as|by|in|on|unlike|vs\.?)\s(?:the\s)?$", re.IGNORECASE)
_FOR = re.compile(r"\s(?:for|of|is|being)\s", re.IGNORECASE)
"""What follows a number and says whose it is: `CAS 77591-33-4 for thymosin beta-4`."""
_TOGETHER = re.compile(r"(?:\s?[,/&]\s?|,?\s(?:and|or)\s)(?:the\s)?", re.IGNORECASE)


def _given_to(sentence: Sentence, number: Number) -> str | None:
    """Return the compound to which a number is given in so many words, though another stands there as well, or None.

    `Semax (CAS 129954-34-3)`, `the CAS number of Semax is ...`, `Semax, a relative of Selank, has the CAS number ...`;
    not `Semax and Selank (CAS ...`, where of two names the numbers follow, nor `Selank, made of tuftsin (CAS ...`.
    """
    plain = sentence.plain
    if _FOR.match(plain, number.end):
        return None
    before = [mention for mention in sentence.named if mention.end <= number.start]
    for at, mention in enumerate(before):
        if not mention.compound or mention.salt:
            continue
        between = plain[mention.end : number.start]
        last = at + 1 == len(before)
        called = last and _CALLED_SO.fullmatch(between) and not (at and _OF_ANOTHER.search(plain, 0, mention.start))
        of_it = last and between in {" ", " is ", ": "} and _OF_IT.search(plain, 0, mention.start)
        if not (called or of_it or _IN_APPOSITION.fullmatch(between)):
            continue
        if at and _TOGETHER.fullmatch(plain, before[at - 1].end, mention.start):
            return None
        return mention.compound
    return None


def _set_apart(sentence: Sentence, number: Number) -> bool:
    """Tell whether the clause of a number says that it is not the compound's: `not to be confused with 77591-33-4`."""
    low, high = next(((a, b) for a, b in clauses(sentence.plain) if a <= number.start < b), (0, len(sentence.plain)))
    return DISTINCT.search(sentence.plain, low, high) is not None or denies(sentence.plain, low, number.start)


def _titled_there(own: Entry, number: Number, entry: UntracedCitation) -> bool:
    """Tell whether a paper that is given field by field has the number that is cited wrongly, and its own title."""
    return number.value in {own.pmid, own.doi} and key_of(own.title) in key_of(entry.citation)


def _explained(entry: UntracedCitation, plain: str) -> bool:
    """Tell whether a text tells what a number that circulates wrongly really is, in the words of the dataset."""
    own = frozenset(word for word in stems(plain) if not word.isdigit())
    return len(own) >= _TOLD and own <= stems(entry.explanation) and not own <= stems(f"{entry.citation} {entry.said}")


def _cited_for(entry: UntracedCitation, sentence: Sentence) -> bool:
    """Tell whether a number is cited for what a wrong citation says of it, or with nothing that tells for what."""
    plain = sentence.block.plain
    said = stems(entry.said)
    figures = set(re.findall(r"\d+", entry.said))
    shared = said & stems(plain)
    if figures & set(re.findall(r"\d+", plain)) - {entry.pmid}:
        return True
    return len(plain) < _TELLS_NOTHING or len(shared) >= min(2, len(said))


_TOLD = 3
"""Telling words from which a text says what the work is that a number belongs to."""
_TELLS_NOTHING = 60
"""Characters up to which a text with a number in it does not tell for what the number is cited."""
_ONE_TO_ONE = frozenset({"PubChem CID", "UNII", "InChIKey", "DrugBank"})
"""Numbers of which a substance has one, or few that the dataset has; a CAS RN is given to each of its salts."""
_OF_A_FORM = re.compile(
    r"\b(?:acetate|trifluoroacetate|TFA|hydrochloride|HCl|salt|hydrate|sodium|isomer|racem\w+|isotop\w+|deuterated|"
    r"amidate|blend|mixture|combination)\b|\w\s\+\s\w",
    re.IGNORECASE,
)
"""What tells that a number may be that of a salt or another form, which has its own."""


def _same_skeleton(kind: str, value: str, own: Sequence[str]) -> bool:
    """Tell whether an InChIKey is of the same atoms and bonds: only a centre or a charge is another."""
    return kind == "InChIKey" and any(value[:14] == other[:14] for other in own)


_OF_THAT_STUDY = re.compile(
    r"(?:The (?:treated|authors?|researchers?|investigators?|team|study|paper|trial|animals?|mice|rats?|patients?|"
    r"participants?|"
    r"results?|findings?)|(?:This|That) (?:study|paper|trial|work)|They|It|Treated (?:animals|mice|rats))\b"
)
"""What begins a sentence that goes on about the study of the one before."""


ANOTHER_TITLE = 0.4
"""The share of a title below which it is another paper's."""
_TITLED = re.compile(
    r"\W{0,4}(?P<title>[A-Z][^.?!\"]{40,250})[.?!]\s(?P<place>[A-Z][^.:;\"]{1,80}?),?\s\(?(?:19|20)\d\d\)?[.,:]?\s"
    r"(?:https?://\S+|PMID:?\s?\d+|doi:?\s?\S+)\W*$"
)
"""`Title. Journal, 2017. https://pubmed.ncbi.nlm.nih.gov/12345678/`, and nothing else."""


def numbered_in(plain: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of papers and trials in a text, each with its kind."""
    for hit in _DOI.finditer(plain):
        yield "DOI", doi_in(hit[0])
    for hit in _PMID.finditer(plain):
        for digits in re.finditer(r"\d{4,9}", hit[hit.lastindex or 1]):
            yield "PMID", digits[0]
    for hit in _PMCID.finditer(plain):
        yield "PMCID", hit[1]
    for hit in _REGISTERED.finditer(plain):
        yield TRIAL, hit[1]


def _key(value: str) -> str:
    return value.lower().removeprefix("pmc").strip()
