"""The JSON that scripts rely on: the envelope and its keys. A key may be added; none may go or change its meaning."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import Run

COMMANDS = (
    ("show", "semax"),
    ("compare", "semax", "selank"),
    ("cite", "dolotov"),
    ("list",),
    ("info",),
    ("check",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_answer_is_in_the_envelope(run: Run, command: tuple[str, ...]) -> None:
    document = json.loads(run(*command, "-f", "json").stdout)
    assert list(document) == ["format", "command", "data"]
    assert (document["format"], document["command"]) == (1, command[0])


def missing(data: dict[str, Any], keys: str) -> list[str]:
    return [key for key in keys.split() if key not in data]


def test_keys_of_show(answer: Any) -> None:
    data = answer("show", "semax")
    assert missing(
        data, "match compound tally findings regulatory statements untraced limitations questions references sources"
    ) == []  # fmt: skip
    assert missing(data["match"], "query kind score") == []
    assert missing(data["compound"], "id name class summary sequence formula molar-mass identifiers aliases") == []
    finding = data["findings"][0]
    assert missing(finding, "claim level human retracted") == []
    assert missing(finding["claim"], "id text topic kind result population n route references") == []
    assert missing(data["references"][0], "number reference") == []


def test_a_reference_has_csl_names(answer: Any) -> None:
    reference = answer("cite", "16996037")["hits"][0]["reference"]
    assert missing(
        reference, "id type title author issued container-title volume issue page DOI PMID PMCID language"
    ) == []  # fmt: skip


def test_json_is_utf8_whatever_the_locale(run: Run) -> None:
    done = run("show", "semax", "-f", "json", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Семакс" in done.stdout


def test_full_json_has_every_claim(answer: Any, bundled: Any) -> None:
    ids = {finding["claim"]["id"] for finding in answer("show", "semax")["findings"]}
    assert ids == {claim.id for claim in bundled.compounds["semax"].claims}
