"""Materials: what compounds are made from or modelled on, as the languages call it in which pages are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..dataset.dataset import Dataset
from ..dataset.model import Compound
from .tongues import denies

MATERIALS = {
    "pig": r"porcin\w*|pigs?|swine|pork|свин\w+|suín\w+|suin\w+|porcos?|cerdos?|schwein\w*|świń\w*|świn\w+|"
           r"wieprz\w*|porcs?|прасе\w*|خن[زا]\w*|الخن[زا]\w*|prasa\w*|prasat|"
           r"prase\w*|bravč\w*|prasiat\w*|ošípan\w*|maial\w+",
    "cattle": r"bovin\w*|cattle|cows?|calf|calves|крупного рогатого скота|крс|телят\w*|телён\w+|теля\w*|bydl\w*|"
              r"byd[łl]\w*|cielą\w*|wołow\w*|rinder\w*|"
              r"kälber\w*|kalb\w*|vac[au]s?|terner\w*|bezerr\w*|veau\w*|vitell\w*|hovädz\w*|teliat\w*|hovězí\w*|"
              r"telat\w*|скота",
    "sheep": r"sheep|lambs?|ovine|овец|овечь\w+|баран\w+|ovejas?|ovelhas?|schaf\w*|owiec|owcz\w+|mouton\w*",
    "brain": r"brains?|мозък\w*|мозъ\w+|(?:ال)?دماغ|"
             r"cerebral|cérebr\w*|cerebr(?:o|ais|al|ales|ale|i)|encéfalo|мозг\w*|мозк\w*|gehirn\w*|hirn\w*|"
             r"mózg\w*|mozg\w*|mozk\w*|mozog\w*|"
             r"cerveaux?|cérébra\w+|cervell\w+",
    "cortex": r"cortex|cort(?:ex|ical)|кор[ыаеу]|córtex|corteza|hirnrinde|großhirnrinde|kory|kůr\w+|kôr\w+|corteccia",
    "pineal": r"pineal\w*|pinéal\w*|epiphys\w+|эпифиз\w*|шишковидн\w+|епіфіз\w*|шишкоподібн\w+|zirbeldrüse\w*|"
              r"szyszynk\w*|epif[yý]z\w*|epífis\w*|"
              r"šišink\w*|pineale",
    "gastric": r"gastric\w*|gástric\w*|stomach|желуд\w+|шлунк\w+|estômago|estómago|magen\w*|żołąd\w*|gastrique\w*|"
               r"estomac|žalúd\w*|žaludeč\w*|stomaco",
    "thymus": r"thymus|thymic|thymosin fraction 5|тимус\w*|вилочков\w+|timo|grasic\w*|brzlík\w*|týmus\w*|thymusdrüse",
    "immunoglobulin": r"immunoglobulin\w*|IgG\w*|иммуноглобулин\w*|імуноглобулін\w*|imunoglobulin\w*|"
                      r"inmunoglobulina\w*|Immunglobulin\w*|"
                      r"immunoglobulin\w*|immunoglobulin\w*|Fc(?:[- ](?:domain|region|fragment|fraction))?",
    "acth": r"ACTH(?!\w)|adrenocorti\w+|corticotrop\w+|АКТГ|адренокортикотроп\w+|кортикотроп\w+|kortykotrop\w+|"
            r"kortikotrop\w+|adrenokortikotrop\w+|АКТХ|"
            r"corticotrofin\w*|adrenocorticotr\w+",
    "tuftsin": r"tufts[ií]n\w*|(?:ل|ال|لل)?[تط][اأو]?فتسين|та[фв]т?[сц]ин\w*|tufcyn\w*|tuftsyn\w*",
    "angiotensin": r"angiotensin\w*|ангиотензин\w*|angiotenzin\w*|angiotensyn\w*|AngIV|Ang IV",
    "cntf": r"CNTF|ciliary neurotrophic factor\w*|цилиарн\w+ нейротрофич\w+|neurotrófico ciliar|"
            r"ziliär\w+ neurotroph\w+",
    "adnp": r"ADNP|activity-dependent neuroprotective\w*",
    "cholecystokinin": r"cholecystokinin\w*|CCK(?:-?4)?|холецистокинин\w*|colecistocinin\w*|colecistoquinin\w*",
    "thymosin": r"th[iy]mosin\w*|timosin\w*|tymozyn\w*|тимозин\w*|tymoz[ií]n\w*",
    "epithalamin": r"ep[iy]t?h?alamin\w*|эпиталамин\w*",
    "rabbit": r"rabbits?|кролик\w*|conejos?|coelhos?|kaninchen\w*|królik\w*|králík\w*|králi[kc]\w*|lapins?",
    "blood": r"venous blood|blood|кров\w+|sangue|sangre|blut\w*|krwi|sang",
    "bpc": r"body[- ]protecti(?:on|ve|ng) compound|BPC(?!-| ?157)",
    "p21-protein": r"p21[\s^/({-]*(?:cip1|waf1)\w*|CDKN1A|cyclin[- ]dependent kinase inhibitor(?: 1A?)?|"
                   r"cell[- ]cycle (?:inhibitor|protein|regulator)(?: p21)?|p21 protein",
    "cortexin": r"cortexin\w*|кортексин\w*",
}  # fmt: skip
PATTERNS = {key: re.compile(rf"(?<![^\W_])(?:{text})(?![^\W_])", re.IGNORECASE) for key, text in MATERIALS.items()}
PARENTS = ("acth", "tuftsin", "angiotensin", "cntf", "adnp", "cholecystokinin", "thymosin", "immunoglobulin", "gastric",
           "p21-protein")  # fmt: skip
"""What a peptide is modelled on or a part of; each compound has one, and another is another compound's."""
ANIMALS = ("pig", "cattle", "sheep")
ORGANS = ("brain", "cortex", "pineal", "thymus")
"""What an extract is taken from: an animal, and a part of it."""
BY = re.compile(
    r"(?<![^\W_])(?:deriv\w*|extract\w*|extrat\w*|extra[ií]d\w*|estratt\w*|extrait\w*|ekstrakt\w*|extrakt\w*|"
    r"obtain\w*|obtid\w*|obten\w*|ottenut\w*|"
    r"obtenu\w*|isolat\w*|isolad\w*|aislad\w*|isolé\w*|izolow\w*|izolov\w*|wyizolow\w*|isoliert\w*|made (?:from|of|"
    r"out of)|produced (?:from|by)|"
    r"prepared from|based (?:up)?on|basead\w*|basad\w*|basé\w*|basiert\w*|basierend\w*|na bazie|na báz\w+|"
    r"modell?ed (?:on|after)|fragment\w*|segment\w*|"
    r"an[aá]l[oó]g\w*|part of|portion of|piece of|region of|comes? from|originat\w+|source\w*|hydroly\w*|"
    r"hydrol[iy][sz]\w*|hidrol\w*|hidról\w*|cleav\w*|"
    r"cleaved|purif\w*|found in|occurr?\w* in|from|синт\w+ аналог\w*|аналог\w*|производн\w*|выделен\w*|виділен\w*|"
    r"получ\w+|извлеч\w*|извлек\w*|экстра\w+|"
    r"на основе|гидролиз\w*|фрагмент\w*|участ\w+ белка|содержащ\w+ся в|вытяжк\w*|из|gewonnen\w*|hergestellt\w*|"
    r"abgeleitet\w*|stammt\w*|aus|pochodn\w*|"
    r"otrzym\w*|uzysk\w*|pozysk\w*|odvozen\w*|odvoden\w*|získan\w*|získav\w*|dérivé\w*|issue?s?|vyroben\w*|"
    r"vyrába\w*|derivat\w*|fração|fracción|"
    r"fraction|fractions|фракци\w+|комплекс\w*|mixture|mistura|mezcla|smes|смес\w+|směs\w*|zmes\w*|"
    r"(?:ال)?(?:مستخلص|مشتق|نظير|مستمد)\w*|extrahier\w*|peptides? (?:of|"
    r"from)|protein\w* (?:of|from|in)|"
    r"pierwowz\w*|prototyp\w*|прототип\w*|wyekstrahow\w*|wyodrębn\w*|екстрак\w*|похідн\w*|отрим\w*|leite[tn] sich|"
    r"версия|wersj\w+)(?![^\W_])",
    re.IGNORECASE,
)
"""What tells that a compound comes from what is named beside it."""
NOT_A_SOURCE = re.compile(
    r"brain[- ]derived neuro\w*|neurotrófico derivado do cérebro|neurotrófico derivado del cerebro|"
    r"нейротрофическ\w+ фактор\w* (?:головного )?мозга|"
    r"glial cell[- ](?:line[- ])?derived\w*|platelet[- ]derived\w*|BDNF|from the (?:brain|stomach)\b(?! of)|"
    r"blood[- ]brain\w*|stomach acid|"
    r"гематоэнцефал\w+",
    re.IGNORECASE,
)
"""Names of other things in which the words for a material stand."""


# -- what the dataset knows of it ----------------------------------------------------------------------------------

_FACTS = re.compile(r"origin|animals|parent|composition", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;:]+")


class Sourced(NamedTuple):
    """From which materials a compound comes, from which it does not, and what the dataset says of it."""

    materials: frozenset[str]
    not_from: frozenset[str]
    text: str


def sourced(dataset: Dataset) -> dict[str, Sourced]:
    """Return of each compound what it comes from, as the dataset tells it."""
    found: dict[str, Sourced] = {}
    for key in dataset.compounds:
        # Those it derives from come first. Own data may have compounds that derive from each other.
        row: dict[str, Compound] = {}
        one = dataset.compounds.get(key)
        while one is not None and one.id not in found and one.id not in row:
            row[one.id] = one
            one = dataset.compounds.get(one.parent or "")
        for compound in reversed(row.values()):
            parent = dataset.compounds.get(compound.parent or "") if compound.parent in found else None
            found[compound.id] = _sourced(compound, parent, found)
    return {key: found[key] for key in dataset.compounds}


def any_of(materials: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of some materials, one that nothing fits for none."""
    words = "|".join(MATERIALS[key] for key in sorted(materials))
    return re.compile(rf"(?<![^\W_])(?:{words or '(?!)'})(?![^\W_])", re.IGNORECASE)


def _sourced(compound: Compound, parent: Compound | None, found: Mapping[str, Sourced]) -> Sourced:
    """Return what a compound comes from; of that from which it derives it is `found`."""
    facts = [fact.value for fact in compound.facts if _FACTS.search(fact.label)]
    texts = [compound.summary, *facts, *(claim.text for claim in compound.claims if claim.kind == "origin")]
    texts += [parent.name] if parent else []
    materials: set[str] = set()
    not_from: set[str] = set()
    for text in texts:
        for part in _SENTENCE.findall(text):
            for key, pattern in PATTERNS.items():
                if pattern.search(part):
                    (not_from if denies(part) else materials).add(key)
    if parent:
        # What the parent is a part of, the compound comes from as well: Selank from immunoglobulin G.
        materials |= found[parent.id].materials
    own = {key for key, pattern in PATTERNS.items() if pattern.search(compound.name)}
    if compound.id == "epithalamin":
        own |= {"epithalamin"}
    told = compound.summary if not facts else f"{compound.summary} {facts[0]}"
    return Sourced(frozenset(materials - own), frozenset(not_from - materials), told)
