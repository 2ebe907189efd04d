"""Confusions: two compounds that a text takes for one, where a statement of the dataset says that they are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Compound, Statement
from ..article.names import Mention, Names
from ..article.sentences import Sentence
from ..knowledge import stated
from ..materials import PATTERNS
from ..tongues import denies
from ..wording import DISTINCT, clauses, holds, refuted
from . import Found, Seen

_ONE_IS = re.compile(r"\s(?:is|is also known as|is another name for|is the same as)\s$")
"""What stands between the two in a statement that takes one for the other."""
_PART = re.compile(
    r"[\s-]*(?:\(?\s?\d+\s?-\s?\d+|\((?:synthetic|active|acetylated)\s(?:peptide\s)?frag\w*|frag\w*|фрагмент\w*|analog\w*|análog\w*|аналог\w*|deriv\w*|производн\w*|"
    r"segment\w*|region|active|peptide fragment|"
    r"part\b|based|like|mimetic|related|family|vs\b|versus|\+|and\b|or\b|family|extract|precursor)",
    re.IGNORECASE,
)
"""What follows a name where a part of it is meant, or something made after it."""
_PART_BEFORE = re.compile(
    r"(?:frag\w*|segment\w*|part|region|piece|portion|derivat\w*|фрагмент\w*|част\w*|derived|based|analog\w*|"
    r"modell?ed)\s(?:of\s|on\s|from\s|"
    r"the\s|от\s|da\s|de\s|der\s|des\s|von\s|to\s)*(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_TOLD_APART = re.compile(
    r"\b(?:not the same|differ\w*|distinct\w*|distinguish\w*|confus\w*|conflat\w*|mistak\w*|often (?:sold|labell?ed|"
    r"marketed)|misleading\w*|"
    r"mislabel\w*|interchangeabl\w*|versus|vs\.?|unlike|compar\w+|separate\w*|rather than|whereas|shorter|smaller|"
    r"parent|full[- ]length|"
    r"не путать|отлич\w*|путают|differente?s?|diferente?s?|sogenannt\w*|so-called|strictly|technically|actually)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells the two apart, or says that others do not."""
_CALLED = re.compile(
    r"[\s,(]*(?:(?:is|are|was)\s)?(?:an?\s(?:synthetic\s)?(?:peptide|protein|compound|molecule)\s(?:that\sis\s)?)?(?:(?:also|sometimes|otherwise|commonly|often|better|formerly)\s)*(?:called|"
    r"known as|referred to as|"
    r"named|identical (?:to|with)|the same (?:peptide |molecule |compound |thing )?as|a\.?k\.?a\.?|alias|"
    r"synonyms?:?|or simply|também (?:conhecid[oa]|chamad[oa])s? (?:como|de)|"
    r"también (?:conocid[oa]|llamad[oa])s?(?: como)?|"
    r"auch (?:bekannt als|genannt)|znan[ya] (?:też|także|również)? ?jako|také známý jako|aussi (?:appelée?|"
    r"connue?)(?: sous le nom de)?|"
    r"известн\w+ (?:также )?как|он же|также)[\s,('\"]*$",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\W*(?:\([^()]*\)\s?)?(?:on the other hand\s)?(?:is|are|é|es|ist|jest|je|это|:|-|,)*\s?(?:это\s)?(?:an?\s|"
    r"the\s|uma?\s|una?\s|eine?\s|ein\s)?"
    r"(?:(?:versão|versión|forma|wersj[aąę]|verz[ei]\w?|copia|cópia|version|forme)\s(?:sintétic[ao]|"
    r"syntetyczn[aąey]\w?|syntetick[áýé]\w?|synthétique|sintetica)\s"
    r"|(?:(?:synthetic|sintétic[ao]|synthetische[rs]?|syntetyczn[aąey]|syntetick[áýé]|синтетическ\w+|lab-made|"
    r"man-made|laboratory|"
    r"pharmaceutical|exact|bioidentical)[\s,]){1,2}"
    r"(?:version|form|analog(?:ue)?|copy|replica|variant|equivalent|counterpart|peptide version|versão|forma|"
    r"versión|Version|Form|wersj[aąę]|forma|verz[ei]|"
    r"верси\w|форм\w|аналог\w*|копи\w)\s)"
    r"(?:(?:of|da|do|de|del|de la|der|des|von|the|a|an|natural(?:ly[- ]occurring)?|human|protein|peptide|hormone|"
    r"endogenous|natur\w+|thymus|"
    r"healing|whole|entire|complete|present|in|animal|cells|body\w*|found|all|known|as|called|44-amino-acid|"
    r"43-amino-acid|"
    r"естественн\w+|природн\w+|натуральн\w+|пептид\w*|белк\w*|молекул\w*|proteína|péptido|"
    r"peptídeo|hormona|peptyd\w*|białk\w*|proteínu|regenerative|occurring)[\s,-]+){0,9}$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:^|[\s,{(])\W*(?:full[ _]?name|name|synonyms?|aliases|also[ _]known[ _]as|other[ _]names?|aka|"
    r"active ingredient|"
    r"generic[ _]name|scientific[ _]name|"
    r"chemical[ _]name|subtitle|действующее вещество|синонимы|другие названия|nome|nombre|sinônimos|sinónimos|"
    r"alt(?:ernate)?[ _]names?|substance|"
    r"Wirkstoff|inn|мнн)['\"]?\s?(?:[:=|]\s?)+['\"\[]*\s?$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"[\s\"',)\]}.;®™]*(?:acetate|ac-sdkp|sintétic[oa]|sintetic[oa]|synthetic|peptide)?[\s\"',)\]}.;®™]*", re.IGNORECASE
)
_DESCRIBED = re.compile(
    r"\b(?:description|descri[çc][ãa]o|descripción|beschreibung|opis|popis|описание|subtitle|tagline|"
    r"summary)['\"]?\s?[:=]\s?['\"`]?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s(?:para|for|für|zur|zum|pour|per|dla|pro|для)\s|['\"`.]")
"""What stands behind the name of what a thing is for something: `Timosina beta-4 para recuperação`."""
_OF_A_PROTEIN = re.compile(
    r"(?:\([^()]*\)\s?)?\s?(?:is|are|:|-)\s(?:an?\s|the\s)?(?:synthetic|lab-made|man-made)\s(?:version|form|copy|"
    r"replica|variant)\s"
    r"of\s(?:an?\s|the\s)?(?:natural(?:ly[- ]occurring)?|human|endogenous)\s(?:human\s)?protein\b(?!\s(?:fragment|"
    r"sequence|segment))",
    re.IGNORECASE,
)
"""What makes of a compound the whole of a protein without its name."""
_SYNTHETIC = re.compile(r"\W{0,2}(?:sintétic[oa]|sintetic[oa]|synthetic|synthetisch\w*|syntetyczn\w*)\b", re.IGNORECASE)


_LISTED = re.compile(r"['\"]?\s?[,/]?\s?(?:(?:and|or|e|y|und|oder|i|и|или|et|ou)\s)?['\"]?")


_SIGNS = (
    "differ", "distinct", "separat", "unrelated", "not ", "confus", "пута", "разн", "разл", "тожд", "no son", "não ",
    "nicht",
)  # fmt: skip


class _Pair(NamedTuple):
    """Two compounds that are taken for one: `child` is the one under whose name the other is meant."""

    child: str
    other: str
    statement: Statement


class Confusions:
    """Finds compounds that are called by the name of another, where the dataset keeps the two apart."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self.pairs = [pair for statement in dataset.statements.values() if (pair := self._pair(statement))]
        self._apart = {key: apart for key, one in dataset.compounds.items() if (apart := self._told_apart(one))}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a sentence, a field or a heading takes one compound for another."""
        plain = sentence.plain
        mentions = [mention for mention in sentence.named if mention.compound]
        apart = holds(sentence.low, _SIGNS)
        if not (mentions or (apart and sentence.subject)) or sentence.cites or seen.stated or refuted(plain):
            return
        named = {mention.compound for mention in mentions} | ({sentence.subject} if sentence.subject else set())
        for pair in self.pairs if mentions else ():
            if pair.child not in named:
                continue
            span = self._whole(sentence, pair, mentions)
            if not span and pair.other not in named:
                continue
            span = span or self._said(sentence, pair, mentions, seen)
            behind = _SYNTHETIC.match(plain, span[1]) if span else None
            span = (span[0], behind.end()) if span and behind else span
            if span and not _TOLD_APART.search(plain) and not denies(plain, max(0, span[0] - 30), span[1]):
                statement = pair.statement
                detail = stated(statement)
                reference = statement.references[0] if statement.references else None
                seen.stated = True
                seen.confused.append(span)
                yield Found(*span, "statement", "differs", detail, reference)
                return
        if apart:
            yield from self._distinct(sentence, sorted(key for key in named if key))

    def _whole(self, sentence: Sentence, pair: _Pair, mentions: list[Mention]) -> tuple[int, int] | None:
        """Return where a compound is said to be the synthetic version of a protein, which the other of a pair is."""
        own = mentions[0]
        hit = _OF_A_PROTEIN.match(sentence.plain, own.end) if own.compound == pair.child else None
        return (own.start, hit.end()) if hit and self._is_version(pair) and not sentence.asks else None

    def _distinct(self, sentence: Sentence, named: list[str]) -> Iterator[Found]:
        """Yield that two are told apart which the dataset tells apart."""
        plain = sentence.plain
        hit = DISTINCT.search(plain)
        if not hit or sentence.asks:
            return
        before = {key for one in sentence.before[-1:] for key in one.compounds}
        for key in named:
            others, materials, text = self._apart.get(key, (frozenset(), (), ""))
            other = others & ({*named} | before)
            stranger = any(pattern.search(plain) for pattern in materials)
            if other or stranger:
                yield Found(*_clause(plain, hit), "statement", "matches", f"{self.dataset.compounds[key].name}: {text}")
                return

    def _told_apart(self, compound: Compound) -> tuple[frozenset[str], tuple[re.Pattern[str], ...], str] | None:
        """Return from which compounds and materials the dataset tells a compound apart, and in what words."""
        for text in (compound.distinction, compound.summary):
            denied = [part for part in re.split(r"[.;]\s", text) if re.search(r"\bnot\b|\bnor\b", part, re.IGNORECASE)]
            others = {m.compound for part in denied for m in self.names.find(part) if m.compound} - {compound.id}
            materials = (
                [PATTERNS["p21-protein"]] if any(PATTERNS["p21-protein"].search(part) for part in denied) else []
            )
            if others or materials:
                return frozenset(key for key in others if key), tuple(materials), text
        return None

    def _said(self, sentence: Sentence, pair: _Pair, mentions: list[Mention], seen: Seen) -> tuple[int, int] | None:
        plain = sentence.plain
        own = {pair.child, pair.other}
        if sentence.asks:
            return None
        opening = mentions[0]
        under = opening.compound == pair.other and sentence.subject == pair.child and self._is_version(pair)
        if under and _VERSION.fullmatch(plain, 0, opening.start) and not _PART.match(plain, opening.end):
            # `Versão sintética da timosina beta-4`, under the name of the other.
            return 0, opening.end
        for first, second in pairwise(mentions):
            if (
                {first.compound, second.compound} != own
                or _PART.match(plain, second.end)
                or _PART.match(plain, first.end)
            ):
                continue
            between = plain[first.end : second.start]
            if first.compound == pair.child and self._is_version(pair) and _VERSION.fullmatch(between):
                return first.start, second.end
            if _PART_BEFORE.search(plain, max(0, first.start - 40), first.start):
                continue
            if re.fullmatch(
                r"\s?\(\s?(?:(?:a\s)?synthetic\s(?:version of\s)?|i\.?e\.?,?\s|aka\s)?", between
            ) and re.match(r"\s?(?:sintétic[oa]|synthetic)?\s?[)/,|]", plain[second.end :]):
                return first.start, second.end
            alone = second.end - first.start + 12 >= len(plain)
            slash = first.compound == pair.child and (alone or sentence.block.kind != "heading")
            if re.fullmatch(r"\s?/\s?|\s?=\s?" if slash else r"\s?=\s?", between) and _named_here(
                sentence, first.start, second.end
            ):
                return first.start, second.end
            if _CALLED.fullmatch(between):
                return first.start, second.end
        return (
            self._called(sentence, pair, mentions)
            or self._field(sentence, pair, mentions, seen)
            or self._described(sentence, pair, mentions)
        )

    @staticmethod
    def _described(sentence: Sentence, pair: _Pair, mentions: list[Mention]) -> tuple[int, int] | None:
        """Return where the record of one compound is described as the other: `description: "Timosina ..."`."""
        plain = sentence.plain
        for other in mentions[1:]:
            label = _DESCRIBED.search(plain, max(0, other.start - 40), other.start)
            if other.compound == pair.other and mentions[0].compound == pair.child and label:
                return (other.start, other.end) if _FOR.match(plain, other.end) else None
        return None

    def _called(self, sentence: Sentence, pair: _Pair, mentions: list[Mention]) -> tuple[int, int] | None:
        """Return where a list of names that one compound is called by has the name of the other."""
        plain = sentence.plain
        for place, other in enumerate(mentions):
            if other.compound not in {pair.child, pair.other} or _PART.match(plain, other.end):
                continue
            about = pair.child if other.compound == pair.other else pair.other
            first = place
            while first and _LISTED.fullmatch(plain, mentions[first - 1].end, mentions[first].start):
                first -= 1
            before = mentions[first - 1] if first else None
            start = mentions[first].start
            opened = _CALLED.search(plain, max(0, start - 70), start)
            named = {mention.compound for mention in mentions[first:place]}
            if opened and before and before.compound == about and opened.start() <= before.end + 2:
                return before.start, other.end
            if opened and about in named:
                return start, other.end
        return None

    def _field(self, sentence: Sentence, pair: _Pair, mentions: list[Mention], seen: Seen) -> tuple[int, int] | None:
        """Return where a record of one compound gives the other as its name: `fullName: 'Thymosin Beta-4'`."""
        plain = sentence.plain
        last = mentions[-1]
        subject = mentions[0].compound if len({m.compound for m in mentions}) > 1 else sentence.subject
        if subject not in {pair.child, pair.other} or len(plain) > _LONGEST_FIELD:
            return None
        other = pair.other if subject == pair.child else pair.child
        foreign = next((mention for mention in mentions if mention.compound == other), None)
        if foreign is None or _PART.match(plain, foreign.end):
            return None
        before = plain[: foreign.start]
        label = _FIELD.search(before) or (
            re.match(r"\W*(?:synonyms?|aliases|also known as|other names)\b", plain, re.IGNORECASE)
            and re.search(r"[:,;/|]\s?['\"]?$", before)
        )
        if label and (_REST.match(plain, foreign.end) or last is foreign):
            return foreign.start, foreign.end
        under = bool(seen.titled) and sentence.block.kind == "prose" and sentence.start == 0
        if under and not before.strip() and _REST.fullmatch(plain, foreign.end):
            return foreign.start, len(plain)
        if under and _SYNTHETIC.match(plain, foreign.end) and before.rstrip().endswith("/"):
            return foreign.start, len(plain)
        return None

    def _is_version(self, pair: _Pair) -> bool:
        """Tell whether a synthetic version of the other is what the compound is not: a part of it is none."""
        return self.dataset.compounds[pair.other].sequence is not None

    def _pair(self, statement: Statement) -> _Pair | None:
        if statement.topic != "identity" or statement.verdict != "contradicted" or len(statement.compounds) != 2:
            return None
        found = [mention for mention in self.names.find(statement.text) if mention.compound]
        if len(found) < 2 or found[0].start or not _ONE_IS.fullmatch(statement.text, found[0].end, found[1].start):
            return None
        return _Pair(found[0].compound or "", found[1].compound or "", statement)


_LONGEST_FIELD = 200


def _clause(plain: str, hit: re.Match[str]) -> tuple[int, int]:
    """Return the part of a sentence between semicolons in which something stands."""
    return next(((low, high) for low, high in clauses(plain) if low <= hit.start() < high), hit.span())


def _named_here(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a place only names: a heading, a field, a cell, a bracket."""
    plain = sentence.plain
    if sentence.block.kind in {"heading", "row", "record"} or end - start + 12 >= len(plain):
        return True
    before, after = plain[:start].rstrip(), plain[end:].lstrip()
    return before.endswith(("(", ":", "'", '"')) and (not after or after[0] in ")'\",;")
