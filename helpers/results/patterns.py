"""What a learner's differences from the key have in common, if anything: in counts, no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.results.choices import Compared


@dataclass(frozen=True)
class Pattern:
    """The commonest way in which answers differ from the key's."""

    sort: str  # `none`, `one`, `pair`, `key`, `mine` or `mixed`, see `pattern`
    differ: int  # answers that the key does not accept
    times: int = 0  # of these, those of the pattern
    of: int = 0  # answers that could have been of the pattern
    mine: str = ""  # the option that was chosen in all of them, or ""
    key: str = ""  # the key's option in all of them, or ""


def pattern(rows: Sequence[Compared]) -> Pattern:
    """Return what the differences have in common; two of a sort are the least that counts.

    `pair`: one option taken for one other. `key`: one option of the key's, taken for several others.
    `mine`: one option chosen in the place of several others. `mixed`: no two are of a sort.
    `none` and `one` say how many there are, where that is too few.
    """
    found = [(row.mine, row.key.kind) for row in rows if row.outcome == "differs"]
    if len(found) < 2:
        return Pattern("one" if found else "none", len(found))
    pair, times = Counter(found).most_common(1)[0]
    if times > 1:
        return Pattern("pair", len(found), times, _given(rows, pair[1]), *pair)
    key, times = Counter(key for _, key in found).most_common(1)[0]
    if times > 1:
        return Pattern("key", len(found), times, _given(rows, key), key=key)
    mine, times = Counter(mine for mine, _ in found).most_common(1)[0]
    if times > 1:
        return Pattern("mine", len(found), times, sum(row.mine == mine for row in rows), mine=mine)
    return Pattern("mixed", len(found))


def _given(rows: Sequence[Compared], kind: str) -> int:
    return sum(row.key.kind == kind for row in rows)
