"""The kit's fixed words. These ids stay put; what people read on screen is kept apart from them."""

KINDS = ("attributed", "unattributed", "interpretation", "opinion", "quotation")
"""What kind of sentence this is, by its language alone."""

JUDGEMENT = frozenset({"interpretation", "opinion"})
"""The kinds in which the writer judges. The other three report."""

SURENESS = ("guess", "fairly-sure", "sure")
"""How sure learners are of their own choice of a label."""

WEIGHTS = ("clear", "arguable")
"""A loaded word that clearly evaluates, or a borderline one that costs nothing either way."""

VOICES = ("writer", "speaker")
"""Whose word it is: the writer's, or that of somebody quoted."""

GENRES = (
    "Actuality",
    "Analysis",
    "Background",
    "Current",
    "Feature",
    "Interview",
    "Opinion",
    "Press Release",
    "Review",
    "Summary",
)
"""Article-level types, a subset of the IPTC Genre NewsCodes."""

CLAIM_VERDICTS = (
    "supported",
    "partly-supported",
    "disputed",
    "contradicted",
    "could-not-be-checked",
)
"""What the evidence that was seen says about one claim."""

STANCES = ("supports", "challenges", "context")
"""How a piece of evidence stands to a claim."""

CANNOT = "cannot"
"""The answer that a claim cannot be judged from what there is to see."""

ESTIMATES = ("1-5", "5-20", "20-45", "45-55", "55-80", "80-95", "95-99", CANNOT)
"""How likely a claim is, in the seven bands of ICD 203 (in per cent), or not to be judged."""
