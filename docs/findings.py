"""The page on findings, made from the codes themselves: `python docs/findings.py` writes `docs/findings.md` anew.

Needs peptidecli installed in the Python that runs this.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from peptidecli.audit.explaining import SORTS

PAGE = Path(__file__).with_suffix(".md")
INTRODUCTION = """\
# The findings of an audit

Every finding of `peptide audit` has a code: what it is of (citation, identifier, figure, statement), its verdict, and
of an entry of a bibliography the gravest field that differs. `--explain CODE` prints the paragraph that stands here;
JSON has the code as `code`, SARIF as the id of the rule. A code stands for those that begin with it:
`citation-differs` for `citation-differs-year`.

## Silencing one

A finding that somebody has looked into is silenced with the reason. It stays a finding, and is counted as silenced
and no longer as something that does not stand: it does not end with 1, the table lists it with `--silenced`, JSON has
it under `silenced` with the reason and the place, SARIF as a suppression.

In a `peptide.toml` beside the article, or in a folder above it (the nearest is taken; none is looked for above the
one that holds `.git`):

```toml
[[silence]]
code = "citation-differs-year"
key = "dolotov2006"
reason = "cited by the year of the early version, as the journal asks"

[[silence]]
code = "figure-differs"
key = "887.04 Da"
file = "articles/myths.md"
reason = "quoted as the wrong figure"
```

`key` is that of the entry, the id of the reference that the finding names, or the words as they stand; `file`, from
the folder of the `peptide.toml`, keeps it to one file. Or in a comment: at the end of a line it speaks of that line,
on a line of its own of the paragraph, item, row or entry that follows.

```
<!-- peptide: ignore figure-differs quoted as the wrong figure -->
% peptide: ignore citation-differs-year cited by the year of the early version
```

The first is for Markdown and HTML (`{/* ... */}` in MDX, `..` in reStructuredText), the second for LaTeX and BibTeX,
where it stands between entries. RIS, `.nbib`, `.enw`, CSL-JSON, EndNote XML and Word documents have no comments; there
it is `peptide.toml`.

A code of a field silences an entry all of whose differing fields are silenced: a year that was looked into says
nothing of a page that is wrong as well. A silence without a reason, or of no code, is refused: in a `peptide.toml`
with its line and status 3, in a comment with its line, and nothing is silenced by it. One that silences nothing is
said where it could have: with `file`, or in a comment, when that file was audited, else when the whole folder was.
"""
HEADS = {
    "citation": "Citations",
    "identifier": "Identifiers",
    "figure": "Figures",
    "statement": "Statements",
}


def page() -> str:
    """Return the page."""
    parts = [INTRODUCTION]
    for kind, codes in groupby(SORTS, key=lambda code: code.partition("-")[0]):
        parts.append(f"## {HEADS[kind]}\n")
        for code in codes:
            holds, wrong, do = SORTS[code]
            parts.append(f"### {code}\n\n{holds}\n\n*When it can be wrong:* {wrong}\n\n*What to do:* {do}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
