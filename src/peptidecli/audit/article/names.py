"""Names: the dataset's compounds in a text, and things that a figure may belong to instead."""

from __future__ import annotations

import re
from bisect import insort
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...notation.words import fold
from .abroad import written_abroad


class Mention(NamedTuple):
    """A name in a text: from `start` to `end`; `compound` is None for a thing that the dataset does not hold.

    `salt` tells that a salt of the compound is named, `beside` that it is named only as what another is compared with.
    """

    start: int
    end: int
    compound: str | None
    salt: bool = False
    beside: bool = False


_DERIVED_BEFORE = re.compile(
    r"(?:\bN-?\s?-?a[cz][ce]?[eé]t[yi]l(?:ated|iert\w*|o)?[- ]{0,2}|\bNA[- ]|\bAc-|\bacetyl(?:ated)?[- ]|\bcyclo[- ]|"
    r"\bN-?\s?-?ацетил(?:ированн\w+)?[- ]{0,2}|\bацетилированн\w+\s)$",
    re.IGNORECASE,
)
_DERIVED_AFTER = re.compile(r"[- ]amid(?:e|ate|o|u|at|om)\b|[- ]амид(?:ат)?[а-я]{0,2}\b|-NH2\b", re.IGNORECASE)
_BLENDED = re.compile(r"-(?:[\w]+-){0,3}(?:blend|stack|combo|bundle|kit)\b", re.IGNORECASE)
"""What makes of a name a part of that of a blend: `selank-semax-blend`."""
_SALT_AFTER = re.compile(r"[- ](?:di|tri)?(?:acetate|trifluoroacetate|hydrochloride|TFA|HCl)\b", re.IGNORECASE)
_STRANGERS = (
    "leuenkephalin metenkephalin enkephalin enkephalins bdnf ngf gdnf "
    "cntf insulin oxytocin diazepam piracetam phenazepam medazepam modafinil benzodiazepine benzodiazepines adamax "
    "dihexa epitalon epithalon pinealon cortexin dsip ghk-cu thymosin prodrug metabolite metabolites receptor "
    "receptors "
    "precursor protein proteins antibody antibodies fragment fragments probdnf pgp placebo caffeine tripeptide "
    "tripeptides amphetamine melanotan cycloprolylglycine oxiracetam aniracetam semaglutide tirzepatide ipamorelin "
    "tesamorelin sermorelin retatrutide bremelanotide cagrilintide liraglutide hexarelin gonadorelin kpv mots-c "
    "humanin thymulin follistatin kisspeptin larazotide glutathione zolpidem foxo4-dri nad+ "
    "thymagen thymogen vilon cartalax livagen bronchogen vesugen cardiogen crystagen ovagen prostamax testagen "
    "chonluten pancragen cortagen vladonix endoluten aod9604 aod-9604 adipotide ibutamoren argireline leuphasyl "
    "matrixyl tesofensine cibinetide survodutide mazdutide pramlintide teriparatide setmelanotide somatropin klotho "
    "colivelin apigenin berberine metformin rapamycin resveratrol "
    "quercetin fisetin curcumin creatine ashwagandha theanine urolithin spermidine "
    "astaxanthin citicoline bacopa phenibut bromantane dermorphin"
)
_CODE = re.compile(r"[A-Z]{2,5}-\d{1,4}(?![\w-]*\d)\b")
_ANY_CODE = re.compile(r"[A-Z]{2,5}-\d")
_DECLINED = re.compile(r"[а-яё]{5,}[бвгджзклмнпрстфхцчшщ]", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ENDS = r"(?-i:(?![^\W\u3040-\u30ff\u3400-\u9fff]))"
"""What a name ends before: no letter or digit, but of a script that puts no spaces between words."""


class Names:
    """Finds names, written as anyone writes them, in one pass over the words of a text."""

    def __init__(self, dataset: Dataset) -> None:
        self._salts = {
            fold(alias.text)
            for compound in dataset.compounds.values()
            for alias in compound.aliases
            if alias.kind == "salt"
        }
        self._bearers = {
            key: bearers[0].compound for key in dataset.names() if len(bearers := dataset.bearers(key)) == 1
        }
        self._parents = {key: compound.parent for key, compound in dataset.compounds.items()}
        spelled = (
            text
            for compound in dataset.compounds.values()
            for text in (compound.name, _written(compound.id), *(alias.text for alias in compound.aliases))
        )
        texts = {text for text in spelled if dataset.bearers(fold(text))}
        abroad: dict[str, str] = {}
        for text in sorted(texts):
            for other in written_abroad(text) if fold(text) in self._bearers else ():
                abroad.setdefault(other.lower(), self._bearers.setdefault(fold(other), self._bearers[fold(text)]))
        texts |= {text for text in abroad if _TOKEN.search(text)}
        # What is called like a compound and is another thing is told apart by its own name.
        others = {
            text
            for compound in dataset.compounds.values()
            for relative in compound.relatives
            for text in (relative.name, *relative.aliases)
        } - texts
        self._first: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        self._strangers: dict[str, re.Pattern[str]] = {}
        dense: list[str] = []
        for text in sorted({*texts, *others}, key=lambda text: (-len(text), text)):
            if _DENSE.search(text):
                dense.append(re.escape(text))
                continue
            first = _TOKEN.search(text)
            if first:
                self._first[first[0].lower()].append((text, text if text in texts else None))
        for word in _STRANGERS.split():
            first = _TOKEN.search(word)
            if first:
                self._strangers[first[0]] = re.compile(rf"{re.escape(word)}(?!\w|[\w-]*\d)", re.IGNORECASE)
        self._dense = re.compile("|".join(dense)) if dense else None
        self._beginnings = frozenset(self._first.keys() | self._strangers.keys())

    def kin(self, compound: str) -> frozenset[str]:
        """Return a compound with its parent and what derives from it."""
        own = {compound, self._parents.get(compound) or compound}
        return frozenset(own | {key for key, parent in self._parents.items() if parent == compound})

    def parent(self, compound: str) -> str | None:
        """Return the compound from which another derives."""
        return self._parents.get(compound)

    def compound(self, name: str) -> str | None:
        """Return the compound that a name means, written as anyone writes it."""
        found = self._bearers.get(fold(name))
        if found is None and not name.isascii():
            # Russian endings: Семакса, Семаксом.
            found = next((self._bearers[fold(name[:-n])] for n in (1, 2, 3) if fold(name[:-n]) in self._bearers), None)
        return found

    def find(self, plain: str) -> tuple[Mention, ...]:
        """Return the names in a text in order; a derivative such as N-acetyl Semax is a thing of its own.

        The words of the text are looked up together first; only where one begins a name, its place is looked for.
        """
        own = set(_TOKEN.findall(plain.lower()))
        first = own & self._beginnings
        if not plain.isascii():
            for word in own:
                if not word.isascii():
                    first |= {word for n in (1, 2, 3) if word[:-n] in self._first}
        coded = "-" in plain and _ANY_CODE.search(plain) is not None
        if not first and not coded and not (self._dense and not plain.isascii()):
            return ()
        found: list[Mention] = []
        end = 0
        for token in _beginning(frozenset(first), coded).finditer(plain):
            start = token.start()
            if start < end or not _free(plain, start):
                continue
            mention = self._at(plain, start, token[0])
            if mention:
                found.append(mention)
                end = mention.end
        if self._dense and not plain.isascii():
            for hit in self._dense.finditer(plain):
                insort(found, Mention(*hit.span(), self.compound(hit[0])))
        return tuple(found)

    def _at(self, plain: str, start: int, word: str) -> Mention | None:
        """Return the name that begins at a place with a word, or None where none does."""
        low = word.lower()
        known = self._first.get(low)
        if known is None and not word.isascii():
            known = next((self._first[low[:-n]] for n in (1, 2, 3) if low[:-n] in self._first), None)
        for name, named in known or ():
            hit = _pattern(name).match(plain, start)
            if hit and (named or plain[start - 1 : start] != "-"):
                return self._mention(plain, hit, named) if named else Mention(*hit.span(), None)
        stranger = self._strangers.get(low)
        hit = stranger.match(plain, start) if stranger else None
        if hit and plain[start - 1 : start] not in {"(", "-"}:
            return Mention(*hit.span(), self.compound(hit[0]))
        code = _CODE.match(plain, start)
        return Mention(start, code.end(), None) if code else None

    def _mention(self, plain: str, hit: re.Match[str], name: str) -> Mention:
        start, end = hit.span()
        compound = self.compound(hit[0]) or self._bearers.get(fold(name))
        if _DERIVED_BEFORE.search(plain, max(0, start - 16), start) or _DERIVED_AFTER.match(plain, end):
            compound = None
        if _BLENDED.match(plain, end):
            compound = None
        salt = fold(hit[0]) in self._salts or _SALT_AFTER.match(plain, end) is not None
        return Mention(start, end, compound, salt)


@lru_cache(maxsize=4096)
def _beginning(words: frozenset[str], coded: bool) -> re.Pattern[str]:
    """Return a pattern of the words with which names begin, and of codes such as BPC-157."""
    parts = [f"(?i:{re.escape(word)})" for word in sorted(words, key=lambda word: (-len(word), word))]
    parts += [r"[A-Z]{2,5}(?=-\d)"] if coded else []
    return re.compile("|".join(parts))


def _free(plain: str, start: int) -> bool:
    """Tell whether a name may begin at a place: not within a word, an address or a compound word."""
    before = plain[start - 1] if start else " "
    return not ((before.isalnum() and not _DENSE.match(before)) or before in "_/")


def _written(key: str) -> str:
    """Return an id as a name: `P21` in capitals, for p21 is a protein."""
    return key.upper() if len(key) <= 4 else key


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for a name whose hyphens, brackets and spaces may be written otherwise.

    Made when a text has the beginning of the name: a thousand of them take longer than most texts.

    Short names are taken only in the case they are written in, and not as part of a longer one.
    """
    chunks = re.findall(r"\w+", name)
    ends = r"[а-я]{0,3}" if re.search("[а-яё]$", name, re.IGNORECASE) else ""
    close = r"\)?" if name.endswith(")") else ""
    exact = len(fold(name)) <= 4 and name != name.lower()
    before = r"(?<![\w-])" if exact else ""
    # Of a name of two words in Russian the first is declined as well: `тимозина бета-4`.
    first = r"[а-яё]{0,2}" if len(chunks) > 1 and _DECLINED.fullmatch(chunks[0]) else ""
    escaped = [re.escape(chunk) for chunk in chunks]
    escaped[0] += first
    body = r"(?:[\s\-()/,]{0,2}|\s-\s)".join(escaped) + ends + close
    return re.compile(rf"{before}{body}{_ENDS}", 0 if exact else re.IGNORECASE)
