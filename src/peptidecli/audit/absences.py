"""Absences: what a sentence says that there is not, not enough of, or only, of the studies and knowledge on a compound.

One frame reads pages and the dataset alike: a word that denies, a topic, and little between them. Nothing here knows
of any compound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .tongues import denies
from .wording import holds

Topic = Literal[
    "people", "trial", "controlled", "randomized", "placebo", "phase", "registry",
    "receptor", "gene", "precursor", "mechanism", "pharmacokinetics", "dose", "long-term", "toxicology", "safety",
    "replication", "efficacy", "composition", "one-group", "samples",
]  # fmt: skip
"""What is spoken of: a kind of study in people, from any to those of phase 2 or 3, or something to be known."""
STUDIES = frozenset({"people", "trial", "controlled", "randomized", "placebo", "phase"})
Extent = Literal["none", "few", "animals-only", "animals-mostly", "some"]


class Absence(NamedTuple):
    """What a sentence says of the studies on a compound, or of what is known of it, from `start` to `end`.

    `narrow` are the words that make it speak of a part of them only: of one use, one route, of large or lasting ones.
    """

    topic: Topic
    extent: Extent
    narrow: frozenset[str]
    start: int
    end: int


# -- topics --------------------------------------------------------------------------------------------------------

_PEOPLE = (
    r"(?:humans?|people|persons|patients?|man|volunteers|человек\w*|людях|людей|люд(?:ей|ям|ині|ях)|пациент\w+|"
    r"(?:seres\s)?humanos|pessoas|personas|pacientes|(?:am\s|beim\s)?Menschen|ludzi\w*|pacjent\w+|l['’]homme|"
    r"l['’]humain|patients|l['’]uomo|sull['’]uomo|umani|esseri\sumani)"
)
_STUDY = (
    r"(?:trials?|stud(?:y|ies)|data|evidence|research|RCTs?|experience|literature|investigations?|reports?|testing)"
)
_STUDIES = (
    rf"(?:(?:human|clinical|patient|people|in-human|in\svivo)\s)+(?:\w+\s){{0,2}}?{_STUDY}|\bRCTs?|"
    rf"(?<!un)(?<!-)(?:randomi[sz]ed|controlled|placebo-controlled|double-blind(?:ed)?)[\w\s,/-]{{0,40}}?{_STUDY}|trials?\s(?:\w+\s){{0,7}}?random\w*|"
    r"measurements?(?=\s(?:was|were)\s(?:traced|found|seen))|"
    r"phase\s(?:2|3|II|III)(?:[\s/,]*(?:or|and|/)[\s/]*(?:phase\s)?(?:2|3|II|III))?[\w\s-]{0,30}?(?:trials?|stud(?:y|ies)|data)|"
    rf"{_STUDY}\s(?:have\sbeen\s)?(?:\w+\s)?(?:in|on|with)\s(?:living\s)?(?:humans?|people|man|patients)|"
    r"clinical\s(?:development|investigation)|humanTrials|human_trials|"
    r"in\s(?:living\s)?(?:humans|people)(?=\s(?:was|were|has|have|is|are)\s(?:never|not)\b)|"
    r"(?:(?:tested|studied|evaluated|tried|examined|assessed|investigated|given|administered|measured|shown|demonstrated|confirmed)\s"
    r"(?:\w+\s){0,4}?(?:in|to|into|on|by)|(?:undergone|entered|reached|(?:advanced|progressed|moved)\s(?:in)?to))\s(?:formal\s|living\s)?"
    r"(?:humans?(?!\s\w*\s?(?:use|cell|plasma|serum|tissue|fibro))(?:\s(?:clinical\s)?(?:trials?|studies))?|people|clinical\strials?|patients)|"
    r"(?:клинически|клінічн)\w+\s(?:исследовани|испытани|дослідж|випроб|данн)\w+|"
    r"(?:исследовани|испытани|данны)\w+\s(?:\w+\s){0,2}?(?:на|у|о|с)\s(?:людях|людей|человек\w*|участием\sлюдей)|"
    r"(?:(?:двойн\w+\s)?слеп\w+|плацебо-?\s?контролируем\w+|контролируем\w+|рандомизированн\w+)\s(?:\w+\s)?(?:исследовани|испытани)\w+|"
    r"(?:испыт\w+|изуч\w+|исследов\w+|тестирова\w+|проверя\w+)\s(?:на|у)\s(?:людях|людей|человек\w*)|"
    r"(?:ensaios?|testes?|estudos?|dados|ensayos?|estudios?|datos|pruebas)\s(?:\w+\s)?(?:cl[ií]nic[oa]s?|(?:em|en|com|con)\s(?:seres\s)?(?:humanos|personas|pessoas|pacientes))"
    r"(?:\s(?:\w+\s)?(?:em|en)\s(?:seres\s)?(?:humanos|personas|pessoas))?|"
    r"(?:testad|estudad|probad|estudiad|avaliad|evaluad)[oa]s?\s(?:em|en)\s(?:seres\s)?(?:humanos|personas|pessoas|pacientes)|"
    r"(?:klinische[nr]?|kontrollierte[nr]?|randomisierte[nr]?|placebokontrollierte[nr]?)\s(?:\w+\s)?(?:Studien?|Daten|Versuche)(?:\sam\sMenschen)?|"
    r"Humanstudien|Humandaten|Studien\s(?:am|an|beim)\sMenschen|(?:am|beim)\sMenschen\s(?:getestet|untersucht|geprüft|erprobt)|"
    r"essais?\scliniques?(?:\s(?:\w+\s)?chez\sl['’]homme)?|études?\s(?:\w+\s)?(?:chez\sl['’]homme|humaines|cliniques)|données\s(?:humaines|cliniques)|"
    r"bada(?:ń|nia|niach)\s(?:klinicznych?|z\sudziałem\sludzi|na\sludziach|u\sludzi)(?:\sna\sludziach)?|dan(?:ych|e)\sklinicznych|"
    r"studi\s(?:clinici|sull['’]uomo|umani)(?:\s(?:sull['’]uomo|nell['’]uomo))?|dati\s(?:clinici|umani)|"
    r"臨床試験|ヒト(?:での|を対象とした)?(?:臨床)?(?:試験|研究|データ)"
)
_NAMED: dict[str, str] = {
    "registry": (
        r"registered\s(?:\w+\s){0,2}?(?:trials?|stud(?:y|ies))|(?:trial|clinical[- ]trial)\sregist(?:rations?|ry|"
        r"ries)|ClinicalTrials(?:\.gov)?|"
        r"\bNCT\b|(?:trials?|stud(?:y|ies))\s(?:\w+\s){0,4}?registered|зарегистрированн\w+\s(?:\w+\s)?(?:исследован|испытан)\w+|"
        r"ensaios?\s(?:clínicos\s)?registrados?|ensayos?\s(?:clínicos\s)?registrados?|registrierte\w*\sStudien?|"
        r"zarejestrowan\w+\sbada\w+"
    ),
    "long-term": (
        r"(?:long(?:er)?[-\s]?term|chronic|prolonged|extended|repeated)[-\s](?:\w+[-\s]){0,4}?"
        r"(?:safety|toxic\w+|risks?|effects?|consequences|use|exposure|administration|data|stud(?:y|ies)|profile|tolerability|impact)|"
        r"(?:safety|effects?|risks?|use)\s(?:\w+\s){0,4}?(?:long(?:er)?[-\s]?term|over\syears)|"
        r"(?:долгосрочн|долговременн|отдал[её]нн)\w+\s(?:\w+\s)?(?:безопасност|последстви|эффект|данн|исследован)\w*|"
        r"(?:segurança|seguridad|efeitos|efectos|dados|datos|estudos|estudios)\s(?:\w+\s){0,3}?(?:a|de)\s(?:longo|largo)\sprazo|"
        r"(?:seguridad|efectos|datos|estudios)\s(?:\w+\s){0,3}?(?:a|de)\slargo\splazo|Langzeit\w+|langfristige\w*\s\w+|"
        r"długo(?:terminow|falow|trwał)\w+\s\w+|(?:sécurité|effets|données|études)\s(?:\w+\s){0,3}?à\slong\sterme|"
        r"(?:sicurezza|effetti|dati|studi)\s(?:\w+\s){0,3}?(?:a|di)\slungo\stermine|長期(?:的な)?(?:安全性|データ)"
    ),
    "toxicology": (
        r"toxicolog\w+(?:\s(?:stud(?:y|ies)|data|testing|package))?|toxicity\s(?:stud(?:y|ies)|data|testing|trials?)|carcinogenicity(?:\sstud\w+)?|"
        r"genotoxicity(?:\sstud\w+)?|токсикологи\w+|токсичност\w+|toxicol[oó]gic[oa]s?|toxicolog[ií]a|Toxikolog\w+|Toxizit\w+|toksykolog\w+|"
        r"toksyczno\w+|toxicologi\w+|toxicité|tossicologi\w+|tossicit\w+"
    ),
    "safety": (
        r"safety(?:\s(?:profile|data|information|stud(?:y|ies)|records?|assessment))?|(?:adverse|side)[-\s]effects?\s(?:profile|data)|tolerability|"
        r"(?:risks|is\s(?:it|[\w-]+)\ssafe)\b|безопасност\w+|побочн\w+\sэффект\w+|segurança|seguridad|Sicherheit\w*|bezpieczeństw\w+|"
        r"sécurité|innocuité|sicurezza|безпек\w+|安全性"
    ),
    "receptor": (
        r"(?:(?:molecular|primary|biological|binding|cellular|direct)\s)targets?\b|receptors?\b|binding\ssites?|рецептор\w*|receptor(?:es|y|a)?\b|"
        r"Rezeptor\w*|récepteurs?|recettor[ei]|молекулярн\w+\sмишен\w+|受容体"
    ),
    "precursor": r"precursors?(?:\sproteins?)?|parent\sprotein|предшественник\w*|precursor(?:es)?|Vorläufer\w*|"
        r"prekursor\w*|précurseurs?|前駆体",
    "gene": r"\bgenes?\b|\bген(?:а|у|ом|ы|ов)?\b|\bGens?\b|\bgen(?:u|y|ów)?\b|\bgènes?\b|遺伝子",
    "mechanism": (
        r"mechanisms?(?:\sof\s(?:its\s)?action)?\b|modes?\sof\s(?:its\s)?action|how\s(?:it|[\w-]+)\s(?:works|acts)|механизм\w*(?:\s(?:его\s|её\s)?действи\w+)?|"
        r"mecanismos?(?:\sde\s(?:acción|ação))?|Wirk(?:ungs)?mechanism\w*|Wirkungsweise|mechanizm\w*(?:\sdziałania)?|mécanismes?(?:\sd['’]action)?|"
        r"meccanism[oi](?:\sd['’]azione)?|механізм\w*|作用機序"
    ),
    "pharmacokinetics": (
        r"pharmacokinetic\w*|pharmacokinetics?|\bPK\b|half-?\s?li(?:fe|ves)|t½|bio-?availability|\bADME\b|plasma\s(?:levels|concentrations)|"
        r"absorption|\bC\s?max\b|"
        r"фармакокинети\w+|период\w*\s(?:его\s)?полу(?:выведени|жизн|распад)\w+|биодоступност\w+|farmacocin[eé]tic\w+|meia-vida|vida\smedia|"
        r"biodisponibili\w+|Pharmakokinetik\w*|pharmakokinetisch\w+|Halbwertszeit\w*|Bioverfügbarkeit|farmakokinety\w+|okres\w*\spółtrwania|"
        r"biodostępnoś\w+|pharmacocinéti\w+|demi-vie|emivita|фармакокінети\w+|薬物動態|半減期"
    ),
    "dose": (
        r"dose[-\s]response|(?:optimal|optimum|safe|effective|standard|ideal|therapeutic|human|clinical|established|validated)\s(?:\w+\s){0,2}?dos(?:es?|ages?|ing)\b|"
        r"(?:оптимальн|безопасн|эффективн)\w+\sдоз\w+|зависимост\w+\sдоза[-\s–]эффект|dos(?:e|is)\s(?:ótima|óptima|segura|ideal|eficaz)|"
        r"(?:optimale|sichere|wirksame)\sDosis|Dosis-Wirkungs\w*|(?:optymaln|bezpieczn|skuteczn)\w+\sdawk\w+|dose\s(?:optimale|sûre|efficace)"
    ),
    "replication": (
        r"(?:independent\w*\s(?:\w+\s){0,2}?)?(?:replicat(?:ed|ions?)|reproduced|repeated(?!\s(?:use|dos|admin|inj|cycle|course|meas|expos|stress|treat)))|"
        r"independent(?:ly)?\s(?:\w+\s){0,2}?(?:confirm\w+|verif\w+|validat\w+|repeat\w*|repetition\w*|stud(?:y|ies)|laborator\w+|labs?|groups?|research|evidence)|"
        r"(?:repetition|confirmation|repeat\w*)\s(?:of\s(?:\w+\s){1,6}?)?by\s(?:an?\s)?(?:independent|other|outside)|"
        r"независим\w+\s(?:\w+\s)?(?:воспроизв|подтвержд|репликац|исследован|лаборатор|групп)\w+|воспроизвед\w+|"
        r"(?:replicad|reproduzid|reproducid)[oa]s?|replica(?:ção|ción|zione)|(?:unabhängig\w*\s)?(?:repliziert|reproduziert|bestätigt)|"
        r"niezależn\w+\s(?:\w+\s)?(?:potwierdz|replik|bada|zespo|ośrod)\w+|(?:répliqué|reproduit|confirmé)\w*\s(?:de\smanière\s|par\s)\w+|replicat[oiae]\b"
    ),
    "efficacy": (
        r"efficacy|effectiveness|(?:effects|actions)\s(?:of\s[\w-]+\s)?in\s(?:humans|people)|(?:human|clinical)\seffects|effective(?=\s(?:in|for|at)\b)|clinical\s(?:benefits?|significance)|(?:therapeutic|health)\s(?:benefits?|value)|"
        r"эффективност\w+|eficácia|eficacia|Wirksamkeit|skutecznoś\w+|efficacité|efficacia|ефективн\w+|有効性"
    ),
    "composition": r"(?:exact\s|full\s|precise\s|chemical\s)?composition|active\s(?:component|constituent|"
        r"ingredient|principle)s?|состав\w*|composi[cç](?:ión|ão)|Zusammensetzung|skład\w*",
}  # fmt: skip
_IN_ORDER = (
    "registry", "long-term", "toxicology", "studies", "pharmacokinetics", "dose", "replication", "precursor", "gene",
    "receptor", "mechanism", "safety", "efficacy", "composition",
)  # fmt: skip
"""What is looked for first: `long-term safety` before `safety`."""
_ANY = "|".join(f"(?P<{name.replace('-', '_')}>{_NAMED.get(name, _STUDIES)})" for name in _IN_ORDER)
_TOPIC = re.compile(rf"(?<![^\W_])(?:{_ANY})", re.IGNORECASE)
_TOPIC_PARTS = (
    "trial", "stud", "data", "evidence", "rct", "human", "people", "patients", "research", "experience", "clinical",
    "nct", "receptor", "target", "binding site", "gene", "precursor", "parent protein", "mechanism", "how ", "mode",
    "kinetic", " pk ", "half", "t½", "availab", "absorption", "dose", "dosing", "dosage", "safe", "effect", "risk",
    "toxic", "carcinogen", "replic", "reproduc", "independ", "repeat", "efficac", "benefit", "composition",
    "active ", "long", "animal", "rodent", "rats", "mice", "животн", "крыс", "мыш", "tier", "zwierz", "anima",
    "исслед", "испыт", "данн", "люд", "клин", "рецепт", "мишен", "предшеств", "ген", "механ", "период", "биодост",
    "фармак", "доз", "безоп", "долго", "отдал", "токсик", "независ", "воспр", "эффект", "состав", "дослідж",
    "безпек", "ensaio", "estud", "dado", "mecan", "farmac", "meia-vida", "vida media", "segur", "prazo", "plazo",
    "efic", "humano", "ensayo", "studien", "menschen", "rezeptor", "mechanism", "pharmako", "halbwert", "sicher",
    "langzeit", "wirk", "dosis", "zusammensetz", "bada", "dan", "mechaniz", "okres", "bezpiecz", "dług", "skutecz",
    "tokszy", "niezależ", "skład", "essai", "étude", "donnée", "récepteur", "mécanis", "sécurité", "studi ", "dati",
    "recett", "meccanis", "sicurezza", "臨床", "ヒト", "受容体", "機序", "安全性", "薬物動態",
)  # fmt: skip

# -- what denies ---------------------------------------------------------------------------------------------------

_KNOW = (
    r"(?:identif\w+|known|found|discovered|established|characteri[sz]ed|determined|understood|cloned|isolated|elucidated|clarified|measured|"
    r"studied|assessed|evaluated|investigated|published|reported|quantified|proven|proved|demonstrated|confirmed|validated|traced|seen|shown|"
    r"tested|conducted|performed|done|completed|undertaken|carried\sout|available|exist|defined|described|documented|resolved|settled|explored|"
    r"examined|registered|clear|told|been|replicated|reproduced|repeated|undergone|entered|reached|supported|progressed|advanced|proceeded)"
)
_BEFORE = re.compile(
    r"\b(?:no(?!\s(?:longer|more|less|shortage|doubt|differen\w+|lack)|\s?[:;,.-])|zero|without(?:\sany)?|lack(?:s|ing|ed)?(?:\s(?:of|in))?(?:\sany)?|absence\sof|"
    r"absent|neither|nor|not\s(?:any|a\ssingle)|devoid\sof|"
    r"not(?:\syet)?(?:\sbeen)?(?:\sfully|\sformally|\sproperly)?|never(?:\sbeen)?|has\syet\sto|have\syet\sto|(?:nobody|no\sone|none)(?:\selse)?(?:\s(?:has|have))?|nothing\s(?:(?:was|is|has\sbeen)\s)?(?:found|known|seen|published|reported)\s(?:on|about|of)|unsupported\sby|"
    r"нет|без|отсутств\w+|никаких|никогда\sне|не|"
    r"não\s(?:há|existem?|se\sconhecem?|foi|foram|possui|tem)|sem|nenhum[a]?|nunca(?:\sfoi|\sfue|\sha\ssido)?|no\s(?:hay|existen?|se\sconocen?|se\shan?|cuenta\scon|fue|ha\ssido)|"
    r"sin|ning[uú]n[a]?|ausência\sde|ausencia\sde|falta(?:m|n)?(?:\sde)?|carece\sde|"
    r"kein\w*|ohne|fehlende\w*|es\sfehlen|nicht|nie(?!\w)|brak(?:uje)?|nie\s(?:ma|przeprowadzono|istnieją|istnieje|był[aoy]?|został[aoy]?)|bez|żadn\w+|"
    r"pas\sd[e'’]|aucune?|sans|n['’](?:a|ont)\s(?:pas|jamais)(?:\sété)?|absence\sd[e'’]|nessun[oa]?|senza|non\s(?:esistono|esiste|ci\ssono|è\sstato|sono\sstati)|mancano|"
    r"немає|відсутн\w+)(?![\w-])"
    r"|^\W{0,3}~?\s?0\s?[-–—]\s|\bun(?=tested\b|studied\b|tried\b|replicated\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:not|never|n['’]t|yet\sto\sbe|neither)\s(?:\w+\s){{0,4}}?{_KNOW}\b|\bno\s(?:\w+\s)?(?:was|were|has\sbeen|have\sbeen|is|are)\s{_KNOW}\b|"
    r"\b(?:un(?:known|clear|certain|proven|determined|established|characteri[sz]ed|identified|defined|confirmed|published|replicated|studied|tested|measured|"
    r"explored|resolved|available|settled)|not\s(?:available|applicable)|absent|lacking|missing|non-?existent|nil|elusive|incomplete|"
    r"(?:poorly|incompletely|insufficiently|barely|hardly|inadequately|only\spartly|partly|partially)\s(?:\w+\s)?(?:understood|characteri[sz]ed|known|studied|defined|documented|explored|established)|"
    r"(?:extremely\s|very\s)?(?:limited|scarce|sparse|scant|minimal)|known\s(?:only\s)?in\spart)\b|"
    r"\?\s*(?:no(?!:)|none|unknown)\b|(?:[:|=]|\s[-–—])\s*(?:\*{0,2})['\"]?(?:0(?![.,\d%])|none|no|zero|nil|n/a|false|нет|não|nein|nie|ninguno|nenhum|aucun\w*)\b(?=\W*$|\s?[|.;,)(\]}'\"/]|\s(?:in|found|available|published|reported|yet|known|to)\b)|"
    r"\b(?:is|are|remains?|stands?\sat)\s(?:zero|nil|0)\b|\b(?:do|does|did)\s?(?:not|n['’]t)\s(?:\w+\s)?exist\b|"
    r"\bне(?:т|\s(?:\w+\s){0,3}?(?:изуч|установл|извест|идентифиц|провод|провед|опублик|найден|обнаруж|выявл|доказ|подтвержд|определ|исследов|охарактер|описан|"
    r"измер|выясн|существ|было|разработ|воспроизв|ясен|ясн|оцен|получ)\w*)\b|\b(?:неизвестн|невыясн|неясн|неизуч|отсутств|ограничен|недостаточн|малоизуч|скудн)\w*|"
    r"\bне\s(?:відом|вивч|встановл|провод|досліджув)\w*|\bневідом\w+|"
    r"\bnão\s(?:\w+\s){0,3}?(?:identificad|conhecid|estabelecid|estudad|publicad|comprovad|demonstrad|confirmad|realizad|testad|caracterizad|elucidad|compreendid|"
    r"avaliad|medid|esclarecid|replicad|existe)\w*|\b(?:des|in)conhecid\w+|\bdesconocid\w+|\binexistentes?\b|\blimitad[oa]s?\b|\bescass?[oa]s\b|"
    r"\bno\s(?:se\s)?(?:\w+\s){0,3}?(?:identificad|conocid|conoce|establecid|estudiad|publicad|comprobad|demostrad|confirmad|realizad|probad|caracterizad|"
    r"elucidad|comprendid|evaluad|medid|aclarad|existe|entiende)\w*|"
    r"\bnicht\s(?:\w+\s){0,3}?(?:bekannt|geklärt|untersucht|identifiziert|nachgewiesen|veröffentlicht|durchgeführt|belegt|charakterisiert|bestimmt|"
    r"erforscht|getestet|verstanden|etabliert|bewiesen|vorhanden|repliziert|bestätigt|aufgeklärt)\w*|\b(?:unbekannt|ungeklärt|unklar|unzureichend|begrenzt|fehl(?:t|en))\b|"
    r"\bnie\s(?:\w+\s){0,3}?(?:znan|pozna|ustal|zbadan|badan|opublik|przeprowadz|zidentyf|potwierdz|wyjaśn|określ|udowod|oceni|zmierz|powtórz|istniej)\w*|"
    r"\b(?:nieznan|niejasn|niewyjaśn|ograniczon|niepozna)\w*|"
    r"\bn['’]?(?:e\s)?(?:a|ont|est|sont|existe\w*)\s(?:pas|jamais)\s(?:\w+\s){0,3}?(?:identifié|établi|étudié|connu|publié|démontré|confirmé|mené|testé|élucidé|compris|"
    r"caractérisé|évalué|mesuré|prouvé)?\w*|\b(?:inconnu|limité)e?s?\b|"
    r"\bnon\s(?:\w+\s){0,3}?(?:identificat|not|stabilit|studiat|pubblicat|dimostrat|confermat|condott|testat|chiarit|compres|valutat|misurat|provat)[oaie]\b|"
    r"\bsconosciut[oaie]\b|(?:不明|未解明|確立されて(?:い)?ない|解明されて(?:い)?ない|同定されて(?:い)?ない|行われて(?:い)?ない|存在しない)",
    re.IGNORECASE,
)
_DENYING = (
    "devoid", "poorly", "hardly",
    "barely", "incompletely", "partially", "insufficient", "limited", "scarc", "spars",
    "scant", "minimal", "elusive", "incomplete", "yet to", "без",
    "отсутств", "огранич", "мало", "скудн", "нев", "відсут", "nã", "sem ", "sin ", "nenhum", "nunca", "ning",
    "falta", "carece", "desconhec", "desconoc", "inexist", "limitad", "escas", "kein", "ohne", "nicht", "unbekannt",
    "fehl", "ungeklärt", "begrenzt", "brak", "żadn", "bez", "ogranicz", "pas ", "aucun", "sans", "jamais",
    "inconnu", "nessun", "senza", "mancano", "sconosciut", "不明", "ない", "未",
)  # fmt: skip
_DENIES = re.compile(
    r"\b(?:no|not|none|nor|neither|nobody|nothing|never|zero|0|nil|false|missing|without|lack\w*|absen\w+|untested|unstudied|"
    r"un(?:known|clear|certain|proven|det|est|char|id|def|conf|pub|rep|stu|tes|mea|exp|res|ava|set|sup)\w*|partly|"
    r"не|нет|ни|ne|nie|non)\b|n['’]t\b"
)
"""Words that deny, whole: many other words have their letters."""
_BREAK = re.compile(
    r"[.;]\s|\b(?:but|while|whereas|although|though|however|unlike|mas|pero|aber|ale|mais|но|однако)\b|,\s(?=(?:which|who|it|this|that|so)\b)",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\b(?:that|which|who|has|have|had|is|are|was|were|than|can|could|may|might|will|would|should|need\w*|requir\w+|cause\w*|increase\w*|"
    r"change\w*|influence\w*|interact\w*|activat\w+|bind\w*|only|just|merely|solely|reduc\w+|affect\w*|alter\w*|because|if|when)\b",
    re.IGNORECASE,
)
"""What stands between a denial and a topic where the topic is not what is denied."""
_FINDS = re.compile(
    r"(?:\s(?:of|on|with|for)\s[\w-]+(?:\s\d\w*)?)?\s(?:(?:has|have|had|to\sdate|yet|ever|so\sfar)\s)*(?:reported|reports|showed|shows|shown|found|finds|demonstrated|demonstrates|revealed|suggest\w*|observed|noted|"
    r"compar\w+|proves?|proved|supports?|indicat\w+|document\w+)\s(?!in\b|for\b|to\sdate|on\b|so\b|yet\b|by\b|at\b|as\b)\w",
    re.IGNORECASE,
)
"""`no trial reported dependence`: a finding is denied, not the trial."""
_WIDE = 62
"""Characters between a denial and its topic."""

# -- how much there is ---------------------------------------------------------------------------------------------

_FEW = re.compile(
    r"\b(?:(?:very|extremely|only|severely)\s)?(?:limited|few|scarce|sparse|minimal|scant|little|handful\sof|barely\sany|hardly\sany|a\sfew\ssmall)\s"
    r"(?:(?!no\b)[\w/-]+\s){0,3}?(?:human|clinical)\s(?:\w+\s){0,2}?(?:trials?|stud(?:y|ies)|data|evidence|research)|"
    r"\b(?:human|clinical)\s(?:\w+\s){0,5}?(?:trials?|stud(?:y|ies)|data|evidence|research)\b(?:\s(?:for|on|of|with|in|around|behind)\s[\w-]+(?:\s\d\w*)?)?"
    r"\s?(?:is|are|remains?|was|:|-|–|—|\|)\s(?:\w+\s)?"
    r"(?:limited|few|scarce|sparse|scant|minimal|thin|rare|(?:nearly|virtually|almost|practically|essentially)\s(?:absent|non-?existent|zero|none))|"
    r"\b(?:nearly|virtually|almost|practically|essentially)\sno\s(?:\w+\s){0,2}?(?:human|clinical)\s(?:\w+\s)?(?:trials?|stud(?:y|ies)|data|evidence|research)|"
    r"\b(?:barely|hardly|scarcely)\s(?:been\s)?(?:tested|studied)\sin\s(?:humans|people)|"
    r"(?:клиническ|человеческ)\w+\s(?:данны|исследовани)\w+\s(?:\w+\s){0,4}?(?:ограничен|мало|немногочислен|скудн)\w*|"
    r"(?:мало|недостаточно|ограниченн\w+)\s(?:\w+\s)?клиническ\w+\s(?:данны|исследовани)\w+|"
    r"(?:poucos|pocos|escassos|escasos)\s(?:estudos|ensaios|estudios|ensayos|dados|datos)\s(?:\w+\s)?(?:cl[ií]nicos|em\shumanos|en\shumanos)|"
    r"wenige?\s(?:klinische|Human)\s?(?:Studien|daten)|niewiele\sbada\w+\s(?:klinicznych|na\sludziach)|peu\sd['’](?:essais\scliniques|études\s(?:humaines|cliniques))",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:preclinical[\s-]only|(?<!not\s)only\s(?:in\s)?(?:preclinical|animals?|rodents?|animal\sand\s(?:cell|in\svitro))(?:\s(?:data|studies|models|evidence|research))?|"
    r"(?:animal|preclinical|rodent)\s(?:data|evidence|studies)\sonly|"
    r"(?:exclusively|entirely|solely|purely|all)\s(?:\w+\s){0,2}?(?:preclinical(?!\s(?:compounds?|peptides?|drugs?|substances?|candidates?))|"
    r"(?:in|from)\s(?:animals?|rodents?|rats|mice)))\b|"
    r"\b(?:только|исключительно)\s(?:на\s|в\s)?(?:животных|доклиническ\w+)|\b(?:apenas|somente|solo|únicamente|sólo)\s(?:\w+\s){0,3}?(?:animais|animales|pré-?clínic\w+|preclínic\w+)|"
    r"\b(?:nur|ausschließlich)\s(?:\w+\s){0,3}?(?:Tier\w*|präklinisch\w*)|\b(?:wyłącznie|tylko)\s(?:\w+\s){0,3}?(?:zwierzęt\w+|przedkliniczn\w+)",
    re.IGNORECASE,
)
_MOSTLY = re.compile(
    r"\b(?:mostly|mainly|largely|primarily|predominantly|majority|almost\s(?:entirely|exclusively|everything|all)|nearly\s(?:all|everything)|dominated\sby|bulk|"
    r"most(?!\s(?:\w+ly|potent|powerful|promising|well|studied|common|notable|popular|important|of\sthe\s(?:dramatic|organ))\b))\b"
    r"[^.;:]{0,70}?\b(?:preclinical|animals?|rodents?|rats?|mice)\b(?:\s(?:and\s\w+\s)?(?:studies|models|data|research|work|experiments|evidence))?|"
    r"\b(?:большинств|преимущественн|в\sосновном|основн)\w*[^.;:]{0,60}?(?:животн\w+|крыс\w*|мыш\w+|доклиническ\w+)|"
    r"\b(?:maioria|mayoría|principalmente|sobretudo|sobre\stodo)\b[^.;:]{0,60}?\b(?:animais|animales|ratos|ratas|roedores|pré-?clínic\w+|preclínic\w+)|"
    r"\b(?:meisten|überwiegend|hauptsächlich|größtenteils)\b[^.;:]{0,60}?(?:Tier\w*|Ratten|Mäuse\w*|präklinisch\w*)|"
    r"\b(?:większość|głównie|przede\swszystkim)\b[^.;:]{0,60}?(?:zwierzęt\w+|szczur\w+|mysz\w+|myszach|przedkliniczn\w+)|"
    r"\b(?:plupart|principalement|essentiellement)\b[^.;:]{0,60}?(?:animal\w*|animaux|rats?|souris|précliniques?)",
    re.IGNORECASE,
)
_TESTED = r"(?:tested|studied|investigated|evaluated|examined|trialled)"
_SOME = re.compile(
    rf"\b(?:has|have|was|were)\s(?:also\s)?(?:been\s)?(?:extensively\s|widely\s|clinically\s)?{_TESTED}\s"
    r"(?:\w+\s){0,3}?in\s(?:\w+[\s,]+){0,4}?(?:humans|people|patients|volunteers|human\s(?:clinical\s)?(?:trials|studies)|"
    r"(?P<trial>clinical\strials)|(?P<controlled>(?:randomi[sz]ed|placebo-controlled|double-blind)[\w\s,-]{0,40}trials?))\b|"
    r"\b(?P<phase>(?:is|are|currently|entered|reached|completed|has|have|now)\s(?:\w+\s){0,2}?"
    r"phase\s(?:[1-4]|I{1,3}V?|II?[ab]|[12][ab])\b(?:\s(?:\w+\s){0,2}?(?:trials?|stud(?:y|ies)|development|testing))?)|"
    r"\b(?:human|clinical)\s(?:trials?|studies)\s(?:of|with|on|using)\s[\w-]+\s(?:have\s|has\s)?"
    r"(?:shown?|showed|demonstrated?|confirm(?:ed)?|found|reported)\b|"
    rf"\b{_TESTED}\s(?:in|on)\s(?:humans|people)\s?\W{{0,4}}\s?(?:\([^()]*\)\s?)?(?:yes|true)\b|"
    r"\b(?:human|clinical)\s(?:clinical\s)?(?:trials?|studies|data|evidence)(?:\sin\s(?:humans|people|patients))?\s(?:have\s|has\s)?(?:also\s|already\s|consistently\s)?"
    r"(?:shown?|shows|demonstrated?s?|confirm(?:s|ed)?|proven?|proved|established?|supports?|supported)\b|"
    r"\b(?:clinically|human)[-\s](?:proven|validated|tested)(?!\s(?:methods?|scales?|labs?))|\bproven\sin\s(?:humans|people|human\strials)|"
    r"клинически\w*\s(?:исследовани|испытани)\w+\s(?:\w+\s)?(?:показал|подтверд|доказал)\w+|клинически\s(?:доказан|подтвержд)\w+|"
    r"\b(?:testad|estudad|probad|estudiad)[oa]\sem?n?\s(?:\w+\s)?(?:ensaios\sclínicos|ensayos\sclínicos|humanos|pacientes)|clinicamente\scomprovad\w+|clínicamente\sprobad\w+|"
    r"\bin\s(?:\w+\s)?klinischen\sStudien\s(?:\w+\s){0,3}?(?:geprüft|getestet|untersucht|belegt)|klinisch\s(?:belegt|erwiesen|geprüft)|"
    r"badan\w+\sw\sbadaniach\sklinicznych|klinicznie\s(?:potwierdz|udowodn)\w+|cliniquement\s(?:prouvé|testé|validé)\w*",
    re.IGNORECASE,
)
_ONE_GROUP = re.compile(
    r"\b(?:one|a?\s?single|same|handful\sof|originat\w+|few|inventors?['’]?s?|developers?['’]?s?|originat\w+['’]?)\s(?:[\w-]+\s){0,3}?(?:groups?|labs?|laborator(?:y|ies)|teams?|institutes?|institutions?|cent(?:er|re)s?|"
    r"country|circle)\b|\boriginators\samong\sthe\sauthors|\b(?:institute|laboratory|group)\sthat\s(?:made|created|discovered|developed)|\b(?:come|comes|from|by)\s(?:almost\s\w+\s)?(?:from\s)?(?:[A-Z][\w.]+\s){1,3}(?:and\s[A-Z]\w+)?,\swith\sthe\sextract|"
    r"\bодн(?:ой|ого|а|им|у)\s(?:и\s(?:той|того)\sже\s)?(?:\w+\s){0,2}?(?:групп|лаборатор|коллектив|институт|центр|стран)\w+|"
    r"\b(?:um|uma|un|una)\s(?:único|única|só|solo|sola|mesmo|mesma|mismo|misma)\s(?:\w+\s){0,2}?(?:grupo|equipe|equipo|laborat[oó]rio|instituto|país|centro)|"
    r"\b(?:einer|einem|einzigen|derselben)\s(?:einzigen\s)?(?:\w+\s)?(?:Arbeitsgruppe|Gruppe|Labor|Institut|Team|Forschergruppe)|"
    r"\bjedn(?:ego|ej)\s(?:\w+\s){0,2}?(?:zespoł|ośrod|laborator|grup|instytut|kraj)\w+|\b(?:un|une|d['’]un|d['’]une)\s(?:seule?|même)\s(?:\w+\s){0,2}?(?:groupe|équipe|laboratoire|institut|pays)|"
    r"\bun\s(?:solo|unico|singolo)\s(?:gruppo|laboratorio|istituto|team)",
    re.IGNORECASE,
)
_BY_MOST = re.compile(
    r"\b(?:most(?:ly)?|all|almost|nearly|majority|bulk|mainly|largely|primarily|predominantly|principally|exclusively|entirely|overwhelmingly|dominated|wholly|only|come|comes|"
    r"originat\w+|conducted|concentrated|большинств\w*|почти|в\sосновном|преимущественно|все|maior\w*|mayor\w*|quase|casi|principalmente|fast|meisten|hauptsächlich|überwiegend|większość|"
    r"głównie|niemal|plupart|presque|principalement|maggior|quasi)\b",
    re.IGNORECASE,
)
_SAMPLES = re.compile(
    r"\bsmall\s(?:human\s|clinical\s|patient\s|pilot\s)?(?:sample|stud|group|trial|cohort|n\b)\w*(?:\ssizes?)?|\bsample\ssizes?\s(?:\w+\s){0,3}?(?:small|limited|tiny)|\bhandful\sof\s(?:people|patients|"
    r"participants|subjects|volunteers)|\bfew\s(?:participants|subjects|patients|volunteers)|\blimited\ssamples?(?:\ssizes?)?|\bsmall-n\b|\bunderpowered|"
    r"\bмал(?:ые|ой|ых|ая|ыми|ым)\s(?:выбор|групп|числ)\w+|\bнебольш\w+\s(?:выбор|групп|числ)\w+|\bamostras?\s(?:muito\s)?pequenas?|\bmuestras?\s(?:muy\s)?pequeñas?|"
    r"\bkleine\w*\s(?:Stichprobe|Fallzahl|Gruppe|Studien)\w*|\bgeringe\w*\sFallzahl\w*|\bmał\w+\s(?:prób|grup|liczb)\w+|\bpetits?\s(?:échantillons?|effectifs?|groupes?)|\bpiccol[ei]\scampion[ei]",
    re.IGNORECASE,
)
_BROAD = frozenset(
    """
    human humans clinical published completed formal peer reviewed controlled randomized randomised placebo double
    blind blinded known available trials trial study studies data evidence exist exists have has been conducted
    performed done yet to date as of the in on it its for with this these any there are is and or we found were
    was currently today literature registered first major peptide compound so far people patients man phase ii iii
    efficacy outcome therapeutic actual existing rct rcts at all proper that use reported identified documented
    research records record indexed pubmed been experience by using from establish whatsoever support
    supporting demonstrate demonstrating showing establishing show
    not never no zero without lack lacks lacking absent absence nor neither a an be into entered reached undergone
    tested studied evaluated examined assessed investigated given administered tried itself alone also however
    although despite still formally actually clinically single dedicated direct real than other such like being
    only one development investigation unlike most many current our but which confirmed because while
    effectively essentially virtually traced seen told either name under wholly
    """.split()
)
"""Words that leave an absence as wide as it is; any other word narrows it."""
_USE_ELSEWHERE = re.compile(
    r"\b(?:для|при|para|bei|zur|przy|dla|pour|dans|nel\w*|per)\s(?:(?:o|a|la|el|der|die|das|le|les|l['’])\s)?(?P<word>[^\W\d_]{3,})",
    re.IGNORECASE,
)


def absences(plain: str, low: str, names: frozenset[str] = frozenset()) -> Iterator[Absence]:
    """Yield what a sentence says that there is not; `names` are words of the compound's names, in lower case."""
    hit = _ONE_GROUP.search(plain) if holds(low, _GROUPS) else None
    if hit and _BY_MOST.search(plain):
        yield Absence("one-group", "animals-mostly", frozenset(), *hit.span())
    if not holds(low, _TOPIC_PARTS):
        return
    if _DENIES.search(low) or holds(low, _DENYING):
        yield from _denials(plain, names)
    for pattern, extent, parts in _OTHERS:
        for hit in pattern.finditer(plain) if holds(low, parts) else ():
            if extent == "some" and denies(plain, max(0, hit.start() - _WIDE), hit.end()):
                continue
            own: Topic = "people"
            if extent == "some":
                own = "controlled" if hit["controlled"] else "trial" if hit["trial"] or hit["phase"] else "people"
            yield Absence(own, extent, frozenset(), *hit.span())
    hit = _SAMPLES.search(plain) if holds(low, _SMALL) else None
    if hit:
        yield Absence("samples", "few", frozenset(), *hit.span())


def _denials(plain: str, names: frozenset[str]) -> Iterator[Absence]:
    """Yield each topic that is denied: a denial stands before it, or behind it, with little between."""
    topics = list(_TOPIC.finditer(plain))
    if not topics:
        return
    before = [hit for hit in _BEFORE.finditer(plain) if hit[0].lower() != "no" or denies(plain, *hit.span())]
    after = list(_AFTER.finditer(plain))
    last = -1
    for number, topic in enumerate(topics):
        if topic.start() < last:
            continue
        denial = next((hit for hit in reversed(before) if _leads(plain, hit, topic)), None)
        chained = number and last == topics[number - 1].end() and _LISTED.fullmatch(plain, last, topic.start())
        if denial is None and chained:
            last = topic.end()
            yield from _absence(plain, topic, topic, names)
            continue
        if denial is None:
            denial = next((hit for hit in after if _follows(plain, topic, hit)), None)
        if denial is not None:
            last = topic.end()
            yield from _absence(plain, denial, topic, names)


_LISTED = re.compile(
    r"(?:,?\s(?:or|nor|and|и|или|ни|e|o|y|ni|und|oder|i|lub|et|ou)\s|,\s)(?:[\w-]+\s){0,2}", re.IGNORECASE
)


def _leads(plain: str, denial: re.Match[str], topic: re.Match[str]) -> bool:
    """Tell whether a denial stands before a topic and is of it."""
    between = plain[denial.end() : topic.start()]
    if not 0 <= topic.start() - denial.end() <= _WIDE or _BREAK.search(between) or _PASSED.search(between):
        return False
    if between.count("(") != between.count(")") or (denial[0] == "NO" and _OXIDE.match(plain, denial.end())):
        return False
    if denial[0].lower() in _WITHOUT and len(between.split()) > 2:
        return False
    if len(between.split()) > _MOST_WORDS or (
        denial[0].split()[0].lower() in _VERBAL and not _verbal(between, topic[0])
    ):
        return False
    return not _FINDS.match(plain, topic.end()) and not _OF_THAT.match(plain, topic.end())


_OXIDE = re.compile(r"\)|[\s-](?:system|synthase|pathway|production|release|signal|synthesis|donor)", re.IGNORECASE)
"""`NO` is nitric oxide here."""
_WITHOUT = frozenset("without sem sin sans ohne без senza bez".split())
_VERBAL = frozenset("not never не nicht nie".split())
_KNOWING = re.compile(
    rf"\s*(?:(?:been|yet|ever|fully|formally|\w+ly)\s){{0,3}}{_KNOW}\s(?:\w+\s){{0,3}}|\s*(?:know|understand|identif\w+|have|has)\s(?:\w+\s){{0,3}}",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"(?:tested|studied|evaluated|tried|examined|assessed|investigated|given|administered|measured|undergone|entered|reached|shown|demonstrated|confirmed|advanced|"
    r"independ|replic|repro|испыт|изуч|исслед|тест|провер|am\s|beim\s)",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r"[\s-](?:concern|signal|issue|problem|event|agonis|antagonis|bind|activ|block|densit|express|subtype|interact|desens)\w*",
    re.IGNORECASE,
)


def _verbal(between: str, topic: str) -> bool:
    """Tell whether `not` or `never` denies that something was studied or is known, not another verb."""
    return _STUDIED.match(topic) is not None or _KNOWING.fullmatch(between) is not None


_MOST_WORDS = 7


def _follows(plain: str, topic: re.Match[str], denial: re.Match[str]) -> bool:
    """Tell whether a denial stands behind a topic and is of it."""
    if not 0 <= denial.start() - topic.end() <= _WIDE:
        return False
    between = plain[topic.end() : denial.start()]
    if _ACTIVE.search(between) and "been" not in denial[0] and _OBJECT.match(plain, denial.end()):
        return False  # `studies have not identified a risk`
    return not _BREAK.search(between) and not _OTHER_VERB.search(between) and not _OF_THAT.match(plain, topic.end())


_ACTIVE = re.compile(r"\b(?:has|have|had|did|does|do)\s$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s(?!in\b|for\b|to\b|on\b|as\b|by\b|yet\b|at\b|with\b|and\b|or\b|of\b|so\b|under\b|anywhere\b|outside\b)\w"
)
_OTHER_VERB = re.compile(
    r"\b(?:show\w*|report\w*|suggest\w*|found|demonstrat\w*|reveal\w*|indicat\w*|that|produc\w+|caus\w+|increas\w+|reduc\w+|improv\w+)\b",
    re.IGNORECASE,
)


def _absence(plain: str, denial: re.Match[str], topic: re.Match[str], names: frozenset[str]) -> Iterator[Absence]:
    start, end = min(denial.start(), topic.start()), max(denial.end(), topic.end())
    own = (topic.lastgroup or "").replace("_", "-")
    if own == "studies" and denial is not topic and denial.start() > topic.start() and not _THERE.search(denial[0]):
        return  # `trials were not replicated`: there were trials.
    if own == "studies":
        own = level(plain[max(0, start - 25) : end])
    scarce = _SCARCE.search(denial[0]) is not None
    if not scarce or own not in STUDIES:
        extent: Extent = "few" if scarce else "none"
        yield Absence(own, extent, _narrow(plain, start, end, names), start, end)  # type: ignore[arg-type]


_THERE = re.compile(
    r"zero|measur|examin|assess|evaluat|conduct|perform|\bdone|complet|undertak|carried|availab|exist|publish|found|traced|seen|report|identif|regist|\b(?:none|no|zero|0|nil|false|n/a)\b|absent|lacking|missing|"
    r"tested|studied|untested|unstudied|told|document|"
    r"провод|провед|опублик|найден|нет|существ|было|отсутств|обнаруж|выявл|realizad|publicad|exist|não$|nein|nenhum|ningun|durchgeführt|veröffentlicht|vorhanden|fehl|"
    r"opublik|przeprowadz|istniej|publié|mené|aucun|pubblicat|condott|行われて|存在しない|ない",
    re.IGNORECASE,
)
"""What denies that there are studies, not something of them."""
_SCARCE = re.compile(
    r"limit|scarc|spars|scant|minimal|огранич|скудн|недостат|escass|escas|begrenzt|ogranicz|in\spart|partly|partially",
    re.IGNORECASE,
)


def _narrow(plain: str, start: int, end: int, names: frozenset[str]) -> frozenset[str]:
    """Return the words of the clause that narrow what is denied."""
    opens = max((hit.end() for hit in _BREAK.finditer(plain, 0, start)), default=0)
    stop = next((hit.start() for hit in _CLOSES.finditer(plain, end)), min(len(plain), end + 60))
    text = plain[opens : min(stop, end + 60)]
    if not text.isascii() or _FOREIGN.search(text):
        return frozenset(
            hit["word"].lower()
            for hit in _USE_ELSEWHERE.finditer(text)
            if not _ANYONE.match(hit["word"]) and hit["word"].lower() not in names
        )
    found = {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)}
    return frozenset(found - _BROAD - names)


_CLOSES = re.compile(r"[.;:()|]|,\s(?=(?:and|so|which|making|meaning|leaving)\b)")
_FOREIGN = re.compile(
    r"\b(?:nicht|kein\w*|gibt|für|não|hay|existen?|nie|brak|przez|aucun\w*|chez|sono|esistono|dell\w*)\b", re.IGNORECASE
)
_ANYONE = re.compile(_PEOPLE, re.IGNORECASE)
_SMALL = (
    "small",
    "sample",
    "handful",
    "few ",
    "underpowered",
    "мал",
    "небольш",
    "amostra",
    "muestra",
    "kleine",
    "geringe",
    "mał",
    "petit",
    "piccol",
)
_GROUPS = (
    "group", "lab", "team", "institut", "cent", "country", "originators", "circle", "одн", "únic", " só ", "solo",
    "sola", "mesm", "mism", "einer", "einem", "einzig", "jedn", "seul", "même", "singolo",
)  # fmt: skip
_OTHERS: tuple[tuple[re.Pattern[str], Extent, tuple[str, ...]], ...] = (
    (_FEW, "few", (
        "limited", "few", "scarc", "spars", "minimal", "scant", "little", "handful", "barely", "hardly", "nearly",
        "virtually", "almost", "practically", "essentially", "thin", "rare", "огранич", "мало", "недостат",
        "немногочисл", "скудн", "pouc", "poco", "escas", "wenig", "niewiele", "peu d",
    )),
    (_ONLY, "animals-only", (
        "only", "entirely", "exclusiv", "solely", "purely", "all ", "только", "исключ", "apenas", "somente", "solo",
        "sólo", "únic", "nur ", "ausschl", "wyłącz", "tylko",
    )),
    (_MOSTLY, "animals-mostly", (
        "most", "mainly", "largely", "primarily", "predominantly", "majority", "nearly", "almost", "dominated",
        "bulk", "больш", "преимущ", "основн", "maioria", "mayoría", "principal", "sobre", "meisten", "überwieg",
        "hauptsäch", "größt", "większ", "główn", "przede", "plupart", "essentiel",
    )),
    (_SOME, "some", (
        "tested", "studied", "investigated", "evaluated", "examined", "trial", "studies", "proven", "validated",
        "phase",
        "клинич", "testad", "estudad", "probad", "estudiad", "comprov", "klinisch", "klinicz", "cliniqu",
    )),
)  # fmt: skip


def level(text: str) -> Topic:
    """Return of what kind the studies are that a text names."""
    low = text.lower()
    if "placebo" in low or "plazebo" in low or "плацебо" in low or "double" in low or "doppel" in low or "слеп" in low:
        return "placebo"
    if "phase" in low:
        return "phase"
    if "randomi" in low or "rct" in low or "рандомиз" in low:
        return "randomized"
    if "controlled" in low or "kontrolliert" in low or "контролир" in low:
        return "controlled"
    if holds(low, ("trial", "испытан", "klinische", "клинич", "clínic", "clinic", "kliniczn", "臨床")):
        return "trial"
    return "people"
