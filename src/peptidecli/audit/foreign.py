"""Words of other languages for what figures are of, in English, which is that of the dataset."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    "healthy": "здоров здорових saludab gesund sains",
    "volunteers": "доброволь voluntári voluntari volontair freiwillig",
    "tablet": "таблет табл tablett comprimid comprimé compress",
    "vial": "флакон ампул лиофилиз frasco flacon ampoll ampull durchstechfl",
    "glycine": "глицин glicin glyzin",
    "solution": "раствор розчин soluci soluç lösung",
    "drops": "капл капел gotas gouttes tropfen",
    "nasal": "назал интраназ носов intranas nasale",
    "polypeptides": "полипептид polipépt polipept polypeptid",
    "brain": "мозг мозк cerebr cerveau gehirn",
    "pig": "свин porcin cerdo suín schwein",
    "cattle": "скота bovin rinder",
    "stroke": "инсульт ictus schlaganfall derrame",
    "anxiety": "тревож тревог ansied ansios anxieux angstst",
    "neurasthenia": "неврастен neurasten",
    "adjustment": "адаптац adaptaci",
    "fasting": "натощак ayunas jejum nüchtern jeun",
    "food": "пищи еды comida alimento mahlzeit repas",
    "peak": "максимальн cmax tmax concentración máxima spitzen",
    "plasma": "плазм",
    "serum": "сыворот suero soro",
    "rats": "крыс щур ratas ratos ratten",
    "mice": "мыш ratón ratones camundong mäuse souris",
    "dogs": "собак perros cães hunden chiens",
    "rabbits": "кролик conejo coelho kaninchen lapins",
    "flies": "дрозофил drosophil moscas fliegen mouches",
    "lifespan": "продолжительност longevi lebensdauer esperanza longévi",
    "tumours": "опухол tumores tumoren tumeurs",
    "telomerase": "теломераз telomeras télomér",
    "telomere": "теломер telómer telôm telomer",
    "fibroblasts": "фибробласт fibroblast",
    "depression": "депресс depresión depress",
    "pain": "боль болев dolor schmerz douleur",
    "sleep": "сна сном sueño sono schlaf sommeil",
    "memory": "памят memoria memória gedächtn mémoire",
    "knee": "колен rodilla joelho knie genou",
    "tendon": "сухожил tendón tendão sehne",
    "intramuscular": "внутримыш intramuscul",
    "intravenous": "внутривен endoven intraven",
    "mouth": "внутрь перораль",
    "placebo": "плацебо",
    "alcohol": "алкогол",
    "opiate": "опи опиат opiáce opioid",
    "withdrawal": "абстинен отмен abstinen entzug sevrage",
    "dementia": "деменц demenc demenz demência démence",
    "vascular": "сосудист",
    "Barth": "барта",
    "hepatitis": "гепатит hepatite",
    "dry eye": "сухого глаза ojo seco",
    "weight": "масс вес peso gewicht poids",
    "children": "детей дет ребен niños crianças kinder enfants",
}
_STEMS = sorted(
    ((stem, english) for english, stems in _WORDS.items() for stem in stems.split()), key=lambda own: -len(own[0])
)
_ANY = re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(stem) for stem, _ in _STEMS)})", re.IGNORECASE)
_ENGLISH = dict(reversed(_STEMS))


@lru_cache(maxsize=1024)
def in_english(text: str) -> str:
    """Return the English words for what a text in another language names, empty where it names nothing of it."""
    return " ".join(dict.fromkeys(_ENGLISH.get(hit[0].lower(), "") for hit in _ANY.finditer(text)))
