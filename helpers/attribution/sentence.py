"""One sentence of a report: where its verbs, speakers and reported clauses begin and end.

Rules over words, no parser: they look for the small words that open and close a clause.
"""

from helpers.attribution.tokens import (
    DASHES,
    QUOTED,
    STOPS,
    Tokens,
)
from helpers.attribution.words import (
    ADJUNCT_STARTS,
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CLOSE_TO,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DOUBLE_LIVES,
    FINITE,
    LEAVING,
    ONLY_THAT,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    VERBS,
)

NO_CLAUSE_STARTS = frozenset("to for of with by about on whether against and or but yes no".split())
QUESTION_WORDS = frozenset("whether if why how what who where when".split())
MOST_CUES = 20  # in one sentence; the limit keeps nonsense from taking long


class Sentence:
    """One sentence, and the moves that find its cues, speakers and reported clauses."""

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        self.t, self.w = tokens, tokens.words
        self.start, self.end = start, end
        while self.end > start and self.w[self.end - 1] in STOPS:
            self.end -= 1
        self.quoted = [i for i in range(start, self.end) if self.w[i] == QUOTED]
        self.cues = [i for i in range(start, self.end) if self.w[i] in VERBS]
        del self.cues[MOST_CUES:]
        if self.cues and not self._title():
            # Inside a sentence a capital makes a name of it: the Washington Post, the States.
            self.cues = [i for i in self.cues if i == start or not tokens.capital(i)]

    def _title(self) -> bool:
        """Say whether most words are capitalised, as in a headline."""
        letters = [i for i in range(self.start, self.end) if self.w[i][0].isalpha()]
        return sum(map(self.t.capital, letters)) * 10 >= len(letters) * 7

    # -- small looks at the words -------------------------------------------------------------

    def word(self, i: int) -> str:
        """Give the word at `i`, or a full stop beyond the sentence."""
        return self.w[i] if self.start <= i < self.end else "."

    def finite(self, a: int, b: int) -> bool:
        """Say whether tokens `a` up to `b` look as if they hold a verb of their own."""
        for i in range(a, b):
            word = self.w[i]
            if word in FINITE:
                return True
            if word.endswith("ed") and i > a and self._past(i):
                return True
            if (
                word in VERBS
                and VERBS[word][1] in ("s", "past")
                and word[-1] != "n"
                and self.is_verb(i)
            ):
                return True
            if word.endswith(("n’t", "n't", "’ll", "’re", "’ve", "'ll", "'re", "'ve")):
                return True
        return False

    def _past(self, i: int) -> bool:
        return self.word(i - 1) not in DETERMINERS and not self.t.capital(i)

    def names_speaker(self, i: int) -> bool:
        """Say whether a speaker can start at `i`; a bare plural will do: engineers said."""
        word = self.word(i)
        bare = word.endswith("s") and word not in VERBS and word not in FINITE and len(word) > 3
        return self.opens_phrase(i) or bare or word in ("people", "police", "residents")

    def opens_phrase(self, i: int) -> bool:
        """Say whether a name, a pronoun or a determiner stands at `i`."""
        word = self.word(i)
        if word in (".", ",") or i >= self.end:
            return False
        return (
            word in DETERMINERS
            or word in PRONOUNS
            or (self.t.capital(i) and word not in PREPOSITIONS and word != QUOTED)
        )

    def is_verb(self, i: int) -> bool:
        """Tell a verb from the noun or adjective that is spelt the same."""
        word, before = self.w[i], self.word(i - 1)
        if i == self.start:
            return VERBS[word][1] == "ing" or word not in DOUBLE_LIVES
        if before in ARTICLES:
            return False
        if before in DETERMINERS and word in DOUBLE_LIVES:
            return False
        if before in POSSESSIVES or (before.endswith(("’s", "'s")) and before[:-2] not in PRONOUNS):
            return False
        if word in DOUBLE_LIVES and (
            before in PREPOSITIONS or self.word(i + 1) in ("of", "about", "for")
        ):
            return False
        return word not in DOUBLE_LIVES or self._verb_among_nouns(i, word, before)

    def _verb_among_nouns(self, i: int, word: str, before: str) -> bool:
        """Decide for words such as “claims” or “show” by what stands before them."""
        form = VERBS[word][1]
        if before == "<" or before.endswith(("al", "ic", "ive", "ous", "ent", "ing")):
            return False
        if before in VERBS and before not in DOUBLE_LIVES and VERBS[before][1] != "base":
            return False
        if form != "base" or before in AUXILIARIES or before in ADVERBS or before in PRONOUNS:
            return True
        return before.endswith("s") or before in ("to", "people", ",", ")", QUOTED, "and")

    # -- the verb group -------------------------------------------------------------------------

    def group(self, i: int) -> int:
        """Give the first token of the verb group that ends at `i`: has also repeatedly said."""
        g = i
        while g - 1 >= self.start and (
            self.w[g - 1] in AUXILIARIES
            or self.w[g - 1] in ADVERBS
            or (
                self.w[g - 1].endswith("ly")
                and self.w[g - 1] not in ("family", "july", "early", "rally", "italy")
            )
        ):
            g -= 1
        while g < i and self.w[g] in (
            "himself",
            "herself",
            "themselves",
            "itself",
            "once",
            "earlier",
            "later",
            "recently",
            "there",
            "others",
        ):
            g += 1
        return g

    def passive(self, g: int, i: int) -> bool:
        """Say whether the group ending at `i` is passive: was told, is being asked."""
        form = VERBS[self.w[i]][1]
        if form != "past":
            return False
        before = [w for w in self.w[g:i] if w in AUXILIARIES]
        return bool(before) and before[-1] in BE

    # -- the speaker ----------------------------------------------------------------------------

    def subject(self, g: int, low: int) -> tuple[int, int] | None:
        """Find the speaker's noun phrase that ends before token `g`."""
        b = g
        cut = None
        if b - 1 >= low and self._pronoun(b - 1):
            return b - 1, b
        if b - 1 >= low and self.w[b - 1] in (",", ")", *DASHES):
            b, cut = self._before_interruption(b - 1, low)
            if b is None:
                return None
        a = self._clause_start(b, low)
        a = self.skip_introduction(a, b)
        b = self.drop_times(a, b)
        if cut is not None and cut > b and a < b:
            return a, cut
        if a >= b:
            return None
        return a, b

    def _pronoun(self, i: int) -> bool:
        word = self.w[i]
        return word in PERSONAL or ("’" in word and word.split("’")[0] in PERSONAL)

    def _before_interruption(self, comma: int, low: int) -> tuple[int | None, int | None]:
        """Step over “, a senator from Ohio,” and give where the name before it ends."""
        closing = self.w[comma]
        opening = {")": "("}.get(closing, closing)
        k = comma - 1
        while k >= low and self.w[k] != opening:
            k -= 1
        if k < low:
            return None, None
        if opening == ",":
            k = self._outer_comma(k, comma, low)
        relative = self.w[k + 1] in RELATIVES or self.w[k + 1] in PREPOSITIONS or opening != ","
        relative = relative or self.w[k + 1].endswith("ing") or self.w[k + 1] in SUBORDINATORS
        return k, (None if relative else comma)

    def _outer_comma(self, k: int, comma: int, low: int) -> int:
        """Take the outer of several commas: Smith, 45, of Ohio, said."""
        for earlier in range(k - 1, max(low, k - 25), -1):
            if self.w[earlier] != ",":
                if (
                    self.w[earlier] in STOPS
                    or self.w[earlier] == QUOTED
                    or self.w[earlier] in DASHES
                ):
                    break
                continue
            inner = self.w[earlier + 1]
            describes = inner in ("a", "an", "the", "who", "which", "whose") or inner[0].isdigit()
            if describes and self.t.capital(earlier - 1):
                return earlier
        return k

    def _clause_start(self, b: int, low: int) -> int:
        """Walk left from `b` to where the clause with this subject begins."""
        a = b
        while a > low:
            word = self.w[a - 1]
            if word in (";", ":", "(") or (
                word == QUOTED and a < b + 1 and self._closes_clause(a - 1, b)
            ):
                break
            if word in DASHES or (word in RELATIVES and a < b):
                break
            if word in RELATIVES:
                return a - 1
            if word in SUBORDINATORS and not (
                word in ("so", "as", "that", "before", "after", "since", "until")
                and self._nominal(a - 1)
            ):
                break
            if word in ("and", "but", "or") and self._joins_clauses(a - 1, low):
                break
            a -= 1
        return a

    def _nominal(self, i: int) -> bool:
        word, after = self.w[i], self.word(i + 1)
        if word == "that":
            return not (self.opens_phrase(i + 1) or after in PREPOSITIONS)
        return word in ("before", "after", "since", "until", "as") and i == self.start

    def _closes_clause(self, q: int, b: int) -> bool:
        """Say whether the quoted run is a clause of its own rather than part of a name."""
        return self.t.last_mark(q) in ",.?!…—-" or (q + 1 < b and self.w[q + 1] == ",")

    def _joins_clauses(self, i: int, low: int) -> bool:
        """Tell “and” between two clauses from “and” inside one name."""
        return i == low or self.w[i] == "but" or self.finite(low, i)

    def skip_introduction(self, a: int, b: int) -> int:
        """Step over “On Friday,” or “Asked about it,” before the speaker."""
        while a < b and self.w[a] in (",", *CONJUNCTIONS):
            a += 1
        commas = [k for k in range(a, b) if self.w[k] == ","]
        for k in commas:
            if not self._introduces(a, k, b) and not self._rest_of_place(a, k):
                break
            a = k + 1
        while a < b and (
            self.w[a] in CONJUNCTIONS
            or self.w[a] in (",", QUOTED)
            or (self.w[a] in SUBORDINATORS and self.w[a] != "that")
            or self.w[a] in ("meanwhile", "however", "still", "later", "earlier", "indeed")
        ):
            a += 1
        if a < b and (self.w[a] in PREPOSITIONS or self.w[a] in DAYS):
            a = self._skip_preposition(a, b)
        return a

    def _rest_of_place(self, a: int, comma: int) -> bool:
        """Say whether “New Hampshire,” still belongs to “in Salem,” before it."""
        if a - 2 < self.start or self.w[a - 1] != "," or self.w[a - 2] in DAYS:
            return False
        names = all(self.t.capital(k) for k in range(a, comma))
        return names and comma - a <= 3 and self.t.capital(a - 2)

    def _introduces(self, a: int, comma: int, b: int) -> bool:
        """Say whether the words before this comma are an introduction, not the speaker's name."""
        first = self.w[a]
        if comma + 1 >= b:
            return False
        if (
            first in PREPOSITIONS
            or first in SUBORDINATORS
            or first.endswith(("ing", "ly"))
            or first in DAYS
            or first in ADVERBS
        ):
            return True
        if first.endswith("ed") and not self.t.capital(a + 1):
            return True
        if any(self.w[k] in TIMES for k in range(a, comma)):
            return True
        if first in ("however", "meanwhile", "indeed", "instead", "moreover", "yes", "no"):
            return True
        return self.finite(a, comma) and self.w[comma + 1] not in RELATIVES

    def _skip_preposition(self, a: int, b: int) -> int:
        """Step over a short opening phrase that no comma closes: On Friday Trump."""
        for k in range(a + 1, min(a + 8, b)):
            if (
                self.w[k - 1] in DAYS
                and self.w[k] not in DAYS
                and not self.w[k].isdigit()
                and self.opens_phrase(k)
            ):
                return k
            if self.w[k] in ("he", "she", "they", "it", "we", "i"):
                return k
        return a

    def drop_times(self, a: int, b: int) -> int:
        """Leave “on Monday” or “in a statement” out of the end of a speaker."""
        while b - 1 > a and (
            self.w[b - 1] in DAYS
            or self.w[b - 1] in ("on", "also", ",")
            or self.w[b - 1] in ADVERBS
        ):
            b -= 1
        return b

    def phrase_after(self, i: int) -> int:
        """Give where the speaker's noun phrase that starts at `i` ends: said X, the role of Y,"""
        k = i
        alone = self.word(k + 1) not in ("of", "officials", "people", "others")
        if self.word(k) in PERSONAL and alone and not self.t.capital(min(k + 1, self.end - 1)):
            return k + 1
        while k < self.end:
            word = self.w[k]
            if word in (";", ":", "(", QUOTED) or word in DASHES or word in RELATIVES:
                break
            if word == ",":
                if not self._apposition(k):
                    break
            elif k > i and (word in SUBORDINATORS or word in AUXILIARIES or self._leaves_phrase(k)):
                break
            k += 1
        return k

    def _apposition(self, comma: int) -> bool:
        """Say whether the words after a comma still describe the speaker."""
        after = self.word(comma + 1)
        if (
            after in ("a", "an", "the", "his", "her", "its", "one", "president", "who’s")
            or after[0].isdigit()
        ):
            nearest = comma + 2
            while (
                nearest < self.end and self.w[nearest] not in (",", QUOTED) and nearest < comma + 20
            ):
                nearest += 1
            return not self.finite(comma + 1, nearest)
        if (
            after in CONJUNCTIONS
            or after in SUBORDINATORS
            or after in PREPOSITIONS
            or after in RELATIVES
        ):
            return False
        if (
            after in PRONOUNS
            or after in VERBS
            or after.endswith(("ing", "ed", "ly"))
            or after == "."
        ):
            return False
        if self.t.capital(comma + 1):
            return self.word(comma + 2) == "," or after in ("jr.", "sr.") or after.endswith(".")
        return not self.finite(comma + 1, min(comma + 8, self.end))

    def _leaves_phrase(self, k: int) -> bool:
        word, after = self.w[k], self.word(k + 1)
        if (word in DAYS and word not in ("this", "march", "may")) or word in ("but", "however"):
            return True
        if self.w[k - 1] in CLOSE_TO:
            return False
        if word in ("in", "on", "during", "at", "after", "to", "about", "by"):
            return (
                not self.t.capital(k + 1)
                or after in DAYS
                or word in ("during", "after", "about", "to")
            )
        if word == "and":
            return not self.opens_phrase(k + 1) or self.finite(k + 1, min(k + 6, self.end))
        return False

    # -- the reported clause --------------------------------------------------------------------

    def clause_after(self, i: int, names: frozenset[str], verb: str) -> int | None:
        """Find where the reported clause that follows the verb at `i` starts, or None."""
        k = i + 1
        if self.word(k) == ":":
            return k + 1 if k + 1 < self.end else None
        that = self.find_that(k, names)
        if that is not None:
            return that
        if "telling" in names:
            k = self._skip_hearer(k)
        k = self._skip_adjunct(k)
        word = self.word(k)
        if word == ":" and k + 1 < self.end:
            return k + 1
        if (word == "," and self.word(k + 1) == QUOTED) or word == QUOTED:
            return k + 1 if word == "," else k
        if word in (".", ",", ";"):
            return None
        said = verb == "say" and self.opens_phrase(k) and self.end - k > 4
        if "reporting" in names and verb not in ONLY_THAT and (said or self._is_clause(k)):
            return k
        if "asking" in names and word in QUESTION_WORDS:
            return k
        if (
            "intending" in names
            and word == "to"
            and self.word(k + 1) not in DETERMINERS
            and not self.t.capital(k + 1 if k + 1 < self.end else k)
        ):
            return k
        return None

    def find_that(self, k: int, names: frozenset[str]) -> int | None:
        """Look a few words ahead for the “that” which opens a reported clause."""
        if not names & {"reporting", "telling", "asking"}:
            return None
        limit = min(k + 14, self.end)
        for m in range(k, limit):
            word = self.w[m]
            if word == "that":
                if m == k or self.word(m - 1) == "," or self._adjunct_only(k, m, names):
                    return m
                return None
            if word in (":", ";", QUOTED) or word in DASHES or word in RELATIVES or word in FINITE:
                return None
        return None

    def _adjunct_only(self, k: int, m: int, names: frozenset[str]) -> bool:
        """Say whether only a hearer, a time or a place stands between verb and “that”."""
        if "telling" in names:
            return True
        word = self.w[k]
        return (
            word in ADJUNCT_STARTS
            or word in DAYS
            or word in ADVERBS
            or word == ","
            or word.endswith("ly")
        )

    def _skip_hearer(self, k: int) -> int:
        """Step over whom it was told to."""
        if self.word(k) in ("him", "her", "them", "me", "us", "you", "reporters", "it"):
            return k + 1
        if not self.opens_phrase(k) and self.word(k) not in (
            "reporters",
            "supporters",
            "voters",
            "people",
        ):
            return k
        m = k
        while m < self.end and m < k + 14:
            word = self.w[m]
            if word in (",", ":", QUOTED, "that", "to", "whether", "if", "how", "why", "what"):
                return m
            if m > k and (
                (word in PRONOUNS and word != "one") or word in ADJUNCT_STARTS or word in DAYS
            ):
                return m
            if m > k and word in DETERMINERS and self.w[m - 1] not in PREPOSITIONS:
                return m
            if m > k and word in FINITE:
                return k
            m += 1
        return m

    def _skip_adjunct(self, k: int) -> int:
        """Step over when and where it was said: on Monday in a televised interview."""
        while (self.word(k) in DAYS and self.word(k) not in ("this", "next")) or self.word(k) in (
            "again",
            "of",
            "about",
        ):
            if self.word(k) in ("of", "about"):
                nearest = self._adjunct_end(k)
                if nearest is None:
                    return k
                k = nearest
                continue
            k += 1
        if self.word(k) in ADJUNCT_STARTS or self.word(k) == "to":
            nearest = self._adjunct_end(k)
            if (nearest is not None and self.word(k) != "to") or (
                nearest is not None and self.opens_phrase(k + 1)
            ):
                return nearest
        if self.word(k) == "," and self.word(k + 1) in (*ADJUNCT_STARTS, *ADVERBS):
            nearest = self._adjunct_end(k + 1)
            if nearest is not None:
                return nearest
        return k

    def _adjunct_end(self, k: int) -> int | None:
        """Give where an adjunct that starts at `k` is over, if the clause visibly starts there."""
        limit = min(k + 22, self.end)
        for m in range(k + 1, limit):
            word = self.w[m]
            if word in (":", "that", QUOTED):
                return m
            if word == "," and self.word(m + 1) == QUOTED:
                return m
            if word == "," and (self.opens_phrase(m + 1)):
                continue
            if (
                self.w[m - 1] in DAYS
                and word not in DAYS
                and (self.opens_phrase(m) or word in ("there",))
            ):
                return m
            if word in ("he", "she", "they", "it", "we", "i", "there") and self.finite(
                m + 1, min(m + 5, self.end)
            ):
                return m
            if (
                word in ("the", "a", "his", "her", "their")
                and self.w[m - 1] not in PREPOSITIONS
                and m > k + 2
            ):
                return m
        return self.end if limit == self.end else None

    def _is_clause(self, k: int) -> bool:
        """Say whether a clause with its own verb starts at `k`."""
        word = self.word(k)
        if word in NO_CLAUSE_STARTS or word in SUBORDINATORS - {"if", "when", "so"}:
            return False
        return self.finite(k, min(k + 25, self.end))

    def clause_end(self, k: int) -> int:
        """Give where the reported clause that starts at `k` ends."""
        for m in range(k + 1, self.end):
            word = self.w[m]
            if word == "," and self._leaves_clause(m):
                return m
            if word == ";" and self.finite(m + 1, self.end):
                return m
            if word in ("and", "but") and self._next_cue_follows(m + 1):
                return m
            if self.w[m - 1] == QUOTED and self._comma_inside(m - 1) and self._leaves_clause(m - 1):
                return m
        return self.end

    def _comma_inside(self, q: int) -> bool:
        return self.t.last_mark(q) == ","

    def _next_cue_follows(self, i: int) -> bool:
        """Say whether the speaker's next verb stands at `i`: and also suggested that."""
        for m in range(i, min(i + 3, self.end)):
            entry = VERBS.get(self.w[m])
            if entry and entry[1] in ("past", "s", "ing") and m in self.cues and self.is_verb(m):
                if not entry[2] & {"reporting", "telling", "quoting", "naming"}:
                    return False
                return self.clause_after(m, entry[2], entry[0]) is not None or any(
                    m < q < m + 6 for q in self.quoted
                )
            if self.w[m] not in AUXILIARIES and self.w[m] not in ADVERBS:
                return False
        return False

    def _leaves_clause(self, comma: int) -> bool:
        """Say whether the words after this comma are the reporter's again."""
        after = self.word(comma + 1)
        if after == "according":
            return True
        entry = VERBS.get(after)
        if entry and entry[1] == "ing" and entry[2] & {"reporting", "telling"}:
            return True
        if after in LEAVING:
            return any(
                comma < c < comma + (9 if after not in PERSONAL else 4) and self.is_verb(c)
                for c in self.cues
                if "reporting" in VERBS[self.w[c]][2]
            )
        return False
