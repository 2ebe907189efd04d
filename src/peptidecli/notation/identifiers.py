"""Numbers that registries give: DOI, PMID, PMCID and CAS RN, recognised however they are written, in one place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

Kind = Literal["DOI", "PMID", "PMCID", "CAS RN"]

DOI = r"^10\.\d{4,9}/[!-~]+$"
"""A DOI as the DOI Handbook has it, of printable ASCII characters and without a space."""

PMID = r"^[1-9]\d{0,8}$"
PMCID = r"^PMC[1-9]\d{3,8}$"
CAS_RN = r"^[1-9]\d{1,6}-\d\d-\d$"

# Patterns stand as text: compiled when they are used, they cost nothing where a name is found as written.
_DOI = r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi\s*:?\s*)?(10\.\d{4,9}/\S+)"
_PMID = (
    r"(?:(?:https?://)?(?:www\.)?(?:pubmed\.gov/|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)"
    r"|(?:pubmed|pmid)[\s:#]*)?([1-9]\d{4,8})/?(?:\?\S*)?"
)
_PMCID = (
    r"(?:(?:https?://)?(?:www\.)?(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid[\s:]*)?"
    r"PMC\s?([1-9]\d{3,8})/?"
)
_CAS = r"(?:CAS)?(?:\s*(?:RN|No\.?|number|registry number))?[\s:]*(\d{2,7}-\d\d-\d)"


class Number(NamedTuple):
    """A registry's number: its kind, and the value as the registry prints it (a DOI in lower case)."""

    kind: Kind
    value: str


def parse(text: str) -> Number | None:
    """Return the number that the whole of `text` is, as a number, with its name before it, or as an address.

    Digits alone are taken for a PMID. The check digit of a CAS RN is not looked at; see `cas_check_digit_holds`.
    """
    text = text.strip().strip("<>()[]").rstrip(".,;")
    if found := re.fullmatch(_DOI, text, re.IGNORECASE):
        return Number("DOI", doi(found[1]))
    if found := re.fullmatch(_PMCID, text, re.IGNORECASE):
        return Number("PMCID", f"PMC{found[1]}")
    if found := re.fullmatch(_CAS, text, re.IGNORECASE):
        return Number("CAS RN", found[1])
    if found := re.fullmatch(_PMID, text, re.IGNORECASE):
        return Number("PMID", found[1])
    return None


def doi(text: str) -> str:
    """Return a DOI as it is compared: in lower case, unquoted, without what a sentence puts behind it."""
    value = unquote(text) if "%" in text else text
    value = value.lower().rstrip(".,;:'\"")
    while value.endswith(")") and value.count("(") < value.count(")"):
        value = value[:-1].rstrip(".,;")
    return value


def address(kind: Kind, value: str) -> str:
    """Return the address at which a DOI, PMID or PMCID is found, safe to print and to open."""
    if kind == "DOI":
        return f"https://doi.org/{quote(value, safe='/:;().-_')}"
    if kind == "PMCID":
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(value)}/"
    return f"https://pubmed.ncbi.nlm.nih.gov/{quote(value)}/"


def cas_check_digit_holds(number: str) -> bool:
    """Tell whether a CAS RN such as 80714-61-0 ends in its check digit.

    Rule: the digits before it, counted from the right and weighted 1, 2, 3 ..., summed modulo 10 (cas.org).
    """
    digits = number.replace("-", "")
    return sum(i * int(digit) for i, digit in enumerate(reversed(digits[:-1]), 1)) % 10 == int(digits[-1])
