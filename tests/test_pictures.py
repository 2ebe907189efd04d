"""The README's pictures show what the program prints now."""

from __future__ import annotations

import html
import importlib.util
import os
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parent.parent / "docs"


def recipe() -> Any:
    """Return the recipe of the pictures as a module."""
    spec = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text_of(svg: str) -> list[str]:
    """Return the text in an SVG picture, fonts and colours aside."""
    pieces = re.findall(r"<text [^>]*>([^<]*)</text>", svg)
    return [html.unescape(piece).replace("\N{NO-BREAK SPACE}", " ") for piece in pieces]


@pytest.mark.parametrize("name", ["show.svg", "compare.svg"])
def test_a_picture_of_the_readme_is_of_the_current_output(name: str) -> None:
    pictures = recipe()
    now = pictures.picture(*pictures.PICTURES[name])
    if os.environ.get("UPDATE_GOLDEN"):
        (DOCS / name).write_text(now, encoding="utf-8")
    assert text_of((DOCS / name).read_text(encoding="utf-8")) == text_of(now), "stale: run python docs/pictures.py"
    assert len(text_of(now)) > 20
