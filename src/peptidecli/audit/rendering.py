"""Rendering: a sentence of another language word by word in English, as far as the field's words go."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

_WORDS = """
not: não= nicht= kein= keine= keinen= keiner= keines= nie= pas= aucun aucune= nessun non= не= ни= нет= ні= немає=
not: nenhum ningun ningún żadn никак жодн ne= nem= ni= nunca= jamais= отсутств відсутн
without: sem= sin= ohne= sans= bez= без= senza=
but: mas= pero= aber= mais= ale= но= але= однако= sondern= jedoch= sino= porém= ma=
and: e= y= und= et= i= и= й= та= oraz= sowie= ed=
or: ou= oder= lub= или= або=
may: pode= podem= poder puede= pueden= podría könnt kann= können= peut= peuvent= pourra może mogą= может= могут= може=
may: можуть= vermutlich мабуть предполаг считает считают uważa supõe sugere sugier suggèr
in: em= na= nas= nos= en= im= in= в= во= на= у= w= dans= sur= auf= am= an= bei= при=
of: de= da= do= dos= das= du= des= del= della= delle= dei= di= degli= von= d=
with: con= com= mit= avec= z= ze= с= со= із= з=
by: por= par= durch= per= przez= через= pelo= pela=
for: para= pour= für= для= dla=
after: após= después= nach= après= po= после= після=
to: zu= zum= zur=
that: que= qui= który które która которые который которая которых яка= який= які= welche
whether: ob= czy= ли= чи=
if: wenn= falls= jeśli= если= якщо=
increases: aument incrementa erhöh augment zwiększ podnos повыш повыс увелич усил підвищ збільш посил steiger elev
during: durante während pendant podczas
reduces: reduz reduçã reducir reduce= reducen= reducc reduci redujo= diminu disminu disminuy senk verringer
reduces: verminder rédui
reduces: redui zmniejsz obniż riduc ridott ridur сниж сниз уменьш зниж зменш abaiss bajó= abaix mindern
inhibits: inib inhib hemm hamuj hamow ингиб угнет подавл пригніч пригнич інгіб unterdrück suprim
stimulates: estimul stimul стимул stymul
activates: ativ activ aktivier aktyw attiv актив
activity: atividad actividad aktivität activité aktywno attività активност
improves: melhor mejor verbesser amélior popraw miglior улучш поліпш покращ
protects: proteg schützt schutz= protèg chroni защищ захищ protegg
prevents: previn previene prevenir verhinder empêch zapobie предотвр предупр запобіг impede=
restores: restaur wiederherst rétabl przywrac przywróc восстан віднов ripristin
binds: ligando liga= ligam= ligação bindet binden= bindung wiąż wiąza связыв зв'язу lega= legam unión= une=
crosses: atravess cruza überwind traverse= przenik przekracz проника преодол attravers
modulates: modul модул
regulates: regul регул reguł
induces: induz induc induzier индуц індук induit indukuj вызыва викликає
promotes: promov promuev förder favoris favorec wspom wspier способств сприя
accelerates: aceler beschleunig accélèr przyspiesz ускор приско acceler быстре schneller szybc швидше
lengthens: alonga alarga prolong verläng allong wydłuż удлин подовж allung
works: funciona= działa= wirkt= действует= діє= atua= actúa= agit= agisce=
enzymes: enzim enzym энзим фермент
degradation: degrad abbau dégrad rozkład rozpad распад разруш расщепл розпад руйнув
enkephalins: encefalin enkephal enképhal enkefal энкефалин енкефалін
receptor: recept rezeptor récept рецептор ricett
expression: express expres expresión ekspres экспресс експрес espress
protein: proteín protéin proteic białk белк білк eiweiß
hippocampus: hipocamp hippocamp гиппокамп hipokamp гіпокамп ippocamp
brain: cérebro cerebr cerveau gehirn hirn mózg мозг мозк cervell cérébr
rats: ratas= ratos= ratten szczur ratti= rat= крыс щур
mice: ratón ratones camundong mäus maus= souris mysz мыш миш topi=
cells: célul celul zell cellul komór клет клітин
human: human humain menschlich ludzk человеч umani= umano= umana= umane=
people: menschen mensch человек люд pessoas= personas= personnes osób ludzi gente= persone=
patients: pacient patient pacjent пациент пацієнт pazient больн хворих chory
volunteers: volunt freiwillig ochotnik добровол добровіл volont
animals: animai animal tier= tiere= tieren= tiermodell animaux zwierz животн тварин
memory: memóri memor gedächtn mémoir pamię памят пам'ят
learning: aprend apprent uczen обучен навчан lernen= lernfäh
cognitive: cognit kognit poznawcz когнит cognosc
attention: atenç atenc aufmerksam uwag вниман увага= уваги= attenzion
anxiety: ansied ansios ansio angst anxiét anxieu lęk тревог тревож тривог тривож ansia=
depression: depress depres депрес
sleep: sono= sueño schlaf sommeil sen= snu= сон= сна= сну= sonno
stress: estress estrés стресс стрес stres
pain: dor= dolor schmerz douleur ból= bólu боль= боли= болев біль= dolore
inflammation: inflam entzünd zapaln zapale воспал запален infiamm
wound: ferid herid wund plaie ran= rana= рана= раны= ран= ferit
healing: cicatriz heil= heilung cicatris gojen заживл загоєн заживать заживан заживают guarig gojeni
tendon: tend sehne ścięg сухожил tendin
muscle: múscul muscul muskel mięśn мышц м'яз muscol
skin: pele= piel= haut= peau= skór кожи= кожа= кожн шкір pelle=
burn: queimad quemad verbrenn brûlur oparz ожог опік ustion
telomerase: telomeras теломераз télomérase telomeraz
telomeres: telôm telomér télom telomer теломер
mitochondria: mitocônd mitocond mitochond митохонд мітохонд
membrane: membran мембран
inner: intern innere внутренн wewn внутріш
oxidative: oxidativ oxydat окислит окисн оксидат oksydac ossidat
neuroprotective: neuroprote нейропроте
antioxidant: antioxid антиоксид antyoksy antiossid
neurogenesis: neurogen neurogên нейрогенез
stroke: avc= ictus schlaganfall udar инсульт інсульт avp= derrame=
sepsis: sepse= сепсис
heart: coraç corazón herz coeur серд cuore cardiac cardíac
failure: insufic insuff niewydoln недостаточн недостатн herzinsuff
infarction: infart infarkt zawał инфаркт інфаркт
ventricular: ventríc ventric ventrik komorow желудочк шлуночк
function: funç funcion función funktion fonction funkc функц funzion
volume: объем объём об'єм objęt
walk: caminh camina marche= gehstrecke gehtest marsz ходьб ходи
exercise: exerc ejerc belastung wysiłk нагруз eserciz
strength: força fuerza kraft= force= siła сила= силы=
fatigue: fadig fatig müdig zmęcz устал утомл втом
study: estudo estudi studie= studien= étud badan badani исслед дослід studi=
trial: ensaio ensay versuch essai испытан випробув
clinical: clínic clinic klinisch kliniczn клинич клініч
controlled: controla kontroll kontrolow контролир контрольов
phase: fase= faz= faza= фаз
primary: primári primari primär primair pierwszorzęd первичн первинн
endpoint: desfecho desenlac endpunkt zielkriter critère= criterio= końcow
end: конечн кінцев
point: точк punkt
reach: ating alcanç alcanz erreich attein osiąg достиг досяг raggiun
significant: significat significativ signifik istotn значим достовер достовір значущ
difference: diferenç diferenc untersch différ różn различ отлич різниц відрізн differenz
better: besser лучше краще lepsz migliore=
effect: efeito efecto wirkung effet efekt эффект ефект effetto
effective: eficaz efficac wirksam skuteczn эффективн ефективн
efficacy: eficác eficac wirksamk эффективност ефективност
side: colatera secundari nebenwirk indésir niepożąd побочн побічн collater
mortality: mortalid sterblich śmierteln смертн mortalit
used: usado= usada= usa= utiliz używ применя применен использ застосов stosow verwendet usato= usata=
administered: administr verabreich podawan podaj вводят вводит введен введенн applic angewend
intranasal: intranas nasal= nasale= donosow интраназ назальн інтраназ nosow
intramuscular: intramuscul intramusk domięśn внутримыш внутрішньом
intravenous: intraven endoven dożyln внутривен внутрішньов intravein
subcutaneous: subcut subkutan podskórn подкож підшкір sottocut
injection: injeç inyec injekt iniez wstrzyk инъекц ін'єкц
oral: mündlich doustn перораль внутрь=
published: public veröffentl publi opublik опублик опублік
tumour: tumor опухол пухлин guz= nowotw
cancer: câncer cáncer krebs raka= рак= рака=
growth: cresciment crecimient wachstum croissanc wzrost рост= роста= росту= crescita
factor: fator= fatores= facteur faktor czynnik фактор fattor
nerve: nervos nervios nerven nerveu nerwow нерв
blood: sangu sangre blut= krwi krew кров
barrier: barreir barrer bariera barrière барьер бар'єр schrank
hormone: hormôn hormon гормон ormon
release: libera freiset freigab libér uwaln высвобожд вивільн rilasc
synthesis: sínte síntes synthes syntez синтез sintesi
genes: gene= genes= gen= ген= гены= генов= geny=
opioid: opioid опиоид опіоїд
withdrawal: abstin entzug sevrag odstaw абстин
alcohol: álcool alcool alcohol alkohol алкогол
immune: imun inmun odporn immun иммун імун
cortisol: кортизол kortyzol
level: nível niveis níveis nivel niveau poziom уровн рівн livell spiegel
stomach: estômag estómag magen= estomac żołąd желуд шлунк stomac
dopamine: dopamin дофамин дофамін
serotonin: serotonin sérotonin серотон
amnesia: amnési amnezj амнез amnes
angiogenesis: angiogên angiogén ангиоген angiogenez
collagen: colágen kollagen collagèn kolagen коллаген колаген
fibroblasts: fibroblast фибробласт фібробласт
division: divis podzia делен поділ teilung
new: novos nuevos neue= neuen= новых нов= nowych
vessels: vasos gefäß vaisseau naczyń сосуд судин
neurons: neurôn neuron нейрон nervenzell
children: criança niños kinder enfants dziec детей дети дітей bambini
healthy: saudáv sanos= gesund sains= zdrow здоров sani=
days: dias= días= tage= tagen= jours= dni= дней= дня= днів= giorni=
weeks: semana wochen semaines tygodni недел тижн settimane
single: einzig único única unique= jedyn единствен єдин
included: inclu eingeschl włącz включ
million: milhões milhão millones millón millionen milion миллион мільйон millions=
times: vezes= veces= mal= fach fois= razy= раз= разів= volte=
more: maior= mayor= mehr= plus= więcej больше більше più= supérieur superior
greater: сильнее potente potenter
potency: potênc potenc потенц
but: avšak= však= ама= обаче=
or: nebo= alebo=
may: může mohou môže môžu قد= يمكن ربما
not: لا= لم= ليس ليست غير= لن=
without: بدون= دون=
in: v= ve= vo= във= في=
for: pro= pre= за=
with: със=
after: след= بعد=
that: který= která= které= ktorý= ktorá= ktoré= който= която= които= което= الذي= التي=
increases: zvyš zvýš navyš повиш засил زياد يزيد تزيد رفع يرفع تعزيز يعزز تعزز
reduces: sniž sníž zniž zníž zmirň zmierň намал пониж تقليل يقلل تقلل خفض يخفض تخفيف يخفف
inhibits: potlač потиск تثبيط يثبط
stimulates: تحفيز يحفز تحفز
activates: تنشيط ينشط
improves: zlepš vylepš подобр تحسين يحسن تحسن
protects: chrán chran ochran предпаз حماية يحمي
prevents: zabraň předcház predchád
restores: obnov възстанов استعادة
binds: vázá viaže= свърз يرتبط
promotes: podpor насърч
accelerates: urychl zrychl تسريع يسرع
lengthens: prodluž prodlouž predlž predĺž удълж إطالة
works: působ pôsob действа= работи= يعمل
brain: mozk mozg mozog mozku мозък мозъч دماغ
rats: potkan плъх جرذ
mice: myši= myší= myších= мишк فئران
cells: buňk bunk buneč buniek خلايا خلوي
human: lidsk ľudsk човешк بشري
people: lidé lidí lidech lidem ľudí ľudia ľuďoch ľuďom хора إنسان البشر بشر=
patients: مرضى مريض
volunteers: dobrovoľ متطوع
animals: zvíř zvier حيوان
memory: paměť pamět pamäť pamät памет ذاكرة
learning: učení= učenie= учене= تعلم
attention: pozornost انتباه تركيز
anxiety: úzkost úzkosť безпокой قلق
depression: اكتئاب
sleep: spánek spánku spánok spaní= сън= съня= نوم
stress: توتر إجهاد
pain: bolest bolesť болк
inflammation: zánět zápal възпал تهاب
wound: рани= раните= جرح جروح
healing: hojen zhojen зараст заздрав شفاء تئام
tendon: šlach šľach šliach وتر أوتار
muscle: sval мускул عضل
skin: kůže= kůži= kože= кожа= кожата= جلد بشرة
study: štúdi проучван изследван دراس
trial: zkoušk skúšk skúšan изпитван تجرب تجارب
clinical: klinick سريري
significant: významn значител
effect: účin účink účinok تأثير
side: vedlejš vedľajš странич جانبي
mortality: úmrtn смъртн وفيات
used: použív използ прилаг يستخدم
heart: srdc сърц сърдеч قلب=
stroke: mrtvic инсулт
blood: krev krvi= krvn кръв دموي
level: hladin úroveň úrovn нива= нивото= مستوى مستويات
growth: růst rast= rastov růstov растеж نمو=
factor: عامل= عوامل
stomach: žalud žalúd стомах معدة
immune: مناع
children: děti dětí detí деца أطفال
collagen: كولاجين
protein: بروتين
telomerase: تيلوميراز
telomeres: تيلومير
published: публик
tumour: nádor ورم أورام
pathway: via= vía= путь пути signalweg voie ścieżk
showed: mostr demonstr zeigt zeigen= montr wykaz показал показали показа= продемонстр dimostr
"""
"""English words, each with what says it in other languages: the beginnings of words, or with `=` whole ones."""
_DROPPED = frozenset(
    "к до la le les el los las lo un una uma um der die das den dem ein eine einer eines "
    "che dass że ao aos à às al il o a os as sich się что как als "
    "wie como comme jak es ist sont são ser is jest son é foi foram été wurde wurden został została было была был были "
    "было быть este esta estes estas sua seu suas seus su sus seine ihre ihr sa ses jego его ее её їх "
    "also auch também también aussi również также tem tiene "
    "это этот эта эти цей ця це te ten ta sie er qu sono".split()
)
"""Small words, which say nothing by themselves."""
_OF_NO_ENGLISH = frozenset(
    "de da do das dos que uma os em na pela não é são com para o y el los las una con por se del der die und den dem "
    "ist ein "
    "eine von wird werden mit les des est et un une dans pour du au sur w z na się jest oraz i przez nie è di della "
    "che il gli je sa který která které ktorý ktorá ktoré nebo alebo jsou sú při pri byl bol byla bola také tiež "
    "per sono la le pas il".split()
)
"""Words that a sentence of one of the languages in Latin letters has, and one in English has not, or seldom."""
_LEAST = 2
"""How many of them tell that a sentence is not English; it may have an English word or two that is written so."""
_SIGNS = {
    "。": ". ", "ものの": " but ", "が、": " but ", "しかし": " but ", "一方": " but ",
    "有意差": "significant difference", "有意な差": "significant difference", "認められなかった": "not",
    "ませんでした": "not", "できなかった": "not", "なかった": "not", "られず": "not",
    "主要評価項目": "primary endpoint", "改善": "improves", "プラセボ": "placebo", "第2相": "phase 2",
    "第3相": "phase 3", "6分間歩行": "six-minute walk", "疲労": "fatigue", "患者": "patients",
    "海馬": "hippocampus", "発現": "expression", "増加": "increases", "ラット": "rats", "マウス": "mice",
    "注射部位": "injection site", "反応": "reactions", "心不全": "heart failure", "脳卒中": "stroke",
    "受容体": "receptor", "試験": "trial", "静脈内": "intravenous", "皮下": "subcutaneous", "鼻": "nasal",
    "記憶": "memory", "学習": "learning", "不安": "anxiety", "睡眠": "sleep", "視力": "visual acuity",
    "萎縮": "atrophy growth", "左室": "left ventricle", "収縮末期容積": "end-systolic volume", "筋力": "strength",
    "副作用": "adverse events", "頻度": "most often", "达成": "reach", "達成": "reach", "显著": "significant",
    "差异": "difference", "未达到": "not reach", "没有": "not", "主要终点": "primary endpoint",
    "安慰剂": "placebo", "记忆": "memory", "学习": "learning", "焦虑": "anxiety", "小鼠": "mice", "大鼠": "rats",
    "受体": "receptor", "表达": "expression", "抑制": "inhibits",
}  # fmt: skip
"""Words of languages that are written without spaces."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652])*(?:['’][^\W\d_]+)?")
_SIGN = re.compile("|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)))
_ACCENTED = re.compile(r"[a-z][à-öø-ſ]|[à-öø-ſ][a-z]")
"""A letter in a word that English has not."""
_NO_ENGLISH_LETTER = re.compile(r"(?<![^\W_])[a-zěščřžýľťďň][a-zéíáóúýěščřžůľĺŕťďňłąęśźć]*[ěščřžůľĺŕťďňłąęśźć]")
"""A word in small letters with a letter of Czech, Slovak or Polish: a name begins with a capital."""
_PORTUGUESE = re.compile(r"[ãõ]|\b(?:uma|em|pelo|pela|foi|é)\b", re.IGNORECASE)
"""What tells that `no` is `in the`, and not `not` as in Spanish."""
_WRITTEN_SO = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]{2}")
_ARABIC = re.compile(r"[\u0600-\u06ff]{2}")
_VOWELS = re.compile("[\u064b-\u0652]")
_JOINED_TO_IT = re.compile(r"(?:[وف]?(?:ب|ك)?ال|[وف]?لل|و)(?=\w{3})")
"""What Arabic writes before a word as one with it: and, with, the."""


class Rendering(NamedTuple):
    """A text in English words, and where each of its parts stands in what it renders."""

    text: str
    places: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    as_it_is: tuple[bool, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text itself that a stretch of the rendering stands for."""
        first = max(0, bisect_right(self.places, start) - 1)
        last = max(first, bisect_right(self.places, max(start, end - 1)) - 1)
        low, high = self.spans[first][0], self.spans[last][1]
        # What is no word of the field stands there as it is.
        low += (start - self.places[first]) if self.as_it_is[first] else 0
        if self.as_it_is[last]:
            high = self.spans[last][0] + end - self.places[last]
        return low, max(low, high)


@lru_cache(maxsize=16)
def rendered(plain: str) -> Rendering | None:
    """Return a sentence of another language in English words, or None where it is in English."""
    if not _is_foreign(plain):
        return None
    parts: list[str] = []
    places: list[int] = []
    spans: list[tuple[int, int]] = []
    same: list[bool] = []
    length = end = 0

    def add(text: str, start: int, stop: int) -> None:
        nonlocal length
        if text:
            parts.append(text)
            places.append(length)
            spans.append((start, stop))
            same.append(text == plain[start:stop])
            length += len(text)

    here = " " if _PORTUGUESE.search(plain) else "not"
    pattern = _SIGN if _WRITTEN_SO.search(plain) else _WORD
    for hit in pattern.finditer(plain):
        if hit[0].lower() == "no":
            english: str | None = here
        else:
            english = f" {_SIGNS[hit[0]]} " if pattern is _SIGN else _english(hit[0])
        if english is not None:
            add(plain[end : hit.start()], end, hit.start())
            add(english, *hit.span())
            end = hit.end()
    add(plain[end:], end, len(plain))
    return Rendering("".join(parts), tuple(places), tuple(spans), tuple(same))


def in_english_words(plain: str) -> str:
    """Return a text as it is rendered, or as it is."""
    found = rendered(plain)
    return found.text if found else plain


def _is_foreign(plain: str) -> bool:
    if " the " in plain or " of " in plain or " and " in plain:
        return False
    if not plain.isascii() and (_CYRILLIC.search(plain) or _WRITTEN_SO.search(plain) or _ARABIC.search(plain)):
        return True
    if not plain.isascii() and _NO_ENGLISH_LETTER.search(plain):
        return True
    own = plain.lower().split()
    least = _LEAST + len(own) // 16 - (_ACCENTED.search(plain) is not None)
    return len(_OF_NO_ENGLISH.intersection(own)) >= least


@lru_cache(maxsize=50_000)
def _english(word: str) -> str | None:
    """Return the English for a word, an empty text for one that says nothing, None where it stays as it is."""
    low = _bare(word)
    whole, beginnings = _table()
    if low in whole:
        return whole[low]
    for beginning, english in beginnings.get(low[:3], ()):
        if low.startswith(beginning):
            return english
    return None


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    whole = {_bare(word): " " for word in _DROPPED}
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _WORDS.strip().splitlines():
        english, _, words = line.partition(": ")
        for word in words.split():
            bare = _bare(word.rstrip("="))
            if word.endswith("="):
                whole[bare] = english
            else:
                found[bare[:3]].append((bare, english))
    for own in found.values():
        own.sort(key=lambda entry: -len(entry[0]))
    return whole, dict(found)


def _bare(word: str) -> str:
    """Return a word in lower case, the accents of Latin letters aside."""
    low = word.lower().replace("’", "'")
    if _ARABIC.match(low):
        low = _VOWELS.sub("", low)
        joined = _JOINED_TO_IT.match(low)
        return low[joined.end() :] if joined else low
    if low.isascii() or _CYRILLIC.search(low):
        return low.replace("ё", "е")
    low = low.replace("ł", "l").replace("ß", "ss").replace("œ", "oe").replace("ø", "o")
    return "".join(mark for mark in unicodedata.normalize("NFD", low) if not unicodedata.combining(mark))
