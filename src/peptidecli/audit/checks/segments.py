"""Segments: of which residues of a larger chain a compound is said to consist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ..article.names import Names
from ..article.sentences import Sentence
from ..materials import PARENTS, PATTERNS, sourced
from ..wording import denied, holds, refuted
from . import Found, Seen

_PARTS = tuple(
    "amino residu resídu posi aa аминокислот остатк fragment фрагмент segment sequence portion region stretch участ "
    "(".split()
)
_TO = r"\s?(?:-|to|through|até|al?|bis|do|à|по)\s?"
_RANGE = re.compile(rf"\d{_TO}\d")
_SAID = re.compile(
    r"\b(?:amino[ -]acids?|aa|residues|positions|аминокислот\w*|остатк\w+|фрагмент\w*|fragment\w*|aminoácidos|"
    r"aminosäuren|aminokwas\w+|aminokysel\w+|"
    r"acides aminés|amminoacidi|resíduos|residuos|résidus|posi\w+|segment\w*|region|sequence|"
    r"участ\w+)\s?(?:residues?\s|amino acids?\s|aa\s?|[^\W\d]{1,5}\s)?"
    rf"\(?(?P<a>\d{{1,4}}){_TO}(?P<b>\d{{1,4}})\b|"
    rf"(?<![\w.-])(?P<e>\d{{1,4}}){_TO}(?P<f>\d{{1,4}})(?:-|\s)(?:segment|sequence|portion|fragment|stretch|region|"
    r"фрагмент\w*|участ\w+)|"
    r"\b[A-Za-zα-ω]\w+\s?\((?P<c>\d{1,4})-(?P<d>\d{1,4})\)|"
    r"(?<![^\W\d_])(?:t?β-?4|beta-?\s?4|TB4|ACTH|АКТГ)\s(?P<g>\d{1,4})-(?P<h>\d{1,4})\b",
    re.IGNORECASE,
)
_MOTIF = re.compile(
    r"\((?:the\s)?(?P<a>(?:Ac-?)?[ACDEFGHIKLMNPQRSTVWY]{4,12})\s(?:sequence|motif)\)|"
    r"\b(?:its|key|core)\s(?:\w+\s){0,2}(?:sequence|motif)(?:\s?[:,]|\sis|"
    r"\sof)\s?(?P<b>(?:Ac-?)?[ACDEFGHIKLMNPQRSTVWY]{4,12})\b"
)
"""Letters that are said to be the sequence of what a sentence is about, or the heart of it."""
_CAPPED = re.compile(r"(?<![\w-])Ac-?(?P<m>[ACDEFGHIKLMNPQRSTVWY]{4,12})(?![\w-])(?!,\s(?!is\b)|\sand\s|\sor\s|/)")
"""A part of a chain with an acetyl cap: `Ac-SDKP`."""
_HELD = re.compile(r"\b(?:residues|fragment)\s(\d{1,4})\s?(?:-|–|to)\s?(\d{1,4})\b", re.IGNORECASE)

_TOLD_APART = re.compile(
    r"\b(?:differ\w*|distinct\w*|separate\w*|another|release\w*|cleav\w*|metaboli\w*|degrad\w*|N-termin\w+|parent|"
    r"full-length|unlike|not|"
    r"confus\w*|from|versus|vs)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:differ\w*|distinct\w*|separate\w*|another|unlike|not|no|never|confus\w*|versus|vs|mislabel\w*|often sold|"
    r"lacks?|whereas|neither|nor|compar\w*|other than|rather|instead|full-length|whole|release\w*|cleav\w*|"
    r"metaboli\w*|two|three|while|не)\b|"
    r"→",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"\b(?:parent|full-length|native|whole|endogenous)\s(?:peptide|protein|molecule|sequence)\b", re.IGNORECASE
)
_IS_PART = re.compile(
    r"\b(?:is|as|are|was|correspond\w*|deriv\w*|fragment\w*|span\w*|cover\w*|consist\w*|compris\w*|compos\w*|"
    r"represent\w*|residues|sequence|segment|contain\w*|retain\w*|keeps?|combin\w*|это|фрагмент\w*|fragmento|"
    r"analog\w*)\b|[:|]",
    re.IGNORECASE,
)
"""What tells that a compound is the part of a chain of which a text speaks."""
_SITE = re.compile(
    r"\b(?:correspond\w*|is|as|represent\w*|contain\w*|compris\w*|reproduc\w*|mimic\w*|based on)\s(?:to\s|"
    r"of\s)?(?:the\s|an?\s)?"
    r"(?:(?!\d)[\w-]+\s){0,4}?(?:actin[- ]binding|(?:biologically\s)?active|актин-?связывающ\w+|"
    r"активн\w+)\s(?:(?!\d)[\w-]+\s)?"
    r"(?:fragment|region|site|domain|segment|motif|portion|part|участ\w+|фрагмент\w*)",
    re.IGNORECASE,
)
"""`TB-500 corresponds to the active fragment of thymosin β4`."""
_END = re.compile(
    r"\b(?P<end>[NC])[- ]?(?:termin\w+|конц\w+|кінц\w+)\s(?:(?:active|synthetic|short|peptide)\s)?(?:fragment|part|"
    r"region|segment|piece|portion|фрагмент\w*|част\w+|участ\w+)|"
    r"\bfrom\sthe\s(?P<of>[NC])[- ]?termin(?:us|al\s(?:end|part|region|half|portion|segment))\sof\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"[^.;()]{0,50}?,?\s(?:\(|(?:(?:often|also|commonly|sometimes|which is)\s)?(?:termed|called|known as|named|"
    r"sold as|designated)\s)(?:the\s)?$|[^.;()]{0,50}?,\s$",
    re.IGNORECASE,
)
"""What stands between a part of a chain and the compound that is it: `its fragment, often termed TB-500`."""
_OPENS = re.compile(
    r"\W*(?:(?:It|This \w+|Th(?:e|is) (?:peptide|fragment|segment|compound|sequence)|Это)\b.{0,80}|[^:|]{1,30}[:|"
    r"].{0,60}|"
    r"(?:an?\s)?(?:(?!\w+(?:ed|ing)\b(?<!acetylated)(?<!amidated)(?<!based))[\w-]+\s){0,6})",
    re.IGNORECASE,
)
"""What opens a sentence that goes on about its subject."""
_ANALOGUE = re.compile(r"an[aá]log|аналог|replac|замен", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:(?!analog|replac|substitut|instead|замен)[^.;]){0,60}?"
    r"\b(?:with|plus|followed|joined|linked|attached|com|con|mit|avec|с)\b(?:(?!sequenc|sequên|secuenc)[^.;]){0,60}?"
    r"(?:Pro-Gly-Pro|\bPGP\b)",
    re.IGNORECASE,
)
"""What is set behind a stretch; `with the sequence Met-…-Pro-Gly-Pro` sets nothing behind it."""
_SUBJECT = re.compile(r"\s(?!is\b|was\b)[a-z]+(?:s|ed)\s")
"""The verb behind a name with which a sentence begins, other than one that says what it is."""
FAR = 90
"""Characters within which the chain is named of which a compound is said to be a part."""


class Segments:
    """Finds the residues of a larger chain that a compound is said to be, where the dataset has the same."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._inside = {key for key, compound in dataset.compounds.items() if self._is_inside(compound)}
        self._whole = {key: self._length_of(compound.parent) for key, compound in dataset.compounds.items()}
        self._chains = {
            key: [PATTERNS[material] for material in sorted(known.materials & set(PARENTS))]
            for key, known in sourced(dataset).items()
        }
        self._of: dict[str, dict[tuple[str, str], str]] = {}
        for key, compound in dataset.compounds.items():
            texts = (compound.summary, *(alias.text for alias in compound.aliases))
            told = {(a, b): compound.summary for text in texts for a, b in _HELD.findall(text)}
            if told:
                self._of[key] = told
        self._parts = {*self._of, *self._inside}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each stretch that is the one of which a compound consists, and each motif that is not in it."""
        plain = sentence.plain
        if ("sequence" in sentence.low or "motif" in sentence.low) and not (sentence.listed or refuted(plain)):
            yield from self._motif(sentence)
        if "Ac" in plain and not sentence.listed and not sentence.block.entry and not refuted(plain):
            yield from self._capped(sentence)
        about = sorted({*sentence.compounds, *([sentence.subject] if sentence.subject else [])} & self._parts)
        if not about or sentence.cites or refuted(plain):
            return
        stretches = list(_SAID.finditer(plain)) if holds(sentence.low, _PARTS) and _RANGE.search(plain) else []
        if not sentence.asks:
            yield from self._another(sentence, about, stretches, seen)
        for hit in stretches:
            stretch = _stretch(hit)
            # `ACTH(4-10)` is but the name of what it is.
            named = {mention.compound for mention in sentence.named if mention.start <= hit.start() < mention.end}
            compound = next((key for key in about if stretch in self._of.get(key, {}) and key not in named), None)
            if compound and not seen.is_cited(hit.start()) and not denied(plain, *hit.span()):
                detail = f"{self.dataset.compounds[compound].name}: {self._of[compound][stretch]}"
                yield Found(*hit.span(), "statement", "matches", detail)

    def _another(
        self, sentence: Sentence, spoken: list[str], stretches: list[re.Match[str]], seen: Seen
    ) -> Iterator[Found]:
        """Yield another stretch of the parent, or another end of it, than that of which a compound consists."""
        plain = sentence.plain
        ends = list(_END.finditer(plain)) if holds(sentence.low, ("termin", "конц", "кінц")) else []
        for hit in _SITE.finditer(plain) if self._inside & set(spoken) else ():
            key = next((key for key in spoken if key in self._inside and self._is_said(sentence, key, hit)), None)
            if key:
                compound = self.dataset.compounds[key]
                yield Found(*hit.span(), "statement", "matches", f"{compound.name}: {compound.primary_mechanism}")
        if not stretches and not ends:
            return
        for key in spoken:
            own = self._of.get(key, {})
            parent = self._of.get(self.names.parent(key) or "", {})
            told = self.dataset.compounds[key].summary
            for hit in stretches if own else ():
                stretch = _stretch(hit)
                if stretch in own or int(stretch[0]) >= int(stretch[1]) or any(_stretch(h) in own for h in stretches):
                    continue
                analogue = _ANALOGUE.search(plain, max(0, hit.start() - 50), hit.start())
                joined = stretch in parent and not analogue and _JOINED.match(plain, hit.end())
                if stretch == ("1", str(self._whole.get(key, 0))):
                    continue
                if not joined and (hit["c"] or hit["g"] or stretch in parent):
                    continue
                if self._is_said(sentence, key, hit):
                    seen.confused.append(hit.span())
                    yield Found(*hit.span(), "statement", "differs", f"{self.dataset.compounds[key].name}: {told}")
            for hit in ends if key in self._inside else ():
                if self._is_said(sentence, key, hit):
                    seen.confused.append(hit.span())
                    yield Found(*hit.span(), "statement", "differs", f"{self.dataset.compounds[key].name}: {told}")

    def _is_said(self, sentence: Sentence, key: str, hit: re.Match[str]) -> bool:
        """Tell whether a part of a chain is said to be a compound: of its own parent, and of nothing else."""
        plain = sentence.plain
        start, end = hit.span()
        parent = self.names.parent(key)
        low, high = max(0, start - FAR), min(len(plain), end + FAR)
        named = any(m.compound == parent and parent and low <= m.start < high for m in sentence.named)
        behind = next((m for m in sentence.named if m.start >= end and m.compound == key), None)
        called = behind is not None and _CALLED.fullmatch(plain, end, behind.start) is not None
        named = named or any(chain.search(plain, low, high) for chain in (*self._chains[key], _CHAIN))
        if not (named or called) or _APART.search(plain, low, high):
            return False
        before = [m for m in sentence.named if m.end <= start and m.compound and m.compound != parent]
        last = before[-1].end if before else 0
        if any(not m.compound and last <= m.start < start and plain[m.start].isupper() for m in sentence.named):
            return False  # `Ac-SDKP is the N-terminal fragment`: of another thing that is named.
        if called:
            return not before or before[-1].compound == key
        if before:
            between = plain[before[-1].end : start]
            return (
                before[-1].compound == key
                and not re.search(r"[.;]\s(?!\w+:)", between)
                and (_IS_PART.search(between + hit[0]) is not None or len(between) <= SHORT)
            )
        return (
            sentence.subject == key
            and _IS_PART.search(plain, 0, end) is not None
            and _OPENS.fullmatch(plain, 0, start) is not None
        )

    def _length_of(self, key: str | None) -> int:
        compound = self.dataset.compounds.get(key or "")
        return len(compound.sequence.residues) if compound and compound.sequence else 0

    def _is_inside(self, compound: Compound) -> bool:
        """Tell whether a compound is a part of its parent that has neither end of it."""
        parent = self.dataset.compounds.get(compound.parent or "")
        if not parent or not parent.sequence or not compound.sequence:
            return False
        own, whole = compound.sequence.residues, parent.sequence.residues
        return own in whole and not whole.startswith(own) and not whole.endswith(own)

    def _capped(self, sentence: Sentence) -> Iterator[Found]:
        """Yield a capped part of the parent that is said of what derives from it, and has none of it."""
        plain = sentence.plain
        named = {mention.compound for mention in sentence.named if mention.compound}
        about = [key for key in (*sentence.compounds, sentence.subject or "") if key in named or not named]
        for key in dict.fromkeys(key for key in about if key):
            compound = self.dataset.compounds[key]
            parent = self.dataset.compounds.get(compound.parent or "")
            if not parent or not parent.sequence or not compound.sequence:
                continue
            apart = _TOLD_APART.search(plain)
            for hit in _CAPPED.finditer(plain):
                # `Amino acids 17-23 (the Ac-SDKP sequence)` says it outright, whatever else is told apart.
                beside = re.search(r"(\d+)\s?-\s?(\d+)\s?\((?:the\s)?$", plain[: hit.start()]) if apart else None
                if apart and not (beside and beside.groups() in self._of.get(key, {})):
                    continue
                if _SUBJECT.match(plain, hit.end()) and not re.search(r"\w", plain[: hit.start()]):
                    continue  # `Ac-SDKP connects TB-500 and ...`: of the part itself.
                foreign = hit["m"] in parent.sequence.residues and hit["m"] not in compound.sequence.residues
                if foreign and (apart or not denied(plain, *hit.span())):
                    detail = f"{hit[0]} is not in {compound.name}, which is {compound.sequence.residues}."
                    yield Found(*hit.span(), "statement", "differs", detail)

    def _motif(self, sentence: Sentence) -> Iterator[Found]:
        """Yield a motif that is said of a part of a larger chain, and is not in that part."""
        plain = sentence.plain
        named = {mention.compound for mention in sentence.named if mention.compound}
        about = named or {*sentence.compounds, *([sentence.subject] if sentence.subject else [])}
        children = [key for key in sorted(about) if (self.dataset.compounds[key].parent or "") in about]
        own = self.dataset.compounds[children[0]].sequence if len(children) == 1 else None
        for hit in _MOTIF.finditer(plain) if own else ():
            motif = hit["a"] or hit["b"]
            if own and motif.removeprefix("Ac").lstrip("-") not in own.residues and not denied(plain, *hit.span()):
                name = self.dataset.compounds[children[0]].name
                detail = f"{motif} is not in {name}, which is {own.residues}."
                yield Found(*hit.span("a" if hit["a"] else "b"), "statement", "differs", detail)


SHORT = 12
"""Characters between a compound and a stretch that is put right behind it: `TB-500 (residues 17-23)`."""


def _stretch(hit: re.Match[str]) -> tuple[str, str]:
    return hit["a"] or hit["c"] or hit["e"] or hit["g"], hit["b"] or hit["d"] or hit["f"] or hit["h"]
