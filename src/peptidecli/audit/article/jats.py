"""References of an article in JATS (NISO Z39.96): each written as a style sheet writes it, before the text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REFERENCE = re.compile(r"<(/?)ref(?:\s[^<>]{0,300})?>")
_FIELDS = re.compile(r"<(/?)(?:element|mixed|nlm)?-?citation(?:\s[^<>]{0,300})?>")
_SIGNS = re.compile(r"</(?!italic|bold|sup|sub|sc|i>|b>)[\w-]{1,40}>[^<>]{0,200}?[^\s<>][^<>]{0,200}<")
"""Text between two fields: what a person, or a program before us, has set there."""
_SET = re.compile(r"</?(?:italic|bold|sup|sub|sc|i|b|underline|monospace|named-content|styled-content)\b[^<>]{0,200}>")
_WHOLE = re.compile(r"<([\w-]{1,40})\b[^<>]{0,600}>[^<>]*</\1>")
_TAG = re.compile(r"<[^<>]{1,600}>")
_DEEP = 6
"""How deep fields stand within each other: a name in a group of a person's in a group of persons'."""
_WORDS = re.compile(r"[^\W\d_]{2}")
_LABEL = re.compile(r"<label>\W{0,3}(\w{1,9})\W{0,3}</label>")
_TITLE = re.compile(r"</?(?:article|chapter|data|part)-title\b[^<>]{0,300}>")
_GROUP = re.compile(r"<(/?)person-group\b[^<>]{0,300}>")
_PERSON = re.compile(
    r"<surname>([^<>]{1,200})</surname>(?:\s{0,99}<given-names\b[^<>]{0,200}>([^<>]{0,200}))?|"
    r"<collab\b[^<>]{0,200}>([^<>]{1,400})|<(etal)\b"
)
_FIELD = re.compile(
    r"<(article-title|chapter-title|data-title|part-title|source|year|volume|issue|fpage|lpage|elocation-id)\b[^<>]{0,300}>"
)
_PUB_ID = re.compile(
    r"<pub-id\b[^<>]{0,200}>[^<>]{0,300}</pub-id>|<ext-link\b[^<>]{0,600}>[^<>]{0,300}</ext-link>|"
    r"(?<=<uri>)[^<>]{1,300}"
)
_COMMENT = re.compile(r"<comment\b[^<>]{0,200}>([^<>]{1,2000})")
_NUMBER = re.compile(r"10\.\d{4}|PMC?\s?(?:ID)?:?\s?\d|https?:|\bdoi\b", re.IGNORECASE)


def _pairs(kind: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where elements of a kind begin and end, each gone over once, however many of them are never closed."""
    begun = -1
    for hit in kind.finditer(text):
        if not hit[1]:
            begun = hit.start()
        elif begun >= 0:
            yield begun, hit.end()
            begun = -1


def with_references(text: str) -> Iterator[str]:
    """Yield a text in pieces in which each reference of a list is one paragraph, written as a style sheet writes it."""
    done = 0
    for start, end in _pairs(_REFERENCE, text):
        held = "".join(_with_fields(_LABEL.sub(r"\1. ", text[start:end])))
        yield text[done:start]
        yield _TITLE.sub("", held).replace("\n", " ") + "\n" * text.count("\n", start, end)
        done = end
    yield text[done:]


def _with_fields(reference: str) -> Iterator[str]:
    """Yield a reference in pieces in which what is given in fields alone is written out, as Vancouver does."""
    done = 0
    for start, end in _pairs(_FIELDS, reference):
        yield reference[done:start]
        fields = reference[start:end]
        signs = not fields.startswith("<element-") and _SIGNS.search(fields)
        yield fields if signs or _WORDS.search(_beside_fields(fields)) else _written(fields)
        done = end
    yield reference[done:]


def _beside_fields(citation: str) -> str:
    """Return what stands in a citation and in none of its fields; all of it, where it is given as text."""
    text = _SET.sub("", citation[citation.index(">") + 1 : citation.rindex("<")])
    for _ in range(_DEEP):
        text, fields = _WHOLE.subn("", text)
        if not fields:
            break
    return _TAG.sub("", text)


def _written(fields: str) -> str:
    """Return the fields of a reference in words."""
    told: dict[str, str] = {}
    for hit in _FIELD.finditer(fields):
        name = re.sub("chapter|data|part", "article", hit[1])
        if name not in told:
            end = fields.find(f"</{hit[1]}>", hit.end())
            told[name] = fields[hit.end() : end] if end > 0 else ""
    year, volume, issue = (told.get(name, "") for name in ("year", "volume", "issue"))
    pages = "-".join(filter(None, (told.get("fpage") or told.get("elocation-id", ""), told.get("lpage", ""))))
    where = f"{year}{f';{volume}' if volume else ''}{f'({issue})' if issue else ''}{f':{pages}' if pages else ''}"
    comments = _COMMENT.findall(fields)
    numbers = (*_PUB_ID.findall(fields), *filter(_NUMBER.search, comments))
    parts = [_people(fields), told.get("article-title", ""), told.get("source", ""), where, *numbers]
    said = "".join(f"<p>{comment}</p>" for comment in comments if not _NUMBER.search(comment))
    return "".join(f"{part.strip().rstrip('.')}. " for part in parts if part.strip()) + said


def _people(fields: str) -> str:
    """Return the authors of a reference, and nobody who has edited or translated."""
    parts: list[str] = []
    done = 0
    for start, end in _pairs(_GROUP, fields):
        others = re.search("editor|translator|assignee", fields[start : fields.index(">", start)])
        parts.append(fields[done : start if others else end])
        done = end
    found = _PERSON.findall("".join((*parts, fields[done:])))
    return ", ".join(
        "et al" if alike else group or f"{surname} {given}".strip() for surname, given, group, alike in found
    )
