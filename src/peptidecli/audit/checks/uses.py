"""Uses: for what a medicine is said to be approved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...dataset.model import Compound, Regulatory
from ..wording import stems

_NAMES_A_USE = re.compile(r"\b(?:to (?:improve|treat)|treatment of|against)\b", re.IGNORECASE)
"""What tells that an event says for what it allows a medicine."""
_FOR = re.compile(
    r"\b(?:for|to treat|against)\s"
    r"(?:(?:the\s)?(?:treatment|therapy|prevention)\sof\s|(?:people|patients|those)\swith\s)?"
    r"(?!any\b|human|medical|clinical|general|sale\b|prescri|over\b|anything|all\b|its\b|more\b|many\b|the\s(?:first|same))"
    r"(?P<use>[^\W\d][\w' -]{3,60})",
    re.IGNORECASE,
)


def of_no_use(behind: str, events: Sequence[Regulatory], compound: Compound) -> bool:
    """Tell whether what stands behind a word on approval names a use that the approvals do not.

    Where they name none, it is one of which the dataset says nothing at all of the compound.
    """
    hit = _FOR.search(behind)
    own = stems(hit["use"]) if hit else frozenset()
    if not own:
        return False
    texts = [event.event for event in events]
    if not any(_NAMES_A_USE.search(text) for text in texts):
        texts += (event.event for event in compound.regulatory)
        texts += (compound.summary, compound.distinction, *(fact.value for fact in compound.facts))
        texts += (claim.text for claim in compound.claims)
    return not own & stems(" ".join(texts))
