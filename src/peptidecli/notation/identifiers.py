"""Numbers that registries give: DOI, PMID, PMCID and CAS RN, recognised however they are written, in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

Kind = Literal["DOI", "PMID", "PMCID", "CAS RN"]

END = r"$(?!\n)"
"""The end of a pattern: `$` alone lets a line end follow in Python, which JSON Schema does not."""

DOI = rf"^10\.[0-9]{{4,9}}/(?!(.*/)?\.\.?(/|$))((?!%[0-9A-Fa-f]{{2}})[!-~])+{END}"
"""A DOI as the DOI Handbook has it, of printable ASCII characters and without a space.

What an address writes as a code (`%28`) is its sign in the DOI itself. None has a part `.` or `..`, which in an address
is the way to another.
"""

ANOTHER = r"[;,](?:doi:?)?10\.\d{4,9}/|[;,.(\[]{0,2}(?:PMC?ID[:\s]|https?://)|[;,(\[]{1,2}PMC\d"
"""Where, behind a DOI and without a blank, the next number begins."""
_SET_FOR_ASCII = (
    r"\u00ad\u200b-\u200f\u2010-\u2013\u2044\u2060\u2212\ufeff"  # hyphens, a slash, and what nobody sees
    r"\uff0d-\uff19\uff21-\uff3a\uff41-\uff5a"  # letters as wide as those of Chinese
)
DOI_LETTER = rf"(?:(?!{ANOTHER})[!-~{_SET_FOR_ASCII}])"
"""A letter of a DOI in a text: of ASCII, or what is set for one, and nothing that begins another number."""

PMID = rf"^[1-9][0-9]{{0,8}}{END}"
PMCID = rf"^PMC[1-9][0-9]{{3,8}}{END}"
CAS_RN = rf"^[1-9][0-9]{{1,6}}-[0-9]{{2}}-[0-9]{END}"

_NAME = "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\\.?"
_BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
PAGE = rf"^({_NAME}|({_BYTE}\.){{3}}{_BYTE})(:{_PORT})?(/([!-$&-~]|%[0-9A-Fa-f]{{2}})*)?{END}"
"""The address of a page without its scheme, of printable ASCII characters: the name of a host (RFC 1123) or its
number in IPv4, a port that there is, and a path whose percent signs are codes."""

_REGISTERED = {
    "CAS RN": (CAS_RN, "80714-61-0"),
    "PubChem CID": (rf"^[1-9][0-9]{{0,9}}{END}", "9811102"),
    "UNII": (rf"^[A-Z0-9]{{10}}{END}", "I5FAL2585H"),
    "ChEMBL": (rf"^CHEMBL[1-9][0-9]{{0,9}}{END}", "CHEMBL4297358"),
    "InChIKey": (rf"^[A-Z]{{14}}-[A-Z]{{10}}-[A-Z]{END}", "AFEHBIGDWIGTEH-AQRCPPRCSA-N"),
    "ATC": (rf"^[A-Z]([0-9]{{2}}([A-Z]([A-Z]([0-9]{{2}})?)?)?)?{END}", "N06BX"),
    "DrugBank": (rf"^DB[0-9]{{5}}{END}", "DB05907"),
    "Wikidata": (rf"^Q[1-9][0-9]{{0,11}}{END}", "Q422231"),
    "ChemSpider": (rf"^[1-9][0-9]{{0,11}}{END}", "8001245"),
}
"""How each registry writes its numbers of compounds, and one of them."""

# Patterns stand as text: compiled when they are used, they cost nothing where a name is found as written.
_DOI = (
    r"(?P<before>(?:doi\s*:?\s*)?(?:(?:https?://|info:|(?:www\.|dx\.)?doi\.org/)\S*?(?<![\w.-]))?(?:doi:\s*)?)"
    rf"(?P<doi>10\.\d{{4,9}}/(?:(?!{ANOTHER}|\s?\[(?:doi|pii)\]$)\S)+)(?:\s?\[(?:doi|pii)\])?"
)
_PMID_BEFORE = (
    r"(?:(?:https?://)?(?:www\.)?(?:(?:pubmed\.gov|(?:m\.)?pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed)"
    r"(?:/|/?\?(?:term|uid)=)|ncbi\.nlm\.nih\.gov/(?:entrez|sites/entrez)\S{0,150}?(?:list_uids|termtosearch|term)="
    r"|europepmc\.org/(?:article|abstract)/med/)|(?:pubmed|pmid|medline)[\s:#]*)"
)
# A spreadsheet makes a number with a decimal place of a column in which one is lacking.
_PMID = rf"(?:{_PMID_BEFORE}+0*|0*)([1-9]\d{{4,8}})(?:\.0)?(?:/?(?:[?#]\S*)?|\s?\[pmid)"
_IN_DATABASE = r"[?&](?:db=(?:cmedm|mnh|mdc)|D=med\w{0,4})&(?:[A-Za-z]\w{0,20}=[^\s&]{0,200}&){0,9}AN="
"""How addresses of EBSCO and Ovid have a number of MEDLINE."""
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
    text = _typed(text).strip().lstrip("<([")
    if found := re.fullmatch(_DOI, text, re.IGNORECASE):
        value = trimmed(found["doi"]) if "/" in found["before"] else _without_brackets(found["doi"])
        # Behind the prefix something must be left, and what runs on is none: cut, it would be that of another.
        return None if value.endswith("/") or len(found["doi"]) > _LONGEST else Number("DOI", doi(value))
    text = text.rstrip(">)]").rstrip(".,;")
    if found := re.fullmatch(_PMCID, text, re.IGNORECASE):
        return Number("PMCID", f"PMC{found[1]}")
    if found := re.fullmatch(_CAS, text, re.IGNORECASE):
        return Number("CAS RN", found[1])
    if found := re.fullmatch(_PMID, text, re.IGNORECASE):
        return Number("PMID", found[1])
    return None


def parse_named(text: str) -> Number | None:
    """Return the number that the whole of a text is by its name, its address or its form; mere digits may be any."""
    return parse(text) if re.search(r"[A-Za-z]{3}|10\.\d{4}", text) else None


def doi_in(text: str) -> str:
    """Return the first DOI in a field or a line, its letters as they stand, without what is around it; else nothing."""
    found = re.search(rf"(?<!\d)10\.\d{{4,9}}/(?:(?![|\"{{}}]){DOI_LETTER})+", _typed(text))
    return trimmed(found[0]) if found else ""


def pmid_in(text: str) -> str:
    """Return the PMID that a field for it holds, or one that stands in it by its name or address; else nothing."""
    found = parse(text)
    if found:
        return found.value if found.kind == "PMID" else ""
    return next(pmids_named_in(text), "")


def pmids_named_in(text: str) -> Iterator[str]:
    """Yield the PMIDs that stand in a text by their name, before or, as NCBI has it, behind them, or as an address."""
    named = rf"(?:{_PMID_BEFORE}|{_IN_DATABASE})([1-9]\d{{4,8}})(?!\d)|(?<!\d)([1-9]\d{{4,8}})\s?\[pmid\]"
    for hit in re.finditer(named, _typed(text), re.IGNORECASE):
        yield hit[1] or hit[2]


def pmids_of(text: str) -> list[str]:
    """Return the PMIDs in a field for them: one, several, by their name, or as a program writes a whole number."""
    found = parse(text)
    if found or re.fullmatch(r"\s*[1-9]\d{0,8}\s*", text):
        return [found.value if found else text.strip()] if not found or found.kind == "PMID" else []
    own, _ = whole_numbers(PMCIDS.sub(" ", ANY_DOI.sub(" ", text)))
    named = list(pmids_named_in(own))
    return list(dict.fromkeys([*named[:1], *re.findall(r"(?<![\w.])\d{5,8}(?![\d.])", own)]))


ANY_DOI = re.compile(r"10\.\d{4,9}/\S+")
PMCIDS = re.compile(r"(?<![^\W_])PMC(?:\s?ID)?[\s:#]{0,3}(?:PMC\s?)?(\d{3,9})(?!\d)", re.IGNORECASE)
"""Numbers of other kinds that may stand in a field for PMIDs."""


def whole_numbers(text: str) -> tuple[str, bool]:
    """Return a text with floats that are whole numbers as such, and whether one has lost digits and is left out."""
    lost = not all(map(_whole, _FLOAT.finditer(text)))
    return _FLOAT.sub(_whole, text), lost


def _whole(number: re.Match[str]) -> str:
    """Return the digits of a whole number that is written as a float, or nothing where not all of them stand there."""
    if number["whole"]:
        return number["whole"]
    decimals, exponent = number["decimals"] or "", int(number["exponent"])
    complete = len(decimals) >= exponent and not decimals[exponent:].strip("0")
    return number["first"] + decimals[:exponent] if complete else ""


_FLOAT = re.compile(
    r"(?<![\w.,/-])(?P<first>\d)(?:[.,](?P<decimals>\d{1,20}))?E\+?(?P<exponent>\d{1,3})(?![\w.,]\d|\w)|"
    r"(?<![\w.,/-])(?P<whole>\d{1,9})\.0{1,9}(?![\w./])",
    re.IGNORECASE,
)
"""A number as programs write a column of them in which one is lacking: `1.6996037E7`, `16996037.0`."""


def _typed(text: str) -> str:
    """Return text with the letters that were meant: digits and hyphens of ASCII, nothing unseen, no code of a sign."""
    if not text.isascii():
        text = re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)
        text = re.sub(r"[\u2010-\u2013\u2212]", "-", text.translate(_WIDE))
    if not re.search(r"10\.\d{4}", text):
        return text
    if _ENTITY.search(text):
        from html import unescape  # noqa: PLC0415 - few texts have any

        text = unescape(text)
    text = re.sub(r"(?<!\d)(10\.\d{4,9})(?:\s*\\?/\s*|%2f)(?=\S)", r"\1/", text, flags=re.IGNORECASE)
    # An address has codes for the brackets and other signs that a DOI may have: `10.1016/0922-4106%2894%2990041-8`.
    return _CODED.sub(lambda code: chr(int(code[1], 16)), text) if "%" in text else text


_ENTITY = re.compile(r"&(?:#\w{1,6}|nbsp|amp|[lg]t|quot);")
_WIDE = {place + 0xFEE0: place for place in range(0x21, 0x7F)} | {0x2044: "/"}
"""Letters as wide as those of Chinese; what else is like a digit, `²` or `①`, is a mark of a note."""
_CODED = re.compile(r"%(2[89b-f]|3[abce]|5[bdf]|7e)", re.IGNORECASE)


_TAIL = (
    r"(?i:(?:[?#].*|/(?:full(?:text)?|abstract|abs|pdf|epdf|references|meta|html|summary|figures?|tables?|suppl_file.*)"
    r"(?:/.*)?|\.(?:full|abstract|pdf|html|long|short))$)"
)
"""What an address adds to a DOI."""
_MARK = r"\[(?:\^?\w{1,4}(?:[,\u2013-]\d{1,4}){0,9}\]|[^\]]{0,99})$"
"""A mark of a note, or what a bracket opens that is not closed."""
_LONGEST = 500
"""Characters of a DOI, far beyond any that is registered: what runs on is none."""
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


_BEHIND = ".,;:*_'`!?\\=/-\u2013"
"""What stands behind a DOI and is none of it."""


_AROUND = re.compile(r"</|<(?:br|div|span|su[bp]|em)(?=[\s/>])|\[/(?=[a-z])|&(?:amp;)?[A-Za-z_]\w{0,30}=|(?:\\[nrt])+$")
"""Tags of a page, the end of a mark of a blog's, more of an address, and ends of lines as programs write them."""


def trimmed(text: str) -> str:
    """Return a DOI without the punctuation around it and what an address adds; its brackets are kept."""
    text, before = _AROUND.split(text[:_LONGEST], maxsplit=1)[0], None
    text = text[: _closing(text)]
    while text and text != before:
        before = text
        last = text[-1]
        if last in _BEHIND or (last in _OPENING and text.count(last) > text.count(_OPENING[last])):
            text = text[:-1]
            continue
        text = re.sub(_MARK, "", re.sub(_TAIL, "", text))
    return re.sub(r"</?[a-z][a-z0-9]*>?$", "", text)


_BROKEN_DOI = re.compile(r"10\.\d{4,9}/(?:\S{0,100}[-/_\u2010\u2011])?\Z")
_LONGEST_IN_A_LINE = 200
"""A DOI that a line breaks at its own hyphen: none ends so."""


def within_doi(line: str) -> bool:
    """Tell whether a line ends within a DOI."""
    return _BROKEN_DOI.search(line[-_LONGEST_IN_A_LINE:].rstrip()) is not None


def parts_doi(line: str, following: str) -> bool:
    """Tell whether a DOI that a line ends within goes on in the following one.

    Behind a full stop it does where that goes on as a DOI and no sentence does: `10.1016/j.brainres.2006.`, `07.108`.
    """
    if not following[:1].isalnum():
        return False
    end = line[-_LONGEST_IN_A_LINE:].rstrip()
    if _PII_BROKEN.search(end):
        return end.endswith("(") or re.match(r"\d{5}-[\dXx]\b", following) is not None
    if _PREFIX_BROKEN.search(end):
        return re.match(r"\d{4,9}/\S", following) is not None
    stopped = end.removesuffix(".")
    broken = re.search(r"10\.\d{4,9}/\S{1,100}\Z", stopped) and line.rstrip().endswith(".")
    return within_doi(line) or bool(broken and re.match(r"\d{2,6}\.\d", following))


_PREFIX_BROKEN = re.compile(r"\bdoi(?:\.org/|:\s{0,2}|\s)10\.\Z", re.IGNORECASE)
"""An address that ends within the prefix of its DOI, `https://doi.org/10.`, `17116/jnevro...`."""
_PII_BROKEN = re.compile(r"10\.\d{4,9}/[\w.-]{3,30}\((?:\d\d\))?\Z")
"""A DOI that ends before or behind the year of a publisher's number: `10.1016/0149-7634(84)`, `90022-8`."""


def parts_number(line: str, following: str) -> bool:
    """Tell whether a number with hyphens goes on over a line's end: a CAS RN, `175175-`, `23-2`, or pages.

    A CAS RN may be broken anywhere, as its last digit tells whether it is whole: `307297-3`, `9-8`.
    """
    end = line[-_LONGEST_IN_A_LINE:].rstrip()
    if _NUMBER_BROKEN.search(end):
        return following[:1].isdigit()
    begun, rest = _CAS_BEGUN.search(end), _CAS_ENDS.match(following)
    whole = begun[0] + rest[0] if begun and rest else ""
    return whole != "" and fault("CAS RN", whole) is None


_CAS_BEGUN = re.compile(r"(?<![\d-])\d{1,7}(?:-\d{1,2})?\Z")
_CAS_ENDS = re.compile(r"(?:\d{0,6}-)?\d{0,2}-\d(?![\d-])")
_NUMBER_BROKEN = re.compile("\\d[-\u2010-\u2013]\\Z")


def parts_any(line: str, following: str) -> bool:
    """Tell whether a DOI or another number goes on over a line's end, without a blank."""
    return parts_doi(line, following) or parts_number(line, following)


def joined(line: str, following: str) -> str:
    """Return two lines as one, with a blank between them but within a DOI."""
    return f"{line}{'' if parts_doi(line, following) else ' '}{following}"


def unbroken(text: str) -> str:
    """Return a text in one line without the blanks that a line's end has left within a DOI, behind its own sign."""
    return _BREAK_IN_DOI.sub(r"\1", " ".join(text.split()))


_BREAK_IN_DOI = re.compile(r"(10\.\d{4,9}/\S{0,100}[-/_\u2010\u2011]) (?=[^\W_])")


def _closing(text: str) -> int:
    """Return where a bracket of the text around a DOI closes: none opens it in the DOI. The end where none does."""
    depth = 0
    for hit in re.finditer(r"[()]", text):
        depth += 1 if hit[0] == "(" else -1
        if depth < 0:
            return hit.start()
    return len(text)


def _without_brackets(text: str) -> str:
    """Return a DOI without closing brackets at its end that none in it opens."""
    while text.endswith((">", "]")) and text.count(text[-1]) > text.count(_OPENING[text[-1]]):
        text = text[:-1]
    return text


def doi(text: str) -> str:
    """Return a DOI as it is compared: in lower case, unquoted, without what a sentence puts behind it."""
    text = text[:_LONGEST]
    value = unquote(text) if "%" in text else text
    value = value.lower().rstrip(".,;:'\"")
    while value.endswith(")") and value.count("(") < value.count(")"):
        value = value[:-1].rstrip(".,;")
    return value


def address(kind: Kind, value: str) -> str:
    """Return the address at which a DOI, PMID or PMCID is found, safe to print and to open."""
    if kind == "DOI":
        return f"https://doi.org/{quote(value, safe='/:')}"
    if kind == "PMCID":
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(value)}/"
    return f"https://pubmed.ncbi.nlm.nih.gov/{quote(value)}/"


def page(location: str) -> str:
    """Return the whole address of a page that is written without its scheme, safe to print and to open.

    What a shell, a page or a terminal would obey stands as its percent code there; what is a code already stays one,
    and a percent sign that begins none gets its own.
    """
    where = re.sub("%(?![0-9A-Fa-f]{2})", "%25", location.removeprefix("https://"))
    return f"https://{quote(where, safe='/:.?=&%#+,~@-_')}"


def location(address: str) -> str | None:
    """Return the address of a page as it is held, without its scheme and of ASCII; None where it is none of the web."""
    where = re.sub(r"^https?://", "", address.strip(), flags=re.IGNORECASE)
    if re.search(r"\s", where):
        return None  # what ends where nobody can tell
    return next((form for form in (where, page(where).removeprefix("https://")) if re.match(PAGE, form)), None)


def fault(kind: str, value: str) -> str | None:
    """Return what is wrong with a registry's number of a compound, None where nothing is."""
    pattern, example = _REGISTERED[kind]
    if not re.search(pattern, value):
        return f"{kind} {value!r} is none; one is written like {example} (an example, no correction)"
    if kind == "CAS RN" and not cas_check_digit_holds(value):
        return f"CAS RN {value}: the check digit does not fit"
    return None


def cas_check_digit_holds(number: str) -> bool:
    """Tell whether a CAS RN such as 80714-61-0 ends in its check digit.

    Rule: the digits before it, counted from the right and weighted 1, 2, 3 ..., summed modulo 10 (cas.org).
    """
    digits = number.replace("-", "")
    return sum(i * int(digit) for i, digit in enumerate(reversed(digits[:-1]), 1)) % 10 == int(digits[-1])
