"""What a compound is: what it comes from, who made it and where, what else it is called, of what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ...notation.words import fold
from ..article.names import Names
from ..article.sentences import Sentence
from ..article.topics import is_origin
from ..knowledge import telling
from ..wording import denied, holds, refuted
from . import Found, Seen

_SOURCES = (
    "deriv", "analog", "based on", "modelled", "modeled", "fragment", "part of", "piece of", "breakdown",
    "hydrolys", "isolated", "extract", "obtained", "made", "prepared", "produced", "emerged", "discovered",
    "identified", "purified", "similar to", "related to", "extended form", "residues", "cerebral", "gastric",
    "mixture", "complex", "preparation", "аналог", "производн", "выделен", "на основе",
    "получ", "located", "found in", "contained", "gewonnen", "aus d", "extra", "anál", "obten", "obtenu",
)  # fmt: skip
_MAKING = (
    "develop", "creat", "synthe", "made", "mak", "invent", "conceiv", "manufactur", "laborator", "colleagues",
    "isolat", "discover", "origin", "design", "team", "scientist", "research", "group", "produc", "identif",
    "studi", "describ", "(", "led by", "conduct", "perform", "characteri", "разработ", "создан", "синтез",
    "entwickelt", "desarroll", "développ",
)  # fmt: skip
_KINDS = (
    "synthetic", "синтет", "mixture", "complex", "preparation", "hydrolysate", "single", "смес", "комплекс",
    "group", "moiety", "cap", "residue", "ester",
)  # fmt: skip
_FROM = re.compile(
    r"\b(?:deriv(?:ed?|ing|ation|ative)s?\s(?:\w+\s)?(?:from|of)|(?:retro-?)?analog(?:ue)?s?\s(?:of|to)|"
    r"based\s(?:\w+\s)?on|"
    r"modell?ed\s(?:on|after)|fragment\sof|part\sof|piece\sof|breakdown\sof|hydrolys(?:is|ate)\sof|"
    r"(?:isolated|extracted|obtained|made|prepared|produced|emerged|discovered|identified|purified)\s(?:it\s|them\s)?"
    r"(?:\w+\s)?(?:from|in|of)|"
    r"(?:structurally\s(?:similar|related)|(?:is|are)\ssimilar)\sto|extended\sform\sof|"
    r"residues\s\d+\s?-\s?\d+\s(?:of|from)|"
    r"(?:located|contained|occurring|occurs|found|present)\s(?:with)?in|"
    r"(?:from|in)(?=\s(?:the\s)?(?:cerebral|gastric|human\sgastric)))\s",
    re.IGNORECASE,
)
_FROM_RU = re.compile(
    r"(?:(?:\w+пептидн\w+\s)?(?:ретро)?аналог\w*|производн\w+|фрагмент\w*|на основе|(?:выделен|получ|извлеч)\w* из|"
    r"\baus\s(?:der|dem|den)|(?:derivad|extraíd|obtenid|aislad)[oa]s?\sde(?:l|\sla)?|análogo\sde(?:l|\sla)?|"
    r"(?:dérivée?|extraite?|obtenue?|isolée?|analogue)s?\s(?:de|du)(?:\sla)?|[Aa]nalog(?:on)?\s(?:des|der|von))\s",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:from|analog(?:ue)?s? of|breakdown of|modelled on|part of|piece of|residues \d+\s?[-–]\s?\d+ (?:of|from)|"
    r"structure of the|region of|designed on)\s(?!a\b|which|them)",
    re.IGNORECASE,
)
"""What stands before the parent of a compound in the dataset's own words."""
_UNTIL = re.compile(
    r"[.;:()]|,\s|\s-\s|\b(?:by|with|that|which|who|whose|and|but|has|have|had|is|was|are|were|given|ending|"
    r"followed|taken|"
    r"sold|never|between|in\san?\s|for)\b"
)
_ADJECTIVE = re.compile(r"[\s-](?:derived|analog(?:ue)?s?|fragments?|extract)\b", re.IGNORECASE)
_SHORT = re.compile(r"\s\([A-Z][^()]{1,24}\)$")
_MIXTURE = re.compile(
    r"(?P<of>(?:[\w/-]+\s){0,5})(?:(?:poly)?peptide\s)?(?:mixture|complex|preparation|hydrolysate)\b"
    r"(?:\sof\s(?:[\w-]+,?\s){0,6}?(?:peptides|amino acids)(?:\sand\s(?:free\s)?(?:amino acids|peptides))?)?|"
    r"\bnot\s(?:an?\s)?single\s(?:defined\s)?(?:peptide|compound|molecule)|смес\w+|комплекс\w* (?:поли)?пептид\w*",
    re.IGNORECASE,
)
_SYNTHETIC = re.compile(
    r"\b(?:is|as|was|are)\s(?:both\s)?(?:(?:an?|the)\s)?(?:[\w-]+\s){0,2}?synthetic(?:\s(?:peptide|compound)s?\b|"
    r"(?=\s(?:[\w-]+\s){0,2}?(?:peptide|analog(?:ue)?|derivative|compound|fragment|\w+peptide)s?\b))|"
    r"\bsynthetic\s(?:[\w-]+\s)?peptides?(?=,\s)|синтетическ\w+\s(?:[\w-]+\s)?(?:аналог\w*|пептид\w*|\w+пептид\w*)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:develop(?:ed|er|ment)|created?|creation|synthesi[sz]ed|made|makers?|invented|discover\w+|isolated|conceived|"
    r"manufactur\w+|originat\w+|designed|laborator(?:y|ies)|colleagues|team|scientists|researchers|group|described|"
    r"produced|identified|studied|studies|conducted|performed|carried out|led by|characteri[sz]ed|"
    r"entwickelt|hergestellt|desarrollad[oa]|développée?)\b|разработ\w+|создан\w*|синтезирован\w*",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:develop(?:ed|ment)|created|synthesi[sz]ed|invented|discovered|originated|designed|made|conceived)\s"
    r"(?:[\w-]+\s){0,4}?(?:in|by|at|from)\s(?:the\s)?(?:\w+\s)?(?P<place>[A-Z][a-z]+)\b"
    r"(?:\s(?:researchers|scientists|institute\w*|academ\w+|team))?|\b(?P<dev>Russian|Austrian|Soviet|American)-"
    r"(?:developed|made)\b"
)
_COUNTRIES = {
    "RU": ("russia", "russian", "soviet", "moscow", "ussr"), "AT": ("austria", "austrian"),
    "HR": ("croatia", "croatian", "zagreb"), "US": ("america", "american", "washington", "york"),
    "IL": ("israel", "israeli", "tel"), "CH": ("switzerland", "swiss", "basel"),
}  # fmt: skip
_WHEN = re.compile(
    r"\b(?:develop(?:ed|ment)|created|synthesi[sz]ed|invented|discovered|isolated|identified|researched|research|"
    r"designed)\b"
    r"[^.;]{0,60}?\b(?:in|from|since)\s(?:the\s)?(?:early\s|late\s|mid-?\s?)?(?P<year>(?:19|20)\d\d)(?P<s>'?s)?\b"
)
_CALLED = re.compile(
    r"(?:\b(?:also|sometimes|otherwise|previously|formerly|commonly)\s)?\b(?:(?:called|known|written|"
    r"designated|referred to|"
    r"sold|marketed|named)(?:\sas)?|a\.?k\.?a\.?|codes?(?:\sname)?|INN|synonyms?|alias(?:es)?|names?|sequence|"
    r"structure)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\W{0,4}(?:synonyms?|alias(?:es)?|also known as|other names|alternative names)\b[^:]{0,20}:\s*", re.IGNORECASE
)
_GROUP = re.compile(
    r"\b(?:(?P<a>[a-z]+yl)\s(?:group|moiety|cap|residue)|(?P<b>[a-z]+\s(?:methyl|ethyl)\sester))\b", re.IGNORECASE
)
FAR = 110
"""Characters within which a compound stands before what it is said to come from."""


class _Made(NamedTuple):
    """What the dataset knows of a compound's origin: materials, makers, countries, years, and its words for it."""

    materials: frozenset[str]
    makers: tuple[tuple[str, str], ...]
    countries: frozenset[str]
    years: frozenset[int]
    kind: str
    systematic: str
    texts: tuple[str, ...]


class Identity:
    """Finds what a compound is said to be, to come from and to be called, and says where that stands."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._made = {key: self._of(compound) for key, compound in dataset.compounds.items()}
        self._materials = frozenset().union(*(made.materials for made in self._made.values()))

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence says of the origin, the maker, the names and the kind of the compound it is about."""
        plain = sentence.plain
        if sentence.cites:
            return
        if not (sentence.named or sentence.subject or _PAIR.search(plain)) or refuted(plain):
            return
        if sentence.asks:
            return
        if sentence.block.kind == "heading":
            # A heading names; what it says else is a label.
            yield from self._names_in(sentence)
            yield from self._from_parent(sentence)
            return
        for found in self._found(sentence, seen):
            if not seen.is_cited(found.start) and not seen.is_confused(found.start, found.end):
                yield found

    def _found(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        if len(sentence.named) > 1 or sentence.subject:
            yield from self._names_in(sentence)
        yield from self._labelled(sentence, seen)
        told = list(self._said(sentence))
        yield from told
        for found in self._from_parent(sentence):
            if not any(other.start < found.end and found.start < other.end for other in told):
                yield found

    def _said(self, sentence: Sentence) -> Iterator[Found]:
        low = sentence.low
        sources = list(_sources(sentence.plain)) if holds(low, _SOURCES) else []
        for compound in self._about(sentence):
            made = self._made[compound]
            yield from self._origin(sentence, compound, made, sources)
            if holds(low, _MAKING):
                yield from self._maker(sentence, compound, made)
            if holds(low, _KINDS):
                yield from self._kind(sentence, compound, made)

    def _about(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the compounds that a sentence is about: those it names, unless one is but the parent of another."""
        own = sentence.compounds
        if not any(mention.compound for mention in sentence.named) and _PAIR.search(sentence.plain):
            # `Both were developed at ...`, of the two that the sentence before names.
            own = sentence.before[-1].compounds if sentence.before else own
        parents = {self.names.parent(key) for key in own}
        subject = sentence.subject
        if subject and own and subject not in own and all(key == self.names.parent(subject) for key in own):
            return (subject,)
        about = tuple(key for key in own if key not in parents or len(own) == 1)
        return about if len(about) <= 2 else ()

    def _from_parent(self, sentence: Sentence) -> Iterator[Found]:
        """Yield that a compound is called what comes from its parent: `a synthetic ACTH(4-10) analog`."""
        about = {*sentence.compounds, *([sentence.subject] if sentence.subject else [])}
        for mention in sentence.named:
            if not mention.compound or not is_origin(sentence.plain, mention):
                continue
            child = next((key for key in sorted(about) if self.names.parent(key) == mention.compound), None)
            behind = _ADJECTIVE.match(sentence.plain, mention.end)
            if child and behind and "fragment" in behind[0].lower() and not self._is_part(child, mention.compound):
                continue  # An analogue is no fragment: it has residues of its own.
            if child and not denied(sentence.plain, mention.start, mention.end):
                end = behind.end() if behind else mention.end
                name = self.dataset.compounds[child].name
                text = self._made[child].texts[0]
                yield Found(mention.start, end, "statement", "matches", f"{name}: {text}")

    def _is_part(self, child: str, parent: str) -> bool:
        """Tell whether the residues of a compound are a part of those of another."""
        own, whole = self.dataset.compounds[child].sequence, self.dataset.compounds[parent].sequence
        return own is not None and whole is not None and own.residues in whole.residues

    def _labelled(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield a year, a maker or a country that stands behind a label, or below it as its heading."""
        plain = sentence.plain
        if sentence.block.kind == "row":
            if len(sentence.block.cells) < 2:
                return
            (low, high), (start, end) = sentence.block.cells[:2]
            label = plain[low:high]
        else:
            hit = _LABEL.match(plain)
            label, start, end = (hit[1], hit.end(), len(plain)) if hit else (seen.titled, 0, len(plain))
        kind = _ORIGINS.search(label) if len(label) <= 40 else None
        own = [key for key in sentence.compounds if self.names.parent(key) or True][:1]
        if not kind or not own or end - start > 120:
            return
        made, name = self._made[own[0]], self.dataset.compounds[own[0]].name
        for hit in re.finditer(r"\b((?:19|20)\d\d)('?s)?\b", plain[start:end]):
            year = int(hit[1])
            if any(year <= known <= year + (9 if hit[2] else 0) for known in made.years):
                text = next(text for text in made.texts if re.search(rf"\b{str(year)[: 3 if hit[2] else 4]}", text))
                yield Found(start + hit.start(), start + hit.end(), "statement", "matches", f"{name}: {text}")
        for hit in re.finditer(r"[A-Z][a-z]+", plain[start:end]):
            if any(hit[0].lower() in _COUNTRIES.get(country, ()) for country in made.countries):
                yield Found(
                    start + hit.start(), start + hit.end(), "statement", "matches", f"{name}: {made.makers[0][1]}."
                )
                return
        for phrase, group in made.makers:
            at = plain.find(phrase, start, end)
            if at >= 0:
                yield Found(at, at + len(phrase), "statement", "matches", f"{name}: {group}.")
                return

    # -- origin ----------------------------------------------------------------------------------------------------

    def _origin(
        self, sentence: Sentence, compound: str, made: _Made, sources: list[tuple[int, int, str]]
    ) -> Iterator[Found]:
        plain = sentence.plain
        near = [mention for mention in sentence.named if mention.compound == compound]
        kept: list[tuple[int, int, frozenset[str]]] = []
        for start, end, phrase in sorted(sources, key=lambda source: (source[0], -source[1])):
            alone = len(sentence.compounds) == 1
            if near and not (alone or any(m.end <= start + 60 or 0 <= m.start - end <= 40 for m in near)):
                continue
            before = [mention for mention in sentence.named if mention.end <= start]
            if denied(plain, start, end) or (before and before[-1].compound != compound):
                # `Tuftsin is similar to ...` in a sentence on Selank.
                continue
            own = telling(phrase) & self._materials
            if (
                own
                and 2 * len(own & made.materials) >= len(own)
                and not any(start < high and low < end for low, high, _ in kept)
            ):
                kept.append((start, end, own))
        for start, end, own in kept:
            yield Found(start, end, "statement", "matches", self._detail(compound, own))

    def _detail(self, compound: str, own: frozenset[str]) -> str:
        made, name = self._made[compound], self.dataset.compounds[compound].name
        text = max(made.texts, key=lambda text: len(own & telling(text)))
        return f"{name}: {text}"

    # -- makers ----------------------------------------------------------------------------------------------------

    def _maker(self, sentence: Sentence, compound: str, made: _Made) -> Iterator[Found]:
        plain = sentence.plain
        name = self.dataset.compounds[compound].name
        for phrase, group in made.makers:
            at = plain.find(phrase)
            if at < 0 or denied(plain, at, at + len(phrase)):
                continue
            near = plain[max(0, at - 120) : at + len(phrase) + 60]
            if _MADE.search(near) or plain[max(0, at - 1) : at] == "(":
                cue = next((hit for hit in _MADE.finditer(plain) if 0 <= at - hit.end() <= 90), None)
                start = cue.start() if cue else at
                yield Found(start, at + len(phrase), "statement", "matches", f"{name}: {group}.")
                break
        for hit in _WHERE.finditer(plain) if made.countries else ():
            place = (hit["place"] or hit["dev"]).lower()
            if any(place in _COUNTRIES.get(country, ()) for country in made.countries):
                yield Found(*hit.span(), "statement", "matches", f"{name}: {made.makers[0][1]}.")
                break
        when = _WHEN.search(plain) if made.years else None
        if when and not denied(plain, *when.span()):
            year, decade = int(when["year"]), when["s"] is not None
            if any(year <= own <= year + 9 if decade else own == year for own in made.years):
                begin = str(year)[: 3 if decade else 4]
                text = next(text for text in made.texts if re.search(rf"\b{begin}", text))
                yield Found(*when.span(), "statement", "matches", f"{name}: {text}")

    # -- kind ------------------------------------------------------------------------------------------------------

    def _kind(self, sentence: Sentence, compound: str, made: _Made) -> Iterator[Found]:
        plain = sentence.plain
        name = self.dataset.compounds[compound].name
        if "mixture" in made.kind:
            for hit in _MIXTURE.finditer(plain):
                if not re.search(r"\b(?:blend|stack)\b", plain):
                    yield Found(*hit.span(), "statement", "matches", f"{name}: {made.texts[0]}")
                    break
        called = _SYNTHETIC.search(plain) if holds(sentence.low, ("synthetic", "синтет")) else None
        if called and "synthetic" in f"{made.kind} {made.texts[0]}".lower() and not denied(plain, *called.span()):
            yield Found(*called.span(), "statement", "matches", f"{name}: {made.texts[0]}")
        for hit in _GROUP.finditer(plain) if made.systematic else ():
            if "".join((hit["a"] or hit["b"]).lower().split()) in made.systematic:
                yield Found(*hit.span(), "statement", "matches", f"{name}: {made.texts[0]}")

    # -- names -----------------------------------------------------------------------------------------------------

    def _names_in(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the other names that a sentence gives a compound; one that is another compound's is not its own."""
        plain = sentence.plain
        listed = _LISTED.match(plain)
        if listed and sentence.subject:
            own = self.dataset.compounds[sentence.subject]
            for hit in re.finditer(r"[^;,|\n]+", plain[listed.end() :]):
                text = hit[0].strip(" .\"'[]")
                bearer = self.names.compound(text) if text else None
                start = listed.end() + hit.start() + hit[0].find(text)
                if bearer == own.id:
                    yield Found(start, start + len(text), "statement", "matches", f"{text} is {own.name}.")
                elif bearer:
                    other = self.dataset.compounds[bearer]
                    detail = f"{text} is another compound, {other.name}, not a name of {own.name}: {other.summary}"
                    yield Found(start, start + len(text), "statement", "differs", detail)
            return
        first: dict[str, str] = {}
        for mention in sentence.named:
            if not mention.compound or mention.salt:
                continue
            text = plain[mention.start : mention.end]
            compound = self.dataset.compounds[mention.compound]
            about = first.get(compound.id) or (compound.name if sentence.subject == compound.id else "")
            first.setdefault(compound.id, text)
            if not about or fold(about) == fold(text) or fold(text) in fold(compound.name):
                continue
            before = plain[max(0, mention.start - 45) : mention.start]
            kind = next((alias.kind for alias in compound.aliases if fold(alias.text) == fold(text)), "name")
            called = before.endswith(("(", ", ", "; ", " - ", "/ ")) or _CALLED.search(before)
            if kind == "systematic" or (called and kind != "abbreviation"):
                kind = "systematic name" if kind == "systematic" else kind.replace("-", " ")
                yield Found(mention.start, mention.end, "statement", "matches", f"{text}: {kind} of {compound.name}.")

    # -- what the dataset knows ------------------------------------------------------------------------------------

    def _of(self, compound: Compound) -> _Made:
        parent = self.dataset.compounds.get(compound.parent or "")
        facts = [f"{fact.label}: {fact.value}" for fact in compound.facts if _ORIGIN.search(fact.label)]
        claims = [claim.text for claim in compound.claims if claim.kind == "origin"]
        texts = (compound.summary, *facts, *claims)
        materials: set[str] = set()
        for text in texts:
            for hit in _OURS.finditer(text):
                # `from the cortex, not from the pineal gland`
                if not _NOT_FROM.search(text, 0, hit.start()):
                    materials |= telling(_phrase(text, hit.end()))
        of_parent: frozenset[str] = frozenset()
        if parent:
            synonyms = " ".join(alias.text for alias in parent.aliases if alias.kind == "synonym")
            of_parent = telling(f"{parent.name} {synonyms}")
            texts = (f"{compound.summary} Parent: {parent.name}.", *texts[1:])
        own = telling(
            " ".join((compound.name, compound.id, *(a.text for a in compound.aliases if a.kind == "synonym")))
        )
        groups = [self.dataset.groups[key] for key in compound.originators if key in self.dataset.groups]
        makers = [(part, group.name) for group in groups for part in _parts(group.name)]
        makers += [(part, text) for text in facts for hit in _INSTITUTION.finditer(text) for part in _parts(hit[0])]
        systematic = " ".join(alias.text for alias in compound.aliases if alias.kind == "systematic")
        return _Made(
            materials=frozenset(stem for stem in materials - own | of_parent if not stem.isdigit()),
            makers=tuple(makers),
            countries=frozenset(group.country for group in groups if group.country),
            years=frozenset(int(year) for text in (*facts, *claims) for year in re.findall(r"\b(?:19|20)\d\d", text)),
            kind=compound.compound_class,
            systematic="".join(systematic.lower().split()),
            texts=texts,
        )


_NOT_FROM = re.compile(r"\b(?:not|never|nor|none)\s$", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:[A-Z][\w.-]+\s){1,4}(?:Academy|University|Institute|Therapeutics|Laborator(?:y|ies)|Pharmaceuticals)\b|"
    r"\b[A-Z]{5,}\b(?=,)"
)
_LABEL = re.compile(r"\W{0,4}([A-Za-z][A-Za-z /-]{2,38}?)\s?:\s")
_ORIGINS = re.compile(
    r"\b(?:origin|developed|developer|development|first described|discover\w*|country|year|synthesi[sz]ed|"
    r"manufacturer|maker|"
    r"created|invent\w*|history|institution)\b",
    re.IGNORECASE,
)
"""Labels of what tells where and when something was made."""
_PAIR = re.compile(r"\b(?:[Bb]oth|[Tt]hey)\b(?:\s\w+){0,2}?\s(?:were|was|are|originated|come|came)\b")
_ORIGIN = re.compile(r"origin|animals|parent|history|discover", re.IGNORECASE)


def _phrase(text: str, start: int) -> str:
    """Return what follows a cue, up to where another clause begins."""
    stop = _UNTIL.search(text, start)
    return text[start : stop.start() if stop else len(text)][:80]


def _sources(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield what a sentence says something comes from: from its cue to its end, and the words for it."""
    for pattern in (_FROM, _FROM_RU):
        for hit in pattern.finditer(plain):
            phrase = _phrase(plain, hit.end())
            if phrase.strip():
                yield hit.start(), hit.end() + len(phrase), phrase
            aside = re.match(r"[^()]{0,60}\(([^()]{2,40})\)", plain[hit.end() :])
            if aside and aside.start(1) > len(phrase):
                yield hit.start(), hit.end() + aside.end(), aside[0]
    for hit in _ADJECTIVE.finditer(plain):
        # `An angiotensin IV (AngIV) analog`: the abbreviation stands between.
        before = _SHORT.sub("", plain[max(0, hit.start() - 60) : hit.start()])
        own = re.split(r"[(),;:.]|\b(?:is|an?|the|of|from|by|another|as)\b", before)[-1].lstrip()
        if own.strip():
            yield max(0, plain.rfind(own, 0, hit.start())), hit.end(), own
    for hit in _MIXTURE.finditer(plain):
        if hit["of"] and hit["of"].strip():
            yield hit.start(), hit.end(), hit["of"]


def _parts(name: str) -> list[str]:
    """Return the names of institutions and people in the name of a group, without its place."""
    found: list[str] = []
    for part in re.split(r",\s|\s/\s|[()]|\band\b", name):
        text = part.strip()
        if re.match(r"(?:maker|developer)\b", text) or text in _PLACES or len(text) < 5:
            continue
        found.append(text)
        # `The Kirov Military Medical Academy` is known without the name that it bears.
        head, _, rest = text.partition(" ")
        if len(rest.split()) >= 3 and head[0].isupper() and not re.search(r"\b(?:of|State)\b", text):
            found.append(rest)
        if text.startswith("Zakusov"):
            found.append("Zakusov Institute of Pharmacology")
    return found


_PLACES = frozenset("Moscow Austria Pullman Zagreb Basel Leningrad London".split())
