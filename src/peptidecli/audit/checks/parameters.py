"""Dose and duration of a study in people, held against the reference's own fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.model import Reference
from ...notation.numerals import ONES
from ..article.sentences import Sentence
from ..wording import holds, refuted
from ..works import Works, described
from . import Found, Seen, as_deep_as_read

_AMOUNT = re.compile(
    r"(?<![\w.,/-])(?P<n>(?:\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)(?:\s?(?:,|or|and|to|"
    r"-)\s?\d+(?:\.\d+)?){0,4})\s?-?(?P<unit>m[lL]|mg|[µμu]g|mcg|мл|мг|мкг|nmol)\b"
    r"(?P<kg>\s?/\s?kg|\s?per kg)?"
)
_THOUSANDFOLD = re.compile(r"(?<![\w.,/-])(?P<n>\d+(?:\.\d+)?)\s?-?(?P<unit>g|L)(?![\w/'’])")
"""An amount in a unit that none of the medicines is given in, and that has slipped by three noughts: `1.6 g`."""
_UNITS = {"ml": "ml", "мл": "ml", "mg": "mg", "мг": "mg", "µg": "µg", "μg": "µg", "ug": "µg", "mcg": "µg", "мкг": "µg",
          "nmol": "nmol"}  # fmt: skip
_WORDS = {word: count for word, count in ONES.items() if count <= 8 or count in (10, 12)}
_TIME = re.compile(
    rf"(?<![\w.-])(?P<n>\d{{1,3}}|{'|'.join(_WORDS)})[ -](?:consecutive )?(?P<unit>days?|weeks?|months?|years?|"
    r"d[ií]as?|semanas?|meses|mes|mês|años?|anos?|tagen?|tage|wochen?|monaten?|monate|jahren?|jahre|jours?|semaines?|mois|ans|"
    r"giorni|settimane|mesi|dni|tygodni\w*|miesi\w+|dn[íů]|týdn\w+|týžd\w+|дн(?:ей|я|и|ів)|недел\w*|тижн\w*|месяц\w*|"
    r"місяц\w*|седмиц\w*|месец\w*)\b",
    re.IGNORECASE,
)
_DAYS = (
    (7.0, ("week", "semana", "woche", "semaine", "settiman", "tygodni", "týd", "týž", "недел", "тижн", "седмиц")),
    (30.4, ("month", "mes", "mês", "mois", "monat", "miesi", "месяц", "місяц", "месец")),
    (365.0, ("year", "año", "ano", "ans", "jahr")),
)
"""How many days a unit has that begins so; any other is a day."""
_UNITS_OF_TIME = (
    "day", "week", "month", "year", "dia", "día", "semana", "mes", "mês", "año", "ano", "tag", "woche",
    "monat", "jahr", "jour", "semaine", "mois", "ans", "giorni", "settimane", "dni", "tygodn", "miesi", "dní",
    "dnů", "týd", "týž", "дн", "недел", "тижн", "месяц", "місяц", "седмиц", "месец",
)  # fmt: skip
_OF_THE_STUDY = re.compile(
    r"\s(?:of\s)?(?:double-blind\s|randomi[sz]ed\s|placebo-controlled\s)?(?:trial|study|treatment|course|therapy)\b"
)
_GIVEN_FOR = re.compile(
    r"\b(?:daily|a day|per day|treated|given|infusions?|administered|"
    r"treatment)\s(?:\w+\s){0,2}?for\s$|\b(?:treated|given|received|administered|took)\s(?:[\w-]+\s){1,6}for\s$|"
    r"\b(?:duration|treatment period|duração|duración|dauer|durée|длительность|продолжительность)['\"]?\W{1,4}$|"
    r"\b(?:tratou|trataram|tratad\w+|trató|receb\w+|recibi\w+|behandelt\w*|erhielt\w*|traité\w*|reçu|получал\w*|применял\w*|"
    r"отримувал\w*)\s(?:[^\W\d_][\w-]*\s){0,6}?(?:durante|por|über|pendant|for|в течение|протягом)?\s?$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:aspirin|donepezil|piracetam|medazepam|phenazepam|alteplase|citicoline)\b", re.IGNORECASE)


class Parameters:
    """Finds doses and durations beside a study that is cited as it is."""

    def __init__(self, works: Works) -> None:
        self.works = works

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the doses and durations of the one study that a sentence speaks of; beside one in animals what fits."""
        keys = {study.meant[0] for study in seen.studies or seen.earlier if study.sure}
        if len(keys) != 1 or sentence.cites or refuted(sentence.plain):
            return
        reference = self.works.references[keys.pop()]
        found = self._found(sentence, reference)
        if not (seen.studies or seen.section[:1] == (reference.id,)) or not self.works.human(reference.id):
            found = (item for item in found if item.verdict == "matches")
        yield from found

    def _found(self, sentence: Sentence, reference: Reference) -> Iterator[Found]:
        if holds(sentence.low, ("ml", "mg", "µg", "mcg", "ug", "nmol", "мл", "мг", "мкг")) or (
            _THOUSANDFOLD.search(sentence.plain)
        ):
            yield from self._doses(sentence.plain, reference)
        if holds(sentence.low, _UNITS_OF_TIME):
            yield from self._durations(sentence.plain, reference)

    def _told(self, reference: Reference, field: str | None, unit: str) -> str:
        """Return what the dataset has: the field, or the claim that gives such a figure."""
        claims = [claim.text for claim in self.works.claims_of(reference.id)]
        text = field or next((claim for claim in claims if re.search(rf"\d\s?-?{re.escape(unit)}", claim)), None)
        return f"{described(reference)}: {(text or '').rstrip('.')}."

    def _texts(self, reference: Reference) -> str:
        own = (
            reference.dose,
            reference.duration,
            reference.comparator,
            reference.title,
            reference.note,
            reference.outcome,
        )
        claims = (claim.text for claim in self.works.claims_of(reference.id))
        return " ".join(text for text in (*own, *claims) if text)

    def _doses(self, plain: str, reference: Reference) -> Iterator[Found]:
        known = _amounts(self._texts(reference))
        main = _amounts(reference.dose or "")
        for hit in _AMOUNT.finditer(plain):
            unit = _unit(hit)
            values = _numbers(hit["n"])
            if not values or _OTHER.search(plain, max(0, hit.start() - 20), hit.end() + 20):
                continue
            told = self._told(reference, reference.dose, unit.partition("/")[0])
            if all((value, unit) in known for value in values):
                yield Found(*hit.span(), "figure", "matches", told, reference.id)
            elif reference.dose and any(of == unit for _, of in main) and not _multiple(values, unit, known):
                yield as_deep_as_read(Found(*hit.span(), "figure", "differs", told, reference.id), reference)

        for hit in _THOUSANDFOLD.finditer(plain):
            unit = "m" + hit["unit"].lower()
            if (float(hit["n"]), unit) in main and (float(hit["n"]) * 1000, unit) not in known:
                told = self._told(reference, reference.dose, unit)
                yield as_deep_as_read(Found(*hit.span(), "figure", "differs", told, reference.id), reference)

    def _durations(self, plain: str, reference: Reference) -> Iterator[Found]:
        known = _times(self._texts(reference))
        for hit in _TIME.finditer(plain):
            days = _of_time(hit)
            told = self._told(reference, reference.duration, hit["unit"].rstrip("s"))
            near = [own for own in known if abs(days - own.days) <= max(0.1, 0.1 * own.days)]
            if any(abs(days - own.days) <= max(own.unit, _unit_of(hit)) / 2 for own in near):
                yield Found(*hit.span(), "figure", "matches", told, reference.id)
            elif not near and (
                known
                and reference.duration
                and (
                    _OF_THE_STUDY.match(plain, hit.end())
                    or _GIVEN_FOR.search(plain, max(0, hit.start() - 90), hit.start())
                )
            ):
                yield as_deep_as_read(Found(*hit.span(), "figure", "differs", told, reference.id), reference)


def _unit(hit: re.Match[str]) -> str:
    return _UNITS[hit["unit"].lower()] + ("/kg" if hit["kg"] else "")


def _numbers(text: str) -> list[float]:
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return [
        float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?(?![.,]\d)", text.replace(", ", " "))
    ]


def _amounts(text: str) -> set[tuple[float, str]]:
    """Return the amounts that a text gives, each with its unit; 1 mg is 1000 µg as well."""
    found: set[tuple[float, str]] = set()
    for hit in _AMOUNT.finditer(text):
        unit = _unit(hit)
        for value in _numbers(hit["n"]):
            found.add((value, unit))
            if unit.startswith("mg"):
                found.add((value * 1000, "µg" + unit[2:]))
            elif unit.startswith("µg"):
                found.add((value / 1000, "mg" + unit[2:]))
    return found


def _multiple(values: list[float], unit: str, known: set[tuple[float, str]]) -> bool:
    """Tell whether amounts can be the same dose told otherwise: for a day, or for one of several times."""
    ratios = (value / own for value in values for own, of in known if of == unit and own and value)
    return any(abs(ratio - round(ratio)) < 0.01 and 2 <= ratio <= 6 for ratio in ratios) or any(
        abs(1 / ratio - round(1 / ratio)) < 0.01 and 2 <= 1 / ratio <= 6
        for ratio in (value / own for value in values for own, of in known if of == unit and own and value)
    )


class _Time(NamedTuple):
    """A time in days, and the days of the unit in which it is told, by whose half it may be told otherwise."""

    days: float
    unit: float


def _unit_of(hit: re.Match[str]) -> float:
    unit = hit["unit"].lower()
    return next((days for days, parts in _DAYS if unit.startswith(parts)), 1.0)


def _of_time(hit: re.Match[str]) -> float:
    word = hit["n"].lower()
    return (_WORDS.get(word) or int(word)) * _unit_of(hit)


def _times(text: str) -> set[_Time]:
    return {_Time(_of_time(hit), _unit_of(hit)) for hit in _TIME.finditer(text)}
