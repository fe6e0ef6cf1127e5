"""Skill told apart from suspicion: what a set of judgements says about the one who made them.

Somebody who flags everything catches every weak passage and has shown nothing. So hits are always
told beside false alarms, a small set is called small, and how sure a learner was is scored by
rules under which honesty pays.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

# Fewer of either kind and chance alone moves d′ by more than half a unit.
FEWEST = 12

# ICD 203, the seven bands of likelihood, as (lowest, highest) probability.
BANDS = (
    (0.01, 0.05),
    (0.05, 0.20),
    (0.20, 0.45),
    (0.45, 0.55),
    (0.55, 0.80),
    (0.80, 0.95),
    (0.95, 0.99),
)

_NORMAL = NormalDist()
_WIDE = _NORMAL.inv_cdf(0.975)


@dataclass(frozen=True)
class Judgement:
    """One item judged: was it weak (`signal`), was it flagged, and how likely was it held to be.

    `probability` (0 to 1) is the chance the learner gave that the item is what `signal` says:
    weak for a passage, true for a claim. None when nobody asked.
    """

    item: str  # its id; not read when scoring
    signal: bool  # what it is: weak for a passage, true for a claim
    flagged: bool  # whether the learner said that it is weak
    probability: float | None = None  # the learner's, 0 to 1


@dataclass(frozen=True)
class Discernment:
    """How well weak and sound were told apart, in counts, in measures and in one sentence.

    `d_prime` is the distance between weak and sound in the judge's eyes, 0 for none. `criterion`
    is the readiness to flag: below 0 flags readily, above 0 seldom. Both, and the 95 % `interval`
    of `d_prime`, are None when the set is too small to tell.
    """

    hits: int  # weak ones that were flagged
    misses: int  # weak ones that were not
    false_alarms: int  # sound ones that were flagged
    correct_rejections: int  # sound ones that were not
    d_prime: float | None  # in standard deviations
    criterion: float | None  # in standard deviations
    interval: tuple[float, float] | None  # lowest and highest
    sentence: str  # all that in plain words


@dataclass(frozen=True)
class CalibrationRow:
    """One band of likelihood: what was said there, and how often it came true."""

    low: float  # where the band begins, 0 to 1
    high: float  # where it ends
    count: int  # estimates in it
    said: float | None  # mean probability given in this band
    came_true: float | None  # share of these items that were so


@dataclass(frozen=True)
class Calibration:
    """Rows per band, or none yet and the number of judgements still `missing`."""

    rows: tuple[CalibrationRow, ...]  # from the lowest band to the highest
    missing: int  # how many more are needed before there are rows
    sentence: str  # what the rows say in plain words


def discernment(judgements: Iterable[Judgement], *, pooled: bool = False) -> Discernment:
    """Say how well weak passages were told from sound ones, and how readily anything was flagged.

    `pooled` says that the judgements of a whole class are put together; then a small class of
    items is measured too. d′ and c are those of signal detection theory (Green & Swets 1966,
    Signal Detection Theory and Psychophysics), on rates with the log-linear correction (Hautus
    1995, Behavior Research Methods, Instruments, & Computers 27, 46-51). What that adds is shared
    out by the sizes of the two kinds, so that flagging everything is worth exactly 0 even when
    they differ; for equal sizes it is Hautus's one half. The interval is the normal one on the
    variance of d′ by Gourevitch & Galanter (1967, Psychometrika 32, 25-33).
    """
    counts = _count(judgements)
    enough = pooled or min(counts[0] + counts[1], counts[2] + counts[3]) >= FEWEST
    measured = enough and bool(counts[0] + counts[1]) and bool(counts[2] + counts[3])
    d_prime, criterion, interval = _measure(counts) if measured else (None, None, None)
    sentence = _sentence(counts, interval, pooled)
    return Discernment(*counts, d_prime, criterion, interval, sentence)


def _count(judgements: Iterable[Judgement]) -> tuple[int, int, int, int]:
    seen = Counter((bool(j.signal), bool(j.flagged)) for j in judgements)
    return seen[True, True], seen[True, False], seen[False, True], seen[False, False]


def _measure(counts: tuple[int, int, int, int]) -> tuple[float, float, tuple[float, float]]:
    hits, misses, false_alarms, rejections = counts
    share = (hits + misses) / sum(counts)
    hit_z, hit_variance = _z_and_variance(hits, hits + misses, share)
    false_z, false_variance = _z_and_variance(false_alarms, false_alarms + rejections, 1 - share)
    d_prime = hit_z - false_z
    margin = _WIDE * sqrt(hit_variance + false_variance)
    return d_prime, -(hit_z + false_z) / 2, (d_prime - margin, d_prime + margin)


def _z_and_variance(flagged: int, total: int, added: float) -> tuple[float, float]:
    """Return the corrected rate as a normal deviate, and that deviate's variance."""
    size = total + 2 * added
    rate = (flagged + added) / size
    z = _NORMAL.inv_cdf(rate)
    return z, rate * (1 - rate) / size / _NORMAL.pdf(z) ** 2


def _sentence(
    counts: tuple[int, int, int, int], interval: tuple[float, float] | None, pooled: bool
) -> str:
    hits, misses, false_alarms, rejections = counts
    weak, sound = hits + misses, false_alarms + rejections
    if not weak + sound:
        return "There are no judgements yet."
    you = "The class" if pooled else "You"
    told = f"{you} {_caught(hits, weak)} and {_flagged(false_alarms, sound)}."
    return " ".join([told, *_remarks(counts, interval, pooled)])


def _caught(hits: int, weak: int) -> str:
    return f"caught {hits} of {weak} weak {_passages(weak)}" if weak else "saw no weak passages"


def _flagged(false_alarms: int, sound: int) -> str:
    if not sound:
        return "saw no sound ones"
    return f"wrongly flagged {false_alarms} of {sound} sound {'one' if sound == 1 else 'ones'}"


def _passages(count: int) -> str:
    return "passage" if count == 1 else "passages"


def _remarks(
    counts: tuple[int, int, int, int], interval: tuple[float, float] | None, pooled: bool
) -> list[str]:
    """Say what the counts mean, the pattern first and the size of the set last."""
    hits, misses, false_alarms, rejections = counts
    few = min(hits + misses, false_alarms + rejections) < FEWEST
    small = [_too_few(counts)] if few and not pooled else []
    pattern = _pattern(counts, interval)
    return [pattern, *small] if pattern else small


def _pattern(counts: tuple[int, int, int, int], interval: tuple[float, float] | None) -> str | None:
    hits, misses, false_alarms, rejections = counts
    if not misses + rejections:
        return (
            "Flagging everything catches every weak passage, but it does not tell weak from sound."
        )
    if not hits + false_alarms:
        return "Flagging nothing spares every sound passage, but it does not tell weak from sound."
    if _near_chance(counts):
        return "That is close to what tossing a coin would give."
    if interval and interval[0] <= 0 <= interval[1]:
        return "So small a difference can still be luck."
    if interval and interval[1] < 0:
        return "The sound ones were flagged more than the weak: read what each was marked for."
    return None


def _near_chance(counts: tuple[int, int, int, int]) -> bool:
    """Say whether weak and sound were flagged alike: within a tenth, or one passage if few."""
    hits, misses, false_alarms, rejections = counts
    weak, sound = hits + misses, false_alarms + rejections
    if not weak or not sound:
        return False
    return abs(hits / weak - false_alarms / sound) <= max(0.1, 1 / min(weak, sound))


def _too_few(counts: tuple[int, int, int, int]) -> str:
    hits, misses, false_alarms, rejections = counts
    short = min(hits + misses, false_alarms + rejections)
    return (
        f"With only {short} of one kind it is too few to tell skill from luck; "
        f"that takes {FEWEST} of each."
    )


# --- How sure, and how rightly ---


def midpoint(probability: float) -> float:
    """Return the middle of the ICD 203 band that a probability falls in; 0 to 1 in and out.

    Standard: Intelligence Community Directive 203, Analytic Standards. A value on the border of
    two bands belongs to the higher one; anything under 1 % or over 99 % to the outermost.
    """
    low, high = BANDS[_band(_valid(probability))]
    return (low + high) / 2


def _valid(probability: float) -> float:
    if not 0 <= probability <= 1:
        raise ValueError(
            f"A probability lies between 0 (cannot be) and 1 (certain); this is {probability}."
        )
    return probability


def _band(probability: float) -> int:
    return max((i for i, (low, _) in enumerate(BANDS) if probability >= low), default=0)


def _estimates(judgements: Iterable[Judgement]) -> list[tuple[float, bool]]:
    return [
        (_valid(j.probability), bool(j.signal)) for j in judgements if j.probability is not None
    ]


def brier(judgements: Iterable[Judgement]) -> float | None:
    """Return how far off the estimates were: 0 is perfect, 0.25 is always saying 50 %, 1 is worst.

    The mean squared error of `probability` against `signal` (Brier 1950, Monthly Weather Review
    78, 1-3, in its form for two outcomes). Judgements without a probability are left out; None
    when none has one. Raises ValueError for a probability outside 0 to 1.
    """
    estimates = _estimates(judgements)
    if not estimates:
        return None
    return sum((said - came) ** 2 for said, came in estimates) / len(estimates)


def calibration(judgements: Iterable[Judgement], *, least: int = 40) -> Calibration:
    """Compare how sure with how often right, band by band, once there are `least` estimates.

    The rows are the seven ICD 203 bands, the empty ones included (standard reliability table).
    Raises ValueError for a probability outside 0 to 1.
    """
    estimates = _estimates(judgements)
    missing = max(0, least - len(estimates))
    if missing or not estimates:
        return Calibration((), missing, _not_yet(missing))
    rows = tuple(_row(at, estimates) for at in range(len(BANDS)))
    return Calibration(rows, 0, _how_sure(estimates))


def _not_yet(missing: int) -> str:
    if not missing:
        return "There are no estimates yet."
    are = "estimate is" if missing == 1 else "estimates are"
    return f"{missing} more {are} needed before this says anything."


def _row(at: int, estimates: Sequence[tuple[float, bool]]) -> CalibrationRow:
    here = [(said, came) for said, came in estimates if _band(said) == at]
    if not here:
        return CalibrationRow(*BANDS[at], 0, None, None)
    said = sum(s for s, _ in here) / len(here)
    return CalibrationRow(*BANDS[at], len(here), said, sum(c for _, c in here) / len(here))


def _how_sure(estimates: Sequence[tuple[float, bool]]) -> str:
    """Say it for both sides at once: 10 % for something is 90 % against it."""
    sure = sum(max(said, 1 - said) for said, _ in estimates) / len(estimates)
    right = sum(_credit(said, came) for said, came in estimates) / len(estimates)
    if all(said == 0.5 for said, _ in estimates):
        return (
            "You said 50 % every time: honest where you cannot tell, "
            "but it never says which way the evidence points."
        )
    told = f"You were {100 * sure:.0f} % sure on average and right {100 * right:.0f} % of the time."
    return f"{told} {_verdict(sure - right, sqrt(right * (1 - right) / len(estimates)))}"


def _credit(said: float, came: bool) -> float:
    return 0.5 if said == 0.5 else float((said > 0.5) == came)


def _verdict(gap: float, error: float) -> str:
    leeway = max(0.05, _WIDE * error)
    if gap > leeway:
        return "You were surer than you were right."
    if gap < -leeway:
        return "You were right more often than you dared to say."
    return "How sure you were and how often you were right went together."


# --- Agreement ---

Ratings = Iterable[Mapping[str, object] | Sequence[object]]


def agreement(ratings: Ratings) -> float:
    """Return Krippendorff's alpha for labels: 1 is full agreement, 0 is what chance would give.

    `ratings` holds one entry per item: the labels it got, as a list or as rater → label; None is
    a rating that is missing. Items with fewer than two labels pair with nothing and drop out. When
    everybody gave the same one label to everything, nothing could be told apart, and that raises
    ValueError too, as does a set in which no item has two labels.

    Nominal alpha by the coincidences of values within items (Krippendorff 2011, Computing
    Krippendorff's Alpha-Reliability, University of Pennsylvania).
    """
    units = [labels for labels in map(_labels, ratings) if len(labels) > 1]
    if not units:
        raise ValueError(
            "Agreement needs at least one item that two people labelled; here no item has two labels."
        )
    totals = Counter(label for labels in units for label in labels)
    if len(totals) == 1:
        raise ValueError(
            "Everybody used the same label throughout, so agreement cannot be told from habit; "
            "it takes at least two different labels."
        )
    return 1 - _observed_disagreement(units) / _expected_disagreement(totals)


def _labels(entry: Mapping[str, object] | Sequence[object]) -> list[object]:
    values = entry.values() if isinstance(entry, Mapping) else entry
    return [value for value in values if value is not None]


def _observed_disagreement(units: Sequence[Sequence[object]]) -> float:
    size = sum(map(len, units))
    return sum(_unlike_pairs(Counter(u), len(u)) / (len(u) - 1) for u in units) / size


def _expected_disagreement(totals: Counter) -> float:
    size = totals.total()
    return _unlike_pairs(totals, size) / (size * (size - 1))


def _unlike_pairs(counts: Counter, size: int) -> int:
    """Return how many ordered pairs hold two different labels."""
    return size * size - sum(n * n for n in counts.values())
