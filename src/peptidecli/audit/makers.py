"""Makers: the groups, firms and people of the dataset, as other languages and scripts write them."""

from __future__ import annotations

import re

_GROUPS = {
    "img-ras": r"institut\w* of molecular genetics|instituto de gen[eé]tica molecular|"
               r"институт\w* молекулярной генетики|ИМГ\b|"
               r"institut\w* für molekulargenetik|instytu\w+ genetyki molekularnej|ústav\w* molek\w+ genet\w+|"
               r"institut de génétique moléculaire|інститут\w* молекулярної генетики|"
               r"istituto di genetica molecolare|myasoedov|мясоедов\w*|ашмарин\w*|ashmarin",
    "msu-biology": r"moscow state university|московск\w+ государственн\w+ университет\w*|\bМГУ\b|lomonosov|"
                   r"ломоносов\w*|universidad(?:e)? (?:estatal|estadual) de mosc\w+",
    "zakusov": r"zakusov|закусов\w*|seredenin|середенин\w*|gudasheva|гудашев\w*|"
               r"НИИ фармакологии(?: им(?:ени|\.)?(?: \w\. ?\w\.)? ?закусов\w*)?",
    "spb-bioregulation": r"bioregulation and gerontology|bior+egula\w+ (?:e|y|und|i|et) gerontolog\w+|"
                         r"биорегуляции и геронтологии|институт\w* биорегуляции|"
                         r"khavinson|хавинсон\w*|chawinson|khavinson's|instituto de gerontologia de são petersburgo|"
                         r"institute of bioregulation|хавінсон\w*",
    "wsu-harding": r"washington state univ\w*|universi\w+ (?:estatal|estadual|do estado|del estado) de washington|"
                   r"университет\w* штата вашингтон|"
                   r"staatliche universität washington|université d'état de washington|\bharding\b|\bWSU\b|"
                   r"вашингтонск\w+ университет\w*",
    "zagreb-sikiric": r"sikiri[cć]|сикирич\w*|zagreb\w*|загреб\w*|zágráb|seiwerth",
    "pliva": r"\bpliva\b|плива",
    "ever-pharma": r"ever (?:neuro )?pharma|everneuro|ever neuropharma|ebewe|эвер (?:нейро )?фарма|эбеве",
    "geropharm": r"geropharm|герофарм\w*|geropharma?",
    "peptogen": r"peptogen|пептоген\w*",
    "tel-aviv-gozes": r"gozes|гозес|tel[- ]aviv|тель-авив\w*",
    "allon": r"allon therapeutics|\ballon\b",
    "coronis": r"coronis neuro\w*",
    "nysibr-iqbal": r"\biqbal\b|икбал\w*|new york state institute|grundke",
    "goldstein-kleinman": r"goldstein|голдстейн\w*|гольдштейн\w*|george washington univ\w*",
    "schoenenberger": r"schoenenberger|schönenberger|шёненбергер\w*|шененбергер\w*|monnier|монье",
    "sciclone": r"sciclone|сайклон|сайклоне",
    "regenerx": r"regenerx|regentree|gtreebnt",
    "stealth": r"stealth bio\w*|\bstealth\b",
    "m3": r"m3 biotech\w*|athira",
    "valenta": r"valenta|валента",
    "biodiem": r"biodiem",
}  # fmt: skip
MAKERS = {key: re.compile(rf"(?<![^\W_])(?:{text})", re.IGNORECASE) for key, text in _GROUPS.items()}
COUNTRIES = {
    "RU": r"russia\w*|россии|россия|российск\w*|soviet|советск\w*|СССР|USSR|moscow|москв\w+|st\.? petersburg|"
          r"saint petersburg|петербург\w*|rússia|rusia|"
          r"russland|russische\w*|rosj\w+|rosyjsk\w+|rusku|rusk[ée]\w*|russie|russe|rosyj\w+|moscou|moscú|moskau|"
          r"leningrad|ленинград\w*",
    "AT": r"austria\w*|австри\w+|áustria|österreich\w*|autriche|rakúsk\w*|rakousk\w*",
    "HR": r"croatia\w*|хорвати\w+|croácia|croacia|kroatien|chorwac\w+|chorvátsk\w*|chorvatsk\w*|zagreb\w*|загреб\w*",
    "US": r"united states|american|americ\w+|сша|washington|вашингтон\w*|estados unidos|\bUSA?\b",
    "IL": r"israel\w*|израил\w*|tel[- ]aviv",
    "CH": r"swiss|switzerland|швейцар\w+|suíç\w+|suiz\w+|schweiz\w*|basel",
}  # fmt: skip
PLACES_OF = {key: re.compile(rf"(?<![^\W_])(?:{text})(?![^\W_])", re.IGNORECASE) for key, text in COUNTRIES.items()}
MADE = re.compile(
    r"(?<![^\W_])(?:develop\w*|creat\w*|synthesi[sz]\w*|invent\w*|discover\w*|design\w*|manufactur\w*|produc\w*|"
    r"maker\w*|made|holder|company|"
    r"sponsor\w*|led by|pioneer\w*|origin\w*|isolated|identified|laborator\w*|founder|sold by|marketed by|"
    r"desenvolvid\w*|criad\w*|descobert\w*|fabricad\w*|"
    r"sintetizad\w*|desarrollad\w*|cread[oa]\w*|descubiert\w*|entwickelt\w*|hergestellt\w*|hersteller\w*|"
    r"entdeckt\w*|synthetisiert\w*|opracowan\w*|"
    r"stworzon\w*|odkryt\w*|wyprodukowan\w*|producent\w*|zsyntetyzowan\w*|vyvin\w*|vyvíj\w*|objeven\w*|objaven\w*|"
    r"vyráb\w*|výrobc\w*|développ\w*|"
    r"découvert\w*|synthétisé\w*|fabriqué\w*|sviluppat\w*|scopert\w*|prodott\w*|разработ\w+|розробл\w+|созда\w+|"
    r"создател\w+|синтезирован\w*|открыт\w*|производ\w+|"
    r"collaborat\w*|випуска\w+|створен\w*|производит\w+|виробник\w*|изготов\w+|держател\w+|владелец\w*|получен\w*|"
    r"компани\w+|выпуска\w+|"
    r"kierunk\w*|під керівництвом|под руководством)(?![^\W_])",
    re.IGNORECASE,
)
"""What tells that somebody made a thing."""
