"""Word lists for finding who said what: our own, made by reading news reports.

A verb stands in the list of each company it keeps; one verb may stand in several.
"""

# Verbs after which a quotation may stand, or before which ("...," she said) it often does.
QUOTING = """
    say tell add ask write note explain continue reply respond answer announce declare recall joke
    quip tweet retweet post warn insist argue conclude claim assert observe remark shout yell
    exclaim state admit concede acknowledge lament report suggest predict complain wonder boast
    brag beam boom muse proclaim stress emphasize emphasise counter retort quote email text
    caption chant whisper scream testify contend maintain reiterate repeat begin read promise vow
    pledge agree urge demand confess deadpan fume gush opine order plead recount reason vent
    elaborate clarify interject intone mutter murmur reflect sum echo confirm caution allege
    advise close finish fire shoot snap
"""
# Verbs whose reported clause follows with or without "that".
REPORTING = """
    say tell add note announce report write argue claim believe think insist warn acknowledge admit
    explain state declare reveal conclude predict promise vow recall concede deny allege assert
    indicate show find confirm tweet stress emphasize emphasise estimate contend complain joke
    reiterate repeat testify maintain hope fear agree learn suggest boast brag caution worry
    speculate hint signal swear assure remind inform imply mention disclose proclaim observe remark
    reply respond lament muse opine pledge discover determine suspect doubt realize realise
    guess recount reason rule advise post assume demonstrate quip feel know point propose
    recommend expect counter continue calculate project
    shout charge argue vent affirm underscore understand convince persuade certify attest
"""
# Verbs that put a question: "asked whether", "explained why".
ASKING = """
    ask wonder explain question say tell reveal describe show know indicate decide discuss
    clarify understand acknowledge note inquire see recall
"""
# Verbs with a hearer between them and the reported clause.
TELLING = """
    tell remind inform assure warn ask urge promise advise show convince persuade encourage
    notify order implore beg text email instruct
"""
# Verbs whose reported words are an infinitive: "vowed to", "urged them to".
INTENDING = """
    promise vow pledge threaten offer urge ask tell warn agree swear claim propose
    encourage implore beg demand call hope expect order plead advise instruct
"""
# Verbs that set their object in someone's words: called it “a disgrace”.
NAMING = """
    call describe dismiss label brand slam blast criticize criticise praise accuse denounce mock
    refer characterize characterise tout hail deride decry condemn attack defend dub blame rip
    cite mention use express promise reject question demand declare term deem portray vow paint
    claim compare bash assail blasting lambaste lash ridicule invoke discuss address apologize
    apologise deny accept welcome threaten offer express describe urge speak talk see view consider
    regard depict champion promote endorse push advocate back support favor favour oppose
    thank congratulate commend applaud laud reference highlight label title entitle
"""
# Verbs of poor evidence by themselves: they count only beside quoted words or before "that".
ONLY_THAT = frozenset(
    """
    learn discover determine suspect doubt realize realise know feel point propose recommend
    expect charge rule hear see understand affirm attest certify advise read convince
    persuade post imply remark observe project calculate mention demonstrate underscore
    signal assume show remind inform hint respond reply continue counter begin state pledge maintain
    reason disclose
""".split()
)
IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote writing written",
    "think": "thinks thought thinking",
    "show": "shows showed showing shown",
    "find": "finds found finding",
    "swear": "swears swore swearing sworn",
    "begin": "begins began beginning begun",
    "know": "knows knew knowing known",
    "feel": "feels felt feeling",
    "see": "sees saw seeing seen",
    "shoot": "shoots shot shooting",
    "read": "reads read reading",
    "understand": "understands understood understanding",
    "hear": "hears heard hearing",
    "speak": "speaks spoke speaking spoken",
    "seek": "seeks sought seeking",
    "paint": "paints painted painting",
    "beg": "begs begged begging",
    "brag": "brags bragged bragging",
    "quip": "quips quipped quipping",
    "dub": "dubs dubbed dubbing",
    "rip": "rips ripped ripping",
    "sum": "sums summed summing",
    "plan": "plans planned planning",
    "snap": "snaps snapped snapping",
    "admit": "admits admitted admitting",
    "concede": "concedes conceded conceding",
    "refer": "refers referred referring",
    "prefer": "prefers preferred preferring",
    "vow": "vows vowed vowing",
    "chant": "chants chanted chanting",
    "ring": "rings rang ringing",
    "fire": "fires fired firing",
    "learn": "learns learned learnt learning",
    "agree": "agrees agreed agreeing",
}
# Forms that are as often nouns, adjectives or other verbs: what stands before them decides.
DOUBLE_LIVES = frozenset(
    """
    report reports claim claims charge charges note notes promise promises hope hopes fear fears
    question questions demand demands plan plans offer offers text email texts emails tweet tweets
    post posts order orders project projects estimate estimates joke jokes doubt doubts answer
    answers reply state states show shows finding findings warning saying meaning feeling thinking
    opening suspect suspects signal signals counter close reason reasons vow vows pledge pledges
    remark remarks guess suggesting call calls back support attack attacks use view views title
    push reject address blame label brand champion claim quote quotes fire ring finish echo
    recall recount rule rules point points worry worries begin read reads thought posting writing
    praise favor hint hints discuss offering talk talks shooting closing
""".split()
)

AUXILIARIES = frozenset(
    """
    is are was were be been being am has have had having will would could can may might should must
    shall do does did didn’t doesn’t don’t hasn’t haven’t hadn’t wouldn’t won’t isn’t wasn’t aren’t
    weren’t couldn’t can’t cannot didn't doesn't don't hasn't haven't hadn't wouldn't won't isn't
    wasn't aren't weren't couldn't can't
""".split()
)
BE = frozenset("is are was were be been being am isn’t wasn’t aren’t weren’t".split())
ADVERBS = frozenset(
    """
    also then later further again still now once repeatedly recently previously earlier first just
    only even never always often sometimes already soon instead not himself herself themselves
    itself once simply merely long once both either all rightly wrongly there has
""".split()
)
PRONOUNS = frozenset(
    """
    he she they it we i you who one some many others most everyone someone anyone nobody none
    both another several few
""".split()
)
DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your some many most several few all
    both each every any no another one two three four five six seven eight nine ten dozens
    other such more
""".split()
)
POSSESSIVES = frozenset("his her its their our my your whose".split())
PREPOSITIONS = frozenset(
    """
    in on at by for from with of to about against after before during over under into through
    without within between among since until despite like as amid per via toward towards
    following including concerning regarding around near upon across along beyond
    besides unlike according given speaking citing asked
""".split()
)
SUBORDINATORS = frozenset(
    """
    that because although though while whereas if when unless until whether after before since as
    once how why what where so then even whenever wherever
""".split()
)
RELATIVES = frozenset("who which whose whom where".split())
CONJUNCTIONS = frozenset("and but or nor yet so plus".split())
DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow
    january february march april june july august september october november december jan. feb.
    aug. sept. oct. nov. dec. earlier later recently afterward afterwards week month year
    morning afternoon evening night last this next
""".split()
)
FINITE = AUXILIARIES | frozenset(
    """
    said says went made took came got gave became began knew thought saw told wrote won lost ran
    led held kept left met paid put sent set spoke stood found felt brought bought built chose
    drew fell fought grew heard hit hurt laid lay let rose sat sold shot spent struck swore taught
    threw wore believe think want need know see say seem remain include get make take go come keep
    works wants needs seems remains includes gets makes takes goes comes keeps knows sees looks
    appears means shows deserves lacks ought used
    he’s she’s it’s they’re we’re you’re i’m there’s that’s what’s i’ve we’ve they’ve you’ve i’d
    we’d they’d he’d she’d i’ll we’ll they’ll he’ll she’ll it’ll who’s
""".split()
)
# Places and times of speaking, which stand between a verb and the reported clause.
ADJUNCT_STARTS = frozenset("in on at during after before to from by via through last this".split())

# Nouns that name something said: "the claim that", "its warning that".
SAYINGS = frozenset(
    """
    claim claims statement statements allegation allegations assertion assertions suggestion
    suggestions belief argument arguments accusation accusations warning warnings report reports
    announcement contention insistence promise promises prediction predictions view notion fear
    fears hope hopes charge charges concern concerns idea speculation rumor rumors conclusion
    finding findings assurance assurances admission revelation denial pledge vow threat complaint
    complaints remark remarks comment comments worry worries opinion
""".split()
)

PERSONAL = frozenset("he she they it we i you who".split())
TIMES = frozenset(
    "day days week weeks month months year years hours minutes time times later".split()
)
LEAVING = frozenset("but and while though although as he she they it".split())
CLOSE_TO = frozenset("briefed familiar close knowledge informed involved".split())
ARTICLES = frozenset(("the", "a", "an"))


def forms(lemma: str) -> list[tuple[str, str]]:
    """Give a verb's forms, each with its name: base, s, past, ing."""
    if lemma in IRREGULAR:
        names = ["s", "past", "ing", "past"]
        words = IRREGULAR[lemma].split()
        if lemma == "learn":
            names = ["s", "past", "past", "ing"]
        return [(lemma, "base"), *zip(words, names, strict=False)]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [
            (lemma, "base"),
            (stem[:-1] + "ies", "s"),
            (stem[:-1] + "ied", "past"),
            (lemma + "ing", "ing"),
        ]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [(lemma, "base"), (third, "s"), (stem + "ed", "past"), (stem + "ing", "ing")]


def verb_table() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Map each form of each verb to its lemma, the form's name, and the lists it stands in."""
    lists = {
        "quoting": QUOTING,
        "reporting": REPORTING,
        "asking": ASKING,
        "telling": TELLING,
        "intending": INTENDING,
        "naming": NAMING,
    }
    company: dict[str, set[str]] = {}
    for name, words in lists.items():
        for lemma in words.split():
            company.setdefault(lemma, set()).add(name)
    table = {}
    for lemma, names in company.items():
        for word, form in forms(lemma):
            table[word] = (lemma, form, frozenset(names))
    return table


VERBS = verb_table()
