"""Places: the jurisdictions of the dataset and their agencies, as the languages call them in which pages stand."""

from __future__ import annotations

import re

_NAMES = {
    "US": r"(?<![A-Za-z])FDA(?![A-Za-z])|الولايات المتحدة|الغذاء والدواء|\bСАЩ\b|"
          r"\bU\.?S\.?A?\b(?!\w)|\bUnited States\b|\bEUA\b|\bEE\.?\s?UU\.?|\bEstados Unidos\b|"
          r"\bÉtats[- ]Unis\b|\bStati Uniti\b|"
          r"\bVereinigten? Staaten\b|\bStan(?:y|ów|ach) Zjednoczon\w*|\bSpojen(?:é|ých) stát\w*|\bSpojen\w+ štát\w*|"
          r"(?<!Latin )(?<!South )(?<!Central )(?<!North )\bin America\b|"
          r"\bСША\b|\bСоедин[её]нн\w+ Штат\w+|米国|アメリカ|美国|\bУправлени\w+ по (?:санитарному|контролю|"
          r"надзору)[^.;,]{0,60}|\bФДА\b",
    "EU": r"\bEMA\b|欧州|\bEuropean (?:Medicines Agency|Union|Commission)\b|\bEU\b|\bin Europe\b|\bUnión Europea\b|"
          r"\bUnião Europeia\b|"
          r"\bEuropäische\w* (?:Union|Arzneimittel\w*)|\bUni\w+ Europejsk\w+|\bEurópsk\w+ úni\w+|"
          r"\bEvropsk\w+ uni\w+|\bЕС\b|"
          r"\bЕвропейск\w+ (?:союз\w*|агентств\w+)|\bUnion européenne\b",
    "RU": r"ロシア|俄罗斯|روسيا|\bРусия\b|"
          r"\bRussian?s?(?: Federation)?\b|\bRussland\b|\bRússia\b|\bRusia\b|\bRussie\b|\bRosj[aiię]\b|"
          r"\bRusk[uoa]\b|\bRuskej federáci\w+|"
          r"\bRusi[ai]\b|\bРосси\w+|\bРФ\b|\bМинздрав\w*|\bГРЛС\b|\bросійськ\w+|\bРосії\b|\bUSSR\b|\bSoviet Union\b|"
          r"\bRusk\w+ federac\w+",
    "UA": r"أوكرانيا|\bУкрайна\b|\bUkrain\w+|\bУкраин\w+|\bУкраїн\w+|\bUcrânia\b|\bUcrania\b|\bUkrajin\w+|\bUcraina\b",
    "GB": r"\bMHRA\b|\bUnited Kingdom\b|\bUK\b|\bBritain\b|\bReino Unido\b|\bRoyaume-Uni\b|\bВеликобритани\w+|"
          r"\bGroßbritannien\b|"
          r"\bWielk\w+ Brytani\w+",
    "AU": r"\bTGA\b|\bAustrali\w+|\bAustráli\w+|\bАвстрали\w+|\bAU\b(?=\s?:)",
    "CA": r"\bHealth Canada\b|\bCanad[aá]\b|\bКанад\w+",
    "AT": r"\bAustria\w*|\bÁustria\b|\bÖsterreich\w*|\bАвстри\w+|\bAutriche\b|\bRakúsk\w+|\bRakousk\w+",
    "CN": r"الصين|中国|\bČín\w+|\bNMPA\b|\bChina\b|\bКита\w+|\bChiny\b",
    "NZ": r"\bMedsafe\b|\bNew Zealand\b|\bNueva Zelanda\b|\bNova Zelândia\b|\bNeuseeland\b|\bНов\w+ Зеланди\w+",
    "EG": r"\bEgypt\b",
    "WADA": r"\bWADA\b|\bВАДА\b|\bWorld Anti-?\s?Doping\b|\bUSADA\b|\banti-?doping\w*|\bантидопинг\w*|"
            r"\bProhibited List\b|\bAMA\b(?= )|"
            r"\bв спорте\b|\bin sports?\b|\bim Sport\b|\bno esporte\b|\ben el deporte\b|\bw sporcie\b",
}  # fmt: skip
PLACES = {key: re.compile(pattern, re.IGNORECASE if key == "WADA" else 0) for key, pattern in _NAMES.items()}
"""A pattern for every jurisdiction of which pages speak."""
ANY_PLACE = re.compile("|".join(f"(?:{pattern})" for key, pattern in _NAMES.items() if key != "WADA"))

_APPROVED = (
    r"approv(?:ed|al)s?|authori[sz](?:ed|ation)|licen[sc]ed|licensure|regist(?:ered|ration)|cleared|clearance|"
    r"aprovad[oa]s?|aprova[çc](?:ão|ões)|aprobad[oa]s?|aprobaci[oó]n|autorizad[oa]s?|registrad[oa]s?|"
    r"licenciad[oa]s?|autorização|"
    r"zugelassen\w*|Zulassung\w*|genehmigt\w*|zarejestrowan\w*|zatwierdz\w*|dopuszczon\w*|rejestracj\w*|"
    r"schv[aá]len\w*|registrovan\w*|regist?rován\w*|povolen\w*|approuvé\w*|autorisé\w*|homologué\w*|approvat[oa]\w*|"
    r"autorizzat\w*|"
    r"goedgekeurd|"
    r"одобр\w+|зарегистрир\w+|регистраци\w+|разреш[её]н\w*|утвержд[её]н\w*|зареєстр\w+|схвален\w*|регистриран\w*|лицензиран\w*|(?:ال)?(?:معتمد|موافق|مرخص|مسجل)\w*"
)
APPROVED = re.compile(rf"(?:un|non-?|not[- ])?\b(?:un)?(?:{_APPROVED})(?!\w)|承認|認可|批准", re.IGNORECASE)
"""Words on approval, registration and authorisation."""
PRESCRIBED = re.compile(
    r"\b(?:prescri\w+|dispensed|used|sold|available|marketed|on the market|receitad\w*|prescrit\w*|usad[oa]|"
    r"utilizad\w*|vendid\w*|recetad\w*|"
    r"verschrieben|verwendet|eingesetzt|verkauft|stosowan\w*|sprzedawan\w*|używan\w*|užíva\w*|pou[žz]íva\w*|"
    r"predpisovan\w*|predávan\w*|utilisée?|vendue?|"
    r"использу\w+|применя\w+|продаж\w*|прода[её]тся|назнача\w+|отпуска\w+)\b|使用され|処方され|販売され",
    re.IGNORECASE,
)
"""Words on use, which say of a country that there is a medicine to be used."""
