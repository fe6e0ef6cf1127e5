"""One sentence of a report: its words, its cues, and small looks at what stands where."""

from helpers.attribution import words
from helpers.attribution.paragraph import Paragraph
from helpers.text.verbs import VERBS

ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ent", "ing")
MOST_CUES = 20  # in one sentence; the limit keeps nonsense from taking long


class Sentence:
    """The words of a paragraph from `start` up to `end`, a full stop at the end left out."""

    def __init__(self, paragraph: Paragraph, start: int, end: int) -> None:
        self.p, self.words = paragraph, paragraph.words
        while end > start and self.words[end - 1] in words.STOPS:
            end -= 1
        self.start, self.end = start, end
        here = range(start, end)
        self.quoted = [i for i in here if self.words[i] == words.QUOTED]
        self.has_signs = not words.SIGNS.isdisjoint(self.words[start:end])
        self.titles: set[int] = set()
        self.titles = {q for q in self.quoted if self._is_title(q)}
        self.cues = [i for i in here if self.words[i] in words.CUES][:MOST_CUES]
        if not self._is_headline():
            # Inside a sentence a capital makes a name of it: the Washington Post, the States.
            self.cues = [i for i in self.cues if i == start or not paragraph.capital(i)]

    def _is_title(self, q: int) -> bool:
        """Return whether the quoted run is a name: they watched a film called “Low Water”."""
        v = q - 1
        verb = VERBS.get(self.word(v))
        if not verb or verb.lemma not in words.TITLING or self.word(q + 1) == "by":
            return False
        if self.word(v - 1) in words.BE:
            return True
        for k in range(v - 1, self.start, -1):
            if self.words[k] in words.DETERMINERS:
                return self.words[k - 1] not in words.CLAUSE_OPENERS
            if self.words[k] in words.CLAUSE_OPENERS or self.capital(k):
                return False
        return self.finite(q + 1, min(q + 2, self.end))

    def _is_headline(self) -> bool:
        """Return whether most words have a capital."""
        here = range(self.start, self.end)
        return sum(map(self.p.capital, here)) * 10 >= len(here) * 7

    def word(self, i: int) -> str:
        """Return the word at `i`, or a full stop beyond the sentence."""
        return self.words[i] if self.start <= i < self.end else "."

    def capital(self, i: int) -> bool:
        """Return whether the word at `i` is written as a name is, or is a quotation."""
        return self.p.capital(i)

    def finite(self, a: int, b: int) -> bool:
        """Return whether the words from `a` up to `b` seem to have a verb of their own."""
        return any(self.is_finite(i, i > a) for i in range(a, b))

    def is_finite(self, i: int, after_another: bool = True) -> bool:
        """Return whether the word at `i` seems to be the verb of a clause."""
        word = self.words[i]
        if i + 1 in self.titles:
            return False
        if word in words.FINITE or word.endswith(words.CONTRACTED):
            return True
        if word.endswith("ed") and after_another:
            return self.word(i - 1) not in words.DETERMINERS and not self.capital(i)
        verb = VERBS.get(word)
        return bool(verb) and verb.form in ("s", "past") and self.is_verb(i)

    def is_verb(self, i: int) -> bool:
        """Return whether the cue at `i` is a verb, and not the noun or adjective spelt the same."""
        verb, before = VERBS[self.words[i]], self.word(i - 1)
        if before in words.NOUN_MARKERS or _possessive(before):
            return False
        if not verb.noun_too:
            return True
        if before == "as" and verb.form == "ing":  # is quoted as saying
            return any(self.words[k] in words.PASTS for k in range(self.start, i))
        if before in words.NOUN_NEIGHBOURS:
            return False
        if before.endswith(ADJECTIVE_ENDINGS) and verb.form != "past":
            return False
        return verb.form != "base" or before.endswith("s") or before in words.VERB_NEIGHBOURS

    def can_speak(self, i: int) -> bool:
        """Return whether a speaker can start at `i`; a bare plural will do: engineers said."""
        word = self.word(i)
        bare = word.endswith("s") and word not in words.VERBS_AND_FINITE
        return self.opens_phrase(i) or bare or word in words.BARE_SPEAKERS

    def opens_phrase(self, i: int) -> bool:
        """Return whether a name, a pronoun or a determiner stands at `i`."""
        word = self.word(i)
        return word in words.PHRASE_STARTS or (word not in words.NO_NAMES and self.capital(i))


def _possessive(word: str) -> bool:
    """Return whether a word is a noun with 's, as in "the mayor's claims", and not "he's"."""
    return word.endswith("'s") and word[:-2] not in words.PRONOUNS
