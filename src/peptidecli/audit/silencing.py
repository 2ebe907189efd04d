"""Silencing: findings a person has looked into, by code and key in a `peptide.toml`, or by a comment in the file.

The `peptide.toml` of a file is the nearest one in its folder or above, up to the one that holds `.git`. What is
silenced stays a finding and no longer counts; a silence that silences nothing is said.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from ..dataset.model import Record
from ..dataset.places import line_of
from ..dataset.reading import parsed, text_of
from ..errors import DatasetError
from .explaining import CODES, covers, field_of, nearest
from .findings import Finding, Silenced

if TYPE_CHECKING:
    from .article.blocks import Ignore
    from .running import Outcome

NAME = "peptide.toml"


class Silence(Record, frozen=True):
    """A `[[silence]]`: the findings of a code about an entry, a reference or a text, and why they are right.

    `key` is that of the entry, the id of the reference, or the words as they stand; `file` one file below, all else.
    """

    code: str
    key: str
    reason: str
    file: str | None = None


class Settings(Record, frozen=True):
    """What a `peptide.toml` may hold."""

    silence: tuple[Silence, ...] = ()


class Rule(NamedTuple):
    """A silence as it is applied: what it is about where that needs saying, and where it stands.

    `below` is the folder of which it may speak of any file.
    """

    code: str
    reason: str
    by: str
    about: str = ""
    below: Path | None = None


_NOTHING = "silences nothing"
_PART = "silences nothing: what it is about differs in other fields as well"


class Silences:
    """What silences the findings of a run: the comments of each file, and the `peptide.toml`s, each read once."""

    def __init__(self) -> None:
        self._of_folder: dict[Path, Path | None] = {}
        self._read: dict[Path, tuple[tuple[Silence, Rule], ...]] = {}
        self._by_key: dict[str, dict[str, list[Rule]]] = {}
        self._did: dict[Rule, str] = {}
        self._broken: list[str] = []

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield outcomes, their findings silenced; raise DatasetError where a `peptide.toml` is broken."""
        for outcome in outcomes:
            sound = [comment for comment in outcome.ignored if self._sound(comment)]
            self._by_key.clear()  # of thousands of files only those at hand are kept
            for reading in outcome.readings:
                self._of_file(reading.file)
            yield msgspec.structs.replace(outcome, findings=tuple(self._of(f, sound) for f in outcome.findings))

    def idle(self, audited: Iterable[str] = ()) -> list[str]:
        """Return what is to be said of silences that are broken, or have silenced nothing where they could have.

        What may speak of any file below a folder could have only where the whole folder was `audited`.
        """
        whole = [Path(name).resolve() for name in audited if os.path.isdir(name)]  # noqa: PTH112 - of any name
        told = (f"{rule.by}: {rule.code}{f' of {rule.about}' * bool(rule.about)} {what}"
                for rule, what in self._did.items()
                if what == _PART or (what and _could(rule, whole)))  # fmt: skip
        return [*self._broken, *told]

    def _of(self, finding: Finding, comments: Sequence[Ignore]) -> Finding:
        rules = [_rule(comment) for comment in comments
                 if comment.file == finding.file and comment.first <= finding.line <= comment.last]  # fmt: skip
        by_key = self._of_file(finding.file)
        rules += [rule for key in dict.fromkeys((finding.key, finding.reference, finding.text)) if key
                  for rule in by_key.get(key, ())]  # fmt: skip
        used, whole = _applied(finding, rules) if rules else ((), False)
        for rule in used:
            self._did[rule] = "" if whole or not self._did[rule] else _PART
        if not whole:
            return finding
        why = Silenced(reason="; ".join(rule.reason for rule in used), by=", ".join(rule.by for rule in used))
        return msgspec.structs.replace(finding, silenced=why)

    def _sound(self, comment: Ignore) -> bool:
        lacking = _lacking(comment.code, comment.reason)
        if lacking:
            self._broken.append(f"{comment.file}:{comment.line}: {lacking}; nothing is silenced by it")
        else:
            self._did.setdefault(_rule(comment), _NOTHING)
        return not lacking

    # -- peptide.toml ------------------------------------------------------------------------------------------------

    def _of_file(self, file: str) -> dict[str, list[Rule]]:
        """Return the silences that may speak of a file, by key, and note that they could have."""
        if file in self._by_key:
            return self._by_key[file]
        by_key = self._by_key[file] = {}
        folder = Path(file).parent
        if folder not in self._of_folder:
            self._of_folder[folder] = _above(folder)
        path = self._of_folder[folder]
        if path is None:
            return by_key
        if path not in self._read:
            self._read[path] = tuple(_silences(path))
        for silence, rule in self._read[path]:
            if not silence.file or _same(path.parent / silence.file, Path(file)):
                by_key.setdefault(silence.key, []).append(rule)
                self._did.setdefault(rule, _NOTHING)
        return by_key


def _could(rule: Rule, whole: Sequence[Path]) -> bool:
    return rule.below is None or any(folder in (rule.below, *rule.below.parents) for folder in whole)


def _rule(comment: Ignore) -> Rule:
    return Rule(comment.code, comment.reason, f"{comment.file}:{comment.line}")


def _applied(finding: Finding, rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], bool]:
    """Return the rules that speak of a finding, and whether they silence it.

    Those of fields silence a finding whose every field has one: a year that was looked into says nothing of a page.
    """
    whole = tuple(rule for rule in rules if not field_of(rule.code) and covers(rule.code, finding))
    if whole:
        return whole, True
    base = f"{finding.kind}-{finding.verdict}"
    by_field = {field_of(rule.code): rule for rule in rules if rule.code.startswith(f"{base}-")}
    names = dict.fromkeys(field.name for field in finding.fields)
    used = tuple(by_field[name] for name in names if name in by_field)
    return used, bool(used) and len(used) == len(names)


def _lacking(code: str, reason: str) -> str:
    """Return what is wrong with a silence, empty where nothing is."""
    if code not in CODES:
        return f"there is no code {code!r}; did you mean {nearest(code)}?" if code else "the code is missing"
    return "" if reason.strip() else "the reason is missing"


def _silences(path: Path) -> Iterator[tuple[Silence, Rule]]:
    """Yield the silences of a `peptide.toml`; raise DatasetError, with the line, where one is broken."""
    text = text_of(path)
    for number, silence in enumerate(parsed(path, text, Settings).silence):
        at = f"$.silence[{number}]"
        lacking = _lacking(silence.code, silence.reason) or ("" if silence.key.strip() else "the key is missing")
        if lacking:
            field = next(name for name in ("code", "reason", "key") if name in lacking)
            raise DatasetError(path, lacking, line_of(text, f"{at}.{field}"))
        below = None if silence.file else path.parent.resolve()
        yield silence, Rule(silence.code, silence.reason, f"{path}:{line_of(text, at) or 1}", silence.key, below)


def _above(folder: Path) -> Path | None:
    """Return the nearest `peptide.toml` in a folder or above it."""
    try:
        whole = folder.resolve()
        for above in (whole, *whole.parents):
            if os.path.lexists(above / NAME):  # a folder or a link that leads nowhere is told when it is read
                return above / NAME
            if (above / ".git").exists():
                return None
    except (OSError, ValueError, RuntimeError):  # the name of a page that is no file's; a link to itself
        return None
    return None


def _same(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except (OSError, ValueError, RuntimeError):
        return False
