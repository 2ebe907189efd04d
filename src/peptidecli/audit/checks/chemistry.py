"""What a compound is, in figures: molar mass, formula, sequence and number of residues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache, partial

from ...dataset.dataset import Dataset
from ...dataset.model import Compound, Sequence, Statement
from ...notation import sequences
from ...notation.numerals import ONES
from ..article.names import Mention
from ..article.sentences import Sentence
from ..article.topics import DERIVED
from ..findings import AuditVerdict
from ..ownership import ANALOGUE, Owners, headed, is_parent, set_against
from ..residues import OF_A_PARENT, counts_as, number_of
from ..tongues import denies
from ..wording import holds, refuted
from . import Found, Seen

_MASS_WORD = re.compile(
    r"molecular (?:weight|mass)|molar mass|mol\.? ?(?:wt|weight|mass)\b|\bM\.?W\b\.?|\bweigh(?:s|ing)\b|"
    r"monoisotopic(?: mass)?|exact mass|\[M\+H\]\+|молекулярн\w+ (?:масс\w+|вес\w*)|молярн\w+ масс\w+|"
    r"мол(?:ек)?\.\s?(?:масс\w+|вес\w*)|"
    r"molekulargewicht|molekülmasse|molare? masse|(?:peso|massa?|masa) molecular(?:e)?|(?:peso|massa?|"
    r"masa) molar(?:e)?|"
    r"masse mol[eé]culaire|masse molaire|^\W{0,4}(?:weight|mass):|"
    r"(?<=[{,;])\W{0,3}(?:weight|mass)\W{0,2}[:=]|\b(?:molar|molecular)[ _-]?(?:weight|mass)",
    re.IGNORECASE,
)
_BARE_MASS = re.compile(
    r"[^\d.;]{0,25}?(?P<number>\d,\d{3}(?:\.\d{1,4})?(?![,\d])|\d{3,4}(?:\.\d{1,4})|\d{3,4}(?![\d.,]*\s?(?:[a-zA-Z%°]|"
    r"-\d)))(?![\d.]*\s?(?:k?Da|[Dd]alton|k?g))"
)
"""A mass without a unit behind its label: `MW: 813.93`."""
_PROTON = 1.00728
_MASS = re.compile(
    r"(?<![\w.,])(?P<about>~\s?|≈\s?|about |approximately |approx\.? |ca\.? |около )?"
    r"(?P<number>\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+,\d{1,4}|\d{1,3}(?:\.\d{3})+,\d{1,4}|"
    r"\d+(?:[.,] ?\d+)?)\s*"
    r"(?P<unit>kDa|Da\b|[Dd]altons?\b|k?g\s*/\s*mol(?:e)?\b|g\s*[·⋅.]?\s*mol(?:\^?-1|⁻¹)|кДа|Да\b|дальтон\w{0,3}|"
    r"г\s?/\s?моль|а\.\s?е\.\s?м)"
)
_RELATED = re.compile(r"acet|amid(?!e bond)|ацет|амид|\bAc-|\bNA-|-NH2", re.IGNORECASE)
"""What tells that a sentence is on a form of a compound and not on itself."""
_DERIVATIVE = re.compile(
    r"\b(?:N-?\s?-?acetyl(?:ated)?|NA|Ac|acetyl(?:ated)?)[- ]{1,2}(?P<of>\w[\w-]*?)(?:[- ]amid(?:e|ate))?$",
    re.IGNORECASE,
)
"""The name of what has an acetyl group, and of what it is made of: `N-acetyl Semax`."""
_IS_THAT = re.compile(
    r"(?:[\s-]amid(?:e|ate))?\)?\s?(?:\(|:|is|has|=)\s?(?:(?:the|a|an|molecular|chemical|molar|formula|mass|weight|of|and|"
    r"weighs|MW|M\.W\.|is|about|approximately)[\s:]+|C\d\w+[\s,;]+){0,7}",
    re.IGNORECASE,
)
"""What stands between a thing and its formula or its mass where nothing else can be meant."""
_BARE = re.compile(r"(?P<number>\d{2,3}(?:\.\d+)?|\d{1,2},?\d{3}(?:\.\d+)?)")
_FORMULA = re.compile(
    r"(?<![\w.])(?:C\d{1,3} ?H\d{1,3}(?: ?(?:[NOSPF]|Cl|Br)\d{0,3})+|"
    r"C ?_?\{?\d{1,3}\}? H ?_?\{?\d{1,3}\}?(?: (?:[NOSPF]|Cl|Br)(?: ?_?\{?\d{1,3}\}?)?)+|"
    r"C\d{1,3}[-.·]H\d{1,3}(?:[-.·](?:[NOSPF]|Cl|Br)\d{0,3})+)(?!\w)"
)
"""A formula, its counts written below the line or apart: `C 17 H 22 N 2 O 4`."""
_THREE = "|".join(sequences.THREE_LETTER.values())
_SEQUENCE = re.compile(
    rf"(?<![\w])(?P<cap>(?:Ac|H|pGlu|pyr|Pyr|N-acetyl|[Aa]cetyl|N-Ac|"
    rf"(?:N-)?[Hh]exano(?:yl|ic)|Nle|Phenylacetyl|PhAc)\s?-\s?)?"
    rf"(?P<body>(?:{_THREE})(?:(?:\s?[-\u2219\u00b7]\s?|\s)?(?:{_THREE})){{2,}})"
    r"(?P<tail>\s?-\s?(?:OH|NH2|NH_2|OEt|amide)\b|-NH\b)?(?![a-z])"
)
_SEQUENCE_WORD = re.compile(r"sequence|structure|последовательност", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?<![\w-])(?P<cap>(?:Ac|H)-)?(?P<body>[ACDEFGHIKLMNPQRSTVWY]{4,60}|(?:[ACDEFGHIKLMNPQRSTVWY]-){5,}[A-Y])"
    r"(?P<tail>-(?:OH|NH2))?(?![\w-])"
)
"""A sequence in one letter for each residue, with its caps where it has any."""
_YL = {"alan": "A", "argin": "R", "asparagin": "N", "aspart": "D", "cystein": "C", "glutamin": "Q", "glutam": "E",
       "glyc": "G", "histid": "H", "isoleuc": "I", "leuc": "L", "lys": "K", "methion": "M", "phenylalan": "F",
       "prol": "P", "ser": "S", "threon": "T", "tryptoph": "W", "tyros": "Y", "val": "V",
       "алан": "A", "аргин": "R", "аспараг": "N", "аспарт": "D", "цистеин": "C", "глутамин": "Q", "глутам": "E",
       "глиц": "G", "гистид": "H", "изолейц": "I", "лейц": "L", "лиз": "K", "метион": "M", "фенилалан": "F",
       "прол": "P", "сер": "S", "треон": "T", "триптоф": "W", "тироз": "Y", "вал": "V"}  # fmt: skip
"""Names of residues as they stand in systematic names, without their endings."""
_RESIDUE_NAME = "|".join(sorted(_YL, key=len, reverse=True))
_ENDS = "yl|ine?|ic acid|ate|ил|ин|овая кислота|an"
_NAMED = re.compile(
    rf"(?<![\w])(?:(?:[LD]-)?(?:(?:[αa]|alpha)-)?(?:{_RESIDUE_NAME})(?:{_ENDS})[- ]?){{3,20}}(?![\w])", re.IGNORECASE
)
_ONE_RESIDUE = re.compile(rf"({_RESIDUE_NAME})(?:{_ENDS})", re.IGNORECASE)
_WORDS = (
    "di tri tetra penta hexa hepta octa nona deca undeca dodeca pentadeca ди три тетра пента гекса гепта окта нона дека"
).split()
_NUMERALS = [
    *(word for word, count in ONES.items() if 2 <= count <= 16),
    *"четыре пять шесть семь семи восемь четырёх четырех".split(),
]
_RESIDUES = re.compile(
    rf"\b(?P<word>{'|'.join(_WORDS)})(?:peptides?|пептид\w{{0,4}})\b(?!-\d)|"
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMERALS)})[- ]?(?:amino[- ]acids?(?: residues?)?|residues?|"
    rf"AA\b|aa\b|аминокислот\w*)",
    re.IGNORECASE,
)
_IS_A = re.compile(
    r"\)?\s*(?:$|(?:[,:]|--?)\s*(?:(?:a|an|the)\s+)?(?:{0}){{0,3}}$|"
    r"(?:is|was|are|were|это|refer to|refers to)\s+(?:(?:both|also|all|thus)\s+)?(?:(?:a|an|"
    r"the)\s+)?(?:{0}){{0,5}}$)".format(
        r"(?!(?:from|to|into|by|than|of|with|in|for|on|degraded|cleaved|broken)\b)[\w-]+,?\s+"
    ),
    re.IGNORECASE,
)
"""What stands between a compound and `heptapeptide` where it is called one."""
_ITSELF = re.compile(
    r"\W{0,3}(?:It|This(?: peptide| compound)?|The (?:peptide|compound|molecule|structure))\s(?:is|was|"
    r"has|contains|comprises)\s"
    r"(?:(?:an?|the|only|of)\s)?(?:(?!(?:from|to|of|than|by|with|"
    r"like)\b)[\w-]+,?\s){0,5}?(?:(?:consisting|made up|composed|made|chain) of\s)?",
    re.IGNORECASE,
)
"""`It is a synthetic peptide of fifteen amino acids`, of what the text is about."""
_LENGTH = re.compile(r"\b(?:length|size|residues|amino acids?|number of (?:residues|amino acids))\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\W{0,4}(?:Confirmed\s)?(?:(?:[Ll]ength|[Ss]ize|[Pp]eptide [Ll]ength|[Cc]hain [Ll]ength|[Tt]ype|"
    r"[Cc]lass|[Ss]ummary|[Dd]escription|[Ss]tructure|[Cc]ategory|[Nn]ote|"
    r"[Ll]ede)\w*\W{1,3})?(?:[Aa]n?\s|[Tt]he\s(?!\w+,))?"
    r"(?:(?:synthetic|linear|short|stable|modified|Synthetic|Linear|Short|small|Small|neuroactive)\s){0,3}"
)
_OF_ITSELF = re.compile(
    r"\W{0,2}(?:$|\(|[.,;:]|\b(?:analog(?:ue)?|derived|derivative|made|fragment of|that|with|"
    r"consisting|composed|built|nootropic|"
    r"studied|based|developed|sequence)\b)"
)
_HAS = re.compile(
    r"(?:^\)?\s*(?:has|contains|comprises|consists of|содержит|состоит из)|(?:consisting|made|made up"
    r"|composed|chain|peptide) of|(?:made|built) from|"
    r"peptide with|[cс]одержит)"
    r"\s+(?:only |just )?$",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"[^.;]{0,60}?\b(?:is|refers? to)\s(?:(?:a|an|the same|one)\s)?(?:(?:synthetic|linear|short|"
    r"stable|seven|small)\s){0,2}$"
)
"""`P21 and P21 peptide refer to the same synthetic 23-amino-acid sequence`."""
_CHAIN_ENDS = re.compile(r"\s*(?:$|[.,;:)(-]|long\b|and\b|in length|peptides?\b|sequence|chain)")
_NOT_OF = re.compile(
    r"\b(?:from|of which|fragment|release[sd]?|into|contain\w*|metabolite|plus|with a|by a|to a|than|like|unlike|"
    r"against|first|last|terminal|differ\w*|shar\w+|exten\w+|added|adding|tail|cleav\w+|remov\w+)\b",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"(?:(?<![^\W\d_])(?:below|above|under|over|(?:less|more|greater|lower|higher|smaller) than|(?:up|down) to|"
    r"exceed(?:s|ing)?|cut-?off|"
    r"at (?:most|least)|max(?:imum|\.)?(?: of)?|min(?:imum|\.)?(?: of)?|не (?:более|выше|больше|менее)|менее|более|до|"
    r"свыше|ниже|выше|hasta|menos de|menor (?:de|a)|m[aá]s de|até|bis(?: zu)?|unter|über|höchstens|jusqu'à|moins de|"
    r"inf[eé]rieure? à|fino a)|[<>≤≥])\s*$",
    re.IGNORECASE,
)
"""What makes of a mass a bound: that of the parts of a mixture, mostly."""
_AT_ITS_END = re.compile(
    r"\b(?:C-?termin\w+|tail|ending|end|extend\w*|extension|added|adding|adds|addition|attach\w+|follow\w*|append\w*|"
    r"plus|more|with|fused|link\w*|stabili[sz]\w+)\b",
    re.IGNORECASE,
)
"""What tells that residues stand at the end of a peptide: `the Pro-Gly-Pro tail`."""
_CALLED_SEQUENCE = re.compile(r"sequence|one-letter|single-letter|\bcode\b", re.IGNORECASE)
_OTHER_FORM = re.compile(
    r"\s?[(,;-]\s?(?:(?:of|for|as)\s)?(?:the\s)?(?:unacetylated|non-?acetylated|deacetylated|des-?acetyl\w*|"
    r"unamidated|uncapped|uncharged|without (?:the )?(?:acetyl|cap)|"
    r"unmodified|parent|(?:core|bare) (?:peptide|sequence)|(?:full|whole|entire|complete|intact)[- ](?:length|protein)|"
    r"prote[ií]na (?:completa|inteira|entera|intera)|protéine (?:entière|complète)|ganzes protein|"
    r"цел(?:ый|ого) бел\w+)\b",
    re.IGNORECASE,
)
"""What makes of a figure that of another form: `847.0 Da (unacetylated ...)`."""
_OTHER_FORM_BEFORE = re.compile(
    r"\b(?:unacetylated|non-?acetylated|deacetylated|unamidated|uncapped)\s(?:\w+\s){0,2}(?:MW|mass|weight)?[\s:=]*$",
    re.IGNORECASE,
)
"""The same where it stands before the figure: `unacetylated MW 847.0 Da`."""
_SALTS = (("acetate", 60.052), ("diacetate", 120.104), ("trifluoroacetate", 114.023))
"""What a salt adds to the molar mass (g/mol)."""
LIGHTEST = 75.0
"""Grams per mole below which no amino acid is: what is less is how closely a mass must fit."""
_OPENED = re.compile(r"\s?\((?:the\s)?")
LIGHTER = 0.0007
"""The share by which a monoisotopic mass is less than the average one, in large peptides."""
ISOTOPES = 1.0
"""Average and monoisotopic mass of these peptides, and the roundings of both, lie within this many g/mol."""


_DIGIT = re.compile(r"\d")
_MASSLIKE = (
    "mol",
    "weigh",
    "mass",
    "mw",
    "m.w",
    "dalton",
    "масс",
    "вес",
    "да",
    " da",
    "kda",
    "gewicht",
    "peso",
    "[m+h]",
)
_ANY_FORMULA = re.compile(r"[CС] ?_?\{?\d{1,3}\}?[-.· ]?[HН] ?_?\{?\d")
_LATIN = str.maketrans("СНОЅР", "CHOSP")
"""Cyrillic letters that stand for those of a formula."""
_RESIDUES_IN_THREE = ("Gly", "Pro", "Lys", "His", "Arg", "Phe", "Thr", "Leu", "Ala", "Ser", "Glu", "Met")
_CAPITALS = re.compile(r"[A-Z](?:[A-Z]{3}|(?:-[A-Z]){4})")
_IN_CYRILLIC = dict(
    zip(
        "Ала Арг Асн Асп Цис Глн Глу Гли Гис Иле Лей Лиз Мет Фен Про Сер Тре Трп Тир Вал".split(),
        "ARNDCQEGHILKMFPSTWYV",
        strict=True,
    )
)
_CYRILLIC = re.compile(rf"\b(?:{'|'.join(_IN_CYRILLIC)})(?:\s?-\s?(?:{'|'.join(_IN_CYRILLIC)})){{2,}}\b")
"""A sequence in the abbreviations that Russian and Ukrainian pages use: `Мет-Глу-Гис`."""


class Chemistry:
    """Finds molar masses, formulas and sequences in sentences and holds them against the compound spoken of."""

    def __init__(self, dataset: Dataset, owners: Owners) -> None:
        self.dataset, self.owners = dataset, owners
        self._chemistry = {key: dataset.chemistry(key) for key in dataset.compounds}
        self._by_residues = {
            residues: compound.id
            for compound in dataset.compounds.values()
            if compound.sequence
            for residues in _ways_of(compound)
        }
        self._in_full = {
            "-".join(filter(None, (own.n_terminus, sequences.three_letter(own.residues), own.c_terminus))): compound.id
            for compound in dataset.compounds.values()
            if (own := compound.sequence) and not own.plain
        }
        self._relatives = {
            written: (compound.id, f"{relative.name}: {relative.text}")
            for compound in dataset.compounds.values()
            for relative in compound.relatives
            for written in _written_in(" ".join((relative.name, *relative.aliases, relative.text)))
        }
        self._sequences_known = [c.sequence.residues for c in dataset.compounds.values() if c.sequence]
        self._reckoned: dict[str, tuple[str | None, float | None]] = {}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the figures of a sentence that say what a compound is."""
        plain, low = sentence.plain, sentence.low
        if sentence.cites or refuted(plain):
            return
        found_here: list[Found] = []
        headed_ = sentence.block.kind == "row"
        digit = _DIGIT.search(plain) is not None
        if digit and (headed_ or holds(low, _MASSLIKE)):
            found_here += _without_others(sentence, list(self._masses(sentence)))
        if digit and _ANY_FORMULA.search(plain):
            found_here += self._formulas(sentence)
        if (
            holds(plain, _RESIDUES_IN_THREE)
            or holds(low, ("yl", "ил-", "-гли", "-про", "глу-"))
            or _CAPITALS.search(plain)
        ):
            found_here += self._sequences(sentence)
        if holds(low, ("peptide", "amino", "residue", "пептид", "аминокислот", " aa")):
            found_here += self._residues(sentence)
        for found in found_here:
            seen.wrong |= found.verdict == "differs"
            yield found

    # -- molar mass and formula ------------------------------------------------------------------------------------

    def _mass_of(self, compound: str) -> float | None:
        return self._chemistry_of(compound)[1]

    def _formula_of(self, compound: str) -> str | None:
        return self._chemistry_of(compound)[0]

    def _chemistry_of(self, compound: str) -> tuple[str | None, float | None]:
        """Return formula and molar mass: as the record has them, else by the capped sequence, else by a fact."""
        known = self._chemistry[compound]
        if known[0] or known[1]:
            return known
        if compound not in self._reckoned:
            own = self.dataset.compounds[compound]
            found = capped(own.sequence) if own.sequence else None
            self._reckoned[compound] = found or _of_facts(own) or (None, None)
        return self._reckoned[compound]

    @cached_property
    def _masses_known(self) -> dict[str, float]:
        return {key: mass for key in self._chemistry if (mass := self._mass_of(key))}

    @cached_property
    def _formulas_known(self) -> dict[frozenset[tuple[str, int]], str]:
        formulas = ((key, self._formula_of(key)) for key in self._chemistry)
        return {frozenset(_composition(text).items()): key for key, text in formulas if text}

    @cached_property
    def _formulas_of_relatives(self) -> dict[frozenset[tuple[str, int]], tuple[str, str]]:
        return {
            frozenset(_composition(hit[0]).items()): (key, f"{relative.name}: {relative.text}")
            for key, compound in self.dataset.compounds.items()
            for relative in compound.relatives
            for hit in _FORMULA.finditer(relative.text)
        }

    @cached_property
    def _masses_of_relatives(self) -> dict[str, list[tuple[float, str]]]:
        return {
            key: [
                (_grams(hit["number"], hit["unit"], rough=False)[0], f"{relative.name}: {relative.text}")
                for relative in compound.relatives
                for hit in _MASS.finditer(relative.text)
            ]
            for key, compound in self.dataset.compounds.items()
        }

    def _masses(self, sentence: Sentence) -> Iterator[Found]:
        plain = sentence.plain
        for start, end in sentence.block.cells if sentence.block.kind == "row" else ():
            # In a column of masses the unit stands in its head.
            bare = _BARE.fullmatch(plain[start:end])
            label = headed(sentence, start, _MASS_WORD) if bare else None
            owner = self.owners.owner(sentence, start, end) if label else None
            if bare and owner and owner.compound:
                yield from self._mass(sentence, owner, start, end, *_grams(bare["number"], "Da", rough=False))
        taken: list[tuple[int, int]] = []
        for label in _MASS_WORD.finditer(plain) if sentence.block.kind != "row" else ():
            before = plain[: label.start()].rstrip()
            # `4963 Molecular Weight`: on a card the figure stands above its label.
            above = (
                None if plain[label.end() :].strip() else _BARE.fullmatch(before, len(before) - len(before.lstrip()))
            )
            hit = above if above else _BARE_MASS.match(plain, label.end())
            if (
                not hit
                or label[0].lower().startswith(("weigh", "- weigh"))
                # `Molecular weight of BPC-157`: a number in a name is none.
                or any(mention.start <= hit.start("number") < mention.end for mention in sentence.named)
                or (not above and _MASS.search(plain, label.end(), hit.end() + 12))
                or "{" in plain[label.end() : hit.start("number")]  # how long a field may be
            ):
                continue
            value, tolerance = _grams(hit["number"], "Da", rough=False)
            owner = self.owners.owner(sentence, label.start(), label.end())
            if owner and owner.compound and value >= 100:
                charge = _PROTON if "+" in label[0] else 0.0
                taken.append(hit.span("number"))
                yield from self._mass(sentence, owner, *hit.span("number"), value - charge, tolerance)
        for hit in _MASS.finditer(plain):
            if any(low <= hit.start("number") < high for low, high in taken):
                continue
            labelled = _MASS_WORD.search(plain[max(0, hit.start() - 80) : hit.end()])
            labelled = labelled or headed(sentence, hit.start(), _MASS_WORD)
            owner = self.owners.owner(sentence, hit.start(), hit.end())
            if owner is None or owner.compound is None:
                yield from self._of_a_derivative(sentence, hit)
                continue
            near = 0 <= hit.start() - owner.end <= 60 or 0 <= owner.start - hit.end() <= 30
            thousands = hit["unit"].startswith(("k", "к"))
            alone = not labelled and not (owner.end and near and not thousands)
            if alone and thousands and not hit["about"]:
                continue
            start = hit.start("about") if hit["about"] else hit.start()
            value, tolerance = _grams(hit["number"], hit["unit"], rough=bool(hit["about"]))
            if value < LIGHTEST or self._in_brackets_of_another(sentence, hit.end(), owner.compound):
                continue
            if _THRESHOLD.search(plain, max(0, hit.start() - 24), hit.start()):
                told = self._bounded(owner.compound, value)
                if told:
                    yield _figure(start, hit.end(), "matches", told)
                continue
            held = self._mass(sentence, owner, start, hit.end(), value, tolerance)
            alone = alone or _OTHER_FORM.match(plain, hit.end()) is not None
            alone = alone or _OTHER_FORM_BEFORE.search(plain, max(0, start - 40), start) is not None
            # Without a word that says what it is, a mass is taken for one only where it is the right one.
            yield from (item for item in held if item.verdict == "matches" or not alone)

    def _derived(self, sentence: Sentence, start: int) -> tuple[str, str] | None:
        """Return the derivative whose figure stands right behind its name, and the compound it derives from, or None.

        What has an acetyl group or an amide has another formula and another mass than what it is made of.
        """
        last = next((mention for mention in reversed(sentence.named) if mention.end <= start), None)
        if last is None or last.compound or not _IS_THAT.fullmatch(sentence.plain, last.end, start):
            return None
        made = _DERIVATIVE.search(sentence.plain, max(0, last.start - 16), last.end)
        compound = self.owners.names.compound(made["of"]) if made else None
        return (made[0], compound) if made and compound else None

    def _of_a_derivative(self, sentence: Sentence, hit: re.Match[str]) -> Iterator[Found]:
        """Yield what the dataset says of a mass that circulates for a derivative."""
        derived = self._derived(sentence, hit.start())
        said = statement_on(self.dataset, derived[1], "identity", hit["number"]) if derived else None
        if said:
            yield _figure(*hit.span(), "differs", f"{said.explanation} {said.evidence}")

    def _told(self, compound: str, gives: Callable[[str], bool]) -> tuple[AuditVerdict, str] | None:
        """Return what a fact or a note of a compound says that gives a figure under another place, or None."""
        own = self.dataset.compounds[compound]
        texts = [(fact.label, fact.value) for fact in own.facts]
        texts += [(identifier.kind, identifier.note) for identifier in own.identifiers if identifier.note]
        for label, text in texts:
            if gives(text) and not _MISLEADS.search(label):
                verdict: AuditVerdict = "unknown" if _IN_DOUBT.search(text) else "matches"
                return verdict, f"{own.name}: {text}"
        return None

    def _bounded(self, compound: str, value: float) -> str | None:
        """Return where the dataset gives a mass as the bound of what a mixture is made of, or None."""
        own = self.dataset.compounds[compound]
        texts = (own.summary, *(f"{fact.label}: {fact.value}" for fact in own.facts), *(q.answer for q in own.faq))
        for text in texts:
            for hit in _MASS.finditer(text):
                given, tolerance = _grams(hit["number"], hit["unit"], rough=False)
                bound = _THRESHOLD.search(text, max(0, hit.start() - 24), hit.start())
                if bound and abs(given - value) <= tolerance:
                    return f"{own.name}: {text}"
        return None

    @staticmethod
    def _in_brackets_of_another(sentence: Sentence, end: int, compound: str) -> bool:
        """Tell whether right behind a figure stands in brackets what it is of: `401 Da (GHK-Cu)`."""
        return any(m.compound != compound and _OPENED.fullmatch(sentence.plain, end, m.start) for m in sentence.named)

    def _mass(
        self, sentence: Sentence, owner: Mention, start: int, end: int, value: float, tolerance: float
    ) -> Iterator[Found]:
        compound = owner.compound or ""
        name, mass = self.dataset.compounds[compound].name, self._masses_known.get(compound)
        relative = _RELATED.search(sentence.plain) and next(
            (text for known, text in self._masses_of_relatives.get(compound, ()) if abs(known - value) <= tolerance),
            None,
        )
        if relative:
            yield _figure(start, end, "matches", relative)
        elif mass is None:
            yield _figure(start, end, "unknown", f"The dataset has no molar mass of {name}.")
        else:
            yield _figure(start, end, *self._held_mass(owner, name, mass, value, tolerance))

    def _held_mass(
        self, owner: Mention, name: str, mass: float, value: float, tolerance: float
    ) -> tuple[AuditVerdict, str]:
        computed = owner.compound and not self._chemistry[owner.compound][1]
        computed = computed or (owner.compound and self.dataset.computed(self.dataset.compounds[owner.compound]))
        known = f"{name}: {mass:.2f} g/mol" + (" by its sequence" if computed else "")
        if abs(value - mass) <= tolerance or 0 <= mass - value <= LIGHTER * mass:
            return "matches", f"{known}."
        said = statement_on(self.dataset, owner.compound, "identity", f"{value:g}")
        for salt, added in () if said else _SALTS:
            if abs(value - mass - added) <= tolerance:
                return ("matches" if owner.salt else "unknown"), f"{known}; the figure fits its {salt}."
        if owner.salt:
            return "unknown", f"{known}, without the salt."
        if said:
            return "differs", f"{known}. {said.explanation} {said.evidence}"
        close = min(tolerance, ISOTOPES)
        told = self._told(owner.compound or "", partial(_gives_mass, value=value, tolerance=close))
        if told:
            return told
        others = [key for key, own in self._masses_known.items() if key != owner.compound and abs(own - value) <= close]
        other = f" {value:g} is {self.dataset.compounds[others[0]].name}." if len(others) == 1 else ""
        return "differs", f"{known}.{other}"

    def _formulas(self, sentence: Sentence) -> Iterator[Found]:
        for hit in _FORMULA.finditer(sentence.plain.translate(_LATIN)):
            composition = _composition(hit[0])
            if composition.get("C", 0) < 8 or len(composition) < 3:
                continue
            if _AND.match(sentence.plain, hit.end()) or sentence.plain[: hit.start()].endswith((" + ", " +")):
                continue  # One of the formulas of a blend.
            bearer = self._formulas_known.get(frozenset(composition.items()))
            relative = self._formulas_of_relatives.get(frozenset(composition.items()))
            if relative and relative[0] in {*sentence.compounds, sentence.subject} and _RELATED.search(sentence.plain):
                yield _figure(*hit.span(), "matches", relative[1])
                continue
            owner = self.owners.owner(sentence, hit.start(), hit.end())
            if bearer and (owner is None or owner.compound == bearer or bearer in sentence.compounds):
                derived = self._derived(sentence, hit.start())
                another = f", not of {derived[0]}" if derived and derived[1] == bearer else ""
                whose = f"Formula of {self.dataset.compounds[bearer].name}{another}."
                yield _figure(*hit.span(), "misattributed" if another else "matches", whose)
                continue
            if owner is None or owner.compound is None:
                continue
            name, known = self.dataset.compounds[owner.compound].name, self._formula_of(owner.compound)
            if _OTHER_FORM.match(sentence.plain, hit.end()):
                continue
            if known is None:
                yield _figure(*hit.span(), "unknown", f"The dataset has no formula of {name}.")
                continue
            if _composition(known) == composition:
                yield _figure(*hit.span(), "matches", f"Formula of {name}.")
                continue
            rest = {element: n - _composition(known).get(element, 0) for element, n in composition.items()}
            fits = any(rest == {**dict.fromkeys(rest, 0), "C": 2 * k, "H": 4 * k, "O": 2 * k} for k in (1, 2, 3))
            if fits or owner.salt:
                verdict: AuditVerdict = "matches" if fits and owner.salt else "unknown"
                yield _figure(*hit.span(), verdict, f"{name}: {known}, without the salt.")
            elif told := self._told(owner.compound, partial(_gives_formula, composition=composition)):
                yield _figure(*hit.span(), *told)
            else:
                other = f" {hit[0]} is {self.dataset.compounds[bearer].name}." if bearer else ""
                yield _figure(*hit.span(), "differs", f"{name}: {known}.{other}")

    # -- sequence --------------------------------------------------------------------------------------------------

    def _sequences(self, sentence: Sentence) -> Iterator[Found]:
        plain = sentence.plain
        for hit in _SEQUENCE.finditer(plain):
            residues = sequences.parse(hit["body"])
            if residues:
                yield from self._sequence(sentence, hit, residues)
        for hit in _NAMED.finditer(plain):
            residues = _letters_of(hit[0])
            if residues and len(residues) >= 3:
                yield from self._sequence(sentence, hit, residues)
        for hit in _CYRILLIC.finditer(plain) if not plain.isascii() else ():
            letters = (_IN_CYRILLIC[part.strip()] for part in hit[0].split("-"))
            yield from self._sequence(sentence, hit, "".join(letters))
        for hit in _LETTERS.finditer(plain) if _CAPITALS.search(plain) else ():
            residues = hit["body"].replace("-", "")
            called = len(residues) >= 6 and (
                _CALLED_SEQUENCE.search(plain, max(0, hit.start() - 45), hit.start())
                or any(_slip(residues, own) for own in self._by_residues if len(own) >= 6)
            )
            if residues in self._by_residues or called or self._as_long(sentence, hit, residues):
                yield from self._sequence(sentence, hit, residues)

    def _as_long(self, sentence: Sentence, hit: re.Match[str], residues: str) -> bool:
        """Tell whether four letters and more are put for the sequence of a compound with as many, of its residues."""
        if not any(len(own) == len(residues) and set(residues) <= set(own) for own in self._sequences_known):
            return False
        owner = self.owners.owner(sentence, *hit.span())
        compound = self.dataset.compounds.get(owner.compound or "") if owner else None
        own = compound.sequence.residues if compound and compound.sequence else ""
        return len(own) == len(residues) and set(residues) <= set(own)

    def _sequence(self, sentence: Sentence, hit: re.Match[str], residues: str) -> Iterator[Found]:
        """Yield whose sequence it is, that it is another than its compound's, or that with such ends it is not held."""
        span, groups = hit.span(), hit.groupdict()
        first, last = _cap(groups.get("cap")), _cap(groups.get("tail"))
        owner = self.owners.owner(sentence, *span)
        bearer = self._by_residues.get(residues)
        if bearer and not self._fits_caps(bearer, first, last):
            bearer = None
        spoken = {*sentence.compounds, *(() if owner and 0 < owner.end <= span[0] else (sentence.subject,))}
        relative = self._relatives.get((residues, first, last))
        compound = self.dataset.compounds.get(owner.compound or "") if owner else None
        whole = next((text for text in self._in_full if sentence.plain.startswith(text, span[0])), "")
        if whole:
            # The record's own caps may be more than is read of one: `-NH-adamantanediyl-CO-NH2`.
            bearer, span = self._in_full[whole], (span[0], span[0] + len(whole))
        verdict: AuditVerdict | None = None
        told = ""
        if bearer and (owner is None or owner.compound == bearer or bearer in spoken):
            verdict, told = "matches", f"Sequence of {self.dataset.compounds[bearer].name}."
        elif relative and relative[0] in {*sentence.compounds, sentence.subject} and not (owner and owner.end):
            verdict, told = "matches", relative[1]
        elif owner and compound and compound.sequence:
            if residues != compound.sequence.residues or self._lacks(compound, last):
                verdict, told = self._against(sentence, owner, span, residues, bearer)
        elif slipped := self._slipped(sentence, residues):
            verdict, told = "differs", self._told_sequence(slipped)
        if verdict is None and (first or last) and len(residues) >= FEWEST_MODIFIED:
            verdict, told = "unknown", "A modified peptide, which the dataset does not hold."
        if verdict:
            yield _figure(*span, verdict, told)

    def _against(
        self, sentence: Sentence, owner: Mention, span: tuple[int, int], residues: str, bearer: str | None
    ) -> tuple[AuditVerdict | None, str]:
        """Return how another sequence than that of the compound which it may be put for is to be taken, and why."""
        sequence = self.dataset.compounds[owner.compound or ""].sequence
        if sequence is None:
            return None, ""
        own, known = sequence.residues, self._told_sequence(owner.compound or "")
        part = any(residues in other for other in self._sequences_known) and residues not in self._sequences_known
        if own.endswith(residues) and part and _AT_ITS_END.search(sentence.plain):
            return "matches", known
        said = self._attributed(sentence, owner, *span)
        direct = said == "direct"
        if not said or not (direct or sequence.plain):
            slipped = self._slipped(sentence, residues)
            return ("differs", self._told_sequence(slipped)) if slipped else (None, "")
        cut = residues in own and residues != own
        if cut:
            whole = direct and (not owner.end or (len(own) > _LONG and own.startswith(residues)))
            whole = whole or _called_the_sequence(sentence.plain, owner, *span)
            return ("differs", known) if whole and len(residues) >= len(own) - CUT else (None, "")
        if len(residues) < (3 if direct and len(own) == len(residues) else 4) or not (bearer or direct or not part):
            return None, ""
        other = f" {residues} is {self.dataset.compounds[bearer].name}." if bearer else ""
        return "differs", f"{known}{other}"

    @staticmethod
    def _attributed(sentence: Sentence, owner: Mention, start: int, end: int) -> str:
        """Tell how a sequence is put for that of a compound: `direct`, `near` its name, or not at all (empty)."""
        plain = sentence.plain
        named = 0 < owner.end <= start
        between = plain[owner.end : start] if owner.end else plain[:start]
        if _NOT_OF.search(between) or _SEQUENCE.search(between) or denies(plain, max(0, start - 40), start):
            return ""
        if _INSTEAD.search(plain, max(0, start - 40), end + 40):
            return ""
        if _DIRECTLY.fullmatch(between) if named else not owner.end and _LABELLED.search(plain, 0, start):
            return "direct"
        return "near" if (named and len(between) <= 60) or headed(sentence, start, _SEQUENCE_WORD) else ""

    def _told_sequence(self, compound: str) -> str:
        own = self.dataset.compounds[compound].sequence
        residues = own.residues if own else ""
        return f"{self.dataset.compounds[compound].name}: {sequences.three_letter(residues)} ({residues})."

    def _fits_caps(self, compound: str, first: str, last: str) -> bool:
        """Tell whether a sequence written with these caps is that of a compound; an acetyl cap may be left out."""
        own = self.dataset.compounds[compound].sequence
        if own is None or own.plain:
            return not first and not last
        return first in {"", _cap(own.n_terminus)} and (last in {"", _cap(own.c_terminus)})

    @staticmethod
    def _lacks(compound: Compound, last: str) -> bool:
        """Tell whether an end is written of which more is known than an amide: P21 ends in an adamantane residue."""
        own = compound.sequence
        return own is not None and last == "amide" and _cap(own.c_terminus) not in {"", "amide"}

    def _slipped(self, sentence: Sentence, residues: str) -> str | None:
        """Return the compound that a sentence speaks of whose sequence this is but for one residue."""
        for key in (*sentence.compounds, sentence.subject):
            own = self.dataset.compounds[key].sequence if key else None
            if (
                own
                and len(own.residues) >= _LONG
                and _slip(residues, own.residues)
                and residues not in self._by_residues
            ):
                return None if _INSTEAD.search(sentence.plain) else key
        return None

    def _residues(self, sentence: Sentence) -> Iterator[Found]:
        plain = sentence.plain
        yield from self._length(sentence)
        hits = [(hit, number_of(hit)) for hit in _RESIDUES.finditer(plain)]
        for hit, count in hits:
            if denies(plain, max(0, hit.start() - 25), hit.start()) or _SO_CALLED.search(plain, 0, hit.start()):
                continue
            compound = self._counted(sentence, hit)
            if compound:
                found_ = list(self._count(*hit.span(), count, compound))
                # Of two numbers the other is of another thing: `a dipeptide analogue of the tetrapeptide`.
                right = len(hits) > 1 and any(self._right(other, own, compound) for other, own in hits)
                right = right or set_against(sentence, hit.start())
                right = right or OF_A_PARENT.match(plain, hit.end()) is not None
                right = right or self._of_what_comes_from(sentence, hit, compound)
                yield from (one for one in found_ if one.verdict == "matches" or not right)
            elif (spoken := self._spoken_of(sentence, hit)) and (found := self._right(hit, count, spoken)):
                yield found

    @staticmethod
    def _of_what_comes_from(sentence: Sentence, hit: re.Match[str], compound: str) -> bool:
        """Tell whether what is counted comes from the compound named before it: `a tuftsin hexapeptide analogue`."""
        own = any(m.compound == compound and 0 <= hit.start() - m.end <= 1 for m in sentence.named)
        return own and re.match(DERIVED, sentence.plain[hit.end() :], re.IGNORECASE) is not None

    def _spoken_of(self, sentence: Sentence, hit: re.Match[str]) -> str | None:
        """Return the one compound that a sentence speaks of, unless what is counted there is of another thing."""
        if _NOT_OF.search(sentence.plain, max(0, hit.start() - 25), hit.start()) or _PLUS.match(
            sentence.plain, hit.end()
        ):
            return None
        own = {key for key in sentence.compounds if not is_parent(key, sentence, self.dataset)}
        return own.pop() if len(own) == 1 else None

    def _right(self, hit: re.Match[str], count: int, compound: str) -> Found | None:
        """Return that a number of residues is the right one of what the sentence speaks of; nothing where it is not."""
        return next((found for found in self._count(*hit.span(), count, compound) if found.verdict == "matches"), None)

    def _length(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the number of residues in a row whose first cell says that it is one; each cell is of its column's."""
        cells = sentence.block.cells
        if sentence.block.kind != "row" or len(cells) < 2 or not _LENGTH.search(sentence.plain[slice(*cells[0])]):
            return
        for low, high in cells[1:] if len(cells) > 2 else ():
            hit = _RESIDUES.match(sentence.plain, low, high)
            owner = self.owners.owner(sentence, low, high) if hit else None
            if hit and owner and owner.compound:
                yield from self._count(*hit.span(), number_of(hit), owner.compound)
        start, end = cells[1]
        owner = self.owners.owner(sentence, start, end)
        unit = sentence.plain[start:] if len(cells) > 2 else ""
        if not sentence.plain[start:end].isdigit() or owner is None or not owner.compound:
            return
        if "amino" not in unit and "residue" not in unit and "amino" not in sentence.plain[slice(*cells[0])].lower():
            return
        yield from self._count(start, end, int(sentence.plain[start:end]), owner.compound)

    def _count(self, start: int, end: int, count: int, compound: str) -> Iterator[Found]:
        sequence, name = self.dataset.compounds[compound].sequence, self.dataset.compounds[compound].name
        if sequence is None:
            return
        length = len(sequence.residues)
        note = f" {sequence.note}" if sequence.note and not sequence.plain else ""
        known = f"{name} has {length} residues: {sequences.three_letter(sequence.residues)}.{note}"
        fits = counts_as(sequence, count)
        yield _figure(start, end, "matches" if fits else "differs", known)

    def _counted(self, sentence: Sentence, hit: re.Match[str]) -> str | None:
        """Return the compound whose residues are counted: only where it stands right before or right after."""
        before = [m for m in sentence.named if m.end <= hit.start()]
        after = next((m for m in sentence.named if _THEN.fullmatch(sentence.plain, hit.end(), m.start)), None)
        if after and after.start >= hit.end() and not ANALOGUE.match(sentence.plain, after.end):
            return after.compound
        opened = next((low for low, high in sentence.block.cells if low <= hit.start() < high), 0)
        opening = sentence.plain[opened : hit.start()]
        if not [m for m in before if m.compound] and (
            (_OPENS.fullmatch(opening) and _OF_ITSELF.match(sentence.plain, hit.end())) or _ITSELF.fullmatch(opening)
        ):
            # `Type: heptapeptide`, `A synthetic heptapeptide made from ...`: of what the article is about.
            return sentence.subject
        if re.match(
            r"[ -]+(?:[A-Z][a-z]{2}-|tail|core|precursor|[A-Z]{3})",
            sentence.plain[hit.end() :],
        ):
            return None
        last = before[-1] if before else None
        if last is None or last.compound is None or _COMMON.search(sentence.plain, last.end, hit.start()):
            return None
        if sentence.plain[last.end : hit.start()].strip() == "(" or _DOUBLED.fullmatch(
            sentence.plain, last.end, hit.start()
        ):
            return last.compound
        if ANALOGUE.match(sentence.plain, last.end):
            subject = self.dataset.compounds.get(sentence.subject or "")
            return subject.id if subject and subject.parent == last.compound else None
        if _A_PART_OF.search(sentence.plain, max(0, last.start - 40), last.start):
            return None  # `A fragment of thymosin beta-4, the heptapeptide ...`
        between = re.sub(r"\([^)]*\)", "", sentence.plain[last.end : hit.start()])
        if len(between) > 90 or re.search(r"[A-Z][a-z]{2}-[A-Z]|аналог|производн|на основе", between):
            return None
        chain = hit["number"] is not None
        if chain and not _CHAIN_ENDS.match(sentence.plain, hit.end()):
            return None
        said = _IS_A.match(between) or _INDIRECT.match(between) or (chain and _HAS.search(between))
        return last.compound if said else None


_THEN = re.compile(r",?\s(?:-\s)?(?:called\s|named\s|known as\s|full(?:[- ]length)?\s)?|:\s")
"""What stands between `heptapeptide` and the name of the compound that is one."""
_SO_CALLED = re.compile(
    r"\b(?:often|sometimes|commonly|frequently|widely|usually|so-)\s?(?:mis)?(?:called|described|label\w+|listed|"
    r"referred)\b"
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
"""What tells of a number of residues what others say."""
_AND = re.compile(r"\s\+\s")
_A_PART_OF = re.compile(
    r"\b(?:fragments?|parts?|regions?|segments?|portions?|parents?|precursors?|relatives?|"
    r"metabolites?) of (?:the )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\s(?:shorter|longer|more|fewer|added|removed|apart|differen\w+)\b|\s?-?(?:tail|fragment|repeat)")
"""What tells that residues are counted which a peptide has more or less than another."""
_COMMON = re.compile(r"\b(?:shar\w+|common|differ\w*)\b", re.IGNORECASE)
"""What tells that residues are counted in which two peptides are alike or not."""
_DOUBLED = re.compile(r"\sis\san?\s(?:[\w-]+\s){0,2}\w+peptide\s-\s(?:an?\s)?")
"""`BPC-157 is a pentadecapeptide - fifteen amino acids`."""


def _without_others(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Return the masses of a sentence without those that, beside the right one, are another compound's."""
    right = [item for item in found if item.verdict == "matches" and sentence.block.kind != "row"]
    return [
        item
        for item in found
        if item.verdict != "differs"
        or not any(
            other.end <= item.start and _NEXT.fullmatch(sentence.plain, other.end, item.start) for other in right
        )
    ]


_NEXT = re.compile(r"\s?(?:[;|/,]|vs\.?|and)\s?")
"""What stands between the values of two compounds under one label."""


# -- what a record does not work out itself -----------------------------------------------------------------------

_CAPS = {"acetyl": ({"C": 2, "H": 2, "O": 1}, 42.037), "amide": ({"N": 1, "H": 1, "O": -1}, -0.984)}
"""What a cap adds to formula and molar mass (g/mol) of a peptide with free ends."""


def capped(sequence: Sequence) -> tuple[str, float] | None:
    """Return formula and molar mass of a sequence whose ends are capped in a way that is reckoned with, or None."""
    caps = [text.lower() for text in (sequence.n_terminus, sequence.c_terminus) if text]
    names = [{"ac": "acetyl", "nh2": "amide"}.get(cap, cap) for cap in caps]
    if "X" in sequence.residues or any(name not in _CAPS for name in names):
        return None
    formula, mass = sequences.computed(sequence.residues)
    atoms = _composition(formula)
    for name in names:
        added, weight = _CAPS[name]
        mass += weight
        for element, count in added.items():
            atoms[element] = atoms.get(element, 0) + count
    order = sorted(atoms, key=lambda element: (element not in "CH", element))
    return "".join(f"{e}{atoms[e] if atoms[e] > 1 else ''}" for e in order), round(mass, 2)


def _of_facts(compound: Compound) -> tuple[str | None, float | None] | None:
    """Return the formula and the molar mass that a fact of a compound gives under that name, or None."""
    for fact in compound.facts:
        formula, mass = _FORMULA.search(fact.value), _MASS.search(fact.value)
        if _FORMULA_FACT.match(fact.label) and (formula or mass):
            grams = _grams(mass["number"], mass["unit"], rough=False)[0] if mass else None
            return (formula[0] if formula else None), grams
    return None


_MISLEADS = re.compile(r"mislead|wrong|false", re.IGNORECASE)
_IN_DOUBT = re.compile(r"\b(?:circulat\w+|would be|readings?|wrong|not of|another's)\b", re.IGNORECASE)


def _gives_mass(text: str, value: float, tolerance: float) -> bool:
    """Tell whether a text gives a mass."""
    found = (_grams(hit["number"], hit["unit"], rough=False)[0] for hit in _MASS.finditer(text))
    return any(abs(other - value) <= tolerance for other in found)


def _gives_formula(text: str, composition: dict[str, int]) -> bool:
    """Tell whether a text gives a formula."""
    return any(_composition(hit[0]) == composition for hit in _FORMULA.finditer(text))


_FORMULA_FACT = re.compile(r"(?:molecular )?formula|mol(?:ar|ecular) (?:mass|weight)", re.IGNORECASE)


# -- values ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _statements_on(dataset: Dataset, compound: str) -> tuple[Statement, ...]:
    return tuple(dataset.statements[key] for key in dataset.about_compound("statement", compound))


def statement_on(dataset: Dataset, compound: str | None, topic: str, number: str) -> Statement | None:
    """Return what the dataset says of a number that circulates for a compound, or None."""
    for statement in _statements_on(dataset, compound) if compound else ():
        text = statement.text.replace(",", "")
        if statement.topic == topic and re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]\d)", text):
            return statement
    return None


def _grams(number: str, unit: str, *, rough: bool) -> tuple[float, float]:
    """Return a mass in g/mol and the tolerance (g/mol) that its digits leave, `rough` ones more."""
    if re.search(r"[. ]\d{3},\d{1,4}$", number):
        number = re.sub(r"[. ]", "", number)  # `1.419,54`, `1 419,54`
    if re.fullmatch(r"\d{3},\d{3}", number) and not unit.lower().startswith(("k", "к")):
        number = number.replace(",", ".")  # `318,367`: no peptide weighs that many thousands
    digits = re.sub(r"(?<=\d)[, '](?=\d{3}(?!\d))", "", number).replace(",", ".").replace(" ", "")
    value = float(digits)
    whole, _, decimals = digits.partition(".")
    last = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    factor = 1000.0 if unit.lower().startswith(("k", "к")) else 1.0
    tolerance = max(ISOTOPES, 0.5 * last * factor)
    exact = len(digits.replace(".", "").strip("0")) >= EXACT
    share = 0.002 if exact else 0.02
    return value * factor, max(tolerance, share * value * factor) if rough else tolerance


EXACT = 4
"""Digits from which a mass was not rounded, whatever stands before it: `~869.9 g/mol`."""


def _composition(formula: str) -> dict[str, int]:
    return {element: int(count or 1) for element, count in re.findall(r"([A-Z][a-z]?)[ _{]*(\d*)", formula)}


_DIRECTLY = re.compile(
    r"(?:\s?\([^()]*\))?[\s(:,=|\"'-]*(?:is|was|has)?\s?(?:(?:the|an?|its|amino[- ]acid|\w*peptide|amide|sequence|"
    r"short|"
    r"structure|of|by|consists|consisting|comprises|comprising|corresponds|to|with|synthetic|modified|linear|"
    r"compound)\b"
    r"[\s:=-]*){0,9}[\s(:=|\"'-]*",
    re.IGNORECASE,
)
"""What stands between a compound and its sequence where nothing else can be meant."""
_LABELLED = re.compile(
    r"(?:^|[.;|{,]\s)\W*(?:its\s)?(?:(?:full|amino[- ]?acid|peptide|primary|chemical)\s){0,2}(?:sequence|structure|"
    r"последовательность|структура|sequ[eê]ncia|secuencia|sequenz|sekwencja)\b\W{1,4}(?:(?:is|an?|the|modified|"
    r"\w+peptide)\W{1,3}){0,4}$",
    re.IGNORECASE,
)
"""`Sequence: ` before what is the sequence of what the text is about."""
_INSTEAD = re.compile(
    r"→|->|\b(?:instead|mutant|mutat\w*|substitut\w*|variant|correct\w*|replac\w*|analog(?:ue)?s?)\b", re.IGNORECASE
)
FEWEST_MODIFIED = 5
"""Residues from which a sequence with other ends is a peptide of its own."""
CUT = 2
"""Residues by which a sequence that is given as the whole one may be too short to be meant for another."""
_LONG = 7
"""Residues from which a sequence that differs in one of them is meant for it, whatever else the sentence says."""


_SEQUENCE_OF = re.compile(
    r"(?:^\W*|[.;:,(]\s?|\b(?:the|its)\s)(?:(?:full|complete|whole|amino[- ]acid|peptide|primary)\s){0,2}"
    r"sequence\s(?:of|for)\s$",
    re.IGNORECASE,
)
_IS_THE_SEQUENCE = re.compile(
    r"(?:\shas\s(?:the\s|an?\s)?|'s\s)(?:(?:full|complete|whole|amino[- ]acid|peptide|primary)\s){0,2}sequence\s?"
    r"(?:is\s|of\s|:\s)?",
    re.IGNORECASE,
)


def _called_the_sequence(plain: str, owner: Mention, start: int, end: int) -> bool:
    """Tell whether residues are called the sequence of a compound, nothing being added to them behind."""
    if _AT_ITS_END.search(plain, end, end + 40) or plain[end:].lstrip().startswith(("-", "+", "…", "..")):
        return False
    between = plain[owner.end : start]
    of = _SEQUENCE_OF.search(plain, 0, owner.start) is not None and between in {" is ", " reads ", ": "}
    return of or _IS_THE_SEQUENCE.fullmatch(between) is not None


def _cap(text: str | None) -> str:
    """Return what caps an end under one name, an empty text for an end that is free."""
    bare = (text or "").replace(" ", "").strip("-").lower()
    if bare in {"h", "oh", ""}:
        return ""
    if bare in {"ac", "n-ac", "acetyl", "n-acetyl"}:
        return "acetyl"
    return "amide" if bare in {"nh2", "nh_2", "nh", "amide"} else bare


def _written_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the sequences that a text of the dataset writes with caps: residues and what caps each end."""
    for pattern in (_SEQUENCE, _LETTERS):
        for hit in pattern.finditer(text):
            residues = sequences.parse(hit["body"].replace("-", "") if pattern is _LETTERS else hit["body"])
            if residues and (_cap(hit["cap"]) or _cap(hit["tail"])):
                yield residues, _cap(hit["cap"]), _cap(hit["tail"])


def _ways_of(compound: Compound) -> set[str]:
    """Return the residues of a compound as its record writes them: those of a short one with caps are no sequence."""
    own = compound.sequence
    if own is None or own.plain:
        return {own.residues} if own else set()
    written = {residues for alias in compound.aliases for residues, *_ in _written_in(alias.text)}
    return written | ({own.residues} if len(own.residues) >= _LONG else set())


def _slip(letters: str, residues: str) -> bool:
    """Tell whether a sequence is another but for one residue."""
    return len(letters) == len(residues) and sum(a != b for a, b in zip(letters, residues, strict=True)) == 1


def _figure(start: int, end: int, verdict: AuditVerdict, detail: str, reference: str | None = None) -> Found:
    return Found(start, end, "figure", verdict, detail, reference)


def _letters_of(name: str) -> str:
    """Return the one-letter sequence of a systematic name, or an empty string where it is a list of amino acids."""
    found = [(hit[1].lower(), hit[0].lower()) for hit in _ONE_RESIDUE.finditer(name)]
    if sum(whole.endswith(("yl", "ил", "an")) for _, whole in found) < len(found) - 1:
        return ""
    return "".join(_YL[stem] for stem, _ in found)
