"""Topics: which compound each block of an article is about, by its headings, its records and what leads on to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from .blocks import Article, Block
from .names import Mention, Names

MANY_TIMES = 3
"""How many times as often as any other an article must name a compound to be about it."""
SMALL = 0.2
"""The share of the places at which a name may be written with a small letter, as in a list of tags."""
EARLY = 8
"""Blocks within which an article names what it is about, unless it names it often."""
OFTEN = 5
FAR = 15
"""After how many blocks without its name an article is no longer taken to speak of a compound."""
FAR_ALONE = 60
"""The same where the article names no other."""
_LABELLED = re.compile(
    r"^\W{0,4}(?:(?:PEPTIDE|COMPOUND|Peptide|Compound)\s+\d+|(?:Primary|Product|Peptide|Compound|Name|"
    r"[Ss]cientific [Nn]ame|[Gg]eneric [Nn]ame|Product name)):\s*\S",
)
"""What begins the part of a page that is about one thing: `PEPTIDE 6: GHK-Cu`."""
_NAMED_AS = re.compile(r"\W{0,3}(?:name|peptide|compound):\s(?:(?P<one>\S{1,30})|.{1,60})$")
"""The field that names what the fields below it are of: `name: Cortexin`."""
_FIELD = re.compile(r"\W{0,3}(?:[A-Za-z][\w ]{1,30}|[А-ЯЁ][\w ]{1,40}):(?:\s|$)")
"""A line of a record: `molecular weight: 813.92`."""


Named = list[tuple[Mention, ...]]
"""The names in the blocks of an article, in their order."""


def named_in(article: Article, names: Names) -> Named:
    """Return the names in the blocks of an article."""
    return [names.find(block.plain) or _name_alone(block.plain, names) for block in article.blocks]


def _name_alone(plain: str, names: Names) -> tuple[Mention, ...]:
    """Return the name that a block is and nothing else, in whatever case: the key of a record, `dsip: {`."""
    bare = _EDGES.sub("", plain) if len(plain) <= 40 else ""
    compound = names.compound(bare) if bare else None
    start = plain.find(bare)
    return (Mention(start, start + len(bare), compound),) if compound else ()


_OF_THE_SAME = re.compile(
    r"\W*(?:mechanisms?(?: of action)?|(?:chemical |molecular )?structure|chemistry|pharmacokinetics|"
    r"history|dosing(?: protocol)?)\W*",
    re.IGNORECASE,
)
"""A heading that goes on about what the one before is about, though it is of its level."""
DERIVED = r"[\s-](?:(?:analog(?:ue)?|derivative|fragment|mimetic)s?|derived|based|like)\b"
"""What stands behind the name of a compound where something that comes from it is meant."""
_ORIGIN = re.compile(rf"\)?{DERIVED}", re.IGNORECASE)
"""What follows the name of a compound from which another comes: `a tuftsin analogue`."""
_ORIGIN_OF = re.compile(
    r"\b(?:analog(?:ue)?s?|derivatives?|fragments?|parts?|regions?|segments?) of (?:the )?(?:[\w-]+ ){0,3}$|"
    r"\bderived from (?:the )?(?:\w+ )?$|\b(?:аналог|фрагмент|производн)[а-яё]*\s(?:[\w-]+\s){0,2}$|"
    r"\b(?:análogo|fragmento|derivado|analogue|fragment|dérivé)s?\s(?:\w+\s)?d(?:e|el|o|a|u|e la)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_VARIANT_OF = re.compile(r"\b(?:variants?|versions?|forms?|modifications?) of (?:the )?(?:[\w-]+ ){0,2}$|\bparent $")
_BLEND = re.compile(r"\b(?:blend|stack|combo|bundle|kit)\b|\w\s\+\s\w", re.IGNORECASE)
LONGEST_HEAD = 90
"""Characters up to which a line can be the head of what follows."""
_KEY = re.compile(r"['\"]?[\w .-]+['\"]:?\s?\{")
_NEXT_KEY = re.compile(r"[\s}\],;]*\}[\s,;]*['\"]?[\w .+/()-]{2,40}['\"]?\s?:\s?\{")
_BARE_KEY = re.compile(r"\w+:\s?\{")
"""The key of a record, which may be a compound's name: `selank: {`."""
_NAME_OF = re.compile(
    r"(?:^|[\s{,])['\"]?(?P<key>name|full_?name|peptide(?:_?name)?|compound(?:_?name)?|display_?name|"
    r"product_?name|canonical_?name)['\"]?(?:\s?(?::|=>)\s?|(?<=_name)=)"
    r"(?:'(?P<a>[^']{2,60})'|\"(?P<b>[^\"]{2,60})\"|`(?P<c>[^`]{2,60})`)",
    re.IGNORECASE,
)
"""The field of a program's record that names what the fields below it are of: `name: "SELANK",`."""
_TITLE_OF = re.compile(r"['\"]?(?:title|slug|id|key|label)['\"]?\s?(?::|=>)\s?['\"`]([^'\"`]{2,30})['\"`],?")
"""A field that is the name of what a record is of where it holds a name and nothing else: `title: "Semaglutide",`."""
_KEY_OF_FIELD = re.compile(r"['\"]?(\w+)['\"]?\s?(?::|=>)\s?[^\s{\[]")
_SIZE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|ml|iu|g|мг|мл|мкг)\b(?:\s?/?\s?(?:vials?|флакон\w*))?", re.IGNORECASE
)
"""How much of it is sold: `TB-500 5mg` is still a name alone."""
_ASIDE = re.compile(r"\([^()]*\)")
LONGEST_NAME = 60
"""Characters up to which a line over the fields of a record can be its name."""
_EDGES = re.compile(r"^\W+|\W+$")
_ASPECT = re.compile(
    r"\W{0,9}(?:\d{1,2}\W{1,2})?(?:(?:key|main|potential|reported|proposed|known|common|published|clinical|preclinical|human|animal|biological|"
    r"primary|adverse|legal|regulatory|approval|scientific|the|and|of|in|side|on|for|its|how it|what|it|is|does|"
    r"mechanisms?|actions?|effects?|benefits?|evidence|research|studies|findings|results|trials|data|"
    r"safety|dos(?:e|es|age|ing)|protocols?|administration|storage|handling|stability|half-?life|pharmacokinetics|pharmacology|"
    r"structure|sequence|chemistry|formula|history|background|overview|origins?|discovery|development|uses?|"
    r"applications?|indications?|properties|profile|status|works|mechanism|highlights|facts|summary|level|"
    r"cardiac|cognitive|sleep|circadian|relevance|memory|stress|neuroprotective|immune|models?)\b[\s&/,:-]*)+\W*",
    re.IGNORECASE,
)
"""A heading made of words on what is told of any compound: `Key Effects`, `Evidence Summary`."""
_INVOLVED = re.compile(
    r"(?:leu|met)?enkephalins?|bdnf|ngf|gdnf|cntf|receptors?|proteins?|antibod(?:y|ies)|placebo|(?:IL|TLR|COX|MMP|HIF|TGF|STAT|HT|COVID|SARS)-\d+",
    re.IGNORECASE,
)
"""What a heading may name beside its compound: `How Semax works: BDNF` is of no other."""
WORD_FOR_IT = re.compile(
    rf"(?:{_INVOLVED.pattern})|(?:fragment|metabolite|precursor|prodrug|tripeptide)s?", re.IGNORECASE
)
"""A name that may be that of a field, or a word for the compound itself: `Precursor: ...`, `The fragment: ...`."""
_HEADS_ANOTHER = re.compile(r"['\"]?(?:\s\d+\s?m?c?g)?(?:\s?\([^()]{1,80}\)){0,2}\s?(?::\s|\s-\s)")
"""What stands behind the name of a thing that a line begins with and is about: `Sermorelin: approved in the US`."""
_KINDS_OF = re.compile(r"\W{0,3}[A-Z][\w/ -]{2,50}?\s\((?P<of>[^()]{3,80})\)\s?:\s")
"""A line on a class of drugs, with some of them in brackets: `Sedative-hypnotics (zolpidem, benzodiazepines): ...`."""
_GIVEN_BEFORE = re.compile(
    r"\b(?:receiv(?:ed?|ing)|given|treated with|injected with|administered|administration of|injections? of|"
    r"courses? of|treatment with|получав\w+|введени\w+|курс\w*)\s$",
    re.IGNORECASE,
)
_GIVEN_BEHIND = re.compile(r"[\s-](?:administration|courses?|treatment|treated|therapy|injections?|supplementation)\b")
"""What stands before or behind the name of a thing whose effect is told."""
_TITLED_BY = re.compile(
    r"\W*(?:(?:What (?:is|are)|About|Understanding|The|Buy)\s)?([A-Z][\w-]{3,30})"
    r"(?=$|\s?[:|(,?-]|\s(?:[Pp]eptide|[Gg]uide|[Rr]eview|[Pp]rofile|[Bb]enefits|[Dd]osage|[Dd]osing|[Mm]onograph|[Ee]xplained|[Oo]verview|[Rr]esearch|[Aa]nd|[Ff]or|"
    r"vs)\b)"
)
"""The name with which the title of a page begins: `Colivelin Peptide: ...`."""
_DOES = (
    r"(?:is|was|has|acts|works?|binds?|inhibits?|activates?|blocks?|increase[sd]?|reduce[sd]?|improve[sd]?|supports?|"
    r"raise[sd]?|enhance[sd]?|promotes?|modulates?|stimulates?|targets?|lengthen(?:s|ed)?|limits?|contains?|weighs?|"
    r"lowers?|lowered|completed|did)"
)
_SUBSTANCE = re.compile(
    r"\W*([A-Z][a-z]{2,}(?:in|ine|ol|ide|one|ate|gen|fil|pam|mab|nib|acetam|ofen|zol|phane|statin|pril|sartan|idone|"
    r"apine))(?:\s\([^()]{1,60}\))?[\W_]{0,12}?"
    r"(?:\s(?:from\s\w+\s)?" + _DOES + r"\b|\s?-{1,2}\s|:\s)"
)
"""What begins a sentence, or a line of a list, on another substance: `Apigenin - GABA-A modulator`."""
_ANOTHER_MEANS = re.compile(
    r"\W*(?:(?:Regular|Aerobic|Physical|Early|Broad-spectrum|Chronic|Moderate|Good|Deep)\s)?(?:(?i:exercise|physical "
    r"activity|running|meditation|fasting|caffeine|alcohol|ethanol|nicotine|ketamine|lithium|antibiotics?|"
    r"antidepressants|benzodiazepines|SSRIs|statins|steroids|corticosteroids|NSAIDs|omega-3s?|thrombectomy|surgery|"
    r"physiotherapy|platelet-rich plasma|stem cells|growth hormone|insulin|estrogen|dimethyl fumarate|"
    r"nootropics such as [\w-]+|drugs such as [\w-]+|(?:another|other) (?:peptides?|drugs?|compounds?)))\s"
    r"(?:[a-z]+\s){0,4}?" + _DOES + r"\b"
)
"""What begins a sentence on something else that is done or taken: `Exercise raises BDNF`."""
_ORDINARY = frozenset(
    "protein neuroprotein glycoprotein lipoprotein brain pain skin origin margin main chain domain strain gain vitamin "
    "medicine routine baseline guideline timeline outline machine discipline decline vaccine cytokine chemokine amine "
    "catecholamine spine urine online combine define determine examine line cocktail hormone bone tone zone milestone "
    "backbone alone control protocol symbol school tool cool pool side guide peptide polypeptide oligopeptide "
    "neuropeptide bioregulator dipeptide tripeptide tetrapeptide pentapeptide hexapeptide heptapeptide nonapeptide "
    "pentadecapeptide decapeptide nucleotide provide inside outside wide amide date state rate update estimate "
    "candidate "
    "climate moderate appropriate separate private ultimate plate debate immediate adequate accurate certificate "
    "template substrate conjugate intermediate palmitate acetate arginate pathogen antigen collagen androgen oxygen "
    "hydrogen "
    "serotonin dopamine melatonin acetylcholine adrenaline noradrenaline norepinephrine epinephrine oxytocin prolactin "
    "histamine leptin ghrelin cortisol aldosterone testosterone progesterone glutamate actin laminin fibrin elastin "
    "keratin integrin albumin orexin somatostatin vasopressin endorphin dynorphin enkephalin thymosin mechanism "
    "clinical product overview research summary note everyone someone anyone nitrogen begin within certain plain again "
    "peptides compound compounds health russian khavinson sikiric understanding complete".split()
)
"""Words that end as names of substances do, or stand at the head of titles, and are none; and what the body makes."""
_OF_THE_BODY = re.compile(
    r"\W*The\s(?:(?:pineal|pituitary|thyroid|adrenal|thymus|salivary)\s(?:gland|body)|thymus|hypothalamus|hippocampus|"
    r"amygdala|liver|[\w/-]{2,20}\sreceptor)(?:,[^,]{3,60},|\s\([^()]{1,60}\))?\s(?:is|are|produces|secretes|releases|"
    r"regulates|plays|controls|governs|mediates|contains|makes|triggers|when)\b"
)
"""What begins a sentence on what a part of the body does: `The pineal gland produces melatonin`."""
_ON_ITS_OWN = re.compile(
    r"\W*(?:what (?:is|are)|(?:the )?roles? of|about|understanding|роль|что такое)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"\W*(?:\d{1,2}[.)]\s)?(?:(?:What (?:is|are)|About|The|Peptide(?: [Pp]rofile)?:?|Buy|Compound:?|Product:?)\s)?"
    r"['\"]?"
)
"""What may stand before the name with which a heading begins."""
_DIVIDED = re.compile(r"['\"®]?(?:\s?\(|\s?[:|·]\s|\s--?\s|,\s(?:an?|the)\s)")
_COMPARES = re.compile(r"\b(?:vs|versus|compar\w+|differ\w*|between|or)\b", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:(?:and|or|vs|versus|with)\b|[&+/,])")
_TITLE = re.compile(
    r"\s?\([^()]{2,80}\)$|(?:\s?:|\s-)\s(?:(?:[A-Z0-9][\w'/-]*|an?|and|of|the|for|in|to|with|its|on|&|-)(?:\s|$))+$"
)
"""The rest of a heading in which every word of weight begins with a capital."""
_NAME = re.compile(
    r"([A-Z][\w-]{2,20})(?:\s?:|\s-)\s(?:(?:[A-Z0-9][\w'/-]*|an?|and|of|the|for|in|to|with|on)(?:\s|$))+$"
)
FIRST_WORDS = 12
"""Characters within which a text begins with a name."""
_GOES_ON = re.compile(r"(?:It|Its|(?:This|The) (?:(?:tetra|hepta|nona|pentadeca)?peptide|compound|drug|molecule))\b")
"""What begins a text that is of what the one before has named."""
LONGEST_LEAD = 160
"""Characters up to which a line leads on to the list behind it."""
_BESIDE = re.compile(
    r"(?:(?:^|[,;:(-]\s)like|\((?:the )?(?:source|precursor)(?: peptide| protein| molecule)? (?:of|for)|"
    r"(?<!The )\bparent(?: peptide| protein| molecule| compound)? (?:of|for|to)|"
    r"\b(?:(?:acts?|works?|behaves?|looks?|is|it|much|just) like|unlike|than|resembl(?:es?|ing)|"
    r"mirror(?:s|ing)|parallel(?:s|ing)|as opposed to|"
    r"(?:in )?contrast (?:to|with)|compar(?:ed|able|ison) (?:to|with)|relative to|similar(?:ly|ities|ity)? to|"
    r"(?:often |commonly |frequently |usually |sometimes )?(?:paired|stacked) with|(?:counterpart|companion) (?:to|of)|"
    r"same \w+ (?:that|which|who|as) (?:\w+ ){0,3}?(?:made|developed|created|discovered|behind)|"
    r"better \w+ than|"
    r"analogous to|identical to|akin to|same as|distinct from|differs? from|different(?:ly)? from|alongside|"
    r"в отличие от|по сравнению с|подобно|аналогично|на відміну від|порівняно з|em comparação (?:com|ao?)|"
    r"ao contrário d[aeo]|diferente(?:mente)? d[aeo]|a diferencia de|comparado con|en comparación con|"
    r"im Vergleich zu|im Gegensatz zu|anders als|w porównaniu (?:z|do)|w przeciwieństwie do|"
    r"contrairement (?:à|au)|par rapport (?:à|au)|"
    r"a differenza d(?:i|el)|rispetto a))"
    r"\s(?:(?:the|that of|those of|its|parent|original|standard|plain|native|full-length|unmodified|regular|base|"
    r"cousin|relative|sister|peptide|compound)\s){0,3}$",
    re.IGNORECASE,
)
"""What stands before a compound with which another is compared: `unlike Cerebrolysin`."""
_SO_IS = re.compile(r"\s?(?:[/(]|\band\b|\bor\b|\bи\b)\s?")
_BORDER = re.compile(
    r"(?:;\s(?:(?:and|but|while|whereas|(?:in|by) contrast,?|conversely,?)\s)?|,?\s(?:while|whereas|whilst|but)\s|"
    r",\s(?:and|а|тогда как|mientras que|enquanto)\s)(?:the\s|o\s|el\s)?$"
)
"""What stands between two clauses, right before the name with which the second begins."""
_VERB = (
    r"(?:is|are|was|were|has|have|had|can|may|does|did|will|acts|works|[a-z]{3,}(?:s|ed)|"
    r"[а-яё]{2,}(?:[еи]т(?:ся)?|[юя]т(?:ся)?|[ае]н[аоы]?|[аи]ла?)|"
    r"é|são|foi|tem|possui|atua|está|ha|tiene|viene|ist|sind|war|hat|wird|jest|est|sont|a été)\b"
)
_SAYS = re.compile(
    r"(?:'s\s|\s\([^()]{2,80}\))?,?\s(?:[a-z]+ly\s|also\s|\w+\s(?=(?:is|are|was)\s))?" + _VERB,
)
"""What stands behind the name of which a clause tells."""
FIRST_NAME = 4
"""Characters within which a clause begins with a name."""
LONGEST_BORDER = 25
"""Characters within which it stands."""
_SAID = re.compile(r"\b" + _VERB)
_BEGINS = re.compile(r"\W{0,3}(?:The\s)?(?:[\w-]*[Aa]cetyl(?:ated)?[\s-]{1,2}|NA[\s-]|Ac-)?")
"""What may stand before the name with which a sentence begins."""
_ALTHOUGH = re.compile(r"\W*(?:While|Whereas|Where|Whilst|Although)\s")


def topics(article: Article, named: Named, parent: Callable[[str], str | None]) -> Iterator[str | None]:
    """Yield, block by block, the compound that an article is about where it names none.

    An empty text is a thing that the dataset does not hold, None what is in doubt. `parent` returns the compound from
    which another derives.
    """
    heads = _Heads(article, named, parent)
    about = subject_of(article, named)
    only = len({mention.compound for mentions in named for mention in mentions if mention.compound}) == 1
    far = FAR_ALONE if only else FAR
    since = 0
    led: str | None = None
    led_from = 0
    for place, (block, mentions) in enumerate(zip(article.blocks, named, strict=True)):
        since = 0 if any(mention.compound == about for mention in mentions) else since + 1
        heads.read(place)
        subject = heads.subject if heads.any else about if since <= far else None
        if block.kind == "heading" or block.plain.endswith("?") or (block.kind != "item" and led_from != place - 1):
            led = None
        if subject is None and led is None and place and block.kind == "prose" and _GOES_ON.match(block.plain):
            led = spoken_last(article.blocks[place - 1].plain, named[place - 1])
        yield led or subject
        if mentions and block.kind != "heading":
            over_list = article.blocks[place + 1 : place + 2] and article.blocks[place + 1].kind == "item"
            leads = _leads(block, mentions, over_list=bool(over_list))
            led, led_from = (leads, place) if leads else (led if block.kind == "item" else None, led_from)
        elif block.kind != "item":
            led = None


class _Heads:
    """The headings, names of records and labels that stand over a block, each with its level and its compound."""

    def __init__(self, article: Article, named: Named, parent: Callable[[str], str | None]) -> None:
        self.blocks, self.named, self.parent = article.blocks, named, parent
        self._over: list[tuple[int, str | None]] = []
        self._first_fields: set[str] = set()
        titles = [place for place, block in enumerate(self.blocks) if block.kind == "heading"]
        own = {place: _titled(self.blocks[place].plain, named[place]) for place in titles}
        first = {key for place, keys in own.items() if self.blocks[place].level == 1 for key in keys if key}
        self._collected = len(first) > 1
        # Which heading of a level, or of one above it, is the next that names what its part is about.
        self._next: dict[int, tuple[int, frozenset[str | None]]] = {}
        coming: list[tuple[int, frozenset[str | None]]] = []
        for place in reversed(titles):
            level = self.blocks[place].level
            self._next[place] = next((one for one in reversed(coming) if one[0] <= level), (0, frozenset()))
            if own[place]:
                coming = [*(one for one in coming if one[0] < level), (level, own[place])]
        self._often = Counter(self.blocks[place].plain.lower() for place in titles)
        self._bare = -1
        self._depth, self._of_records = 0, -1
        self._named_at, self._named_by = -2, ""
        self._first_key = ""
        named_as = {
            key
            for block, mentions in zip(self.blocks, named, strict=True)
            if mentions and _NAMED_AS.match(block.plain)
            for key in _titled(block.plain, mentions)
        }
        self._records = len(named_as - {None}) > 1

    @property
    def any(self) -> bool:
        """Whether anything stands over the block."""
        return bool(self._over)

    @property
    def subject(self) -> str | None:
        """The compound of what stands right over the block."""
        return self._over[-1][1] if self._over else None

    def read(self, place: int) -> bool:  # noqa: PLR0912 - one way after another in which a block can stand over others
        """Take a block as what stands over those behind it; tell whether it does."""
        block, mentions = self.blocks[place], self.named[place]
        compounds = _titled(block.plain, mentions) if mentions else frozenset()
        if self._another_record(block.plain, named=any(compounds)):
            self._stand(2, "")
            return True
        field = _first_field(self.blocks, place)
        alone = bool(field) and block.kind != "record" and _alone(block, mentions)
        if alone and mentions and field in {"{", "{}"}:
            self._first_key = _field_below(self.blocks, place)
        if alone and mentions and field != "{}":
            self._first_fields.add(field)  # What else has a bare key may be a part of the record: `storage: {`.
        if block.kind == "heading" and not compounds and any(is_origin(block.plain, m) for m in mentions):
            return True  # `Synthetic ACTH(4-10) analogue` under a name is still of what bears the name.
        if self._bare >= 0:
            # Where a record with a bare key ends is not told: it is left when its name has not come for long.
            self._bare = place if any(mention.compound == self.subject for mention in mentions) else self._bare
            if place - self._bare > FAR:
                self._over, self._bare = self._over[:-1], -1
        hit = _name_of(block.plain)
        key = _field_below(self.blocks, place) if field in {"{", "{}"} else ""
        if hit:
            # `fullName: ...` behind `name: ...` is another name of the same, `{ name: ...` begins another record.
            same = self._named_at == place - 1 and "{" not in hit[0] and hit["key"] != self._named_by
            if not (self.subject and same):
                self._stand(2, _record_of(block.plain, mentions, hit))
            self._named_at, self._named_by = place, hit["key"]
        elif mentions and not any(compounds) and _titles_another(block.plain, mentions):
            self._stand(2, "")
        elif key and key == self._first_key and not any(compounds) and self.subject:
            self._stand(2, "")  # `kpv: {` over the field with which a compound's record begins: of another thing.
        elif field in self._first_fields and not (alone if field == "{" else any(compounds)):
            # A record of something else, in a list of records: its name stands over the field that is the first of all.
            self._stand(min(block.level or 2, 2), "")
        elif block.kind == "heading":
            self._head(place, block, compounds)
        elif _LABELLED.match(block.plain[:80]) or alone:
            self._stand(2, _only(compounds))
            self._bare = place if field == "{}" else -1
        elif (name := _NAMED_AS.match(block.plain)) and (any(compounds) or (self._records and name["one"])):
            # In a list of records by name one of another thing begins where another is named.
            self._stand(2, _only(compounds))
        elif block.kind == "prose" and self._is_title(place):
            self._stand(3, _only(compounds) if mentions else "")
        else:
            return False
        return True

    def _another_record(self, plain: str, *, named: bool) -> bool:
        """Tell whether the next begins of records whose keys are names, `}, "ghk-cu": {`: of something else."""
        self._depth += plain.count("{") - plain.count("}")
        if not plain.endswith("{"):
            return False
        if named:
            self._of_records = self._depth
        return not named and self._depth == self._of_records and _NEXT_KEY.fullmatch(plain) is not None

    def _stand(self, level: int, compound: str | None) -> None:
        self._bare = -1
        self._over = [entry for entry in self._over if entry[0] < level]
        self._over.append((level, compound))

    def _head(self, place: int, block: Block, compounds: frozenset[str | None]) -> None:
        self._bare = -1
        part = not compounds and self._is_part(place, block)
        self._over = [entry for entry in self._over if entry[0] < block.level + part]
        titled = self._title_above(place)
        if titled and compounds and all(_kin(key, titled, self.parent) for key in compounds):
            # A second title, `Epitalon / Epithalamin` under `Epithalon`: what follows is of the first.
            self._over.append((block.level, titled))
        elif compounds:
            # A name alone stands over headings of its level that name nothing: Epitalon, Other names.
            named = self.named[place]
            over = block.level > 2 and len(named) == 1 and named[0].end - named[0].start == len(block.plain.strip())
            self._stand(2 if over else block.level, _only(compounds))
        elif block.level == 1 and self._collected:
            self._stand(1, None)  # Another page, in a file that holds several.

    def _is_part(self, place: int, block: Block) -> bool:
        """Tell whether a heading goes on about what the one before is about, though it is of its level.

        So does a heading of what is told of any compound, between two of them, and where it comes again.
        """
        if _OF_THE_SAME.fullmatch(block.plain):
            return True
        if not self._over or self._over[-1][0] != block.level or not _ASPECT.fullmatch(block.plain):
            return False
        if self._often[block.plain.lower()] > 1:
            return True
        level, coming = self._next[place]
        return level == block.level and bool(coming) and coming != {self.subject}

    def _title_above(self, place: int) -> str | None:
        """Return the compound of the heading right above another, None where there is none or text between."""
        before, here = self.blocks[place - 1] if place else None, self.blocks[place]
        if before is None or before.kind != "heading" or not self._over or before.level >= here.level:
            return None
        return self._over[-1][1] if here.starts[0][1] - before.starts[-1][1] == 1 else None

    def _is_title(self, place: int) -> bool:
        """Tell whether a line is a heading without markup: `Dihexa: A Potent Enhancer`, over a text that names it."""
        block, mentions = self.blocks[place], self.named[place]
        if len(block.plain) > LONGEST_HEAD or place + 1 >= len(self.blocks):
            return False
        if not any(mention.compound for mention in mentions):
            # Of another thing: `Humanin: The Small Protector`, over `Humanin is ...`.
            name = _NAME.match(block.plain) if ": " in block.plain or " - " in block.plain else None
            return name is not None and self.blocks[place + 1].plain.startswith(f"{name[1]} ")
        if mentions[0].start or not mentions[0].compound or not _TITLE.match(block.plain, mentions[0].end):
            return False
        behind = self.named[place + 1]
        return bool(behind) and behind[0].compound == mentions[0].compound and behind[0].start <= FIRST_WORDS


def _titled(plain: str, mentions: tuple[Mention, ...]) -> frozenset[str | None]:
    """Return what a heading or a label names as what it is about: several, where in doubt; None is another thing."""
    own = _ON_ITS_OWN.match(plain) is not None
    about = [
        mention
        for mention in mentions
        if not is_origin(plain, mention)
        and not (mention.compound is None and plain.startswith(" of ", mention.end))  # `a fragment of` what it names
        and (mention.compound or own or not _INVOLVED.fullmatch(plain, mention.start, mention.end))
    ]
    if about and all(is_beside(plain, mention) for mention in about):
        return frozenset()  # `How does it differ from Semax?`
    compounds = frozenset(mention.compound for mention in about)
    if len(plain) > LONGEST_HEAD:
        return compounds
    if _BLEND.search(plain):
        return compounds | {None}  # A blend is none of the compounds in it.
    if len(compounds) > 1 and about[0].compound and _heads(plain, about[0], mentions):
        return frozenset({about[0].compound})
    return compounds


def _heads(plain: str, first: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the first name of a heading is what it is about: `Semax - an ACTH(4-10) heptapeptide`."""
    divided = _DIVIDED.match(plain, first.end)
    if not divided or not _OPENS.fullmatch(plain, 0, first.start) or _COMPARES.search(plain):
        return False
    if divided[0].endswith("("):
        return _JOINS.match(plain, plain.find(")", divided.end()) + 1) is None
    rest = plain[divided.end() :]
    for mention in reversed(mentions):
        if mention.start >= divided.end():
            rest = rest[: mention.start - divided.end()] + rest[mention.end - divided.end() :]
    return re.search(r"[^\W\d_]{3}", rest) is not None


def _only(compounds: frozenset[str | None]) -> str | None:
    """Return the one compound of several names, an empty text where it is another thing, None where in doubt."""
    return (next(iter(compounds)) or "") if len(compounds) == 1 else None


def _leads(block: Block, mentions: tuple[Mention, ...], *, over_list: bool) -> str | None:
    """Return the compound on which a line leads: `What is known of Semax:`, a question, or its name over a list."""
    plain = block.plain
    if not mentions or len(plain) > LONGEST_LEAD:
        return None
    leads = plain.endswith((":", "?")) or (block.kind == "prose" and over_list and _alone(block, mentions))
    return (_only(_titled(plain, mentions)) or None) if leads and not _COMPARES.search(plain) else None


def spoken_last(plain: str, mentions: tuple[Mention, ...]) -> str | None:
    """Return the compound that a block names where it names one alone."""
    return _only(frozenset(m.compound for m in mentions if not is_origin(plain, m) and not is_beside(plain, m))) or None


def is_origin(plain: str, mention: Mention) -> bool:
    """Tell whether a compound is named as that from which another comes: `a tuftsin analogue`."""
    return mention.compound is not None and (
        _ORIGIN.match(plain, mention.end) is not None
        or _ORIGIN_OF.search(plain, max(0, mention.start - 40), mention.start) is not None
    )


def is_descendant(plain: str, mention: Mention) -> bool:
    """Tell whether a compound is named only as that of which another is the parent."""
    return _PARENT_OF.search(plain, max(0, mention.start - 40), mention.start) is not None


_PARENT_OF = re.compile(r"\b(?:parent|precursor|forerunner)\s(?:peptide\s|compound\s)?of\s(?:the\s)?$", re.IGNORECASE)


def is_beside(plain: str, mention: Mention) -> bool:
    """Tell whether a compound is named only as what another is compared with."""
    return _BESIDE.search(plain, max(0, mention.start - 60), mention.start) is not None


def about_another(plain: str, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a sentence is on a thing that the dataset does not hold, and that may be a subject.

    It begins with its name, or with a class that it is of, or tells what came of giving it and names nothing else;
    or it tells what a part of the body is or does, whatever is given.
    """
    first = mentions[0] if mentions else None
    if not any(mention.compound for mention in mentions):
        hit = _SUBSTANCE.match(plain)
        if (hit and hit[1].lower() not in _ORDINARY) or _OF_THE_BODY.match(plain) or _ANOTHER_MEANS.match(plain):
            return True
    if first is None or first.compound:
        return False
    if _BEGINS.fullmatch(plain, 0, first.start):
        if _SAYS.match(plain, first.end) and not _INVOLVED.fullmatch(plain, first.start, first.end):
            return True
        if _HEADS_ANOTHER.match(plain, first.end) and not WORD_FOR_IT.fullmatch(plain, first.start, first.end):
            return True
    if any(mention.compound for mention in mentions):
        return False
    kinds = _KINDS_OF.match(plain)
    return any(
        (kinds is not None and kinds.start("of") <= mention.start < kinds.end("of"))
        or _GIVEN_BEFORE.search(plain, max(0, mention.start - 25), mention.start) is not None
        or _GIVEN_BEHIND.match(plain, mention.end) is not None
        for mention in mentions
        if not WORD_FOR_IT.fullmatch(plain, mention.start, mention.end)
    )


def with_parts(plain: str, mentions: tuple[Mention, ...], subject: str | None) -> tuple[Mention, ...]:
    """Return the names in a sentence, with those marked that say only with what another is compared.

    So is that from which another comes, where the sentence begins with a thing that the dataset does not hold, or
    names nothing else and has a subject.
    """
    if not any(mention.compound for mention in mentions):
        return mentions
    another = subject == "" or about_another(plain, mentions)
    origins = another or (
        subject is not None
        and all(m.compound is None or (m.compound != subject and is_origin(plain, m)) for m in mentions)
    )
    found: list[Mention] = []
    for mention in mentions:
        beside = mention.compound is not None and (
            is_beside(plain, mention)
            or (origins and is_origin(plain, mention))
            or (another and _VARIANT_OF.search(plain, max(0, mention.start - 40), mention.start) is not None)
            or (bool(found) and found[-1].beside and _SO_IS.fullmatch(plain, found[-1].end, mention.start) is not None)
            or (bool(found) and found[-1].beside and _same_name(plain, found[-1], mention))
        )
        found.append(mention._replace(beside=True) if beside else mention)
    return tuple(found)


def _same_name(plain: str, before: Mention, mention: Mention) -> bool:
    """Tell whether a name only goes on with the one before: `SS-31 elamipretide (/peptides/ss-31)`."""
    return (
        mention.compound == before.compound
        and re.fullmatch(r"\s?[(\[]?(?:[\w./:-]{0,60}[/-])?", plain[before.end : mention.start]) is not None
    )


def leading(plain: str, mentions: tuple[Mention, ...]) -> tuple[str | None, int]:
    """Return the compound of which a sentence tells that names others further on, and where the first of those is."""
    first = mentions[0]
    if first.compound is None or first.beside or first.start > 4 or not _SAYS.match(plain, first.end):
        return None, 0
    return first.compound, next((m.start for m in mentions if m.compound != first.compound), len(plain))


def clauses_about(plain: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a sentence begin and end that tell, each, of another compound than those before."""
    low, last = 0, 0
    before: set[str | None] = set()
    for mention in mentions:
        if mention.compound is None and _INVOLVED.fullmatch(plain, mention.start, mention.end):
            continue
        if before - {mention.compound} and _SAYS.match(plain, mention.end):
            border = _BORDER.search(plain, max(low, mention.start - LONGEST_BORDER), mention.start)
            end, said = (border.start() if border else -1), low
            if plain.endswith(", ", low, mention.start) and _ALTHOUGH.match(plain, low):
                end = mention.start - 2
            elif plain.endswith(" and ", low, mention.start) and end < 0:
                end, said = mention.start - 5, last
            elif plain.endswith(", ", low, mention.start) and end < 0 and _told_of_first(plain, low, mentions):
                end = mention.start - 2
            if end > low and _SAID.search(plain, said, end):
                yield low, end
                low, before = mention.start, set()
        if not mention.beside:
            before.add(mention.compound)
        last = mention.end
    yield low, len(plain)


def _told_of_first(plain: str, low: int, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a clause begins with the name of what it is on, so that one more, behind a comma, is on another."""
    first = next((mention for mention in mentions if mention.start >= low), None)
    return first is not None and first.start - low <= FIRST_NAME and _SAYS.match(plain, first.end) is not None


def _name_of(plain: str) -> re.Match[str] | None:
    """Return where a field names what a program's record is of."""
    return _NAME_OF.search(plain) if (":" in plain or "=" in plain) and "ame" in plain else None


def _record_of(plain: str, mentions: tuple[Mention, ...], hit: re.Match[str]) -> str:
    """Return the compound of which a record is that names itself there, an empty text where it is of another thing."""
    start, end = next(hit.span(group) for group in "abc" if hit[group])
    own = {mention.compound for mention in mentions if start <= mention.start < end}
    # A blend, a reference to a paper or a person bears no compound's name.
    return (own.pop() or "") if len(own) == 1 and not _BLEND.search(plain, start, end) else ""


def _titles_another(plain: str, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a field is the title or the key of a record of a thing that the dataset does not hold."""
    hit = _TITLE_OF.fullmatch(plain)
    first = mentions[0]
    return hit is not None and first.start == hit.start(1) and not WORD_FOR_IT.fullmatch(plain, first.start, first.end)


def _field_below(blocks: list[Block], place: int) -> str:
    """Return the key of the field that stands below the key of a record."""
    hit = _KEY_OF_FIELD.match(blocks[place + 1].plain) if place + 1 < len(blocks) else None
    return hit[1].lower() if hit else ""


def _kin(key: str | None, other: str, parent: Callable[[str], str | None]) -> bool:
    return key is not None and (key == other or parent(key) == other or parent(other) == key)


def _alone(block: Block, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a block is a name alone, over the lines of its record: then what follows is about it."""
    plain = block.plain
    if not mentions:
        # The record of something else: `'ghk-cu': {`.
        return _KEY.fullmatch(plain) is not None
    rest = plain[: mentions[0].start] + _ASIDE.sub("", plain[mentions[0].end :])
    rest = _SIZE.sub("", rest)
    one = len({mention.compound for mention in mentions}) == 1
    return mentions[0].compound is not None and one and re.search(r"\w", rest) is None


def _first_field(blocks: list[Block], place: int) -> str:
    """Return the name of the field below a line that may be the name of a record, an empty text where it is none."""
    plain = blocks[place].plain
    if len(plain) > LONGEST_NAME or place + 1 >= len(blocks) or ":" in plain:
        if len(plain) > LONGEST_NAME:
            return ""
        return "{" if _KEY.fullmatch(plain) else "{}" if _BARE_KEY.fullmatch(plain) else ""
    hit = _FIELD.match(blocks[place + 1].plain)
    return hit[0].strip().lower() if hit else ""


def pair_of(named: Named) -> tuple[str, ...]:
    """Return the two compounds that an article is about, where it names both far more often than any other."""
    counts = Counter(mention.compound for mentions in named for mention in mentions if mention.compound)
    most = counts.most_common(3)
    if len(most) < 2 or (len(most) > 2 and most[1][1] < MANY_TIMES * most[2][1]):
        return ()
    return tuple(sorted(key for key, _ in most[:2] if key))


def _titled_another(article: Article, named: Named, count: int) -> bool:
    """Tell whether an article is titled by a name that is no compound's, and stands in it twice as often as any."""
    title = next((place for place, block in enumerate(article.blocks[:EARLY]) if block.kind == "heading"), None)
    if title is None or any(mention.compound for mention in named[title]):
        return False
    hit = _TITLED_BY.match(article.blocks[title].plain)
    if not hit or hit[1].lower() in _ORDINARY:
        return False
    word = re.compile(rf"(?<![\w/-]){re.escape(hit[1])}(?![\w/]|-[a-z])", re.IGNORECASE)
    found = [own[0] for block in article.blocks for own in word.finditer(block.plain)]
    # What is often written small is a word, and no name.
    return len(found) >= max(OFTEN, 2 * count) and sum(own.islower() for own in found) <= SMALL * len(found)


def subject_of(article: Article, named: Named) -> str | None:
    """Return the compound an article is about: the one it names alone, first of all, or far more often than others."""
    counts = Counter(mention.compound for mentions in named for mention in mentions if mention.compound)
    if not counts:
        return None
    (most, count), *others = counts.most_common(2)
    if _titled_another(article, named, count):
        return ""
    early = {mention.compound for mentions in named[:EARLY] for mention in mentions}
    if most not in early and count < OFTEN:
        return None
    if not others or count >= MANY_TIMES * others[0][1]:
        return most
    title, first = article.blocks[0], {mention.compound for mention in named[0]}
    if title.kind != "heading" or len(first) != 1:
        return None
    heads = (
        one
        for block, mentions in zip(article.blocks, named, strict=True)
        if block.kind == "heading" and block.level <= title.level
        for one in _titled(block.plain, mentions)
    )
    # Where others stand at its level, it is the head of a part, and not of the page.
    return first.pop() if {key for key in heads if key} <= first else None
