"""Counts and evidence as drawn SVG that takes its colours from the page around it."""

from __future__ import annotations

from html import escape
from math import sqrt

from .paper import Bars, Dots

_LETTER = 6.6
"""Width of a letter at 12 pixels, on the wide side, to leave room for labels."""


def bars(picture: Bars) -> str:
    """Return counts as bars, those of the first series at the foot, with a line of numbers at the side."""
    if not picture.bars:
        return ""
    most = max(sum(bar.values) for bar in picture.bars)
    step = next(n for k in range(9) for n in (10**k, 2 * 10**k, 5 * 10**k) if most / n <= 5)
    top = -(-most // step) * step
    pitch = max(8.0, min(28.0, 640 / len(picture.bars)))
    left, height, foot = 34, 150, 24
    width = left + pitch * len(picture.bars) + 6
    every = -(-len(picture.bars) // int(max(1, (width - left) // 44)))
    parts = []
    for value in range(0, top + 1, step):
        y = 8 + height * (1 - value / top)
        parts.append(f'<line class="rule" x1="{left}" x2="{width:.0f}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="tick" x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{value}</text>')
    for place, bar in enumerate(picture.bars):
        x, y = left + place * pitch + 1, 8.0 + height
        for series, value in enumerate(bar.values):
            tall = height * value / top
            y -= tall
            if value:
                said = escape(f"{bar.label}, {picture.series[series]}: {value}")
                box = f'x="{x:.1f}" y="{y:.1f}" width="{pitch - 2:.1f}" height="{tall:.1f}"'
                parts.append(f'<rect class="s{series}" {box}><title>{said}</title></rect>')
        if place % every == 0:
            parts.append(
                f'<text class="tick" x="{x + pitch / 2:.1f}" y="{height + foot}" text-anchor="middle">'
                f"{escape(bar.label)}</text>"
            )
    said = f"{picture.caption}. " + "; ".join(
        f"{bar.label}: {', '.join(f'{name} {n}' for n, name in zip(bar.values, picture.series, strict=True) if n)}"
        for bar in picture.bars
        if any(bar.values)
    )
    return _svg(width, height + foot + 8, picture.caption, said, "".join(parts))


def dots(picture: Dots) -> str:
    """Return evidence as dots: full for people, rings for animals; larger for more studies, fuller for surer."""
    if not picture.rows:
        return ""
    row, head = 24, 14 + _LETTER * 0.75 * max(map(len, picture.columns), default=0)
    left = 12 + _LETTER * max(len(label) for label, _ in picture.rows)
    column = max(38.0, min(110.0, 560 / len(picture.columns)))
    width, height = left + column * len(picture.columns) + head * 0.8, head + row * len(picture.rows) + 4
    parts = []
    for place, name in enumerate(picture.columns):
        x = left + column * (place + 0.5)
        parts.append(
            f'<text class="label" transform="translate({x:.1f} {head - 8:.1f}) rotate(-45)">{escape(name)}</text>'
        )
    for i, (label, cells) in enumerate(picture.rows):
        y = head + row * (i + 0.5)
        parts.append(
            f'<line class="rule" x1="0" x2="{left + column * len(cells):.0f}"'
            f' y1="{y + row / 2:.1f}" y2="{y + row / 2:.1f}"/>'
        )
        parts.append(f'<text class="label" x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{escape(label)}</text>')
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            x, radius = left + column * (place + 0.5), min(10.5, 3 + 2 * sqrt(cell.studies))
            said = escape(f"{picture.columns[place]}, {label}: {cell.text}")
            kind = f"people sure{cell.sure}" if cell.people else "animals"
            parts.append(
                f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{said}</title></circle>'
            )
    said = f"{picture.caption}: the table below says the same in words."
    return _svg(width, height, picture.caption, said, "".join(parts))


def _svg(width: float, height: float, title: str, description: str, inside: str) -> str:
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    # Without a name of its own an image is passed over by screen readers.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} aria-label="{escape(title)}">'
        f"<desc>{escape(description)}</desc>{inside}</svg>"
    )
