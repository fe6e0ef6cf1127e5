"""Lesson 4, weighing assertions: who or what a sentence says it knows this from.

`sourcing` looks for the words that point at a source ("said", "according to", "reportedly"), takes
the words that name it, and sorts those by lists kept in this file. It reads language only: it
cannot tell whether the source exists, said so, or is right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

PERSON = "named-person"
BODY = "named-organisation-or-document"
ANONYMOUS = "anonymous"
VAGUE = "vague"
OBSERVED = "observed"
NONE = "none"

# A page pasted as one sentence must not cost more than its length, so every look to the left or
# right of a cue stops here; no attribution in edited prose is longer.
_REACH = 60
_CONTEXT = 1500


@dataclass(frozen=True)
class Sourcing:
    """How a sentence is sourced, and the words that show it.

    `source` and `cue` are (start, end) code points in the sentence; either is None when the
    sentence has no such words ("reportedly" is a cue without a source).
    """

    kind: str
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None


class _Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int
    shape: str  # "Cap", "low", "num", "quote" or the punctuation mark itself


class _Find(NamedTuple):
    kind: str
    source: tuple[int, int] | None
    cue: tuple[int, int]
    rank: int  # 0 says plainly where the words come from; higher ranks only count without one


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# --- Word lists. Each answers one question about one word, in lower case. ---

_ANONYMOUS = _words(
    "official officials source sources aide aides insider insiders adviser advisers advisor",
    "advisors diplomat diplomats staffer staffers informant informants whistleblower envoy",
    "whistleblowers whistle-blower whistle-blowers operative operatives confidant confidants",
    "witness witnesses eyewitness eyewitnesses bystander bystanders onlooker onlookers passer-by",
    "resident residents neighbour neighbours neighbor neighbors villager villagers survivor",
    "survivors relative relatives friend friends colleague colleagues classmate classmates",
    "employee employees worker workers staff executive executives manager managers engineer",
    "engineers lawyer lawyers attorney attorneys negotiator negotiators investigator envoys",
    "investigators detective detectives officer officers soldier soldiers commander commanders",
    "strategist strategists fundraiser donor donors delegate delegates lobbyist lobbyists banker",
    "bankers trader traders lawmaker lawmakers legislator legislators juror jurors nurse nurses",
    "doctor doctors teacher teachers passenger passengers detainee detainees prisoner prisoners",
    "guard guards contractor contractors participant participants attendee attendees defector",
    "defectors courier couriers tenant tenants shopkeeper shopkeepers patient patients parent",
    "counsel helper helpers consultant consultants driver drivers pilot pilots student students",
    "protester protesters fisherman fishermen mother father brother sister cousin uncle aunt wife",
    "husband son daughter widow mourner mourners victim victims volunteer volunteers refugee",
    "refugees migrant migrants associate associates acquaintance acquaintances intermediary",
    "intermediaries ally allies buyer buyers supplier suppliers counterpart counterparts",
)
_PEOPLE = _words(
    "people persons person individuals individual man men woman women somebody someone"
)
_KNOWS = _words(
    "familiar briefed close knowledge informed involved aware directly present privy acquainted",
    "attended heard spoke asked declined requested",
)
_SPOKES = _words(
    "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons spokeswomen",
    "representative representatives rep",
)
_VAGUE = _words(
    "critics critic experts expert analysts analyst observers observer commentators commentator",
    "economists economist scientists scientist researchers researcher scholars historians doctors",
    "specialists pundits pollsters academics academic forecasters sceptics",
    "skeptics supporters opponents advocates activists campaigners proponents detractors",
    "defenders watchers rumours rumors rumour rumor speculation gossip reports",
    "accounts some many others most several few somebody everyone everybody people voters",
    "conservatives liberals progressives republicans democrats moderates investors consumers",
    "markets commenters users media press outlets newspapers tabloids pundit parents farmers",
    "americans britons europeans environmentalists theorists",
    "studies surveys polls research evidence word legend tradition allegations",
    "claims sceptic skeptic rivals foes enemies admirers fans loyalists veterans industry",
    "pollster one those backers women men politicians leaders they evangelicals",
    "scholarship estimates expectations forecasts projections theory consensus lore",
    "bloggers influencers educators conservationists ecologists virologists epidemiologists",
    "climatologists physicians clinicians psychologists sociologists",
)
_BODIES = _words(
    "company companies firm ministry department agency government administration authorities",
    "police army military navy council committee commission court courts party union unions group",
    "groups campaign charity university college school hospital bank airline newspaper paper",
    "magazine network broadcaster outlet channel station regulator watchdog organisation",
    "organization parliament senate congress cabinet board office bureau embassy consulate",
    "church foundation institute association federation league team club coalition alliance",
    "prosecutors prosecution defence defense regime opposition state municipality city county",
    "utility operator manufacturer maker carmaker retailer supermarket lender insurer publisher",
    "startup start-up think-tank thinktank tribunal panel task-force taskforce force service",
    "services coastguard conglomerate chain brewer drugmaker chipmaker developer",
    "society museum orchestra secretariat bloc mission fund pac corporation venture studio",
    "institution institutions nonprofit non-profit lab laboratory observatory brigade militia",
    "palace kremlin leadership organisers organizers owner owners body delegation jury",
    "authority developers producers airlines judges insurers leadership garda gardaí",
)
_DOCUMENTS = _words(
    "report poll survey study memo memorandum filing filings data figures records record documents",
    "document letter email emails e-mail e-mails statement statements transcript transcripts",
    "lawsuit complaint indictment affidavit affidavits audit census release book website post",
    "posts tweet tweets video footage article editorial analysis assessment assessments ruling",
    "budget dossier log logs minutes statistics index register registry database archive archives",
    "plan draft bill law constitution charter treaty contract testimony verdict judgment decree",
    "notice note notes diary diaries message messages cable cables photo photos photograph",
    "photographs image images recording recordings paper papers review inquiry investigation",
    "investigations findings forecast estimate brief briefing bulletin manifesto blog column",
    "op-ed documentary film broadcast account warrant petition submission invoice",
    "invoices receipts spreadsheet map maps certificate autopsy presentation ad advertisement",
    "pamphlet leaflet white-paper communique communiqué readout summary chart graph page profile",
    "ledger ledgers manuscript inscription ballots returns disclosure disclosures",
    "journal encyclopedia textbook history biography memoir interview obituary caption podcast",
    "placard sign banner inspection inquest tests measurements readings sensors screenshots",
    "slide slides average screenshot text texts excerpt excerpts scorecard tally count timeline agenda itinerary",
)
# Several of these with no owner's name ("studies show") point at nothing a reader could look up.
_LOOSE_PLURALS = _words(
    "reports studies surveys polls research evidence estimates accounts investigations statistics",
    "findings data history tradition readings forecasts photos photographs texts tests posts",
)
_OFFICIAL = _words(
    "court official government police tax financial internal company public property phone bank",
    "flight satellite leaked declassified confidential federal state corporate shipping census",
    "military hospital medical school voting election planning campaign-finance regulatory annual",
    "newly-released released unsealed coroner's council payroll land parliamentary ship-tracking",
    "intelligence procurement customs security trade planning legal sealed classified archived",
)
_ROLES = _words(
    "president prime-minister premier chancellor minister secretary senator congressman mayor",
    "congresswoman representative governor judge justice chairman chairwoman chair chief director",
    "professor general admiral colonel captain sheriff king queen prince princess pope bishop",
    "archbishop cardinal imam rabbi candidate nominee coach ceo founder author singer actor actress",
    "businessman businesswoman billionaire tycoon mogul defendant suspect plaintiff congressman",
    "leader ambassador commissioner principal dean priest editor writer poet novelist",
    "philosopher playwright historian economist striker goalkeeper champion winner",
    "incumbent frontrunner front-runner democrat republican conservative independent mp host",
    "comedian filmmaker photographer pastor reverend astronaut scientist lawyer farmer veteran",
    "doctor surgeon prosecutor treasurer speaker whip deputy owner baker",
    "entrepreneur politician activist teacher widow mother father chemist physicist midfielder",
)
_TITLES = _words(
    "mr mrs ms miss mx dr prof professor sen senator rep congressman congresswoman representative",
    "gov governor president vice-president premier chancellor minister secretary mayor judge justice",
    "gen general lt col colonel maj major capt captain sgt sergeant adm admiral cmdr commander",
    "sheriff chief director chairman chairwoman chair king queen prince princess pope sir dame",
    "lord lady rev reverend bishop archbishop cardinal imam rabbi sheikh ayatollah ambassador",
    "commissioner speaker leader ceo cfo coach spokesman spokeswoman spokesperson analyst",
    "attorney lawyer economist candidate inspector superintendent constable deputy officer host",
    "actor actress singer author editor correspondent counsel head taoiseach councillor cllr",
    "officer manager strategist adviser advisor envoy coordinator curator producer founder mp",
    "baroness baron earl duke duchess emir sultan brigadier corporal",
    "nominee tycoon businessman star defender striker pastor father sister brother comrade emperor",
)
_PROPER_BODY = _words(
    "ministry department agency government administration council committee commission court party",
    "union group campaign university college school hospital bank airlines airways times post news",
    "journal guardian herald tribune telegraph gazette chronicle observer independent mirror sun",
    "foundation institute association federation league team club coalition alliance society",
    "inc corp corporation ltd llc plc gmbh ag co company holdings partners technologies motors",
    "industries international network watch center centre office bureau embassy parliament senate",
    "congress house assembly cabinet board authority service services police army navy force forces",
    "guard coastguard command organisation organization nations fund trust reserve treasury",
    "exchange museum church synagogue mosque press media magazine radio television tv broadcasting",
    "studios kremlin pentagon state city county republic republicans democrats",
    "labour tories conservatives greens lib-dems hamas hezbollah taliban houthis opec registry",
    "laboratory laboratories observatory academy charity secretariat division project initiative",
    "network workers teachers americans brothers bros systems energy electric oil gas petroleum",
    "pharmaceuticals pharma railways rail steel mining foods stores supermarkets",
    "health education defence defense justice interior affairs transport agriculture finance",
    "borders rescue relief action front movement brigade brigades militia cartel caucus tribunal",
    "globe standard examiner inquirer weekly daily mail express monitor review bulletin wire",
)
_PROPER_DOCUMENT = _words(
    "report poll survey study memo index act constitution bill census audit lawsuit bible koran",
    "statement letter article book data figures papers documents review investigation analysis",
)
_KNOWN_BODIES = _words(
    "reuters ap afp bbc cnn nbc abc cbs msnbc npr bloomberg politico axios breitbart xinhua tass",
    "interfax anadolu yonhap kyodo dpa efe ansa al-jazeera jazeera vox buzzfeed vice propublica",
    "bellingcat gallup ipsos yougov quinnipiac marist pew monmouth rasmussen apple google microsoft",
    "amazon facebook meta twitter tesla boeing airbus toyota honda nissan samsung sony intel nvidia",
    "netflix spotify uber lyft airbnb walmart target costco ikea tesco sainsbury's aldi lidl nestlé",
    "nestle unilever pfizer moderna astrazeneca novartis bayer siemens volkswagen bmw daimler",
    "renault fiat ford chevron exxon exxonmobil shell bp totalenergies gazprom rosneft aramco",
    "huawei alibaba tencent tiktok bytedance openai youtube instagram whatsapp telegram paypal visa",
    "mastercard goldman jpmorgan citigroup barclays hsbc ubs santander deloitte kpmg pwc mckinsey",
    "greenpeace amnesty oxfam unicef unesco unhcr unrwa nato interpol europol frontex eurostat opec",
    "nasa esa fifa uefa ioc wada hamas hezbollah taliban isis congress parliament pentagon kremlin",
    "downing elysee élysée knesset bundestag duma whitehall fed ryanair lufthansa easyjet qantas",
    "spacex starlink blackrock berkshire wikipedia wikileaks pravda izvestia lancet nature science",
    "economist guardian forbes fortune newsweek time slate salon vatican treasury labour likud",
    "fatah snp farc eta moody's fitch verizon at&t comcast disney nike adidas starbucks mcdonald's",
    "citron politifact factcheck snopes statista eurocontrol ofgem ofcom ofsted hp ibm aclu naacp",
)
_PLACES = _words(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan",
    "bahrain bangladesh belarus belgium benin bolivia bosnia botswana brazil britain bulgaria",
    "cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador",
    "egypt england eritrea estonia ethiopia finland france gabon gambia georgia germany ghana greece",
    "guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel",
    "italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon",
    "liberia libya lithuania luxembourg madagascar malawi malaysia mali malta mauritania mexico",
    "moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands zealand",
    "nicaragua niger nigeria macedonia norway oman pakistan palestine panama paraguay peru",
    "philippines poland portugal qatar romania russia rwanda samoa senegal serbia singapore slovakia",
    "slovenia somalia spain lanka sudan suriname sweden switzerland syria taiwan tajikistan tanzania",
    "thailand togo tunisia turkey türkiye turkmenistan uganda ukraine emirates uk us usa u.s u.k",
    "u.s. u.k. eu un u.n. uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe scotland",
    "states kingdom union arabia africa america europe washington moscow beijing tehran brussels",
    "kyiv kiev ankara berlin london paris tokyo seoul pyongyang delhi islamabad riyadh cairo",
    "jerusalem baghdad damascus caracas havana bogotá bogota brasilia brasília jakarta manila hanoi",
    "canberra ottawa warsaw budapest madrid rome vienna athens belgrade geneva kabul doha nairobi",
    "texas california florida iowa ohio york carolina virginia nevada michigan pennsylvania",
    "jersey hampshire wisconsin colorado arizona massachusetts illinois maryland minnesota oregon",
)
_GENTILIC = re.compile(r"(?:ian|ean|ish|ese|ican|stani|ench|utch|eek|aeli|aqi|ghan|wiss|i)s?$")
_DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june",
    "july august september october november december today yesterday tomorrow week month year",
    "night morning afternoon evening earlier spring summer autumn fall winter overnight",
)
_ADVERBS = _words(
    "don't",
    "also later then now still again once twice previously just both even only first recently often",
    "always never soon thus has have had having did does do will is are was were be been being not",
    "didn't doesn't hasn't haven't hadn't won't wouldn't too instead meanwhile himself herself",
    "itself themselves bluntly quoted as simply long further 've 'd 's yet since ever famously",
)
_BE = _words("is are was were be been being am isn't aren't wasn't weren't 's getting got")
_MODALS = _words("could should may might can must cannot can't couldn't shouldn't let would to")
_FINITE = _words(
    "is are was were am isn't aren't wasn't weren't has had does did will would could should may",
    "might can must cannot can't won't wouldn't didn't doesn't hasn't haven't don't have been be",
    "went came took gave got made saw knew began ran fell rose left kept held stood lost won met",
    "became felt grew brought thought led sent spent built paid put sat shot hit cut",
)
_BOUNDARIES = _words(
    "that because while when as if although though but where since until unless whether than how",
    "why what so yet or nor despite amid once after before",
)
_RELATIVES = _words("who whom whose which")
_PREPOSITIONS = _words(
    "of in at for with from on to by near about after before during under over against into inside",
    "outside within among between around across through close familiar briefed including like such",
    "based without toward towards behind who whom whose which that working speaking citing using",
    "involved surveyed polled interviewed released published obtained seen reviewed posted filed",
    "issued not here there directly privy aware present commissioned conducted leading linked",
    "written signed compiled prepared dated taken out tracking monitoring studying living",
)
_PLAIN_PREPOSITIONS = _words(
    "of in at for with from on to by near about after before during under over against into inside",
    "outside within among between around across through like including such without toward towards",
)
_LINKS = _words(
    "of for and the de la le el al del da di do dos das du von van der den bin ibn & y ter a"
)
_DETERMINERS = _words("the a an this that these those his her its their our my your")
_INDEFINITE = _words(
    "a an one two three four five six seven eight nine ten another several multiple"
)
_SOME = _words("some many most few other others several numerous countless various certain")
_HE = _words("he she")
_PRONOUNS = _words("he she it they i we you")
_TEMPORAL = re.compile(
    r"(?:(?:on|in|by|at|late|early|last|this|since|during|earlier|yesterday|today|tonight|next"
    r"|meanwhile|however|later|but|and|yet|still|also|even|so|then|indeed|now|because|when|while"
    r"|after|before|although|if|amid|for)\s+)",
    re.IGNORECASE,
)
_ASIDE = _words(
    "who whose whom which a an the one now then speaking citing himself herself in on at for after",
    "with from through during like including however meanwhile though too as also whom one once of",
    "formerly himself by himself former senior himself's itself when where while based an author",
    "long his her their its my two both not usually perhaps among quoting himself using born",
)
_LABELS = _words(
    "analysis opinion exclusive breaking update updated watch video photo photos explainer editorial",
    "comment correction note live review factbox timeline question answer q a background related",
    "conclusion result warning verdict read listen advertisement summary example reason problem why",
    "how what tip step fact news politics sport business world podcast gallery profile",
    "caption image figure table editor's revealed recap preview lesson and but so or",
    "contributing t here the this that these it they we he she then first second third lastly finally bottom",
)
_UNITS = _words(
    "cent capita day week month year hour minute second person head litre liter kilo kilogram gallon",
    "mile kilometre kilometer square unit vote share household child night annum diem se",
    "thousand million tonne ton student pupil passenger barrel pound ounce game match patient",
)


# --- Cue words: each verb once, its forms made by rule. ---

_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote writing",
    "find": "find finds found finding",
    "show": "show shows showed shown showing",
    "think": "think thinks thought thinking",
    "deny": "deny denies denied denying",
    "reply": "reply replies replied replying",
    "testify": "testify testifies testified testifying",
    "worry": "worry worries worried worrying",
    "put": "put puts putting",
    "hold": "holds held",
    "know": "knows knew",
    "admit": "admit admits admitted admitting",
    "quip": "quip quips quipped quipping",
    "swear": "swears swore swearing",
    "forecast": "forecast forecasts forecasting",
    "read": "read reads",
    "see": "see sees",
    "go": "goes went",
    "understand": "understands",
    "learn": "learned learnt learns",
    "foresee": "foresee foresees foresaw",
    "cry": "cried cries",
    "make": "makes made",
    "text": "texted texting",
    "spell": "spelled spelt",
    "clarify": "clarify clarifies clarified clarifying",
    "specify": "specify specifies specified specifying",
    "hear": "hears heard",
}


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb} {verb}s {verb}d {verb[:-1]}ing"
    third = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return f"{verb} {verb}{third} {verb}ed {verb}ing"


def _forms(*lines: str) -> frozenset[str]:
    verbs = " ".join(lines).split()
    return _words(*(_IRREGULAR.get(verb) or _regular(verb) for verb in verbs))


_SPEECH = _forms(
    "say tell announce argue assert insist claim warn allege acknowledge admit confirm deny declare",
    "explain reply testify tweet remark reiterate quip contend caution stress emphasise emphasize",
    "predict disclose write complain concede joke boast brag lament muse retort recount accuse",
    "blame condemn denounce criticise criticize describe characterise characterize suggest vow",
    "pledge urge respond respond caution swear speculate theorise theorize estimate forecast",
    "comment report decline note conclude quote clarify specify recommend hint opine decry",
    "slam rebuke implore demand dismiss propose portray proclaim profess mock accept signal link",
    "believe think fear worry reckon doubt caution foresee hypothesise intimate confide divulge",
    "promise threaten text shout chant fume rage posit postulate",
)
# These report speech only beside "that", a clause or quotation marks: "added 200 jobs" does not.
_GUARDED = _forms(
    "add continue observe maintain state recall find rule learn hear agree know understand charge",
    "determine reveal indicate show call point counter ask hold judge see read expect praise",
    "cite cry thank offer imply attribute imagine label brand repeat advise say calculate project",
    "anticipate answer echo respond post spell sigh laugh whisper interject emphasise pronounce",
    "establish assess conclude document record demonstrate estimate stipulate confirm detail",
    "certify identify paint illustrate outline refer mention notify inform",
)
_TALK = _forms(
    "say tell recall explain reply claim insist admit complain argue ask write tweet add believe think",
    "fear warn describe joke acknowledge deny confirm contend assert testify announce criticise accuse",
    "criticize denounce predict concede remark agree state",
)
_DOCUMENT_VERBS = _forms(
    "show find suggest indicate reveal put estimate confirm state read identify detail list record",
    "describe conclude depict warn claim allege project point forecast demonstrate say report note cite",
    "establish attribute predict outline argue call recommend mention refer accuse",
)
_NOUN_LIKE = _words(
    "claims reports notes states calls shows finds plans charges rules remarks points comments quotes",
    "projects hints estimates forecasts details documents signals links records mentions answers",
    "demands pledges threats accounts counters judges sees repeats threatens labels brands offers",
    "references doubts fears worries jokes vows texts posts shouts chants pledges thanks advances cites",
)
_BARE = frozenset(
    word
    for word in _SPEECH | _GUARDED
    if not word.endswith(("ed", "ing", "s")) and word not in {"said", "told", "wrote", "found"}
)
_VERBS = _SPEECH | _GUARDED | _DOCUMENT_VERBS
_STANCE = _forms("expect see know believe think fear worry link accept signal understand doubt")

_HEARSAY = _words("reportedly allegedly purportedly supposedly ostensibly")
_PASSIVE_HEARSAY = _words(
    "expected believed thought said reported understood alleged rumoured rumored considered feared",
    "seen regarded viewed estimated presumed suspected assumed claimed known deemed tipped projected",
    "predicted forecast hoped speculated suggested argued whispered held perceived poised acknowledged",
)
# "Known to" and "seen as" are facts about a reputation only beside these; "seen leaving" is not.
_PASSIVE_NEXT = _words("to that as")
_HEARSAY_NOUNS = _words(
    "reports rumours rumors speculation claims allegations suggestions talk whispers accusations",
    "suspicions gossip",
)
_OBSERVER = re.compile(
    r"\b(?:this|our|the|an?|[A-Z][\w&.]{0,20}(?:'s|’s)?|two|three)\s+(?:[A-Z][\w&.]{0,20}\s+)?"
    r"(?:reporters?|correspondents?|journalists?|newspaper|photographers?|crew)\b"
    r"[^,.;“\"]{0,60}?\b(?:saw|watched|witnessed|counted|heard|observed|visited|found|noticed|toured"
    r"|walked|stood|photographed|attended|tested|tried|measured|timed|see|sees|watches|spent)\b"
)
_VISIT = re.compile(
    r"\b(?:(?:a|an|one|during|on|our|recent|two|several)\s+(?:[\w-]{1,30}\s+){0,3}(?:visits?|tour|trip|walk"
    r"|drive|inspection|count|test|check|search|call)\s+(?:[\w'’-]{1,30}\s+){0,6}?by\s+"
    r"(?:this (?:newspaper|reporter|paper|magazine|website|correspondent|news outlet|outlet|agency)"
    r"|our (?:reporters?|correspondents?|journalists?)|a reporter|reporters|journalists|(?:the )?[A-Z]\w{1,30}"
    r"(?:['’]s)?(?:\s+[A-Z]\w{1,30})?\s+(?:reporters?|journalists?|correspondents?))"
    r"|(?:seen|witnessed|observed|watched|heard|counted|noted|visited|photographed|taken|attended)"
    r"\s+(?:\w+\s+)?by (?:this (?:newspaper|reporter|paper|correspondent|magazine|website)"
    r"|our (?:reporters?|correspondents?)|a reporter|reporters|journalists|an? [A-Z]\w{1,30} "
    r"(?:reporter|journalist|correspondent|photographer)))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?<![Aa]s )\b(?:I|we|We)\s+(?:\w+ly\s+|then\s+|also\s+|later\s+)?(?:saw|watched|witnessed|counted|heard"
    r"|visited|met|walked|found|noticed|stood|toured|drove|photographed|observed|spent|tested)\b"
)
_VISIBLE = re.compile(
    r"\b(?:could(?:\s+(?:also|still|clearly|be|then))*\s+be\s+(?:\w+ly\s+)?(?:seen|heard|smelt|smelled"
    r"|glimpsed|spotted)|(?:was|were|is|are)\s+(?:\w+ly\s+|still\s+)?(?:visible|audible)"
    r"|(?:was|were)\s+(?:\w+ly\s+)?(?:seen|heard|spotted|observed)\s+(?!as\b|by\b|to\b)\w+ing"
    r"|in (?:full |plain )?view of (?:reporters|journalists)|as (?:reporters|journalists) (?:watched"
    r"|looked on)|(?:reporters|journalists) at the (?:scene|site)\b[^,.;]{0,30}?\b(?:saw|heard"
    r"|counted|watched))\b"
)
_UNNAMED = re.compile(
    r"condition(?:s)? (?:of anonymity|(?:that )?(?:he|she|they|his|her|their)\b)|anonymously"
    r"|request(?:ed|ing) anonymity|(?:not|n['’]t) (?:be )?authori[sz]ed to|granted anonymity"
    r"|(?:ask|declin|refus|request|want|wish|prefer)\w* (?:not )?(?:to be|be) (?:named|identified"
    r"|quoted)|not to be (?:named|identified|quoted)|spoke on background|speaking on background"
    r"|(?:withh[eo]ld\w*|not give|to give|not use) (?:his|her|their) (?:full )?(?:sur)?names?"
    r"|(?:name|identity) (?:was|has been|is being|were) (?:withheld|changed)|fear of (?:retaliation"
    r"|reprisals?|retribution)|not (?:be )?(?:named|identified) because",
    re.IGNORECASE,
)


# --- Reading the sentence ---

_INITIALS = (
    r"(?:[A-Z]\.){2,}|\b(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr"
)
_TOKEN = re.compile(
    _INITIALS + r"|Inc|Corp|Ltd|Hon|Atty|Supt|Insp|Cllr|[A-Z])\.|n['’]t\b"
    r"|[^\W_][\u0300-\u036f]*(?:[^\W_]|[\u0300-\u036f]|[.&'’‐/-](?=[^\W_]))*|\.\.\.|[^\w\s]"
)
_MARKS = re.compile(r"''|[\"“”„«»‘’'‹›]")


def _opens(text: str, at: int, after: int) -> bool:
    before = text[at - 1] if at else " "
    return (
        (before.isspace() or before in "([—–-:/")
        and after < len(text)
        and not text[after].isspace()
    )


def _closes(text: str, at: int, after: int) -> bool:
    following = text[after] if after < len(text) else " "
    return at > 0 and not text[at - 1].isspace() and not following.isalnum()


def _quoted(text: str, inside: bool) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what stands in quotation marks, marks included, from left to right."""
    start, want, fresh = (0, "any", False) if inside else (-1, "", True)
    last_single = max(
        (
            m.start()
            for m in _MARKS.finditer(text)
            if m[0] in "'’" and _closes(text, m.start(), m.end())
        ),
        default=-1,
    )
    for mark in _MARKS.finditer(text):
        kind = _mark_kind(mark[0])
        if start >= 0:
            if _ends_quote(text, mark, kind, want):
                yield start, mark.end()
                start, fresh = -1, False
        elif _starts_quote(text, mark, kind, last_single):
            start, want = mark.start(), kind
        elif fresh and kind == "double" and _closes(text, mark.start(), mark.end()):
            yield 0, mark.end()
            fresh = False
    if start >= 0:
        yield start, len(text)


def _mark_kind(mark: str) -> str:
    return "single" if mark in "‘’'‹›" else "double"


def _starts_quote(text: str, mark: re.Match, kind: str, last_single: int) -> bool:
    if kind == "single":
        return (
            mark[0] in "‘'"
            and mark.start() < last_single
            and _opens(text, mark.start(), mark.end())
        )
    if mark[0] in "“„«":
        return True
    return mark[0] != "”" and _opens(text, mark.start(), mark.end())


def _ends_quote(text: str, mark: re.Match, kind: str, want: str) -> bool:
    if want != "any" and kind != want:
        return False
    if mark[0] in "”»":
        return True
    if kind == "double" and mark[0] in "“„«" and not _closes(text, mark.start(), mark.end()):
        return False
    return (kind == "double" or want == "single") and (
        _closes(text, mark.start(), mark.end()) or mark[0] == '"'
    )


def _shape(word: str) -> str:
    first = word[0]
    if first.isalpha():
        inner = re.search(r"[-’'‐](\w)", word[:4]) if first.islower() else None
        return "low" if first.islower() and not (inner and inner[1].isupper()) else "Cap"
    return "num" if first.isdigit() else word


def _tokens(text: str, inside: bool = False) -> list[_Token]:
    """Cut the sentence into words and marks, each quotation standing as one token."""
    found: list[_Token] = []
    done = 0
    for start, end in _quoted(text, inside):
        found += _plain(text, done, start)
        found.append(_Token(text[start:end], "", start, end, "quote"))
        done = end
    return found + _plain(text, done, len(text))


def _plain(text: str, start: int, end: int) -> list[_Token]:
    return [
        _Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end(), _shape(m[0]))
        for m in _TOKEN.finditer(text, start, end)
    ]


def _is_word(token: _Token) -> bool:
    return token.shape in ("Cap", "low", "num")


def _base(token: _Token) -> str:
    return token.low.removesuffix("'s")


def _owner(token: _Token) -> bool:
    return token.low.endswith("'s") or token.low.endswith("s'")


def _span(tokens: Sequence[_Token]) -> tuple[int, int]:
    return tokens[0].start, tokens[-1].end


# --- Finding the words that name a source ---

Range = tuple[int, int]


def _finite(token: _Token) -> bool:
    if token.shape == "Cap":
        return token.low in ("is", "are", "was", "were", "has", "had", "said", "says", "will")
    return token.low in _FINITE or (token.low in _VERBS and not token.low.endswith("ing"))


def _hard_boundary(tokens: list[_Token], at: int) -> bool:
    token = tokens[at]
    if token.shape in ("quote", ",", ";", ":", "—", "–", "-", "!", "?", "...", ")", "(", "]", "["):
        return True
    if token.low == "that":
        return at == 0 or tokens[at - 1].low in _VERBS or not _is_word(tokens[at - 1])
    return token.low in _BOUNDARIES


def _before_verb(tokens: list[_Token], verb: int) -> int:
    """Return the index just after the subject: adverbs, helping verbs and days are stepped over."""
    at = verb
    while at > max(0, verb - _REACH):
        low = tokens[at - 1].low
        day = low in _DAYS and at < len(tokens)
        if low in ("on", "in", "this", "last", "late", "early") and at < verb:
            day = tokens[at].low in _DAYS
        if not (day or low in _ADVERBS or low in _HEARSAY or _adverb(tokens[at - 1])):
            break
        at -= 1
    return at


def _adverb(token: _Token) -> bool:
    return token.low.endswith("ly") and token.shape == "low" and token.low not in _NOT_ADVERBS


_NOT_ADVERBS = _words("family ally assembly daily weekly monthly quarterly bully supply reply")


def _skip_bracket(tokens: list[_Token], at: int) -> int:
    """Step left over "(D-Calif.)" so that the name before it is still found."""
    if at and tokens[at - 1].shape == ")":
        for back in range(at - 1, max(0, at - 12) - 1, -1):
            if tokens[back].shape == "(":
                return back
    return at


def _segment_start(tokens: list[_Token], end: int) -> int:
    at = end
    while at > max(0, end - _REACH):
        bracket = _skip_bracket(tokens, at)
        if bracket != at:
            at = bracket
        elif _hard_boundary(tokens, at - 1):
            break
        else:
            at -= 1
    return at


def _trim(tokens: list[_Token], start: int, end: int) -> Range:
    """Cut a stretch before a verb down to its last noun phrase."""
    if tokens[end - 1].low in _PRONOUNS:
        return end - 1, end
    relative = next(
        (
            i
            for i in range(start + 1, end)
            if tokens[i].low in _RELATIVES or tokens[i].low == "that"
        ),
        end,
    )
    for at in range(relative - 1, start - 1, -1):
        if _finite(tokens[at]) and at + 1 < end and not _noun_here(tokens, at, start):
            start = at + 1
            break
    for at in range(relative - 2, start, -1):
        if tokens[at].low in ("and", "or") and _clause_like(tokens[start:at]):
            start = at + 1
            break
    bare = _strip_lead(tokens, start, end)
    return (_past_setting(tokens, bare, end) if bare > start else bare), end


def _past_setting(tokens: list[_Token], start: int, end: int) -> int:
    """Step over "In a March meeting with the board" to the name that stands right after it."""
    chunk = _chunk([t for t in tokens[start:end] if _is_word(t)] or [tokens[start]])
    if tokens[end - 1].shape != "Cap" or chunk[-1].shape == "Cap" or _base(chunk[-1]) in _NOUNS:
        return start
    return end - len(_name_tail(tokens[start:end]))


def _noun_here(tokens: list[_Token], at: int, start: int) -> bool:
    if at == start:
        return tokens[at].low in _DOCUMENTS or tokens[at].low in _HEARSAY_NOUNS
    before = tokens[at - 1]
    return (
        before.low in _DETERMINERS
        or before.low in _OFFICIAL
        or _owner(before)
        or (tokens[at].low in _DOCUMENTS | _NOUN_LIKE and before.shape == "low")
    )


def _clause_like(tokens: Sequence[_Token]) -> bool:
    return any(
        _finite(t) or (t.shape == "low" and t.low.endswith("ed"))
        for at, t in enumerate(tokens)
        if not (at and (tokens[at - 1].low in _DETERMINERS or tokens[at - 1].shape == "num"))
    )


def _strip_lead(tokens: list[_Token], start: int, end: int) -> int:
    while start < end - 1 and (
        tokens[start].low in _LEADS
        or tokens[start].low in _DAYS
        or (tokens[start].shape == "num" and tokens[start - 1].low in _DAYS and start > 0)
        or _adverb(tokens[start])
        or (start == 0 and tokens[0].low.endswith("ly") and tokens[1].shape == "Cap")
    ):
        start += 1
    return start


_LEADS = _words(
    "on in by at late early last since during next meanwhile however later but and yet still also",
    "even so then indeed now because when while after before although if amid for as nor or thus",
    "too instead only just earlier once 've though until where both from with to into over out up",
)


def _left_noun(tokens: list[_Token], verb: int) -> Range | None:
    """Find the subject that stands before the verb, or None when nothing does."""
    end = _before_verb(tokens, verb)
    if end == 0:
        return None
    before = tokens[end - 1]
    if before.low in _RELATIVES or before.low == "that":
        return _antecedent(tokens, end - 1)
    if before.low in ("and", "but", "or"):
        return _leading_noun(tokens, end - 1)
    if before.shape == ",":
        return _over_aside(tokens, end - 1)
    if before.shape in ("—", "–", "-"):
        return _over_dashes(tokens, end - 1)
    if not (_is_word(before) or before.shape in ("'", "’", ")")):
        return None
    start = _segment_start(tokens, end)
    return _trim(tokens, start, end) if start < end else None


def _antecedent(tokens: list[_Token], at: int) -> Range | None:
    end = at
    while end and tokens[end - 1].shape in (",", "—", "–", "-"):
        end -= 1
    end = end - 1 if end and tokens[end - 1].low in ("of", "both", "all", "two", "some") else end
    if not end:
        return None
    start = _segment_start(tokens, end)
    if tokens[at].low == "which" and _clause_like(tokens[start:end]):
        return None
    return _trim(tokens, start, end) if start < end else None


def _over_dashes(tokens: list[_Token], dash: int) -> Range | None:
    for at in range(dash - 1, max(0, dash - _REACH) - 1, -1):
        if tokens[at].shape in ("—", "–", "-"):
            start = _segment_start(tokens, at)
            return _trim(tokens, start, at) if start < at else None
    return None


def _comma_parts(tokens: list[_Token], end: int) -> list[Range]:
    """Return the comma-separated stretches up to `end`, the nearest first, back to a stronger mark."""
    parts = []
    stop, at = end, end
    while at > max(0, end - _REACH):
        if tokens[at - 1].shape == ",":
            parts.append((at, stop))
            stop = at - 1
        elif tokens[at - 1].shape in ("quote", ";", ":", "—", "–"):
            break
        at -= 1
    return [*parts, (at, stop)]


def _over_aside(tokens: list[_Token], comma: int) -> Range | None:
    """Step back over "X, who lives there, said" to X; None when the comma closes what was said."""
    parts = [p for p in _comma_parts(tokens, comma) if p[0] < p[1]]
    for place, (start, end) in enumerate(parts):
        if place + 1 < len(parts) and (
            _is_aside(tokens, start, end) or (place == 0 and _apposed_name(tokens, parts))
        ):
            if not (place and _opens_subject(tokens, start, parts[place + 1])):
                continue
        elif place == 0 or tokens[start].low in _PREPOSITIONS | _NOT_SUBJECTS:
            return None
        start, end = _trim(tokens, _after_that(tokens, start, end), end)
        if _clause_like(tokens[start:end]) and not _relative_in(tokens, start, end):
            return None
        return start, comma
    return None


def _opens_subject(tokens: list[_Token], start: int, further: Range) -> bool:
    """Say whether only "In a statement," stands further left, so that the subject starts here."""
    here, there = tokens[start].low, tokens[further[0]].low
    return there in _PLAIN_PREPOSITIONS | _NOT_SUBJECTS and (
        here in _DETERMINERS | _INDEFINITE and here not in _PREPOSITIONS
    )


def _apposed_name(tokens: list[_Token], parts: list[Range]) -> bool:
    """Say whether the part just before the comma is the name of the one before: "the mayor, Ana Lima,"."""
    name, described = tokens[slice(*parts[0])], tokens[slice(*parts[1])]
    if _names_only(described) and not any(_finite(t) for t in name):
        return _base(name[-1]) in _NOUNS or (_names_only(name) and _base(name[-1]) in _TITLES)
    if not all(t.shape == "Cap" or t.low in _LINKS for t in name) or len(name) > 5:
        return False
    return len(name) > 1 and not any(t.low in _FINITE for t in described)


def _names_only(tokens: Sequence[_Token]) -> bool:
    kept = [t for t in tokens if _is_word(t)]
    return bool(kept) and all(t.shape == "Cap" or t.low in _LINKS for t in kept)


_NOT_SUBJECTS = _words(
    "and but himself herself however though too also now then formerly perhaps usually not where when",
    "while if because after although as since long meanwhile both",
)


def _relative_in(tokens: list[_Token], start: int, end: int) -> bool:
    return any(t.low in _RELATIVES or t.low == "that" for t in tokens[start:end])


def _after_that(tokens: list[_Token], start: int, end: int) -> int:
    marks = (i for i in range(end - 1, start, -1) if tokens[i].shape not in "()")
    return next((i + 1 for i in marks if _hard_boundary(tokens, i)), start)


def _is_aside(tokens: list[_Token], start: int, end: int) -> bool:
    first = tokens[start]
    finite = any(t.low in _FINITE for t in tokens[start:end])
    if first.low in _DETERMINERS and finite and not _relative_in(tokens, start, end):
        return False
    if first.low.endswith(("ing", "ed")) and first.shape == "low":
        return True
    if first.low in _ASIDE or first.low in _ROLES or first.low in _SPOKES or first.shape == "num":
        return True
    if first.low in _DAYS or first.low in ("jr.", "sr.", "jr", "inc.", "inc"):
        return True
    return (
        tokens[end - 1].low in _ROLES
        or tokens[end - 1].low in _SPOKES
        or (end - start <= 2 and first.shape == "Cap" and _is_place(tokens[start:end]))
    )


def _is_place(tokens: Sequence[_Token]) -> bool:
    return _base(tokens[-1]) in _PLACES or tokens[-1].shape == "."


def _leading_noun(tokens: list[_Token], end: int) -> Range | None:
    """Find what the clause before `end` opens with: the subject of "X resigned, saying"."""
    for start, stop in reversed([p for p in _comma_parts(tokens, end) if p[0] < p[1]]):
        start = _strip_lead(tokens, start, stop) if tokens[start].low in ("but", "and") else start
        if tokens[start].low in _PREPOSITIONS | _BOUNDARIES | _DAYS:
            continue
        close = next(
            (
                i
                for i in range(start, stop)
                if _finite(tokens[i])
                or (
                    i > start
                    and tokens[i].shape == "low"
                    and tokens[i].low.endswith("ed")
                    and tokens[i - 1].low not in _DETERMINERS
                )
            ),
            stop,
        )
        return (start, close) if close > start else None
    return None


def _right_noun(tokens: list[_Token], start: int) -> Range | None:
    """Find the noun phrase that begins at `start`: after "according to", "said", "by"."""
    end = start
    relative = False
    while end < min(len(tokens), start + _REACH):
        token = tokens[end]
        relative = relative or token.low in _RELATIVES
        closed = token.shape in (
            "quote",
            ",",
            ";",
            ":",
            "—",
            "–",
            "-",
            ".",
            "!",
            "?",
            "(",
            ")",
            "...",
        )
        if closed or (token.low in _BOUNDARIES and end > start):
            break
        if not relative and end > start and _finite(token) and not _noun_here(tokens, end, start):
            break
        end += 1
    return (start, end) if end > start else None


def _with_apposition(tokens: list[_Token], noun: Range) -> Range:
    """Lengthen "a spokesman" to "a spokesman, Ana Lima" or "…, who asked not to be named"."""
    start, end = noun
    while end + 1 < len(tokens) and tokens[end].shape == ",":
        follower = tokens[end + 1]
        if not (follower.low in _ASIDE or follower.shape == "Cap" or follower.low in _ROLES):
            break
        close = next(
            (
                i
                for i in range(end + 1, min(len(tokens), end + _REACH))
                if tokens[i].shape in (",", "quote", ";", ":", "—", ".", "–")
            ),
            len(tokens),
        )
        close = min(close, end + _REACH, len(tokens))
        if close == end + 1:
            break
        end = close
    return start, end


# --- Sorting a source by its words ---


@dataclass(frozen=True)
class _Setting:
    """What decides a doubtful source besides its own words."""

    before: str | None = None
    human: bool = True  # the verb is one that only people and bodies do: "said", not "suggests"
    talk: bool = True  # the verb makes any noun a speaker: "a fisherman said", not "ruled"
    present: bool = False
    after: str = ""


def _kind(tokens: Sequence[_Token], setting: _Setting, first: bool = False) -> str | None:
    """Sort a source span; `first` says that it opens the sentence, so its capital means nothing."""
    if any(t.text == "&" for t in tokens[:5]):
        return BODY
    tokens = [t for t in tokens if _is_word(t) or t.shape in (",", "(", ")", "—", "–", "-")]
    while tokens and (not _is_word(tokens[0]) or tokens[0].low in ("as", "by", "both", "either")):
        tokens = tokens[1:]
    if not tokens:
        return None
    parts = _parts(tokens)
    named = len(parts) > 1 and _apposed(parts)
    kind = _head_kind(parts[0], setting, first)
    if named and kind != PERSON and not _plural_people(parts[0]):
        return PERSON
    if kind == PERSON and len(parts) > 1 and _body_follows(parts):
        return BODY
    return None if kind == NONE else kind


def _parts(tokens: Sequence[_Token]) -> list[list[_Token]]:
    parts: list[list[_Token]] = [[]]
    for token in tokens:
        if _is_word(token):
            parts[-1].append(token)
        elif parts[-1]:
            parts.append([])
    return [p for p in parts if p]


def _plural_people(part: Sequence[_Token]) -> bool:
    last = _chunk(part)[-1].low
    return (last.endswith("s") and last in _ANONYMOUS | _VAGUE) or last in ("people", "sources")


def _apposed(parts: list[list[_Token]]) -> bool:
    head = _chunk(parts[0])[-1].low
    if _chunk(parts[0])[-1].shape != "low" and head not in _ANONYMOUS | _SPOKES | _ROLES:
        return False
    if head in _BODIES | _DOCUMENTS:
        return False
    return any(
        len(p) > 1 and p[0].shape == "Cap" and p[1].shape == "Cap" and _proper(_chunk(p)) == PERSON
        for p in parts[1:3]
    )


def _body_follows(parts: list[list[_Token]]) -> bool:
    """Say whether a bare name is explained as a body: "Kestrel, a tool that tracks ships"."""
    explained = parts[1]
    return (
        len(parts[0]) <= 2
        and explained[0].low in ("a", "an", "the", "one")
        and (_base(_chunk(explained)[-1]) in _BODIES | _THINGS)
    )


_THINGS = _words(
    "tool platform site app nonprofit maker provider supplier start-up outfit subsidiary marketplace",
    "daily weekly tracker monitor aggregator consultancy brokerage producer exporter",
)


def _chunk(part: Sequence[_Token]) -> list[_Token]:
    """Keep the words up to the head noun: "a poll by Gallup" → "a poll"."""
    kept: list[_Token] = []
    for at, token in enumerate(part):
        if kept and _chunk_ends(part, at, kept):
            break
        kept.append(token)
    return kept


def _chunk_ends(part: Sequence[_Token], at: int, kept: list[_Token]) -> bool:
    token, before = part[at], kept[-1]
    if token.low in ("and", "or") and at == 1 and before.low in _EITHER_KIND:
        return False
    if token.low in _LINKS and before.shape == "Cap":
        named = any(t.shape == "Cap" for t in part[at + 1 : at + 4])
        return not named or (token.low in ("of", "for") and not _links_body(kept, token.low))
    if token.low in _PREPOSITIONS or token.low in ("and", "or", "as") or token.low in _PRONOUNS:
        return True
    if token.shape != "low" or not (token.low.endswith(("ed", "ing")) or token.low in _PARTICIPLES):
        return False
    return before.low in _NOUNS or (before.shape == "Cap" and before.low not in _DETERMINERS)


_EITHER_KIND = _words("current former federal state past serving retired senior local present")
_PARTICIPLES = _words("known seen taken shown given")


def _links_body(kept: Sequence[_Token], link: str) -> bool:
    """Say whether "of" or "for" goes on with a name ("Bank of England") or leaves it ("Wu of Acme")."""
    last = kept[-1].low
    if len(kept) == 1 and last in _NOUNS:
        return last in _MOVEMENTS
    if any(t.low in _PROPER_BODY | _TITLES | _MOVEMENTS for t in kept):
        return True
    return kept[0].low == "the" or (len(kept) == 1 and link == "for")


_MOVEMENTS = _words(
    "friends citizens doctors physicians mothers parents veterans lawyers engineers scientists bank",
    "architects reporters workers families farmers nurses teachers women students people voices",
    "union council church ministry department office board court party house society",
)


_NOUNS = _ANONYMOUS | _SPOKES | _VAGUE | _BODIES | _DOCUMENTS | _ROLES | _PEOPLE


def _head_kind(part: list[_Token], setting: _Setting, first: bool) -> str | None:
    pronoun = _pronoun(part, setting)
    if pronoun:
        return pronoun
    chunk = _chunk(part)
    rest = part[len(chunk) :]
    last = chunk[-1]
    lonely = first and len(chunk) == 1
    plural = last.low in _VAGUE | _ANONYMOUS | _SPOKES and last.low.endswith("s")
    plural = plural and not any(t.low in ("of", "for") for t in chunk)
    if (
        last.shape == "Cap"
        and not (lonely and _base(last) in _NOUNS | _SOME | _INDEFINITE)
        and not plural
    ):
        placed = rest and rest[0].low in ("in", "on", "to", "about", "over", "between")
        return None if lonely and placed else _proper(chunk, first)
    if last.low.endswith("-year-old") and _determined(chunk):
        return _definite(chunk, setting, PERSON)
    if last.shape == "num" or last.low in (
        "percent",
        "cent",
        "majority",
        "half",
        "third",
        "thirds",
    ):
        return VAGUE if setting.human and not _determined(chunk) else None
    return _common(chunk, rest, setting)


def _pronoun(part: Sequence[_Token], setting: _Setting) -> str | None:
    low = part[0].low
    if _base(part[-1]) in ("i", "we", "you", "me", "us"):
        return NONE
    if len(part) > 1 and low not in ("he", "she", "it", "they"):
        return None
    if low in _HE or (low == "they" and setting.human):
        return _resolve(setting.before, low)
    if low == "it" and setting.human:
        return BODY
    return None


def _determined(chunk: Sequence[_Token]) -> bool:
    return chunk[0].low in _DETERMINERS or _owner(chunk[0])


def _proper(chunk: Sequence[_Token], first: bool = False) -> str | None:
    """Sort a span that ends in a capitalised word."""
    tail = _name_tail(chunk)
    lows = [_base(t) for t in tail]
    if _titled(tail):
        return PERSON
    if lows[-1] in _PROPER_DOCUMENT or lows[-1] in _PROPER_BODY or lows[-1] in _KNOWN_BODIES:
        return BODY if not _personal(tail) else PERSON
    if any(low in _PROPER_BODY and low not in _WEAK_BODY for low in lows) or _initialism(tail[-1]):
        return BODY
    if lows[-1] in _PLACES or (len(tail) == 1 and _GENTILIC.search(lows[-1]) and _the(chunk)):
        return BODY
    if lows[-1].rstrip(".") in _ROLES | _TITLES:
        return PERSON
    if any(low in ("of", "for") for low in lows) or (
        _the(chunk) and len(tail) > 0 and tail[0] is chunk[1]
    ):
        return BODY
    return PERSON if not first or len(tail) > 1 or lows[-1] not in _STARTERS else None


_WEAK_BODY = _words(
    "house court post bank church state city mirror sun independent star young group press county",
    "guard journal park center globe standard express wire front field brothers bros steel foods",
    "stores electric cooper mail",
)
_STARTERS = _LABELS | _ADVERBS | _PREPOSITIONS | _DETERMINERS


def _the(chunk: Sequence[_Token]) -> bool:
    return chunk[0].low == "the" and len(chunk) > 1


def _personal(tail: Sequence[_Token]) -> bool:
    """Say whether "Charlotte Church" is meant: a body's word that ends a two-word bare name."""
    return len(tail) == 2 and _base(tail[1]) in ("young", "church", "house", "banks", "star")


def _initialism(token: _Token) -> bool:
    letters = _base(token).replace(".", "")
    text = token.text.replace("’s", "").replace("'s", "").replace(".", "")
    if letters in ("ii", "iii", "iv", "jr", "sr"):
        return False
    return 2 <= len(letters) <= 7 and text.isupper() and text.isalpha()


def _name_tail(chunk: Sequence[_Token]) -> list[_Token]:
    """Keep the capitalised run at the end, after any "CNN's" or "professor"."""
    tail: list[_Token] = []
    for token in reversed(chunk):
        ends = token.shape == "low" and token.low not in _LINKS
        if ends or (tail and _owner(token) and not token.low.startswith(("o'", "d'"))):
            break
        tail.append(token)
    tail = tail[::-1] or [chunk[-1]]
    while len(tail) > 1 and (tail[0].shape != "Cap" or tail[0].low in _DETERMINERS):
        tail = tail[1:]
    return tail


def _titled(tail: Sequence[_Token]) -> bool:
    """Say whether a title stands before a name: "Governor Andrew Bailey"."""
    for at in range(len(tail) - 2, -1, -1):
        if tail[at].low.rstrip(".") in _TITLES and tail[at + 1].shape == "Cap":
            after = [_base(t) for t in tail[at + 1 :]]
            if (
                len(after) == 2
                and tail[at + 2].shape == "Cap"
                and after[1] in _WEAK_BODY | _KNOWN_BODIES
            ):
                return True
            return after[-1] not in _PROPER_BODY | _PROPER_DOCUMENT and not _initialism(tail[-1])
    return False


def _common(chunk: list[_Token], rest: list[_Token], setting: _Setting) -> str | None:
    """Sort a span whose head is an ordinary noun."""
    head = _base(chunk[-1])
    for rule in (_spokes, _quantified, _person_word, _document, _vague, _unnamed, _body, _role):
        kind = rule(head, chunk, rest, setting)
        if kind:
            return kind
    return _unknown(head, chunk, setting)


def _lows(tokens: Sequence[_Token]) -> set[str]:
    return {t.low for t in tokens}


def _has_name(tokens: Sequence[_Token]) -> bool:
    return any(t.shape == "Cap" and t.low not in _DAYS for t in tokens[1:]) or any(
        _owner(t) for t in tokens
    )


def _spokes(head, chunk, rest, setting) -> str | None:
    return BODY if head in _SPOKES else None


def _quantified(head, chunk, rest, setting) -> str | None:
    """Sort "one of the officials" by the officials."""
    if head not in _SOME | _INDEFINITE | _AMOUNTS | _ALL:
        return None
    if rest and rest[0].low == "of" and len(rest) > 1:
        inner = _head_kind(list(rest[1:]), setting, False)
        if head in _AMOUNTS and inner not in (ANONYMOUS, VAGUE):
            return BODY if head == "group" else None
        return {PERSON: ANONYMOUS, BODY: VAGUE}.get(inner, inner)
    if rest and rest[0].low in ("in", "out"):
        return VAGUE
    if rest and rest[0].low in _RELATIVES | {"familiar", "briefed", "close", "with"}:
        return ANONYMOUS if _lows(rest) & _KNOWS else VAGUE
    if head in _AMOUNTS:
        return None
    return ANONYMOUS if head in _INDEFINITE else VAGUE


_ALL = _words("all none half dozens those")
_AMOUNTS = _words("number majority handful group pair couple dozen trio quarter host array chorus")


def _person_word(head, chunk, rest, setting) -> str | None:
    if head not in _PEOPLE:
        return None
    if _lows(rest) & _KNOWS:
        return ANONYMOUS
    if head in ("people", "men", "women", "persons", "individuals"):
        counted = _lows(chunk) & _INDEFINITE or chunk[0].shape == "num"
        return ANONYMOUS if counted else VAGUE
    return _definite(chunk, setting, ANONYMOUS)


def _definite(chunk: Sequence[_Token], setting: _Setting, otherwise: str) -> str:
    """Follow "the man" back to a name, if the text before gives one."""
    if chunk[0].low == "the" and setting.before:
        found = _resolve(setting.before, "")
        return found if found == PERSON else otherwise
    return otherwise


def _document(head, chunk, rest, setting) -> str | None:
    if head not in _DOCUMENTS | _LOOSE_PLURALS | _PAPERS:
        return None
    lows = _lows(chunk)
    loose = head in _LOOSE_PLURALS or lows & _SOME
    if loose and lows & {
        "media",
        "news",
        "press",
        "unconfirmed",
        "initial",
        "early",
        "conflicting",
    }:
        return VAGUE
    owned = _has_name(chunk) or lows & (_OFFICIAL | _DETERMINERS - {"a", "an"}) or _attached(rest)
    return VAGUE if loose and not owned else BODY


_PAPERS = _words("editorials lawsuits letters notes websites books audits memos drafts articles")


def _attached(rest: Sequence[_Token]) -> bool:
    """Say whether a named owner follows: "by Gallup", "from the ministry"."""
    return any(
        rest[i].low in ("by", "from", "at", "in", "for", "with")
        and any(t.shape == "Cap" and t.low not in _DAYS for t in rest[i + 1 : i + 6])
        for i in range(len(rest))
    )


def _vague(head, chunk, rest, setting) -> str | None:
    if head not in _VAGUE:
        return None
    if head in ("media", "industry", "press") and (_has_name(chunk) or _lows(chunk) & {"state"}):
        return BODY
    if head in _ONE_EXPERT and chunk[0].low == "the":
        return _definite(chunk, setting, VAGUE)
    if head in ("republicans", "democrats", "conservatives") and _lows(chunk) & {"house", "senate"}:
        return BODY
    if head in _EXPERT and (_housed(rest) or _has_body(chunk)):
        return BODY
    return VAGUE


_ONE_EXPERT = _words("expert analyst economist scientist researcher academic")
_EXPERT = _words(
    "experts analysts economists scientists researchers researcher scholars analyst economist",
    "scientist expert forecasters historians epidemiologists academics climatologists physicians",
    "doctors advocates campaigners",
)


def _housed(rest: Sequence[_Token]) -> bool:
    return (
        bool(rest)
        and rest[0].low in ("at", "from", "with", "polled", "surveyed")
        and any(t.shape == "Cap" for t in rest)
    )


def _has_body(chunk: Sequence[_Token]) -> bool:
    return any(
        _base(t) in _KNOWN_BODIES | _PROPER_BODY or _initialism(t)
        for t in chunk[:-1]
        if t.shape == "Cap"
    )


def _unnamed(head, chunk, rest, setting) -> str | None:
    if head not in _ANONYMOUS:
        return None
    if head in _LAY and setting.present and len(chunk) == 1 and not rest:
        return VAGUE
    if head in _NAMED_BEFORE:
        return _definite(chunk, setting, ANONYMOUS)
    return ANONYMOUS


_LAY = _words(
    "residents workers teachers doctors nurses students drivers passengers employees parents lawyers",
    "donors traders bankers volunteers engineers lobbyists strategists tenants patients soldiers",
    "protesters refugees migrants survivors victims executives managers lawmakers legislators",
)
_NAMED_BEFORE = _words(
    "lawyer attorney doctor teacher nurse student manager engineer executive lawmaker legislator",
    "officer soldier detective strategist consultant driver pilot banker trader survivor widow",
    "mother father brother sister wife husband son daughter commander adviser advisor envoy",
    "protester refugee resident volunteer donor lobbyist fisherman diplomat",
)


def _body(head, chunk, rest, setting) -> str | None:
    return BODY if head in _BODIES else None


def _role(head, chunk, rest, setting) -> str | None:
    if head not in _ROLES:
        return None
    if chunk[0].low in _INDEFINITE or _lows(chunk) & _SOME:
        return ANONYMOUS
    return PERSON


def _unknown(head: str, chunk: Sequence[_Token], setting: _Setting) -> str | None:
    """Sort a noun that no list holds, by its article; only verbs of speaking make it a source."""
    if not setting.human or chunk[0].low in ("no", "nothing", "neither"):
        return None
    if not setting.talk:
        return None
    if chunk[0].low in _INDEFINITE:
        return ANONYMOUS
    plural = head.endswith("s") and not head.endswith("ss")
    if plural:
        return VAGUE
    if chunk[0].low in ("the", "his", "her", "their") and len(chunk) > 1:
        return PERSON if head.endswith(("er", "or", "ist", "ian", "man", "woman")) else BODY
    return None


@lru_cache(maxsize=64)
def _resolve(before: str | None, pronoun: str) -> str:
    """Follow a pronoun back to the latest source in the text before it."""
    latest = [t for t in _SENTENCE_END.split((before or "")[-_CONTEXT:]) if t.strip()][-6:]
    for back, sentence in enumerate(reversed(latest)):
        found = _choose(sentence, _tokens(sentence), None)
        if found.source and not _only_pronoun(sentence, found):
            if pronoun == "they" and found.kind != PERSON and found.kind != NONE:
                return found.kind
            if found.kind == PERSON and pronoun != "they":
                return PERSON
            if back == 0 and found.kind == ANONYMOUS and _one_person(sentence, found):
                return ANONYMOUS
    return VAGUE if pronoun == "they" else PERSON


def _one_person(sentence: str, found: Sourcing) -> bool:
    """Say whether "he" can be this source: one official, and no name after it to prefer."""
    start, end = found.source
    words = re.findall(r"[^\W_]+", sentence[start:end].lower())
    named = re.search(r"[’']s\b|\b(?:Mr|Ms|Mrs|Dr)\b", sentence[start:])
    return bool(words) and words[0] in _ONE and not named


_ONE = _words("a an one another the")
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def _only_pronoun(sentence: str, found: Sourcing) -> bool:
    return sentence[slice(*found.source)].lower() in ("he", "she", "they", "it", "who", "i", "we")


# --- Finding cues ---


@dataclass(frozen=True)
class _Page:
    """One sentence being read, with the text before it."""

    text: str
    tokens: list[_Token]
    before: str | None  # None while a pronoun is being followed, so that looking back ends

    def setting(self, verb: int | None, human: bool = True) -> _Setting:
        present = verb is not None and self.tokens[verb].low in _BARE
        talk = verb is None or self.tokens[verb].low in _TALK
        return _Setting(self.before, human, talk, present)

    def sort(self, noun: Range, setting: _Setting) -> str | None:
        return _kind(self.tokens[slice(*noun)], setting, noun[0] == 0)


def _phrase_cues(page: _Page) -> Iterator[_Find]:
    tokens = page.tokens
    for at, token in enumerate(tokens):
        length = _phrase_at(tokens, at)
        if length:
            found = _after_phrase(page, at, at + length)
            if found:
                yield found
        if token.low in ("view", "opinion", "words", "account", "telling") and at > 1:
            found = _in_the_view(page, at)
            if found:
                yield found


def _phrase_at(tokens: list[_Token], at: int) -> int:
    """Return how many tokens a source-naming phrase takes here, 0 when there is none."""
    lows = [t.low for t in tokens[at : at + 5]]
    for phrase in _PHRASES:
        if lows[: len(phrase)] == phrase:
            return len(phrase)
    if lows[0] in ("per", "via") and len(lows) > 1:
        return int(_per(tokens, at))
    return 0


_PHRASES = [
    phrase.split()
    for phrase in (
        "according to",
        "in the words of",
        "in the view of",
        "in the opinion of",
        "in the eyes of",
        "citing",
        "quoting",
        "sourced to",
        "as told to",
        "on the word of",
        "in a statement from",
        "in a statement by",
        "statement from",
        "based on a",
        "based on an",
        "based on data from",
        "based on figures from",
        "based on documents",
        "based on interviews with",
        "as per",
        "with data from",
        "by the account of",
        "as told by",
        "on the authority of",
    )
]


def _per(tokens: list[_Token], at: int) -> bool:
    follower = tokens[at + 1]
    if follower.low in _UNITS:
        return False
    if tokens[at].low == "per":
        if at == 0 and not any(t.shape == "," for t in tokens[:8]):
            return False
        return (
            follower.shape == "Cap"
            or follower.low in ("the", "a", "an", "its")
            or (follower.low in _ANONYMOUS | _BODIES | _DOCUMENTS | _OFFICIAL)
        )
    names = [_base(t) for t in tokens[at + 1 : at + 4]]
    return any(n in _KNOWN_BODIES for n in names) and not {"twitter", "facebook"} & set(names)


def _after_phrase(page: _Page, at: int, start: int) -> _Find | None:
    first = page.tokens[at].low
    noun = _right_noun(page.tokens, start - 1 if first == "based" and start - at == 3 else start)
    if not noun or (first == "based" and not _sourced_basis(page.tokens, noun)):
        return None
    if noun[0] > 3:
        noun = _with_apposition(page.tokens, noun)
    loose = first in ("citing", "quoting", "based", "via", "attributed", "statement")
    kind = page.sort(noun, page.setting(None, human=not loose))
    if first == "according" and not kind:
        kind = BODY if _determined(page.tokens[noun[0] : noun[1]]) else VAGUE
    cue = (page.tokens[at].start, page.tokens[start - 1].end)
    return _Find(kind, _span(page.tokens[slice(*noun)]), cue, 1 if loose else 0) if kind else None


def _sourced_basis(tokens: list[_Token], noun: Range) -> bool:
    chunk = _chunk([t for t in tokens[slice(*noun)] if _is_word(t)] or [tokens[noun[0]]])
    return chunk[-1].low in _DOCUMENTS


def _in_the_view(page: _Page, at: int) -> _Find | None:
    """Read "in Ms. Lima's view" and "in his telling"."""
    opener = next(
        (i for i in range(at - 1, max(-1, at - 8), -1) if page.tokens[i].low in ("in", "by")), None
    )
    if opener is None or not _owner(page.tokens[at - 1]) or opener + 1 >= at:
        return None
    noun = (opener + 1, at)
    bare = page.tokens[at - 1]
    owner = bare._replace(text=bare.text[:-2], low=_base(bare), end=bare.end - 2)
    kind = _kind([*page.tokens[opener + 1 : at - 1], owner], page.setting(None))
    cue = (page.tokens[at].start, page.tokens[at].end)
    return _Find(kind, _span(page.tokens[slice(*noun)]), cue, 1) if kind else None


def _verb_cues(page: _Page) -> Iterator[_Find]:
    for at, token in enumerate(page.tokens):
        if token.low in _VERBS and token.shape in ("low", "Cap"):
            found = _verb_cue(page, at)
            if found:
                yield found


def _verb_cue(page: _Page, at: int) -> _Find | None:
    tokens = page.tokens
    if _by_follows(tokens, at):
        return _passive(page, at)
    if _not_a_verb(tokens, at):
        return None
    noun, rank = _subject(page, at)
    if not noun:
        return None
    human = tokens[at].low not in _INFERENCE and (
        rank == 0 or tokens[at - 1].shape in (",", "quote")
    )
    kind = page.sort(noun, page.setting(at, human))
    if not kind or not _verb_fits(page, at, noun, kind):
        return None
    if kind == PERSON and noun[1] - noun[0] <= 2 and _speaks_of_itself(tokens, at, noun):
        kind = BODY
    return _Find(kind, _span(tokens[slice(*noun)]), (tokens[at].start, tokens[at].end), rank)


def _speaks_of_itself(tokens: list[_Token], at: int, noun: Range) -> bool:
    """Say whether "it" follows a bare name, as in "Northbeck said it would", so that it is a body."""
    if any(t.low.rstrip(".") in _TITLES | _PRONOUNS for t in tokens[slice(*noun)]):
        return False
    after = [t.low for t in tokens[at + 1 : at + 4] if t.low != "that"]
    if tokens[at].low in ("put", "puts", "called", "calls"):
        return False
    return (
        tokens[noun[1] - 1].shape == "Cap"
        and after[:1] == ["it"]
        and after[1:2] != ["was"]
        and (after[1:2] != ["is"] and tokens[slice(*noun)][0].shape == "Cap")
    )


_INFERENCE = _forms(
    "show suggest indicate reveal mean put find state read confirm conclude signal link describe",
    "warn threaten estimate predict forecast document portray demonstrate imply illustrate demand",
    "call accept hold know see hear determine point charge make reflect establish record project",
    "expect name paint attribute",
)


def _by_follows(tokens: list[_Token], at: int) -> bool:
    if not tokens[at].low.endswith(("ed", "wn", "told", "found", "ten", "said")):
        return False
    return any(t.low == "by" for t in tokens[at + 1 : at + 2]) or (
        at + 2 < len(tokens) and tokens[at + 2].low == "by" and tokens[at + 1].low in _DAYS
    )


def _passive(page: _Page, at: int) -> _Find | None:
    """Read "was described by X as", "as first reported by X", "a plan announced by X"."""
    by = at + 1 if page.tokens[at + 1].low == "by" else at + 2
    if page.tokens[at].low not in _SPEECH | _GUARDED:
        return None
    noun = _right_noun(page.tokens, by + 1)
    kind = page.sort(noun, page.setting(at)) if noun else None
    if not kind:
        return None
    helped = any(t.low in _BE | {"as"} for t in page.tokens[max(0, at - 3) : at])
    if page.tokens[at].low in _DEEDS or not (helped or page.tokens[at].low in _SAID_BY):
        return None
    cue = (page.tokens[at].start, page.tokens[by].end)
    return _Find(kind, _span(page.tokens[slice(*noun)]), cue, 0 if helped else 1)


_DEEDS = _words(
    "advised offered proposed accepted demanded threatened informed linked known seen shown found",
    "asked recommended imagined signalled signaled charged identified answered painted judged ruled",
    "thanked held heard refined feared identified established measured",
)
_SAID_BY = _words(
    "reported announced told disclosed quoted cited described claimed alleged confirmed"
)


_BEGINS = _words("up began started kept stopped avoided")


def _not_a_verb(tokens: list[_Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1] if at else None
    if token.shape == "Cap" and at and token.low in _NOUN_LIKE:
        return True
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None:
        return follower is None or token.low not in ("said", "says")
    if token.low.endswith("ing"):
        return before.low in _DETERMINERS | _PLAIN_PREPOSITIONS | _BEGINS
    if before.low in _MODALS or (
        before.low in _ADVERBS and at > 1 and tokens[at - 2].low in _MODALS
    ):
        return not _speaks_on(tokens, at)
    if _passive_here(tokens, at):
        return True
    if before.low in _DETERMINERS | _PLAIN_PREPOSITIONS:
        return before.low not in ("this", "that", "those") or token.low in _NOUN_LIKE
    if token.low in _NOUN_LIKE | _BARE:
        return _reads_as_noun(tokens, at)
    return False


def _speaks_on(tokens: list[_Token], at: int) -> bool:
    """Allow "went on to say", "was quoted as saying" and "would say only"."""
    lows = [t.low for t in tokens[max(0, at - 3) : at]]
    return (
        lows[-1] == "to" and bool({"on", "continued", "proceeded", "hastened"} & set(lows))
    ) or ("would" in lows and ("not" in lows or "only" in lows))


def _passive_here(tokens: list[_Token], at: int) -> bool:
    if not tokens[at].low.endswith(("ed", "told", "said", "found", "wn", "written", "put", "made")):
        return False
    for back in range(at - 1, max(-1, at - 4), -1):
        if tokens[back].low in _BE:
            return True
        if not (tokens[back].low in _ADVERBS or tokens[back].low.endswith("ly")):
            return False
    return False


def _reads_as_noun(tokens: list[_Token], at: int) -> bool:
    """Tell "he claims that" and "critics say" from "the rival claims" and "a news report"."""
    before = tokens[at - 1]
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if _owner(before):
        return True
    if before.low in ("he", "she", "it", "they", "who", "which") or before.low in _PLURAL_SUBJECTS:
        return False
    if follower is None and before.low in _DOCUMENTS:
        return False
    if before.shape in (",", "quote") or follower is None:
        return before.shape not in (",", "quote") and _noun_too(tokens[at])
    if follower.low == "to" and before.shape == "Cap" and tokens[at].low.endswith("s"):
        return False
    if tokens[at].low in _SHOWING and any(
        t.low in _PLURAL_SUBJECTS | _DOCUMENTS for t in tokens[max(0, at - 14) : at]
    ):
        return False
    if follower.low == "that" or follower.shape in ("quote", ":"):
        return _owner(before)
    if _lone_bare(tokens, at):
        return True
    if tokens[at].low in _SAYING:
        return before.low in _DETERMINERS
    return not (
        (before.shape == "Cap" and tokens[at].low.endswith("s") and follower.shape != "low")
        or follower.low in _DETERMINERS | {"he", "she", "it", "they", "there"}
    )


_SHOWING = _words(
    "show shows finds suggest indicate reveal describe say allege confirm conclude find argue warn"
)


_SAYING = _words("say says argue believe think fear insist warn tell")


def _lone_bare(tokens: list[_Token], at: int) -> bool:
    """Catch "a liberal think tank": a bare verb needs something plural before it."""
    before = tokens[at - 1]
    if tokens[at].low not in _BARE or before.shape != "low" or before.low.endswith("s"):
        return False
    if before.low in _ADVERBS or _adverb(before):
        return False
    return not any(t.low in _PLURAL_SUBJECTS | _SOME | _ALL for t in tokens[max(0, at - 14) : at])


def _noun_too(token: _Token) -> bool:
    return token.low in _DOCUMENTS | _NOUN_LIKE


_PLURAL_SUBJECTS = frozenset(
    w for w in _VAGUE | _ANONYMOUS | _BODIES | _DOCUMENTS if w.endswith("s")
) | {"people", "some", "many", "others", "most", "police", "media"}


def _subject(page: _Page, at: int) -> tuple[Range | None, int]:
    tokens = page.tokens
    if tokens[at].low.endswith("ing"):
        return _participle_subject(tokens, at)
    noun = _left_noun(tokens, at)
    if noun and noun[0] < noun[1]:
        return noun, 0
    if tokens[at].low in _SPEECH | {"added", "adds", "recalled", "recalls", "continued", "asked"}:
        noun = _right_noun(tokens, _skip_adverbs(tokens, at + 1))
        if noun and not _clause_opens(tokens, at, noun):
            return _with_apposition(tokens, noun), 0
    return None, 0


def _skip_adverbs(tokens: list[_Token], at: int) -> int:
    while at < len(tokens) and (tokens[at].low in _DAYS or tokens[at].low in ("on", "also")):
        at += 1
    return at


def _clause_opens(tokens: list[_Token], at: int, noun: Range) -> bool:
    """Say whether what follows the verb is what was said and not who said it."""
    first = tokens[noun[0]]
    if first.low in (
        "that",
        "it",
        "there",
        "to",
        "in",
        "at",
        "for",
        "he",
        "she",
        "they",
        "no",
        "its",
    ):
        return not (first.low in _HE | {"they", "it"} and at and tokens[at - 1].shape == "quote")
    return at + 1 < noun[0] and first.low in _PREPOSITIONS


def _participle_subject(tokens: list[_Token], at: int) -> tuple[Range | None, int]:
    before = tokens[at - 1]
    if before.low == "as" and at > 1 and tokens[at - 2].low == "quoted":
        return _left_noun(tokens, at - 1), 0
    if before.low == "and" or before.shape in (",", "quote"):
        return _leading_noun(tokens, at - 1 if before.shape != "quote" else at), 1
    if not _is_word(before):
        return None, 1
    end = _before_verb(tokens, at)
    if end != at:
        return _left_noun(tokens, at), 0
    start = _segment_start(tokens, at)
    start = next(
        (
            i + 1
            for i in range(at - 2, start - 1, -1)
            if tokens[i].low in ("with", "after", "from", "despite", "by", "amid", "in", "of")
            and i + 1 < at
        ),
        start,
    )
    return (_trim(tokens, start, at) if start < at else None), 1


def _verb_fits(page: _Page, at: int, noun: Range, kind: str) -> bool:
    """Accept a verb only in the company that makes it report: "added that", never "added jobs"."""
    low = page.tokens[at].low
    written = _is_document(page.tokens[slice(*noun)])
    if low in ("put", "puts") and _puts_it(page.tokens, at):
        return True
    if low.startswith("argu") and "with" in [t.low for t in page.tokens[at + 1 : at + 2]]:
        return False
    if low.startswith("rul") and "out" in [t.low for t in page.tokens[at + 1 : at + 4]]:
        return False
    if low.startswith("claim") and _takes_lives(page.tokens, at):
        return False
    if written and low in _DOCUMENT_VERBS | _SPEECH:
        return low not in _STANCE
    if low in _SPEECH:
        if low.startswith("declin"):
            return at + 1 < len(page.tokens) and page.tokens[at + 1].low == "to"
        return low not in _SPEECH_GUARDED or kind == VAGUE or _content_follows(page.tokens, at)
    if low in _GUARDED:
        return _content_follows(page.tokens, at) or (kind == VAGUE and low in _STANCE)
    return False


def _puts_it(tokens: list[_Token], at: int) -> bool:
    """Read "as Lima put it" and "put the cost at 9 million"; "put the plan on hold" is a deed."""
    after = tokens[at + 1 : at + 9]
    figure = any(a.low == "at" and b.shape in ("num", "$", "£", "€") for a, b in pairwise(after))
    return bool(after) and (after[0].low == "it" or figure)


def _takes_lives(tokens: list[_Token], at: int) -> bool:
    return any(t.low in ("lives", "life", "victims") for t in tokens[at + 1 : at + 6])


_SPEECH_GUARDED = _forms(
    "accept signal threaten propose demand promise link decline propose respond shout chant mock",
    "estimate note text suggest doubt rage fume dismiss portray conclude implore disclose declare",
    "claim swear report comment confirm blame speculate",
) - _forms(
    "decline",
    "link",
    "dismiss",
    "blame",
    "portray",
    "mock",
    "note",
    "confirm",
    "conclude",
    "suggest",
    "estimate",
    "declare",
    "claim",
    "report",
)


def _is_document(tokens: Sequence[_Token]) -> bool:
    words = [t for t in tokens if _is_word(t)]
    head = _base(_chunk(words)[-1]) if words else ""
    return head in _DOCUMENTS | _PROPER_DOCUMENT | _LOOSE_PLURALS and head not in ("history",)


def _content_follows(tokens: list[_Token], at: int) -> bool:
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if (at and tokens[at - 1].shape == "quote") or _closes_quote(tokens, at):
        return True
    if follower is None or follower.shape in (".", "quote", ":"):
        return tokens[at].low not in ("saw", "sees", "seen", "read", "put", "made", "known", "knew")
    if follower.shape == ",":
        return any(t.shape == "," for t in tokens[max(0, at - 7) : at - 1]) or any(
            t.shape == "quote" for t in tokens[at + 2 : at + 12]
        )
    if any(t.shape == "quote" for t in tokens[at + 1 : at + 7]):
        return True
    if follower.low in ("out", "on") and tokens[at].low.startswith(("point", "call", "go", "went")):
        return True
    if follower.low == "for" and tokens[at].low.startswith("call"):
        return True
    return follower.low in (
        "that",
        "how",
        "why",
        "whether",
        "there",
        "he",
        "she",
        "they",
        "it",
        "if",
    )


def _closes_quote(tokens: list[_Token], at: int) -> bool:
    """Say whether the verb's clause hangs on a quotation just before it: “…,” the man added."""
    for back in range(at - 1, max(-1, at - 14), -1):
        if tokens[back].shape == "quote":
            return True
        if tokens[back].shape in (".", ";", ":") or tokens[back].low == "that":
            return False
    return False


# --- Hearsay, headlines, the reporter's own eyes ---


_LORE = re.compile(
    r"\b(?:rumou?r has it|legend has it|word (?:is|has it)|conventional wisdom (?:holds|says|has it)"
    r"|the (?:story|theory|word) goes)\b",
    re.IGNORECASE,
)


def _hearsay_cues(page: _Page) -> Iterator[_Find]:
    tokens = page.tokens
    lore = _LORE.search(_masked(page))
    if lore:
        yield _Find(VAGUE, None, lore.span(), 2)
    for at, token in enumerate(tokens):
        if token.low in _HEARSAY and token.low != "ostensibly":
            yield _Find(VAGUE, None, (token.start, token.end), 2)
        elif token.low in _PASSIVE_HEARSAY and _passive_hearsay(tokens, at):
            start = next(i for i in range(at - 1, -1, -1) if tokens[i].low in _BE)
            yield _Find(VAGUE, None, (tokens[start].start, token.end), 2)
        elif token.low in _HEARSAY_NOUNS and _hearsay_noun(tokens, at):
            yield _Find(VAGUE, (token.start, token.end), (token.start, token.end), 3)


_ONLY_BEFORE_THAT = _words("known held poised acknowledged perceived claimed argued")


def _passive_hearsay(tokens: list[_Token], at: int) -> bool:
    helper = next((i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].low in _BE), None)
    if helper is None or not (_passive_here(tokens, at) or _be_right_before(tokens, at)):
        return False
    if tokens[helper].low in ("be", "being") or (
        tokens[helper].low == "been"
        and tokens[helper - 1].low not in ("has", "had", "have", "long")
    ):
        return False
    follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low == "claimed" and tokens[helper - 1].low == "it":
        return True
    if tokens[at].low in _ONLY_BEFORE_THAT:
        return follower == "that"
    if tokens[at].low in ("seen", "regarded", "viewed", "considered", "deemed"):
        return any(
            t.low in ("widely", "generally", "broadly", "increasingly", "commonly", "often")
            for t in tokens[max(0, at - 2) : at]
        )
    if tokens[at].low == "expected":
        return True
    it_is = any(t.low in ("it", "there") for t in tokens[max(0, at - 4) : at])
    return (
        follower in ("to", "as") or it_is or tokens[at].low in ("rumoured", "rumored", "understood")
    )


def _be_right_before(tokens: list[_Token], at: int) -> bool:
    return any(t.low in _BE for t in tokens[max(0, at - 3) : at]) and tokens[at - 1].low in (
        _BE | _ADVERBS | {"widely", "generally"}
    )


def _hearsay_noun(tokens: list[_Token], at: int) -> bool:
    follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1].low if at else ""
    return follower in ("that", "of") and (
        before in ("amid", "are", "were", "is", "was", "of", "despite")
        or (at == 0 and follower == "that")
    )


def _headline_cue(page: _Page) -> _Find | None:
    """Read "Police: two held after raid" and "Two held after raid: police"."""
    colons = [i for i, t in enumerate(page.tokens) if t.shape in (":", "—", "–", "-")]
    if not colons:
        return None
    return _label(page, 0, colons[0], colons[0]) or _label(
        page, colons[-1] + 1, len(page.tokens), colons[-1]
    )


def _label(page: _Page, start: int, end: int, mark: int) -> _Find | None:
    """Sort the few words on the short side of a headline's colon or dash."""
    tokens = page.tokens
    while end > start and tokens[end - 1].shape in (".", "!", "?"):
        end -= 1
    words = tokens[start:end]
    leading = start == 0
    if words and words[0].low in _PREPOSITIONS | _BOUNDARIES:
        return None
    if leading and sum(map(_is_word, tokens[mark:])) < 3:
        return None
    if not 0 < len(words) <= 6 or not all(_is_word(t) for t in words):
        return None
    if not leading and mark < 3:
        return None
    if leading and (tokens[mark].shape != ":" or mark + 1 >= len(tokens)):
        return None
    if any(
        t.low in _LABELS or (_finite(t) and not _noun_here(words, i, 0))
        for i, t in enumerate(words)
    ):
        return None
    kind = _label_kind(words, leading)
    cue = (tokens[mark].start, tokens[mark].end)
    return _Find(kind, _span(words), cue, 1) if kind else None


def _label_kind(words: list[_Token], leading: bool) -> str | None:
    head = _base(_chunk(words)[-1])
    if head in ("report", "reports") and len(words) == 1:
        return VAGUE
    if head in _BODIES | _DOCUMENTS | _ANONYMOUS | _VAGUE | _SPOKES or head in _KNOWN_BODIES:
        return _kind(words, _Setting(), True)
    if words[-1].shape != "Cap" or (len(words) == 1 and not leading) or head in _PLACES:
        return None
    return (
        _kind(words, _Setting(), len(words) > 1)
        if all(t.shape == "Cap" or t.low in _LINKS for t in words)
        else None
    )


def _observed_cues(page: _Page) -> Iterator[_Find]:
    masked = _masked(page)
    for rank, pattern in ((-1, _OBSERVER), (-1, _VISIT), (1, _FIRST_PERSON), (3, _VISIBLE)):
        found = pattern.search(masked)
        if found:
            yield _Find(OBSERVED, None, found.span(), rank)


def _masked(page: _Page) -> str:
    """Return the sentence with its quotations blanked, so that no rule reads inside them."""
    pieces, done = [], 0
    for token in page.tokens:
        if token.shape == "quote":
            pieces += [page.text[done : token.start], " " * (token.end - token.start)]
            done = token.end
    return "".join([*pieces, page.text[done:]])


# --- The verdict ---


def _choose(text: str, tokens: list[_Token], before: str | None) -> Sourcing:
    page = _Page(text, tokens, before)
    finds = [*_phrase_cues(page), *_verb_cues(page), *_hearsay_cues(page), *_observed_cues(page)]
    headline = _headline_cue(page)
    finds += [headline] if headline else []
    if not finds:
        return Sourcing(NONE)
    best = _outermost(page, finds)
    return _with_hearsay(page, _withheld(page, best))


def _outermost(page: _Page, finds: list[_Find]) -> _Find:
    rank = min(f.rank for f in finds)
    ranked = sorted((f for f in finds if f.rank == rank), key=lambda f: f.cue)
    last = ranked[-1]
    return last if _closes_sentence(page, last) else ranked[0]


def _closes_sentence(page: _Page, find: _Find) -> bool:
    """Say whether the attribution comes last, as in "…, officials said", and so covers the rest."""
    spans = [find.cue, find.source or find.cue]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    tail = [t for t in page.tokens if t.start >= end and _is_word(t)]
    lead = [t for t in page.tokens if t.end <= start]
    return (
        bool(lead)
        and lead[-1].shape in (",", "quote", "—", "–")
        and len(tail) <= 4
        and not any(_finite(t) for t in tail)
    )


def _withheld(page: _Page, find: _Find) -> _Find:
    """Turn a nameless source that asked not to be named, or spoke so, into an anonymous one."""
    if find.kind in (OBSERVED, ANONYMOUS) or not find.source or not _UNNAMED.search(_masked(page)):
        return find
    words = _words(page.text[slice(*find.source)].lower().replace(",", " "))
    hides = words & _SPOKES if find.kind == BODY else find.kind == VAGUE or len(words) == 1
    speaks = find.kind != PERSON or words & _PRONOUNS
    return find._replace(kind=ANONYMOUS) if hides and speaks else find


def _with_hearsay(page: _Page, find: _Find) -> Sourcing:
    """Let "X reportedly told aides" count as hearsay: the writer did not get it from X."""
    if find.rank == 0 and find.source:
        for at, token in enumerate(page.tokens):
            if token.low in _HEARSAY - {"ostensibly"} and _touches(page.tokens, at, find.cue):
                return Sourcing(VAGUE, None, (token.start, token.end))
    return Sourcing(find.kind, find.source, find.cue)


def _touches(tokens: list[_Token], at: int, cue: tuple[int, int]) -> bool:
    return any(t.start == cue[0] for t in tokens[max(0, at - 2) : at + 3])


def _left_open(context: str) -> bool:
    """Say whether the text before ends inside a quotation that was never closed."""
    paragraph = context[-_CONTEXT:].rsplit("\n", 1)[-1]
    return paragraph.count("“") > paragraph.count("”")


def sourcing(sentence: str, context: str | None = None) -> Sourcing:
    """Say who or what a sentence gives as its source, and show the words that say so.

    `context` is the text just before, used to follow "he said" back to a name. The kinds are
    `named-person`, `named-organisation-or-document`, `anonymous` (people said to exist but not
    named), `vague` ("critics", "reportedly", "is expected"), `observed` (the reporter's own eyes)
    and `none`. Spans are code points in `sentence`. Never raises on any string.

    The rules are the kit's own: a spokesman of a named body speaks for the body, a poll, filing or
    other outlet's report is a document, officials, aides and people familiar are anonymous.
    """
    before = context or ""
    tokens = _tokens(sentence, _left_open(before))
    return _choose(sentence, tokens, before)
