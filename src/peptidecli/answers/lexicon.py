"""The words in which people say topics, designs and sections: the vocabulary's synonyms, ready to be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from ..dataset.dataset import Dataset
from ..errors import UsageError
from ..notation.words import fold, searched

ORDINARY = ("ordinary",)
"""The meaning of a word that tells something only where it stands in what is held."""

_SMALL_WORDS = 2
"""Small words of a language that tell that a question is asked in it."""


class Lexicon:
    """The vocabulary's synonyms, made ready to be found in questions."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.exact = dataset.phrases.exact
        self.begun = dataset.phrases.begun
        self._spoken: dict[str, tuple[str, ...]] | None = None
        self._short: dict[str, tuple[str, ...]] = {}
        self.longest = dataset.phrases.longest

    def meanings(self, phrase: str) -> tuple[str, ...]:
        """Return what a phrase means: as it stands, or by the longest beginning that is held."""
        if phrase in self.exact:
            return self.exact[phrase]
        for length in range(min(len(phrase), self._longest_begun), max(1, phrase.rfind(" ")), -1):
            if phrase[:length] in self.begun:
                return self.begun[phrase[:length]]
        return ()

    @cached_property
    def _longest_begun(self) -> int:
        return max(map(len, self.begun), default=0)

    def hint(self, phrase: str) -> str:
        """Return what is to be looked for where a phrase was understood: its beginning, where that is what is held."""
        if phrase not in self.exact:
            meant = set(self.meanings(phrase))
            for length in range(5, min(len(phrase), self._longest_begun + 1)):
                if meant & set(self.begun.get(phrase[:length], ())):
                    return phrase[:length]
        return phrase

    def spoken(self, word: str) -> tuple[str, ...]:
        """Return what a Russian word written in Latin letters means: insulta, otkryl."""
        if self._spoken is None:
            russian = {
                key: means
                for table in (self.exact, self.begun)
                for key, means in table.items()
                if not key.isascii() and " " not in key and len(key) > 3 and means != ORDINARY
            }
            # Letter by letter, each of them transliterated once.
            letters = {ord(letter): fold(letter) for letter in set().union(*russian)}
            self._spoken = {_heard(key.translate(letters)): means for key, means in russian.items()}
            self._short = {
                fold(key): means for key, means in self.exact.items() if not key.isascii() and len(key) in {2, 3}
            }
        if word in self._short:
            return self._short[word]
        heard = _heard(word)
        for length in range(len(heard), 4, -1):
            if heard[:length] in self._spoken:
                return self._spoken[heard[:length]]
        return self._spoken.get(heard, ()) if len(word) == 4 else ()

    def language(self, words: Sequence[str], *, accented: bool) -> str | None:
        """Return the language that most of the small words of a question are of, None where that is English or unclear.

        One small word tells nothing, but where a letter of the question has an accent as well.
        """
        counts: dict[str, int] = {}
        for word in {fold(word) for word in words}:
            for language in self.dataset.phrases.languages.get(word, ()):
                counts[language] = counts.get(language, 0) + 1
        english = counts.pop("en", 0)
        most = max(counts.values(), default=0)
        if most <= english or most + accented < _SMALL_WORDS:
            return None
        return next(language for language, count in counts.items() if count == most)

    def small(self, word: str) -> bool:
        """Tell whether a word is one of the small words of a language."""
        return fold(word) in self.dataset.phrases.languages

    def english(self, word: str, *, unless: Callable[[str], bool] | None = None) -> str | None:
        """Return the English for a word of another language, nothing where it says nothing, None where it is unknown.

        A word of which only the beginning is held stays where it is also one of `unless`: receptor, receptores.
        """
        key, phrases = fold(word), self.dataset.phrases
        if key in phrases.foreign:
            return phrases.foreign[key]
        if unless and word in self.exact and unless(word):
            return None
        for length in range(len(key), 2, -1):
            if key[:length] in phrases.foreign_begun:
                return phrases.foreign_begun[key[:length]]
        return None

    def words(self) -> list[str]:
        """Return single words of synonyms, to find a misspelt one in."""
        keys = (key for table in (self.exact, self.begun) for key, means in table.items() if means != ORDINARY)
        found = {word for key in keys for word in key.split() if len(word) >= 4}
        return sorted(found)


def _heard(text: str) -> str:
    """Return a Russian word in Latin letters as it sounds: prevraschaetsya and prevrashchaetsya are one."""
    for spelt, sound in (
        ("ae", "e"),
        ("shch", "sch"),
        ("kh", "h"),
        ("ts", "c"),
        ("yo", "e"),
        ("yu", "u"),
        ("y", "i"),
        ("j", "i"),
    ):
        text = text.replace(spelt, sound)
    return text


def topic_id(dataset: Dataset, wanted: str) -> str:
    """Return the id of the topic that `wanted` names: its id, its label, or a word for it, misspelt or not.

    Raises UsageError, naming the nearest topics, when there is none.
    """
    for topic in dataset.vocabulary.topics:
        if fold(wanted) in (fold(topic.id), fold(topic.label)):
            return topic.id
    lexicon = Lexicon(dataset)
    found = _meant(lexicon, wanted, "topic")
    if found:
        return found[0]
    near = _nearest(lexicon, wanted, "topic")
    raise UsageError(
        f"there is no topic {wanted!r}; {f'nearest: {near}; ' if near else ''}"
        f"topics: {', '.join(topic.id for topic in dataset.vocabulary.topics)}"
    )


def _meant(lexicon: Lexicon, wanted: str, kind: str) -> tuple[str, ...]:
    """Return the values of a kind that a word means, as it stands or but for a slip of the hand."""
    text = searched(wanted).strip()
    meanings = lexicon.meanings(text)
    if not meanings and len(text) >= 5:
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not held as written
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        near = process.extractOne(text, [*lexicon.exact, *lexicon.begun], scorer=OSA.distance, score_cutoff=1)
        meanings = lexicon.meanings(near[0]) if near else ()
    return tuple(value for meaning, _, value in (m.partition(":") for m in meanings) if meaning == kind)


def _nearest(lexicon: Lexicon, wanted: str, kind: str) -> str | None:
    from rapidfuzz import process  # noqa: PLC0415 - only for an error

    words = {
        key: meaning.partition(":")[2]
        for table in (lexicon.exact, lexicon.begun)
        for key, meanings in table.items()
        for meaning in meanings
        if meaning.startswith(f"{kind}:")
    }
    near = process.extractOne(searched(wanted).strip(), list(words), score_cutoff=60)
    return words[near[0]] if near else None
