"""Who is credited with which words: cues, speakers and reported clauses within one sentence.

Rules over tokens, no parser. A run of quoted words counts as one token, so that what is said
inside the marks never confuses the sentence around them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.quote_marks import Run
from helpers.quote_words import (
    ADJUNCT_STARTS,
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DOUBLE_LIVES,
    FINITE,
    HAVE,
    ONLY_THAT,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYINGS,
    SUBORDINATORS,
    verb_table,
)

VERBS = verb_table()
PERSONAL = frozenset("he she they it we i you who".split())
TIMES = frozenset(
    "day days week weeks month months year years hours minutes time times later".split()
)
LEAVING = frozenset("but and while though although as he she they it".split())
CLOSE_TO = frozenset("briefed familiar close knowledge informed involved".split())
ARTICLES = frozenset(("the", "a", "an"))
QUOTED = "“”"  # the word that stands for a whole run of quoted words
DASHES = frozenset(("—", "–", "--", "―"))
SIGNING = DASHES | {"-", "~"}
STOPS = frozenset(".!?…")
TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Maj|Capt|Adm|Rev|Prof|St|Jr|Sr|vs"
    r"|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind"
    r"|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis)\."
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|[@#$£€]?\w+(?:[’'‑/\-]\w+|[.,:]\d+)*[’']?|…|\.{2,}|--|[^\w\s]"
)


@dataclass
class Tokens:
    """One paragraph cut into words, with each quoted run as a single token."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # lower case
    runs: dict[int, Run] = field(default_factory=dict)  # token number -> run

    def capital(self, i: int) -> bool:
        """Say whether token `i` starts with a capital letter, a mention mark or a quotation."""
        first = self.text[self.starts[i]]
        return first.isupper() or first in '@“"‘'

    def last_mark(self, q: int) -> str:
        """Give the last character of a quoted run, marks nested inside it left aside."""
        run = self.runs[q]
        return self.text[run.start : run.end].rstrip("’'”\"» ")[-1:] or " "

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Give the code points that tokens `a` up to `b` cover."""
        return self.starts[a], self.ends[b - 1]


@dataclass
class Attribution:
    """One reading: these tokens are said by that speaker; ranges are token numbers."""

    cue: tuple[int, int] | None
    speaker: tuple[int, int] | None
    content: list[tuple[int, int]]
    verb: str = ""


def tokenize(text: str, start: int, end: int, runs: list[Run]) -> Tokens:
    """Cut one paragraph into tokens."""
    tokens = Tokens(text)
    position = start
    for run in [*runs, None]:
        stop = run.outer_start if run else end
        for match in TOKEN.finditer(text, position, stop):
            tokens.starts.append(match.start())
            tokens.ends.append(match.end())
            tokens.words.append(match[0].lower())
        if run:
            tokens.runs[len(tokens.words)] = run
            tokens.starts.append(run.outer_start)
            tokens.ends.append(run.outer_end)
            tokens.words.append(QUOTED)
            position = run.outer_end
    return tokens


def sentences(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Give the token ranges of a paragraph's sentences; a quotation stays with its attribution."""
    start, words = 0, tokens.words
    for i, word in enumerate(words):
        if (word in STOPS or word in tokens_ends or word == QUOTED) and _sentence_ends(tokens, i):
            yield start, i + 1
            start = i + 1
    if start < len(words):
        yield start, len(words)


# Abbreviations that can close a sentence as well as stand inside one.
tokens_ends = frozenset(
    ("u.s.", "d.c.", "jr.", "sr.", "inc.", "corp.", "co.", "p.m.", "a.m.", "...")
)
SENTENCE_OPENERS = frozenset("the a an in on he she it they we but and however this that".split())


def _sentence_ends(tokens: Tokens, i: int) -> bool:
    words, after = tokens.words, i + 1
    if after >= len(words):
        return True
    if words[i] == QUOTED:
        return _quotation_ends_sentence(tokens, i)
    if words[after] == QUOTED:
        return words[i] in ".!?" or words[i] == "…"
    if words[i] in tokens_ends:
        return tokens.capital(after) and words[after] in SENTENCE_OPENERS
    return tokens.capital(after) or words[after][0].isdigit() or words[after] in "([-•*"


def _quotation_ends_sentence(tokens: Tokens, i: int) -> bool:
    """Decide whether the words after a quotation that ends in . ? or ! still belong to it."""
    words, last = tokens.words, tokens.last_mark(i)
    if words[i + 1] == QUOTED:
        return last in ".?!…" or tokens.text[tokens.runs[i + 1].start].isupper()
    if words[i + 1] in SIGNING:
        return False
    if last not in ".?!…—-" or not tokens.capital(i + 1) and words[i + 1] not in PRONOUNS:
        return False
    return not _bare_attribution(tokens, i + 1, strict=last == ".")


def _bare_attribution(tokens: Tokens, i: int, strict: bool) -> bool:
    """Say whether “she said.” or “said Smith.” follows, with nothing said after it."""
    words = tokens.words
    for k in range(i, min(i + (5 if strict else 10), len(words))):
        if words[k] in ".?!;":
            return False
        entry = VERBS.get(words[k])
        if entry and "quoting" in entry[2] and words[k] not in DOUBLE_LIVES:
            follow = words[k + 1] if k + 1 < len(words) else "."
            return follow in ".,:" or (not strict and follow != "that")
    return False


class Sentence:
    """One sentence, and the moves that find its cues, speakers and reported clauses."""

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        self.t, self.w = tokens, tokens.words
        self.start, self.end = start, end
        while self.end > start and self.w[self.end - 1] in STOPS:
            self.end -= 1
        self.quoted = [i for i in range(start, self.end) if self.w[i] == QUOTED]
        self.cues = [i for i in range(start, self.end) if self.w[i] in VERBS]
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
                and self._is_verb(i)
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

    def _is_verb(self, i: int) -> bool:
        """Tell a verb from the noun or adjective that is spelt the same."""
        word, before = self.w[i], self.word(i - 1)
        if i == self.start:
            return VERBS[word][1] == "ing" or word not in DOUBLE_LIVES
        if before in ARTICLES:
            return False
        if before in DETERMINERS and word in DOUBLE_LIVES:
            return False
        if before in POSSESSIVES or before.endswith(("’s", "'s")) and before[:-2] not in PRONOUNS:
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
        a = self._skip_introduction(a, b)
        b = self._drop_times(a, b)
        if cut is not None and cut > b and a < b:
            return a, cut
        if a >= b:
            return None
        return a, b

    def _pronoun(self, i: int) -> bool:
        word = self.w[i]
        return word in PERSONAL or "’" in word and word.split("’")[0] in PERSONAL

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
            if inner in ("a", "an", "the", "who", "which", "whose") or inner[0].isdigit():
                if self.t.capital(earlier - 1):
                    return earlier
        return k

    def _clause_start(self, b: int, low: int) -> int:
        """Walk left from `b` to where the clause with this subject begins."""
        a = b
        while a > low:
            word = self.w[a - 1]
            if (
                word in (";", ":", "(")
                or word == QUOTED
                and a < b + 1
                and self._closes_clause(a - 1, b)
            ):
                break
            if word in DASHES or word in RELATIVES and a < b:
                break
            if word in RELATIVES:
                return a - 1
            if word in SUBORDINATORS and not (
                word in ("so", "as", "that", "before", "after", "since", "until")
                and self._nominal(a - 1)
            ):
                break
            if word in ("and", "but", "or") and self._joins_clauses(a - 1, low, b):
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
        return self.t.last_mark(q) in ",.?!…—-" or q + 1 < b and self.w[q + 1] == ","

    def _joins_clauses(self, i: int, low: int, b: int) -> bool:
        """Tell “and” between two clauses from “and” inside one name."""
        if i == low or self.w[i] == "but":
            return True
        return self.finite(low, i) or (
            self.word(i - 1) == "," and not self.finite(low, b) and False
        )

    def _skip_introduction(self, a: int, b: int) -> int:
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
            or self.w[a] in SUBORDINATORS
            and self.w[a] != "that"
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
            return self.opens_phrase(comma + 1) or self.w[comma + 1] in PREPOSITIONS or True
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

    def _drop_times(self, a: int, b: int) -> int:
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
        if self.word(k) in PERSONAL and not self.t.capital(k + 1 if k + 1 < self.end else k):
            if self.word(k + 1) not in ("of", "officials", "people", "others"):
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
        if word in DAYS and word not in ("this", "march", "may") or word in ("but", "however"):
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
        that = self._find_that(k, names)
        if that is not None:
            return that
        if "telling" in names:
            k = self._skip_hearer(k)
        k = self._skip_adjunct(k)
        word = self.word(k)
        if word == ":" and k + 1 < self.end:
            return k + 1
        if word == "," and self.word(k + 1) == QUOTED or word == QUOTED:
            return k + 1 if word == "," else k
        if word in (".", ",", ";"):
            return None
        if "reporting" in names and verb not in ONLY_THAT:
            if self._is_clause(k) or verb == "say" and self.opens_phrase(k) and self.end - k > 4:
                return k
        if "asking" in names and word in (
            "whether",
            "if",
            "why",
            "how",
            "what",
            "who",
            "where",
            "when",
        ):
            return k
        if (
            "intending" in names
            and word == "to"
            and self.word(k + 1) not in DETERMINERS
            and not self.t.capital(k + 1 if k + 1 < self.end else k)
        ):
            return k
        return None

    def _find_that(self, k: int, names: frozenset[str]) -> int | None:
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
                word in PRONOUNS and word != "one" or word in ADJUNCT_STARTS or word in DAYS
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
        while (
            self.word(k) in DAYS
            and self.word(k) not in ("this", "next")
            or self.word(k) in ("again", "of", "about")
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
            if (
                nearest is not None
                and self.word(k) != "to"
                or nearest is not None
                and self.opens_phrase(k + 1)
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
        if word in (
            "to",
            "for",
            "of",
            "with",
            "by",
            "about",
            "on",
            "whether",
            "against",
            "and",
            "or",
            "but",
            "yes",
            "no",
        ):
            return word in ("for",) and False
        limit = min(k + 25, self.end)
        return self.finite(k, limit) and word not in SUBORDINATORS - {"if", "when", "so"}

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
            if entry and entry[1] in ("past", "s", "ing") and m in self.cues and self._is_verb(m):
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
                comma < c < comma + (9 if after not in PERSONAL else 4) and self._is_verb(c)
                for c in self.cues
                if "reporting" in VERBS[self.w[c]][2]
            )
        return False


# -- readings of one sentence -------------------------------------------------------------------

# Verbs that put words on their object by themselves, also inside another's report.
LABELLING = frozenset("call describe dismiss label brand slam blast denounce mock dub".split())
TITLING = frozenset("call label dub term title entitle brand".split())
SPEECH_NOUNS = SAYINGS | frozenset(
    "chant chants cry cries shout shouts slogan headline tweet".split()
)


def attributions(sentence: Sentence) -> list[Attribution]:
    """Read one sentence: every cue with its speaker and what it reports, from left to right."""
    readings: list[Attribution] = []
    for i in sentence.cues:
        if sentence._is_verb(i):
            reading = _read_verb(sentence, i, readings)
            if reading:
                readings.append(reading)
    readings += _according_to(sentence)
    if not readings:
        readings += _signature(sentence) or _colon(sentence)
    return readings


def _signature(s: Sentence) -> list[Attribution]:
    """Read “...” — Name, as under a letter or a motto."""
    if len(s.quoted) != 1 or s.quoted[0] != s.start or s.word(s.start + 1) not in SIGNING:
        return []
    a = s.start + 2
    b = next((k for k in range(a, s.end) if s.w[k] in (",", "(") or s.w[k] in DASHES), s.end)
    if not a < b <= a + 6 or not s.t.capital(a):
        return []
    return [Attribution((a - 1, a), (a, b), [(s.start, s.start + 1)], "—")]


def _read_verb(s: Sentence, i: int, done: list[Attribution]) -> Attribution | None:
    lemma, form, names = VERBS[s.w[i]]
    g = s.group(i)
    if form == "ing" and g == i or form == "base" and s.word(g - 1) == "to":
        return _read_participle(s, i, g, done)
    if s.passive(g, i):
        return _read_passive(s, i, g)
    reading = _read_inverted(s, i, g, done) or _read_postposed(s, i, g, done)
    return reading or _read_preposed(s, i, g, done) or _read_naming(s, i, g, done)


def _read_preposed(s: Sentence, i: int, g: int, done: list[Attribution]) -> Attribution | None:
    """Read “X said that ...” and “X said: “...””."""
    lemma, _, names = VERBS[s.w[i]]
    clause = s.clause_after(i, names, lemma)
    if clause is None:
        return None
    content = [(clause, s.clause_end(clause))]
    speaker = _speaker_before(s, g, done)
    if speaker is None and not any(s.w[k] == QUOTED for k in range(*content[0])):
        return None
    return Attribution((g, i + 1), speaker, content, lemma)


def _speaker_before(s: Sentence, g: int, done: list[Attribution]) -> tuple[int, int] | None:
    """Find the speaker before a verb, or carry on with the last: X went home and said."""
    speaker = s.subject(g, s.start)
    if speaker is None:
        carried = [r.speaker for r in done if r.speaker and r.cue and r.cue[0] < g]
        speaker = main_subject(s, g) or (carried[-1] if carried else None)
    return speaker


def _quotation_before(s: Sentence, edge: int) -> bool:
    """Say whether a quotation that expects more (“...,”) ends just before `edge`."""
    k = edge - 1
    if s.word(k) == ",":
        k -= 1
    return s.word(k) == QUOTED and (s.t.last_mark(k) in ",?!—-…" or s.word(edge - 1) == ",")


def _next_quotation(s: Sentence, k: int) -> list[tuple[int, int]]:
    """Give the quotation that takes up again after “she said,”."""
    for m in range(k, min(k + 14, s.end)):
        if s.w[m] == QUOTED:
            if s.word(m - 1) in (",", ":", "that") or m == k:
                return [(m, s.clause_end(m))]
            return []
        if s.w[m] in VERBS and m in s.cues and VERBS[s.w[m]][1] != "base":
            return []
    return []


def _read_inverted(s: Sentence, i: int, g: int, done: list[Attribution]) -> Attribution | None:
    """Read “...,” said X, the role of Y."""
    _, form, names = VERBS[s.w[i]]
    if "quoting" not in names or form not in ("past", "s") or g != i:
        return None
    comma = s.word(i - 1) == "," and i - 1 > s.start
    if not comma and s.word(i - 1) != QUOTED:
        return None
    if not s.names_speaker(i + 1) or s.word(i + 1) == "that":
        return None
    if not _quotation_before(s, i):
        if s.finite(i + 1, s.end) or not comma or not s.finite(s.start, i - 1):
            return None
    end = s.phrase_after(i + 1)
    if end <= i + 1:
        return None
    content = [(_content_start(s, i, done), i - 1 if comma else i), *_next_quotation(s, end)]
    return Attribution((i, i + 1), (i + 1, end), content, "")


def _content_start(s: Sentence, edge: int, done: list[Attribution]) -> int:
    """Give where the words reported before `edge` start: after the attribution before them."""
    starts = [r.content[-1][0] for r in done if r.content[-1][0] < edge and r.cue[0] < edge]
    return max([s.start, *starts])


def _read_postposed(s: Sentence, i: int, g: int, done: list[Attribution]) -> Attribution | None:
    """Read “...,” X said.  and  The bill is dead, X said.  and  The bill, X said, is dead."""
    names = VERBS[s.w[i]][2]
    if not names & {"quoting", "reporting"}:
        return None
    speaker = _postposed_subject(s, g)
    if speaker is None or speaker[0] <= s.start:
        return None
    a = speaker[0]
    edge = a - 1 if s.word(a - 1) == "," else a
    content = [(_content_start(s, edge, done), edge)]
    if _quotation_before(s, a):
        return Attribution((g, i + 1), speaker, content + _next_quotation(s, i + 1), "")
    if s.word(a - 1) != "," or not _closes(s, i):
        return None
    if s.word(i + 1) == "," and s.word(i + 2) == QUOTED:
        return None  # X said, “...”: nothing before it is reported
    if s.word(i + 1) == "," and i + 2 < s.end:  # in the middle
        content.append((i + 2, s.clause_end(i + 2)))
        if not s.finite(*content[0]) and not s.finite(*content[1]) and not s.quoted:
            return None
    elif not s.finite(*content[0]):
        return None
    return Attribution((g, i + 1), speaker, content, "")


def _closes(s: Sentence, i: int) -> bool:
    """Say whether nothing is reported after the verb at `i`: a time or place at most."""
    follow = s.word(i + 1)
    if follow in (".", ",", ";"):
        return True
    lemma, _, names = VERBS[s.w[i]]
    return lemma in ("say", "write", "tell") and s.clause_after(i, names, lemma) is None


def _postposed_subject(s: Sentence, g: int) -> tuple[int, int] | None:
    """Find the speaker between the reported words and the verb that follows them."""
    k = g - 1
    while k >= s.start and s.w[k] != QUOTED and s.w[k] not in DASHES and g - k < 40:
        k -= 1
    if k >= s.start and s.w[k] == QUOTED and _quotation_before(s, k + 1 + (s.word(k + 1) == ",")):
        a = k + 1 + (s.word(k + 1) == ",")
        if a < g and (not s.finite(a, g) or s.w[g - 1] == ","):
            b = s._drop_times(a, g)
            return (a, b) if a < b and _could_speak(s, a, b) else None
    return _subject_after_comma(s, g)


def _could_speak(s: Sentence, a: int, b: int) -> bool:
    """Say whether tokens `a` up to `b` could be a speaker: no clause, no conjunction."""
    first = s.w[a]
    if first in CONJUNCTIONS or first in SUBORDINATORS or first in PREPOSITIONS:
        return False
    return not first.endswith("ing") and "that" not in s.w[a + 1 : b]


def _subject_after_comma(s: Sentence, g: int) -> tuple[int, int] | None:
    for k in range(g - 2, max(s.start, g - 26), -1):
        if s.w[k] == "," and s.names_speaker(k + 1) and not s.finite(k + 1, g):
            if s.w[g - 1] == "," and (s.w[k + 1] in ARTICLES or not s.t.capital(k + 1)):
                continue  # a description of the speaker: look further left for the name
            b = s._drop_times(k + 1, g)
            return (k + 1, b) if k + 1 < b else None
    return None


def _inside_report(i: int, done: list[Attribution]) -> bool:
    return any(a <= i < b for reading in done for a, b in reading.content)


def _read_naming(s: Sentence, i: int, g: int, done: list[Attribution]) -> Attribution | None:
    """Read a verb that sets its object in someone's words: called it “a disgrace”."""
    lemma, _, names = VERBS[s.w[i]]
    if not names & {"naming", "quoting", "telling", "asking"}:
        return None
    if not any(i < q < i + 30 for q in s.quoted):
        return None
    if lemma in TITLING and s.word(i + 1) == QUOTED:
        return None  # a film called “...”
    if _inside_report(i, done) and lemma not in LABELLING:
        return None
    speaker = _speaker_before(s, g, done)
    if speaker is None:
        return None
    return Attribution((g, i + 1), speaker, [(i + 1, s.clause_end(i + 1))], lemma)


def _read_participle(s: Sentence, i: int, g: int, done: list[Attribution]) -> Attribution | None:
    """Read “..., adding that ...”: the speaker is that of the cue before it, or of the clause."""
    lemma, form, names = VERBS[s.w[i]]
    clause = s.clause_after(i, names, lemma)
    if clause is None:
        if not any(i < q < i + 12 for q in s.quoted) or not names & {"naming", "quoting"}:
            return None
        if _inside_report(i, done) and lemma not in LABELLING or s.word(i + 1) == QUOTED:
            return None
        clause = i + 1
    if form == "base":
        g = i
        if s.word(clause) not in ("that", QUOTED) and lemma not in ("say", "tell"):
            return None
    speaker = _participle_subject(s, i, done)
    if speaker is None:
        return None
    return Attribution((g, i + 1), speaker, [(clause, s.clause_end(clause))], lemma)


def _participle_subject(s: Sentence, i: int, done: list[Attribution]) -> tuple[int, int] | None:
    before = s.word(i - 1)
    loose = before in (",", "to", "and", "while", QUOTED) or before in PREPOSITIONS or i == s.start
    if not loose:  # a statement saying that: the noun before it speaks
        edge = next((k + 1 for k in range(i - 1, s.start, -1) if s.w[k] == ","), s.start)
        return s.subject(i, edge + (s.w[edge] == "with"))
    for reading in reversed(done):
        if reading.speaker and reading.cue and reading.cue[0] < i:
            return reading.speaker
    return main_subject(s, i)


def main_subject(s: Sentence, limit: int) -> tuple[int, int] | None:
    """Guess the subject of the sentence's main clause: the first name or noun phrase."""
    a = s._skip_introduction(s.start, limit)
    b = a
    while b < limit and not _ends_subject(s, a, b):
        b += 1
    if a < b and (s.opens_phrase(a) or s.w[a].endswith("s")):
        return a, b
    return None


def _ends_subject(s: Sentence, a: int, b: int) -> bool:
    word = s.w[b]
    if (
        word in FINITE
        or word in (",", ";", ":", "(", QUOTED)
        or word in DASHES
        or word in RELATIVES
    ):
        return True
    if b == a:
        return False
    if word in VERBS and s._is_verb(b) and word not in DOUBLE_LIVES:
        return True
    if word in PREPOSITIONS and word not in ("of", "for") or word in ADVERBS:
        return True
    return word.endswith(("ed", "ly")) and not s.t.capital(b) or s.w[b - 1] in PRONOUNS


def _read_passive(s: Sentence, i: int, g: int) -> Attribution | None:
    """Read “was told by X that ...”: the speaker follows “by”."""
    lemma, _, names = VERBS[s.w[i]]
    speaker, k = _agent(s, i + 1)
    clause = s._find_that(k, names)
    if clause is None and s.word(k) == QUOTED:
        clause = k
    if clause is None and s.word(k) in ("as", "to", "for", ":") and lemma not in ("know", "use"):
        clause = k + 1 if any(k < q < k + 8 for q in s.quoted) else None
    if clause is None:
        return None
    end = s.clause_end(clause)
    if speaker is None:
        after = next((q + 1 for q in s.quoted if q >= clause), end)
        speaker, _ = _agent(s, after)
        end = after if speaker else end
    return Attribution((g, i + 1), speaker, [(clause, end)], lemma)


def _agent(s: Sentence, k: int) -> tuple[tuple[int, int] | None, int]:
    """Read “by X” at `k`."""
    if s.word(k) == "by" and (s.opens_phrase(k + 1) or s.word(k + 1)[0].isalpha()):
        end = s.phrase_after(k + 1)
        if end > k + 1:
            return (k + 1, end), end
    return None, k


def _according_to(s: Sentence) -> list[Attribution]:
    """Read “according to X”, wherever it stands."""
    found = []
    for k in range(s.start, s.end - 2):
        if s.w[k] == "according" and s.w[k + 1] == "to":
            end = s.phrase_after(k + 2)
            content = _according_content(s, k, end)
            if end > k + 2 and content:
                found.append(Attribution((k, k + 2), (k + 2, end), content, "according"))
    return found


def _according_content(s: Sentence, k: int, end: int) -> list[tuple[int, int]]:
    after = end + (s.word(end) in (",", ":"))
    follows = s.word(end) in (",", ":") and after < s.end
    if k - s.start < 3 and not s.finite(s.start, k):
        return [(after, s.clause_end(after))] if after < s.end else []
    b = k - (s.word(k - 1) == ",")
    breaks = [m + 1 for m in range(s.start, b) if s.w[m] in (":", ";")]
    start = breaks[-1] if breaks else s.start
    content = [(start, b)] if start < b else []
    if follows and s.word(k - 1) == "," and not s.finite(s.start, b):
        content.append((after, s.end))
    return content


def _colon(s: Sentence) -> list[Attribution]:
    """Read “X: ...” where X is a short name: a transcript, a caption or a headline."""
    for k in range(s.start + 1, s.end - 1):
        if s.w[k] != ":":
            continue
        if s.word(k + 1) == QUOTED:
            return _words_before_colon(s, k)
        name = all(
            s.t.capital(m) or s.w[m] in ("of", "the", "and", "for") for m in range(s.start, k)
        )
        if name and k - s.start <= 5 and s.finite(k + 1, s.end):
            return [Attribution((k, k + 1), (s.start, k), [(k + 1, s.end)], ":")]
        return []
    return []


def _words_before_colon(s: Sentence, k: int) -> list[Attribution]:
    """Read “She went on: “...”” and “Smith: “...””."""
    speaker = main_subject(s, k)
    if speaker is None:
        return []
    near = 0 < k - speaker[1] <= 4
    cue = (speaker[1], k) if near else (k, k + 1)
    return [Attribution(cue, speaker, [(k + 1, s.end)], ":")]
