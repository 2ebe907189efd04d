"""Russian journals by the names they go by: at home, in PubMed, and translated.

Papers of these journals are printed twice. PubMed and Crossref mostly hold one of the two, so that a citation of the
other finds nothing by its place, and is no fault for that. The names are those of the journals' own title pages and of
NLM's catalogue; the transliterations are compared by their sound.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from ...notation import people
from ..article.printed import journal_words

RUSSIAN: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("Бюллетень экспериментальной биологии и медицины", "Biull Eksp Biol Med", "Byull Eksp Biol Med",
      "Biulleten eksperimentalnoi biologii i meditsiny"),
     ("Bulletin of Experimental Biology and Medicine", "Bull Exp Biol Med")),
    (("Журнал высшей нервной деятельности имени И. П. Павлова", "Zh Vyssh Nerv Deiat Im I P Pavlova",
      "Zh Vyssh Nerv Deyat", "Zhurnal vysshei nervnoi deiatelnosti"),
     ("Neuroscience and Behavioral Physiology", "Neurosci Behav Physiol")),
    (("Российский физиологический журнал имени И. М. Сеченова", "Ross Fiziol Zh Im I M Sechenova",
      "Rossiiskii fiziologicheskii zhurnal", "Fiziologicheskii zhurnal SSSR"),
     ("Neuroscience and Behavioral Physiology", "Neurosci Behav Physiol")),
    (("Журнал неврологии и психиатрии имени С. С. Корсакова", "Zh Nevrol Psikhiatr Im S S Korsakova",
      "Zh Nevropatol Psikhiatr Im S S Korsakova", "Zhurnal nevrologii i psikhiatrii",
      "S.S. Korsakov Journal of Neurology and Psychiatry", "Korsakov Journal of Neurology and Psychiatry"),
     ("Neuroscience and Behavioral Physiology", "Neurosci Behav Physiol")),
    (("Молекулярная биология", "Mol Biol (Mosk)", "Molekuliarnaia biologiia"), ("Molecular Biology", "Mol Biol")),
    (("Доклады Академии наук", "Dokl Akad Nauk", "Dokl Akad Nauk SSSR", "Doklady Akademii nauk"),
     ("Doklady Biological Sciences", "Dokl Biol Sci", "Doklady Biochemistry and Biophysics", "Dokl Biochem Biophys",
      "Doklady Biochemistry")),
    (("Нейрохимия", "Neirokhimiia"), ("Neurochemical Journal", "Neurochem J")),
    (("Биоорганическая химия", "Bioorg Khim", "Bioorganicheskaia khimiia"),
     ("Russian Journal of Bioorganic Chemistry", "Russ J Bioorg Chem")),
    (("Биохимия", "Biokhimiia"), ("Biochemistry (Moscow)", "Biochemistry (Mosc)", "Biochemistry. Biokhimiia")),
    (("Физиология человека", "Fiziol Cheloveka", "Fiziologiia cheloveka"), ("Human Physiology", "Hum Physiol")),
    (("Химико-фармацевтический журнал", "Khim Farm Zh", "Khimiko-farmatsevticheskii zhurnal"),
     ("Pharmaceutical Chemistry Journal", "Pharm Chem J")),
    (("Журнал эволюционной биохимии и физиологии", "Zh Evol Biokhim Fiziol"),
     ("Journal of Evolutionary Biochemistry and Physiology", "J Evol Biochem Physiol")),
    (("Генетика", "Genetika"), ("Russian Journal of Genetics", "Russ J Genet")),
    (("Известия Академии наук. Серия биологическая", "Izv Akad Nauk Ser Biol"), ("Biology Bulletin", "Biol Bull")),
    (("Успехи геронтологии", "Adv Gerontol", "Uspekhi gerontologii"), ("Advances in Gerontology",)),
    (("Прикладная биохимия и микробиология", "Prikl Biokhim Mikrobiol"),
     ("Applied Biochemistry and Microbiology", "Appl Biochem Microbiol")),
    (("Цитология", "Tsitologiia"), ("Cell and Tissue Biology", "Cell Tissue Biol")),
    (("Онтогенез", "Ontogenez"), ("Russian Journal of Developmental Biology", "Russ J Dev Biol")),
    (("Биофизика", "Biofizika"), ("Biophysics",)),
    (("Экспериментальная и клиническая фармакология", "Eksp Klin Farmakol",
      "Eksperimentalnaia i klinicheskaia farmakologiia", "Farmakol Toksikol",
      "Experimental and Clinical Pharmacology"), ()),
    (("Патологическая физиология и экспериментальная терапия", "Patol Fiziol Eksp Ter",
      "Patologicheskaia fiziologiia i eksperimentalnaia terapiia"), ()),
)  # fmt: skip
"""For each journal its Russian names, NLM's abbreviation second, and the names of its translation."""


@lru_cache(maxsize=1024)
def _sound(name: str) -> tuple[str, ...]:
    return tuple(people.skeleton(word) for word in journal_words(name) if len(word) > 1)


def _is(name: str, known: str) -> bool:
    """Tell whether a name is a known one, each word begun alike, in any transliteration."""
    a, b = _sound(name), _sound(known)
    if not a or not b:
        return False
    pairs = list(zip(a, b, strict=False))
    return abs(len(a) - len(b)) <= max(0, min(len(a), len(b)) - 3) + (min(len(a), len(b)) > 2) and all(
        _begins(x, y) for x, y in pairs
    )


def _begins(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a) or (len(a) > 5 and len(b) > 5 and a[:5] == b[:5])


@lru_cache(maxsize=1024)
def _rows(name: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the journals of the list of which a name is the Russian one, and those of which it is the translated."""
    found: tuple[set[int], set[int]] = (set(), set())
    plain = " ".join(journal_words(name))
    for place, sides in enumerate(RUSSIAN):
        both = [
            max((fuzz.ratio(plain, " ".join(journal_words(known))) for known in names if _is(name, known)), default=0.0)
            for names in sides
        ]
        # `Byull Eksp Biol Med` and `Bull Exp Biol Med` sound alike; they are spelt otherwise.
        if max(both):
            found[both.index(max(both))].add(place)
    return frozenset(found[0]), frozenset(found[1])


def same_by_list(ours: str, theirs: str) -> bool:
    """Tell whether two names are of one edition of one journal of the list."""
    return any(a & b for a, b in zip(_rows(ours), _rows(theirs), strict=True))


def twins(ours: str, theirs: str) -> bool:
    """Tell whether one name is of a Russian journal and the other of its translation."""
    mine, other = _rows(ours), _rows(theirs)
    return bool(mine[0] & other[1] or mine[1] & other[0]) and not (mine[0] & other[0] or mine[1] & other[1])


def in_pubmed(name: str) -> str:
    """Return the abbreviation under which PubMed files a Russian journal, empty for one that is not in the list."""
    home = sorted(_rows(name)[0])
    return RUSSIAN[home[0]][0][1] if home else ""


def translated(name: str) -> str:
    """Return the name of the translation of a Russian journal, empty where there is none in the list."""
    home = sorted(_rows(name)[0])
    return RUSSIAN[home[0]][1][0] if home and RUSSIAN[home[0]][1] else ""
