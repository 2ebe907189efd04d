"""What a question means: the compounds, topics, studies, places and sections that its words name, and the words left.

Words and what they mean stand in `vocabulary.toml` as `[[synonym]]`; names of compounds are their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import Record
from ..notation import identifiers, sequences
from ..notation.words import fold, searched
from .lexicon import ORDINARY, Lexicon
from .lookup import allowed_errors, other_layout
from .narrowing import KINDS_OF_SECTIONS
from .trials import Filters, any_held

LONGEST = 2000
"""Characters of a question that are read; nobody asks more."""

_MOST_WORDS = 60

_HINTING = ("topic:", "section:", "fact:", "jurisdiction:", "standing:")


class Understood(Record, frozen=True):
    """How a question was understood: everything by id, `words` the telling ones that are left, and what is like it.

    `hints` are the words in which something was asked for that was understood as a topic or section: what holds them
    answers better. `named` are the names of compounds as they were typed. `say` is the same question as a command with
    options; `corrected` pairs what was typed with what it was taken for; `unknown` are words that stand nowhere,
    `strangers` names of medicines and peptides that are none of ours, and `concepts` those of the words that the
    vocabulary put for others. `without` are compounds that are left out, `apart` topics and kinds of
    study.
    """

    query: str
    compounds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    designs: tuple[str, ...] = ()
    blindings: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    since: int | None = None
    until: int | None = None
    without: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    relatives: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    say: str | None = None

    def spoken(self, word: str) -> str:
        """Return a word as it is shown: of several that the vocabulary put for one the first."""
        if word in self.concepts:
            return word.split(maxsplit=1)[0].replace("_", " ")
        return word.replace("_", ",")  # a number of four figures, as it is printed

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that count, None where none are bounds."""
        return (self.since or 0, self.until or 9999) if self.since or self.until else None

    @property
    def facets(self) -> bool:
        """Whether anything but a compound was understood."""
        return bool(
            self.sections or self.topics or self.subjects or self.designs or self.blindings or self.results
            or self.jurisdictions or self.standings or self.facts or self.identity or set(self.asks) - {"absence"}
            or self.numbers or self.relatives or self.years
        )  # fmt: skip


_MEDICINE = re.compile(
    r"^(?=.{7,}$)[a-z]+(?:glutide|relin|tropin|morelin|racetam|azepam|azolam|afinil|afil|oxetine|statin|sartan|olol"
    r"|gliptin|gliflozin|formin|cillin|mycin|cycline|floxacin|azole|idone|apine|triptyline|ipramine|triptan|barbital"
    r"|zumab|tinib|ciclib|parib|gabalin|ketamine|parin|xaban|pril|dipine|lukast|profen|coxib|setron|peptin)$"
)
"""Ends of the international names of medicines, to tell a name that stands nowhere from a word that is misspelt."""

_WHAT_KIND = re.compile(
    r"^\W*(?:is|are)\s+(?!there|it\s)\S+(?:\s(?!for|with|in|to|of|as|from|on|at|by)\S+){0,2}?\s"
    r"(?:(?:just|really|actually|only|considered|classified as)\s)*"
    r"(?:an?\s\w|(?:natural|synthetic|steroidal|vegan|organic)\b)|\bявляется ли\b",
    re.IGNORECASE,
)
"""How it is asked of what kind a thing is: is it a steroid, a hormone, natural."""

_PREFIXED = re.compile(r"(?<![\w-])(?P<prefix>[A-Za-z]{1,3})-(?P<name>[A-Za-z]\w+)(?![\w-])")
"""A name with a short prefix, which is that of another substance."""
_JOINED = frozenset("co non pre re un vs or and on by my the tb bpc".split())
"""What is joined to a name and leaves it what it is."""

_CITED = re.compile(r"\bet\.? al\b|\b[A-Z][a-z][\w’'-]+,? (?:[A-Z]\.?[ -]?){1,3}(?:,|\.|;|\(| and | & )")
"""How a citation names its authors: Bornstein NM, et al."""

_TITLED = re.compile(r"[\"“”«‘'][^\"“”»’']{20,}[\"“”»’']")
"""How a citation gives the title of a paper."""

_LEAVES_OUT = re.compile(
    r"\b(?:(?:and|but)\s+not|not|(?:everything|anything|all)\s+but|except(?:\s+for)?|excluding|without|"
    r"other\s+than|apart\s+from|(?:но|а|и)\s+не|кроме|без|помимо|no|lack|lacks|lacking)\s+(?:(?:any|in|on|for|about|of|the|на|в)\s+){0,2}(?P<name>[^\W_][\w-]*)",
    re.IGNORECASE,
)
"""How a compound, a topic or a kind of study is left out of what is asked."""

_LACKING = re.compile(r"(?:no|lack\w*)\s", re.IGNORECASE)
"""How it is said that something is not there, which leaves out no compound and no topic."""

_AUXILIARY = re.compile(
    r"\b(?:can|could|do|does|did|will|would|should|may|might|is|are|was|were|has|have)\s+$", re.IGNORECASE
)
"""What stands before a not that denies a verb: cannot sleep."""

_PROPERTIES = {"safety", "dosing", "regulatory", "pharmacokinetics"}
"""Sections that tell what is so of one substance, not of a topic."""

_YEAR = r"((?:19|20)\d\d)(?:\s?(?:years?|года|году|год|г\.))?"
_BOUNDS = (
    (
        r"\b(?:(?:in|from|of|в)\s)?(?:the\s)?((?:19|20)\d0)(?:['’]?s|-?[хе](?:\s(?:годах|годов|годы|гг\.?))?)(?!\w)",
        0,
        9,
    ),
    (rf"\b(?:between|from|с|from the year)\s{_YEAR}\s?(?:and|to|until|till|по|до|-|–)\s?{_YEAR}", 0, 0),
    (rf"(?<![\d-]){_YEAR}\s?[-–]\s?{_YEAR}(?![\d-])", 0, 0),
    (rf"\b(?:after|later than|newer than|more recent than|после|позже|позднее)\s{_YEAR}", 1, None),
    (rf"\b(?:since|from the year|начиная с|с)\s{_YEAR}(?!\s?\d)", 0, None),
    (rf"\b(?:before|earlier than|older than|prior to|до|раньше)\s{_YEAR}", None, -1),
    (rf"\b(?:until|till|up to|through|по)\s{_YEAR}", None, 0),
)
"""How years are said to be bounds, and how much is to be added to the first and the last that count."""

_BESIDE_NAMES = ("compound:", "stranger", "substance", "words:")
"""What a word may mean beside being a compound's name: what was a stranger once may be held now."""

_ACCENTED = re.compile("[à-öø-ÿąćęłńśźżœ¿¡]", re.IGNORECASE)
"""Letters and signs that English has not, and the languages beside it have."""

_MORE = 4
"""Letters by which a word is another than the one whose beginning it has: cardiolipin, cardio."""

_VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")

_COMMON = 20
"""Entries in which a word stands that is nobody's misspelling."""


def understand(dataset: Dataset, query: str, lexicon: Lexicon | None = None) -> Understood:
    """Return what a question means."""
    return _Reader(dataset, lexicon or Lexicon(dataset)).read(query[:LONGEST])


def _between(text: str) -> tuple[str, int | None, int | None]:
    """Return a question without the years between which something is asked for, and these: after 2020 is since 2021."""
    since: int | None = None
    until: int | None = None
    for pattern, first, last in _BOUNDS:
        if not (found := re.search(pattern, text, re.IGNORECASE)):
            continue
        since = int(found[1]) + first if first is not None else since
        until = int(found[found.lastindex or 1]) + last if last is not None else until
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return text, since, until


class _Reader:
    def __init__(self, dataset: Dataset, lexicon: Lexicon) -> None:
        self.dataset, self.lexicon = dataset, lexicon
        self.means: dict[str, list[str]] = {}
        self.numbers: list[tuple[str, str]] = []
        self.relatives: list[tuple[str, str]] = []
        self.corrected: list[tuple[str, str]] = []
        self.unknown: list[str] = []
        self.strangers: list[str] = []
        self.substances: list[str] = []
        self.kept: list[str] = []
        self.hints: list[str] = []
        self.named: list[str] = []
        self.capitals: set[str] = set()
        self.foreign = False
        self.proper: set[str] = set()

    def read(self, query: str) -> Understood:
        query = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", " ", query)
        query = "".join(character if character.isprintable() else " " for character in query)
        text = query
        for piece in query.split():
            number = identifiers.parse(piece)
            if number and (number.kind != "PMID" or len(number.value) >= 6):
                self.numbers.append((number.kind, number.value))
                text = text.replace(piece, " ", 1)
        text = re.sub(r"\bnon[- ]?(?=human|animal|random)", "not ", text, flags=re.IGNORECASE)
        text = re.sub(r"(?<=[a-z])(?<!beta)(?<!bta) 4 (?=[a-z])", " for ", text)
        text, since, until = _between(text)
        text, without = self._without(text)
        text, apart = self._apart_from(text)
        text = self._others(text)
        text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", re.sub(r"['’]s\b", "", text))
        self.capitals = set() if text.isupper() else {word.lower() for word in re.findall(r"\b[A-Z]{4,}\b", text)}
        # A word in capitals after the first, in a question that is not all so, is a name: работы Островской.
        self.proper = {word.lower() for word in re.findall(r"(?<=[a-zа-яё,] )[A-ZА-ЯЁ][a-zа-яё]{4,}\b", text)}
        tokens = re.findall(r"[^\W_]+(?:[.,]\d+)?", text.lower())[:_MOST_WORDS]
        tokens = self._sequences(text, tokens)
        tokens = self._relatives(tokens)
        tokens = [part for token in tokens for part in self._apart(token)]
        tokens = self._names(tokens)
        tokens = self._in_english(text, tokens)
        tokens = self._phrases(tokens)
        self._own_relatives()
        tokens = self._chemistry(text, tokens)
        left = self._spelt(tokens)
        kept = [" ".join(self.kept)] if self.kept else []
        words = tuple(dict.fromkeys(word for word in [*left, *kept] if word not in self.unknown))
        value = {kind: tuple(dict.fromkeys(values)) for kind, values in self.means.items()}
        if self._asks_of_a_substance(value):
            # Insulin is part of a topic, but what harm it does is asked of it alone.
            self.strangers += self.substances
            meant = {*words, *value.get("words", ())}
            words = (*words, *(word for word in self.substances if self._held(word) and word not in meant))
        if len(value.get("identity", ())) > 1 or words or any(key not in {"identity", "compound"} for key in value):
            # "What is the dose of": the words before the thing asked.
            value["identity"] = tuple(name for name in value.get("identity", ()) if name != "what")
        if "never" in value.get("ask", ()) and "human" in value.get("subject", ()) and not value.get("compound"):
            # "Which were never given to people", in whatever words.
            value["ask"] = (*value["ask"], "without people")
        value["ask"] = tuple(ask for ask in value.get("ask", ()) if ask != "never")
        if _CITED.search(query) and (_TITLED.search(query) or re.search(r"\b(?:19|20)\d\d\b", query)):
            value["ask"] += ("citation",)
        if value.get("compound") and _WHAT_KIND.search(query):
            value["ask"] += ("what kind",)
        made = Understood(
            query=query,
            compounds=value.get("compound", ()),
            sections=value.get("section", ()),
            topics=value.get("topic", ()),
            subjects=value.get("subject", ()),
            designs=value.get("design", ()),
            blindings=value.get("blinding", ()),
            results=value.get("result", ()),
            jurisdictions=value.get("jurisdiction", ()),
            standings=value.get("standing", ()),
            facts=value.get("fact", ()),
            identity=value.get("identity", ()),
            asks=value.get("ask", ()),
            numbers=tuple(self.numbers),
            since=since,
            until=until,
            without=tuple(dict.fromkeys(without)),
            apart=tuple(dict.fromkeys(apart)),
            relatives=tuple(dict.fromkeys(self.relatives)),
            words=(*words, *(word for means in value.get("words", ()) for word in [means])),
            concepts=value.get("words", ()),
            hints=tuple(hint for hint in dict.fromkeys(self.hints) if len(hint) > 2),
            named=tuple(dict.fromkeys(self.named)),
            unknown=tuple(dict.fromkeys(self.unknown)),
            strangers=tuple(dict.fromkeys(self.strangers)),
            corrected=tuple(dict.fromkeys(self.corrected)),
        )
        return _said(self.dataset, made)

    def _others(self, text: str) -> str:
        """Return a question without the names that a prefix makes another substance's, which are unknown: na-selank."""
        for hit in _PREFIXED.finditer(text):
            whole, bare = fold(hit[0]), fold(hit["name"])
            known = self.dataset.bearers(whole) or self.dataset.rows("SELECT 1 FROM relative WHERE key = ?", (whole,))
            if self.dataset.bearers(bare) and not known and hit["prefix"].lower() not in _JOINED:
                self.unknown.append(hit[0])
                text = text.replace(hit[0], " ", 1)
        return text

    def _without(self, text: str) -> tuple[str, list[str]]:
        """Return a question without the compounds that it leaves out, and their ids: semax and not selank."""
        left: list[str] = []
        for hit in _LEAVES_OUT.finditer(text):
            if _LACKING.match(hit[0]):
                continue  # where there is no Semax to be had, Semax is asked of
            if bearers := self._bearer(hit["name"].lower(), single=True):
                left += bearers[:1]
                text = text.replace(hit[0], " ", 1)
        return text, left

    def _apart_from(self, text: str) -> tuple[str, list[str]]:
        """Return a question without the topics and kinds of study that it leaves out, and their ids: not stroke."""
        left: list[str] = []
        for hit in _LEAVES_OUT.finditer(text):
            if hit[0].lower().startswith("not ") and _AUXILIARY.search(text[: hit.start()]):
                continue  # who can not sleep asks for sleep
            behind = re.findall(r"[^\W_]+", text[hit.start("name") :])[:3]
            for size in range(len(behind), 0, -1):
                meanings = self.lexicon.meanings(searched(" ".join(behind[:size])).strip())
                meant = [means.partition(":")[2] for means in meanings if means.startswith(self._leaving_out(hit[0]))]
                beside = [means for means in meanings if means.startswith("words:")]
                if meant and len(meant) + len(beside) == len(meanings):
                    left += meant
                    end = re.compile(r"\W+".join(map(re.escape, behind[:size]))).search(text, hit.start("name"))
                    text = f"{text[: hit.start()]} {text[end.end() if end else hit.end() :]}"
                    return text, left
        return text, left

    @staticmethod
    def _leaving_out(said: str) -> tuple[str, ...]:
        """Return the kinds of what a word may leave out: that there is no memory gain leaves nothing out."""
        if _LACKING.match(said):
            return ("design:", "blinding:", "subject:animal", "subject:laboratory")
        return ("topic:", "design:", "blinding:", "subject:animal", "subject:laboratory", "subject:human", "standing:")

    def _asks_of_a_substance(self, value: dict[str, tuple[str, ...]]) -> bool:
        """Tell whether a property is asked of a substance that is no compound here, and of no compound that is."""
        return bool(
            self.substances and not value.get("compound") and "compounds" not in value.get("ask", ())
            and _PROPERTIES & set(value.get("section", ()))
        )  # fmt: skip

    # -- names -------------------------------------------------------------------------------------------------------

    def _sequences(self, text: str, tokens: list[str]) -> list[str]:
        """Take out a sequence that is a compound's: thr-lys-pro-arg, TKPR."""
        for piece in text.split():
            residues = sequences.parse(piece) or sequences.parse(piece.upper())
            found = self.dataset.of_sequence(residues) if residues and len(residues) >= 3 else ()
            if found:
                self.means.setdefault("compound", []).extend(bearer.compound for bearer in found)
                parts = re.findall(r"[^\W_]+", piece.lower())
                return [token for token in tokens if token not in parts]
        return tokens

    def _chemistry(self, text: str, tokens: list[str]) -> list[str]:
        """Take out a molar mass or a formula by which a compound is asked for that is not named: 813.9, C33H57N11O9."""
        if self.means.get("compound"):
            return tokens
        asked = "mass" in self.means.get("identity", ())
        for piece in re.findall(r"\d{3,4}[.,]\d{1,3}\b|\b\d{3,4}\b" if asked else r"\b\d{3,4}[.,]\d{1,3}\b", text):
            mass, within = float(piece.replace(",", ".")), 0.06 if "." in piece or "," in piece else 0.6
            sql = "SELECT id FROM compound WHERE abs(molar_mass - ?) <= ?"
            if found := [key for (key,) in self.dataset.rows(sql, (mass, within))]:
                self.means.setdefault("compound", []).extend(found)
                self.means.setdefault("identity", []).append("mass")
                parts = re.findall(r"\d+", piece)
                return [token for token in tokens if token not in parts]
        for piece in re.findall(r"\bC\d+H\d+\w*", text, re.IGNORECASE):
            sql = "SELECT id FROM compound WHERE upper(formula) = ?"
            if found := [key for (key,) in self.dataset.rows(sql, (piece.upper(),))]:
                self.means.setdefault("compound", []).extend(found)
                self.means.setdefault("identity", []).append("formula")
                return [token for token in tokens if token != piece.lower()]
        return tokens

    def _relatives(self, tokens: list[str]) -> list[str]:
        """Take relatives out: the longest name first."""
        folded = [fold(token) for token in tokens]
        places = [
            (start, size) for size in range(min(5, len(tokens)), 0, -1) for start in range(len(tokens) - size + 1)
        ]
        keys = {(start, size): "".join(folded[start : start + size]) for start, size in places}
        known = self.dataset.relatives_called(sorted(set(keys.values())))
        for (start, size), key in keys.items():
            if key in known:
                self.relatives.append(known[key])
                self.means.setdefault("compound", []).append(known[key][0])
                # Its words are looked for as well: what was found of it stands in claims of its kin.
                self.kept = [searched(token).strip() for token in tokens[start : start + size]]
                return tokens[:start] + tokens[start + size :]
        return tokens

    def _own_relatives(self) -> None:
        """Let go of a relative of another compound than the one named: Pro-Gly-Pro is asked of Selank, not Semax."""
        named = list(self.means.get("compound", ()))
        for compound, _ in self.relatives:
            named.remove(compound)  # that of the relative; its own name would be there once more
        if named and not {compound for compound, _ in self.relatives} & set(named):
            self.relatives = []
            self.means["compound"] = named

    def _names(self, tokens: list[str]) -> list[str]:
        """Take names of compounds out, the longest first; endings and names run together are understood."""
        left: list[str] = []
        start = 0
        while start < len(tokens):
            for size in range(min(6, len(tokens) - start), 0, -1):
                found = self._bearer("".join(tokens[start : start + size]), single=size == 1)
                if found:
                    self.means.setdefault("compound", []).extend(found)
                    self.named.append(fold("".join(tokens[start : start + size])))
                    start += size
                    break
            else:
                left.append(tokens[start])
                start += 1
        return self._long_names_misspelt(left)

    def _long_names_misspelt(self, tokens: list[str]) -> list[str]:
        """Take out names of several words that are nearly a compound's: thymosine bta 4."""
        for size in (3, 2):
            for start in range(len(tokens) - size + 1):
                window = tokens[start : start + size]
                key = fold("".join(window))
                if len(key) < 9 or key.isalpha() or all(self._known(word) or word.isdigit() for word in window):
                    continue
                near = self._nearly(key)
                meant = {bearer.compound for name in near for bearer in self.dataset.bearers(name)}
                if len(meant) == 1:
                    self.means.setdefault("compound", []).extend(meant)
                    self.corrected.append((" ".join(window), near[0]))
                    return tokens[:start] + tokens[start + size :]
        return tokens

    def _nearly(self, key: str) -> list[str]:
        """Return the names that a longer one is but for a slip or two, with the same figures in them."""
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not found as written
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        allowed = 1 if len(key) < 10 else 2
        near = process.extract(key, self.dataset.names(), scorer=OSA.distance, score_cutoff=allowed, limit=3)
        return [name for name, _, _ in near if re.sub(r"\D", "", name) == re.sub(r"\D", "", key)]

    def _apart(self, token: str) -> list[str]:
        """Return a name and the word that was run together with it: selankanxiety, epitalonlifespan."""
        if len(token) < 7 or token.isdigit() or token in self.lexicon.exact or self.dataset.bearers(fold(token)):
            return [token]
        if self._held(token):
            return [token]
        least = 2 if token.isascii() else 4  # shorter ones are endings in Russian
        for cut in range(len(token) - least, 2, -1):
            name, rest = token[:cut], token[cut:]
            if (len(name) > 3 or not name.isalpha()) and self.dataset.bearers(fold(name)) and self._known(rest):
                return [name, rest]
        for cut in range(4, len(token) - 3):
            rest, name = token[:cut], token[cut:]
            if self.dataset.bearers(fold(name)) and self._known(rest):
                return [rest, name]
        return [token]

    def _known(self, word: str) -> bool:
        """Tell whether a word means something, or stands in what is held."""
        return bool(self.lexicon.meanings(searched(word).strip())) or (len(word) > 3 and self._held(word))

    def _bearer(self, text: str, *, single: bool) -> tuple[str, ...]:
        key = fold(text)
        if len(key) < 2 or (key.isdigit() and len(key) < 5):
            return ()
        meanings = self.lexicon.meanings(searched(text).strip()) if single else ()
        if single and (key in {"pgp", "acth"} or any(not means.startswith(_BESIDE_NAMES) for means in meanings)):
            return ()
        found = {bearer.compound for bearer in self.dataset.bearers(key)}
        if len(found) == 1:
            return tuple(found)
        if single and len(key) >= 5:
            # A plural, or a name that is written without its last vowel.
            for near in (f"{key}e", key[:-1] if key[-1] == "s" else ""):
                if near and (bearers := self.dataset.bearers(near)):
                    return tuple({bearer.compound for bearer in bearers})
        if single and not text.isascii():
            # Russian endings: семакса, семаксом, семаксе.
            for cut in (1, 2, 3):
                stem = fold(text[:-cut])
                if len(stem) >= 4 and (bearers := self.dataset.bearers(stem)):
                    return tuple({bearer.compound for bearer in bearers})
        if single and len(key) >= 8:
            return self._run_together(key)
        return ()

    def _run_together(self, key: str) -> tuple[str, ...]:
        """Return the compounds whose names follow each other in one word: `semaxselank`."""
        for cut in range(4, len(key) - 3):
            first, second = self.dataset.bearers(key[:cut]), self.dataset.bearers(key[cut:])
            if first and second:
                return (first[0].compound, second[0].compound)
        return ()

    def _in_english(self, text: str, tokens: list[str]) -> list[str]:
        """Return the words of a question in another language as the English for them, where that is held."""
        accented = bool(_ACCENTED.search(text))
        if re.search("[а-я]", text, re.IGNORECASE) or not self.lexicon.language(tokens, accented=accented):
            return tokens
        self.foreign = True
        made: list[str] = []
        start = 0
        while start < len(tokens):
            for size in range(min(4, len(tokens) - start), 1, -1):
                phrase = searched(" ".join(tokens[start : start + size])).strip()
                if self.lexicon.exact.get(phrase, ("filler",)) != ("filler",):
                    # A phrase that the vocabulary has as it is: effets secondaires, é seguro.
                    made += tokens[start : start + size]
                    start += size
                    break
            else:
                if not self.lexicon.small(tokens[start]):
                    english = self.lexicon.english(tokens[start], unless=self._tells)
                    made += [tokens[start]] if english is None else english.replace("-", " ").split()
                start += 1
        return made

    # -- synonyms ----------------------------------------------------------------------------------------------------

    def _phrases(self, tokens: list[str]) -> list[str]:
        """Take out what the vocabulary understands, longer phrases first; return the words left."""
        normal = [searched(token).strip() for token in tokens]
        left: list[str] = []
        start = 0
        while start < len(tokens):
            for size in range(min(self.lexicon.longest, len(tokens) - start), 0, -1):
                phrase = " ".join(normal[start : start + size])
                meanings = self.lexicon.meanings(phrase)
                if meanings == ("filler",) and phrase in self.capitals and self._abbreviates(phrase):
                    left.append(phrase.upper())
                    start += 1
                    break
                if meanings == ORDINARY:
                    left += [phrase] if self._held(phrase) else []
                    start += 1
                    break
                if meanings:
                    if "substance" in meanings:
                        called = [means[6:].split()[0] for means in meanings if means.startswith("words:")]
                        self.substances.append(called[0] if called else phrase)
                        left += [phrase] if len(meanings) == 1 and self._held(phrase) else []
                    if "stranger" in meanings:
                        self.strangers.append(phrase)
                        # What our compounds were held against stands in the texts.
                        held = [word for word in phrase.split() if self._held(word)]
                        left += held if len(held) == size else []
                    self._take(meanings)
                    if any(means.startswith(_HINTING) for means in meanings) and phrase.isascii():
                        self.hints.append(self.lexicon.hint(phrase))
                    said = any(means.startswith("words:") for means in meanings)
                    if size == 1 and not said and self._tells_more(phrase):
                        left.append(phrase)
                    start += size
                    break
            else:
                left.append(normal[start])
                start += 1
        left = self._phrases_misspelt(left)
        return [word for token in left for word in token.split()]

    def _tells_more(self, word: str) -> bool:
        """Tell whether a word is much longer than the beginning by which it is understood, and held in few places."""
        beginning = self.lexicon.hint(word)
        return len(word) - len(beginning) >= _MORE and not self._common(word) and self._held(word)

    def _abbreviates(self, word: str) -> bool:
        """Tell whether a word stands in capitals in what is held: TESTS and PASS are studies."""
        sql = (
            "SELECT 1 FROM entry_text t JOIN entry e ON e.number = t.rowid WHERE entry_text MATCH ? "
            "AND instr(e.text, ?) LIMIT 1"
        )
        return bool(self.dataset.rows(sql, (f'"{word}"', word.upper())))

    def _phrases_misspelt(self, left: list[str]) -> list[str]:
        """Take out two words beside each other that together are nearly a phrase: half lfe."""
        known: list[str] = []
        for start in range(len(left) - 1):
            pair = " ".join(left[start : start + 2])
            if len(pair) < 7 or all(self._held(word) for word in left[start : start + 2]) or re.search(r"\d", pair):
                continue
            from rapidfuzz import process  # noqa: PLC0415 - only for what is not found as written
            from rapidfuzz.distance import OSA  # noqa: PLC0415

            known = known or [key for key in self.lexicon.exact if " " in key and len(key) >= 7]
            near = process.extractOne(pair, known, scorer=OSA.distance, score_cutoff=1 if len(pair) < 10 else 2)
            if near:
                meanings = self.lexicon.meanings(near[0])
                self._take(meanings)
                self.strangers += [near[0]] if "stranger" in meanings else []
                if any(means.startswith(_HINTING) for means in meanings) and near[0].isascii():
                    self.hints.append(near[0])
                self.corrected.append((pair, near[0]))
                return left[:start] + left[start + 2 :]
        return left

    def _take(self, meanings: Iterable[str]) -> None:
        for means in meanings:
            kind, _, value = means.partition(":")
            if kind not in {"filler", "stranger", "substance", "ordinary"}:
                self.means.setdefault(kind, []).append(value)

    # -- spelling ----------------------------------------------------------------------------------------------------

    def _spelt(self, tokens: Sequence[str]) -> list[str]:
        """Return the words left, misspelt ones as what they are near to; what stands nowhere is noted as unknown."""
        left, figures = [], []
        spoken = {token for token in tokens if token.isascii() and not self._held(token) and self.lexicon.spoken(token)}
        for token in tokens:
            if len(token) < 2:
                continue
            if spoken and token.isascii() and (meanings := self.lexicon.spoken(token)):
                # Russian in Latin letters: "insult" among such words is no offence.
                self._take(meanings)
                continue
            if (name := self._misspelt_name(token)) is not None:
                self.means.setdefault("compound", []).append(name)
                self.corrected.append((token, name))
                continue
            if self._held(token):
                left.append(token)
                continue
            if token.isdigit() and 4 <= len(token) <= 6 and self._held(f"{token[:-3]} {token[-3:]}"):
                # As it is printed with a comma: 1106 is 1,106.
                figures.append(f"{token[:-3]}_{token[-3:]}")
                continue
            apart = re.fullmatch(r"([a-z]{2,5})(\d{1,2})", token)
            if apart and self._held(f"{apart[1]} {apart[2]}"):
                # As it is printed with a hyphen: hif1 is HIF-1.
                figures.append(f"{apart[1]}_{apart[2]}")
                continue
            if (english := self._translated(token)) is not None:
                left += english
                continue
            near = None if self.foreign or _MEDICINE.search(token) else self._near(token)
            if near is None or near[1] == token:
                # Nothing is near it, or it is a word of a phrase and means nothing alone.
                (self.strangers if _MEDICINE.search(token) else self.unknown).append(token)
                continue
            kind, value = near
            if kind == "compound":
                self.means.setdefault("compound", []).append(value)
            else:
                left.append(value)
            self.corrected.append((token, value))
        # Of thymosin alpha 2 no other thymosin is left when the figure is gone.
        named = {word for name in self.strangers if " " in name for word in name.split()}
        # A word that was mended may be part of a phrase: side efects.
        return [*self._phrases([word for word in left if word not in named]), *figures]

    def _translated(self, word: str) -> list[str] | None:
        """Return the English for a word that stands nowhere, where it is one of another language; None where not."""
        if self.foreign or len(word) < 5 or not word.isalpha() or re.search("[а-яґєіїё]", word):
            return None
        english = self.lexicon.english(word)
        return None if english is None else english.replace("-", " ").split()

    def _misspelt_name(self, word: str) -> str | None:
        """Return the compound whose name a longer word is but for one letter or its transliteration.

        It is meant even where the misspelling stands somewhere: in a title, or as another's. What stands in many
        places is a word of its own.
        """
        key = fold(word)
        if len(key) < 6 or key.isdigit():
            return None
        if key[-1] == "e" and (bearers := self.dataset.bearers(key[:-1])):
            # Its stem is that of the name, so it seems to stand everywhere: epitalone.
            return bearers[0].compound
        if self._common(word):
            return None
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not found as written
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        allowed = 1 if len(key) < 10 else 2
        near = process.extract(key, self.dataset.names(), scorer=OSA.distance, score_cutoff=allowed, limit=3)
        meant = {bearer.compound for name, _, _ in near if len(name) >= 6 for bearer in self.dataset.bearers(name)}
        return meant.pop() if len(meant) == 1 else None

    def _held(self, word: str) -> bool:
        """Tell whether a word stands in what the dataset says, or is an author's name."""
        if self.dataset.rows("SELECT 1 FROM entry_text WHERE entry_text MATCH ? LIMIT 1", (f'"{word}"',)):
            return True
        return bool(authors_with(self.dataset, word))

    def _common(self, word: str) -> bool:
        sql = "SELECT count(*) FROM (SELECT 1 FROM entry_text WHERE entry_text MATCH ? LIMIT ?)"
        return bool(self.dataset.rows(sql, (f'"{word}"', _COMMON))[0][0] == _COMMON)

    def _near(self, word: str) -> tuple[str, str] | None:  # noqa: PLR0912 - a way to be near a branch
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not found as written
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        other = fold(other_layout(word))
        if bearers := self.dataset.bearers(other):
            return "compound", bearers[0].compound
        if len(word) < 4 or word.isdigit():
            return None
        if word in self.proper and (author := self._near_author(fold(word))):
            return author[0][2:]
        allowed = allowed_errors(len(word))
        latin = fold(word)
        if named := self._of_another_number(latin):
            return "compound", named
        candidates: list[tuple[int, int, str, str]] = []
        for name, distance, _ in process.extract(
            latin, self.dataset.names(), scorer=OSA.distance, score_cutoff=allowed, limit=3
        ):
            if (
                len(name) >= 4
                and (len(latin) > 5 or (word.isascii() and distance <= 1))
                and re.sub(r"\D", "", name) == re.sub(r"\D", "", latin)
            ):
                candidates.append((int(distance), 0, "compound", self.dataset.bearers(name)[0].compound))
        known = self.lexicon.words()
        for term, distance, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=3):
            # An English word before one of another language that is as near.
            if len(word) < 5:
                continue
            if distance > 1 and abs(len(term) - len(word)) > 1:
                # Two letters too many or too few are another word more often than a slip: прописал is not пропал.
                continue
            if distance > 1 and len(term) == len(word) and sum(map(str.__ne__, term, word)) == distance:
                # So are two that were put for others: levitation is not limitation.
                continue
            if term.isascii() == word.isascii() and (len(word) > 5 or term[0] == word[0]):
                # What is a topic before what is not: stoke is stroke rather than store.
                topical = any(means.startswith("topic:") for means in self.lexicon.meanings(term))
                # A slip in the first letter is rare: aproved is approved rather than proved.
                rank = (0 if term[0] == word[0] else 2) + (0 if topical else 1 if self._held(term) else 3)
                candidates.append((int(distance), rank, "synonym", term))
        if not candidates:
            # Letters in another order are one slip of the hand, however far apart: sefaty, stroek.
            candidates += [
                (2, 1, "synonym", term)
                for term in known
                if term[0] == word[0] and sorted(term) == sorted(word) and term.isascii() and self._tells(term)
            ]
        least = 7 if word.isascii() else 5
        if len(word) >= 6 and min(candidates, default=(9,))[0] > 1:
            # A word with its ending beside the beginning that the vocabulary holds: шизофриния, iritation.
            candidates += [
                (1, 1, "synonym", stem)
                for stem in self.lexicon.begun
                if len(stem) >= least
                and stem[0] == word[0]
                and any(
                    OSA.distance(word[: len(stem) + more], stem, score_cutoff=1) <= 1
                    and _ends_alike(word[: len(stem) + more], stem)
                    for more in (-1, 0, 1)
                    if len(stem) + more >= min(least, 6)
                )
            ]
        candidates += self._near_in_texts(word, latin) or (
            [] if candidates else self._near_author(latin, inflected=not word.isascii())
        )
        if not candidates:
            return None
        _, _, kind, value = min(candidates)
        return kind, value

    def _of_another_number(self, key: str) -> str | None:
        """Return the compound whose letters a name has with a figure of its number left out: bpc57; one alone has."""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for what is not found as written

        letters = re.sub(r"\d", "", key)
        if len(letters) < 3 or letters == key:
            return None
        like = {
            bearer.compound
            for name in self.dataset.names()
            if re.sub(r"\d", "", name) == letters and OSA.distance(name, key) <= 1
            for bearer in self.dataset.bearers(name)
        }
        return like.pop() if len(like) == 1 else None

    def _tells(self, term: str) -> bool:
        """Tell whether a term of the vocabulary means something."""
        return any(means not in {"filler", "ordinary"} for means in self.lexicon.meanings(term))

    def _near_in_texts(self, word: str, latin: str) -> list[tuple[int, int, str, str]]:
        """Return the word of the texts that a word is misspelt from, or written in another script from."""
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        from ..notation.people import skeleton  # noqa: PLC0415

        stem = stems(self.dataset, latin)[0]
        terms = [term for (term,) in self.dataset.rows("SELECT term FROM entry_word WHERE length(term) > 3")]
        if not word.isascii() and (len(word) < 6 or len(skeleton(latin)) < 4):
            return []
        if not word.isascii():
            # Пирацетам is piracetam, whatever the ending: what sounds alike is the same word.
            sounds = {skeleton(latin[:-cut] if cut else latin) for cut in (0, 1, 2)}
            same = [term for term in terms if term[0] == latin[0] and skeleton(term) in sounds and len(term) >= 5]
            return [(2, 2, "word", term) for term in same[:1]]
        if not word.isalpha() or len(word) < 6:
            return []
        near = process.extract(stem, terms, scorer=OSA.distance, score_cutoff=allowed_errors(len(stem)), limit=3)
        return [
            (int(distance), 2, "word", term)
            for term, distance, _ in near
            if term[:2] == stem[:2] or sorted(term) == sorted(stem)
        ]

    def _near_author(self, latin: str, *, inflected: bool = True) -> list[tuple[int, int, str, str]]:
        """Return the author whose name a word is but for a slip or a Russian ending: gozez, Левицкой."""
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        from ..notation.people import skeleton  # noqa: PLC0415

        sound = skeleton(latin)
        if len(sound) < 5:
            return []
        names = [term for (term,) in self.dataset.rows("SELECT DISTINCT term FROM reference_word WHERE col = 'sound'")]
        near = process.extract(sound, names, scorer=OSA.distance, score_cutoff=1, limit=3)
        found = [name for name, _, _ in near if name[:2] == sound[:2] and len(name) >= 5]
        if sound[-2:] in {"oi", "ui"}:
            # The ending of a woman's name: Левицкой, not Левицкому.
            found = [name for name in names if name == f"{sound[:-2]}a"] + found
        for cut in (1, 2, 3) if inflected else ():
            begun = sound[:-cut]
            found += [
                name for name in names if len(begun) >= 5 and name.startswith(begun) and len(name) - len(begun) < 4
            ]
        return [(1, 4, "word", name) for name in found[:1]]


def _ends_alike(word: str, stem: str) -> bool:
    """Tell whether a word ends as a stem does, or with another vowel: another consonant begins another word."""
    return word[-1:] == stem[-1] or (word[-1:] in _VOWELS and stem[-1] in _VOWELS)


def stems(dataset: Dataset, text: str) -> list[str]:
    """Return the words of a text as the store's full text has them."""
    store = dataset.connection
    store.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.said USING fts5 (t, tokenize='porter unicode61 remove_diacritics 2')"
    )
    store.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.said_word USING fts5vocab (temp, said, instance)")
    store.execute("DELETE FROM temp.said")
    store.execute("INSERT INTO temp.said VALUES (?)", (text,))
    rows = store.execute("SELECT term FROM temp.said_word ORDER BY doc, offset").fetchall()
    return [term for (term,) in rows] or [text]


def authors_with(dataset: Dataset, word: str) -> tuple[int, ...]:
    """Return the numbers of the references with an author of that name, in any script or transliteration."""
    from ..notation.people import skeleton  # noqa: PLC0415

    folded = fold(word)
    if not 3 <= len(folded) <= 40 or folded.isdigit() or len(skeleton(folded)) < 3:
        return ()
    match = f'family : "{folded}" OR sound : "{skeleton(folded)}"'
    return tuple(n for (n,) in dataset.rows("SELECT rowid FROM reference_text WHERE reference_text MATCH ?", (match,)))


_THINGS = (
    "sections",
    "topics",
    "subjects",
    "blindings",
    "results",
    "jurisdictions",
    "facts",
    "identity",
    "standings",
    "asks",
)


def asked_for(understood: Understood) -> set[tuple[str, str]]:
    """Return what a question asks for, its compounds aside, to be held against another's."""
    found = {(name, value) for name in _THINGS for value in getattr(understood, name)}
    return found | {("word", word) for word in (*understood.words, *understood.unknown)}


_OPTIONS = (("topics", "--topic"), ("subjects", "--design"), ("designs", "--design"), ("blindings", "--design"),
            ("results", "--result"))  # fmt: skip
"""Which option asks for what; of those in whom a study was, of what design and how blinded, the last tells most."""


def _said(dataset: Dataset, made: Understood) -> Understood:
    """Return what was understood with the same question as a command, where that has an answer."""
    import msgspec  # noqa: PLC0415

    say: str | None = None
    sections = [s for s in made.sections if s not in {"dosing"}]
    years = f" --since {made.since}" if made.since else ""
    years += f" --until {made.until}" if made.until else ""
    if len(made.compounds) >= 2:
        say = f"peptide compare {' '.join(made.compounds[:6])}"
    elif len(made.compounds) == 1 and (made.subjects == ("human",) or "dosing" in made.sections) and not made.words:
        topic = made.topics[0] if made.topics else None
        if any_held(dataset, made.compounds[0], Filters(topic=topic, since=made.since, until=made.until)):
            say = f"peptide trials {made.compounds[0]}{f' --topic {topic}' if topic else ''}{years}"
    elif years:
        say = "peptide cite" + "".join(f" {made.spoken(word)}" for word in made.words)
        say += "".join(f" --compound {compound}" for compound in made.compounds)
        say += "".join(f" --topic {topic}" for topic in made.topics[:1]) + years
    elif len(made.compounds) == 1 and sections and not made.topics:
        say = f"peptide show {made.compounds[0]} --section {sections[0]}"
    elif len(made.compounds) == 1 and (made.identity or made.facts) and not made.topics:
        say = f"peptide show {made.compounds[0]} --section identity"
    elif made.standings:
        say = f"peptide cite --standing {made.standings[0]}"
        say += f" --compound {made.compounds[0]}" if made.compounds else ""
    elif len(made.compounds) == 1 and made.jurisdictions and not made.topics:
        say = f"peptide show {made.compounds[0]} --section regulatory"
    elif made.facets and not made.jurisdictions:  # of which search has no option
        words = [made.spoken(word) for word in made.words]
        options = list({o: f"{o} {getattr(made, field)[0]}" for field, o in _OPTIONS if getattr(made, field)}.values())
        compound = [f"--compound {key}" for key in made.compounds[:1]]
        kinds = [kind for section in sections if (kind := KINDS_OF_SECTIONS.get(section))]
        options += [f"--kind {kinds[0]}"] if kinds else []
        # The compound alone is not what was asked of it.
        say = " ".join(["peptide search", *words, *compound, *options]) if words or options else None
    return msgspec.structs.replace(made, say=say)
