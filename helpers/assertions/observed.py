"""Lesson 4: what the reporter saw, and sources that asked not to be named."""

import re
from collections.abc import Iterator

from helpers.assertions.kinds import OBSERVED
from helpers.assertions.page import Find, Page

_REPORTER = r"(?:reporters?|correspondents?|journalists?|photographers?)"
_OURS = rf"(?:this (?:newspaper|paper|magazine|website|agency|news outlet|outlet)|(?:this|our|a|an) (?:[A-Z]\w+ )?{_REPORTER}|{_REPORTER}|(?:the )?[A-Z]\w+(?:['’]s)?(?: [A-Z]\w+)? {_REPORTER})"
_SAW = r"(?:saw|sees?|watched|watches|witnessed|counted|heard|observed|visited|found|noticed|toured|walked|stood|photographed|attended|tested|tried|measured|timed|spent)"
_SEEN = r"(?:seen|heard|smelt|smelled|glimpsed|spotted)"

# Name, rank (the lowest decides), pattern, a sentence it reads and one that it must not.
PATTERNS = (
    (
        "the reporter, a newspaper or its crew saw",
        -1,
        rf"\b(?:(?i:this|our|the|an?|two|three)(?: [A-Z][\w'’]+){{0,2}} {_REPORTER}|(?i:this|our) (?:newspaper|crew))\b[^,.;“\"]{{0,60}}?\b{_SAW}\b",
        "A Harrow Gazette reporter counted 40 tents.",
        "The reporter left the paper in 2011.",
    ),
    (
        "a visit by the reporter",
        -1,
        rf"\b(?:visit|tour|trip|walk|drive|inspection|count|test|check|search|call)s?(?: [\w’'-]+){{0,6}}? by {_OURS}",
        "Half the shelves were empty during a visit by reporters.",
        "A visit by the minister ended early.",
    ),
    (
        "seen by the reporter",
        -1,
        rf"\b(?:seen|witnessed|observed|watched|heard|counted|noted|visited|photographed|attended)(?: \w+)? by {_OURS}",
        "The exchange was witnessed by a reporter.",
        "The exchange was witnessed by a neighbour.",
    ),
    (
        "I saw",
        1,
        r"(?<![Aa]s )(?<!have )\b(?:I|[Ww]e)(?: \w+ly| then| also| later)? (?:saw|watched|witnessed|counted|heard|noticed|toured|visited|photographed|observed)\b(?=,| \w)",
        "I counted eleven broken lamps.",
        "As we saw last year, prices can fall.",
    ),
    (
        "could be seen",
        3,
        rf"\b(?:could|can)(?: also| still| clearly| then)* be (?:\w+ly )?{_SEEN}\b(?! as\b)",
        "Smoke could be seen over the port.",
        "The decision could be seen as fair.",
    ),
    (
        "was visible",
        3,
        r"\b(?:was|were|is|are) (?:\w+ly |still )?(?:visible|audible)\b",
        "The damage was still visible.",
        "The visible damage was small.",
    ),
    (
        "were seen leaving",
        3,
        r"\b(?:was|were) (?:\w+ly )?(?:seen|heard|spotted|observed) (?!as\b|by\b|to\b)(?:(?:on|in|at) (?:\w+ ){1,3})?\w+ing\b",
        "Two men were seen carrying boxes.",
        "The move was seen as fair.",
    ),
    (
        "before the reporters' eyes",
        3,
        rf"\b(?:in (?:full |plain )?view of {_REPORTER}|as {_REPORTER} (?:watched|looked on)|{_REPORTER} at the (?:scene|site)\b[^,.;]{{0,30}}?\b{_SAW})\b",
        "The statue fell as reporters looked on.",
        "The statue fell before reporters arrived.",
    ),
)
_COMPILED = [(rank, re.compile(pattern)) for _, rank, pattern, _, _ in PATTERNS]

UNNAMED = re.compile(
    r"conditions? (?:of anonymity|(?:that )?(?:he|she|they|his|her|their)\b)|anonymously"
    r"|(?:request\w*|granted) anonymity|(?:not|n['’]t) (?:be )?authori[sz]ed to"
    r"|(?:ask|declin|refus|request|want|wish|prefer)\w* (?:not )?(?:to be|be) (?:named|identified|quoted)"
    r"|not to be (?:named|identified|quoted)|(?:spoke|speaking) on background"
    r"|(?:withh[eo]ld\w*|not give|to give|not use) (?:his|her|their) (?:full )?(?:sur)?names?"
    r"|(?:name|identity) (?:was|has been|is being|were) (?:withheld|changed)"
    r"|fear of (?:retaliation|reprisals?|retribution)|not (?:be )?(?:named|identified) because",
    re.IGNORECASE,
)


def observed(page: Page) -> Iterator[Find]:
    """Yield what the reporter, or whoever stood there, saw."""
    for rank, pattern in _COMPILED:
        found = pattern.search(page.masked)
        if found:
            yield Find(OBSERVED, None, found.span(), rank)
