"""How statements that circulate are put into words, in whatever language and order.

Each statement has ways in which it is told. A way is groups of beginnings of words, divided by spaces; a stretch of
text tells the statement where it has one beginning of each group, and none of those behind `!`. Within a group `|`
divides what stands for the same. Text and beginnings are folded: lower case, Latin letters without accents (`телом` is
`telom`, 端粒 `duanli`), a space for all that is neither letter nor digit. `_` is such a space, `.` ends a word (`hgf.`
is no `hgfr`), `*` lets what follows stand within a word, for scripts that put no space between two. A compound stands
as `x` and its id without hyphens (`xtb500`), the one that is told of as `xself`. `not` as a group allows a denial.
"""

from __future__ import annotations

WAYS: dict[str, tuple[str, ...]] = {
    # -- Semax, Selank, tuftsin, ACTH(4-10), Cerebrolysin, Cortexin, Dihexa, davunetide
    #
    # -- BPC-157, TB-500, thymosin β4, thymosin α1, elamipretide
    #
    # -- Epitalon, Epithalamin, Pinealon, DSIP, Noopept, P21, GB-115
    "epitalon-is-epithalamin": ("xepithalamin also_known|aka.|synonym|identical|same_|another_name",),
}
