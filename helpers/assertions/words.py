"""Word lists behind lesson 4's sourcing ladder: ordinary English of news reports, by the job done.

Written for this project from general knowledge of the language. Each list answers one question
about one word, in lower case. That somebody stands in a list says what kind of source the word is
and nothing about its worth. Edit the lists freely: one entry per word.
"""


def _set(block: str) -> frozenset[str]:
    return frozenset(block.split())


# --- Nouns: who or what a source is ---

# People who are said to exist but not named.
NAMELESS = _set(
    """
    official officials source sources aide aides insider insiders adviser advisers advisor
    advisors diplomat diplomats staffer staffers informant informants whistleblower envoy
    whistleblowers whistle-blower whistle-blowers operative operatives confidant confidants
    witness witnesses eyewitness eyewitnesses bystander bystanders onlooker onlookers passer-by
    resident residents neighbour neighbours neighbor neighbors villager villagers survivor
    survivors relative relatives friend friends colleague colleagues classmate classmates
    employee employees worker workers staff executive executives manager managers engineer
    engineers lawyer lawyers attorney attorneys negotiator negotiators investigator envoys
    investigators detective detectives officer officers soldier soldiers commander commanders
    strategist strategists fundraiser donor donors delegate delegates lobbyist lobbyists banker
    bankers trader traders lawmaker lawmakers legislator legislators juror jurors nurse nurses
    doctor doctors teacher teachers passenger passengers detainee detainees prisoner prisoners
    guard guards contractor contractors participant participants attendee attendees defector
    defectors courier couriers tenant tenants shopkeeper shopkeepers patient patients parent
    counsel helper helpers consultant consultants driver drivers pilot pilots student students
    protester protesters fisherman fishermen mother father brother sister cousin uncle aunt wife
    husband son daughter widow mourner mourners victim victims volunteer volunteers refugee
    refugees migrant migrants associate associates acquaintance acquaintances intermediary
    intermediaries ally allies buyer buyers supplier suppliers counterpart counterparts
    """
)
# "The lawyer" may be somebody whom the text named earlier.
NAMED_BEFORE = _set(
    """
    lawyer attorney doctor teacher nurse student manager engineer executive lawmaker legislator
    officer soldier detective strategist consultant driver pilot banker trader survivor widow
    mother father brother sister wife husband son daughter commander adviser advisor envoy
    protester refugee resident volunteer donor lobbyist fisherman diplomat
    """
)
# A bare plural of these with a verb in the present is everybody and nobody: "residents say".
LAY_PEOPLE = _set(
    """
    residents workers teachers doctors nurses students drivers passengers employees parents
    lawyers donors traders bankers volunteers engineers lobbyists strategists tenants patients
    soldiers protesters refugees migrants survivors victims executives managers lawmakers
    legislators
    """
)
# Words for people, of whatever trade.
PEOPLE = _set(
    """
    people persons person individuals individual man men woman women somebody someone
    """
)
# A share of people, unless it is somebody's share.
SHARES = _set("percent cent majority half third thirds")
# Beside these, people are a source of their own: "people familiar with the plan".
IN_THE_KNOW = _set(
    """
    familiar briefed close knowledge informed involved aware directly present privy acquainted
    attended heard spoke asked declined requested
    """
)
# These speak for a body.
SPOKESPEOPLE = _set(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons spokeswomen
    representative representatives rep
    """
)
# Nobody in particular.
VAGUE_NOUNS = _set(
    """
    critics critic experts expert analysts analyst observers observer commentators commentator
    economists economist scientists scientist researchers researcher scholars historians doctors
    specialists pundits pollsters academics academic forecasters sceptics skeptics supporters
    opponents advocates activists campaigners proponents detractors defenders watchers rumours
    rumors rumour rumor speculation gossip reports accounts some many others most several few
    somebody everyone everybody people voters conservatives liberals progressives republicans
    democrats moderates investors consumers markets commenters users media press outlets
    newspapers tabloids pundit parents farmers americans britons europeans environmentalists
    theorists studies surveys polls research evidence word legend tradition allegations claims
    sceptic skeptic rivals foes enemies admirers fans loyalists veterans industry pollster one
    those backers women men politicians leaders they evangelicals scholarship estimates
    expectations forecasts projections theory consensus lore bloggers influencers educators
    conservationists ecologists virologists epidemiologists climatologists physicians clinicians
    psychologists sociologists
    """
)
# With a body beside them, these speak from it: "researchers at Delft".
EXPERTS = _set(
    """
    experts analysts economists scientists researchers researcher scholars analyst economist
    scientist expert forecasters historians epidemiologists academics climatologists physicians
    doctors advocates campaigners
    """
)
# Groups that act and speak as one.
BODIES = _set(
    """
    company companies firm ministry department agency government administration authorities
    police army military navy council committee commission court courts party union unions group
    groups campaign charity university college school hospital bank airline newspaper paper
    magazine network broadcaster outlet channel station regulator watchdog organisation
    organization parliament senate congress cabinet board office bureau embassy consulate church
    foundation institute association federation league team club coalition alliance prosecutors
    prosecution defence defense regime opposition state municipality city county utility
    operator manufacturer maker carmaker retailer supermarket lender insurer publisher startup
    start-up think-tank thinktank tribunal panel task-force taskforce force service services
    coastguard conglomerate chain brewer drugmaker chipmaker developer society museum orchestra
    secretariat bloc mission fund pac corporation venture studio institution institutions
    nonprofit non-profit lab laboratory observatory brigade militia palace kremlin leadership
    organisers organizers owner owners body delegation jury authority developers producers
    airlines judges insurers garda gardaí
    """
)
# What can be looked up.
DOCUMENTS = _set(
    """
    report poll survey study memo memorandum filing filings data figures records record
    documents document letter email emails e-mail e-mails statement statements transcript
    transcripts lawsuit complaint indictment affidavit affidavits audit census release book
    website post posts tweet tweets video footage article editorial analysis assessment
    assessments ruling budget dossier log logs minutes statistics index register registry
    database archive archives plan draft bill law constitution charter treaty contract testimony
    verdict judgment decree notice note notes diary diaries message messages cable cables photo
    photos photograph photographs image images recording recordings paper papers review inquiry
    investigation investigations findings forecast estimate brief briefing bulletin manifesto
    blog column op-ed documentary film broadcast account warrant petition submission invoice
    invoices receipts spreadsheet map maps certificate autopsy presentation ad advertisement
    pamphlet leaflet white-paper communique communiqué readout summary chart graph page profile
    ledger ledgers manuscript inscription ballots returns disclosure disclosures journal
    encyclopedia textbook history biography memoir interview obituary caption podcast placard
    sign banner inspection inquest tests measurements readings sensors screenshots slide slides
    average screenshot text texts excerpt excerpts scorecard tally count timeline agenda
    itinerary
    """
)
# Plurals of documents that do not speak of themselves.
PAPERS = _set(
    """
    editorials lawsuits letters notes websites books audits memos drafts articles
    """
)
# Several of these with no owner's name ("studies show") point at nothing a reader could look up.
LOOSE_PLURALS = _set(
    """
    reports studies surveys polls research evidence estimates accounts investigations statistics
    findings data history tradition readings forecasts photos photographs texts tests posts
    """
)
WRITTEN = DOCUMENTS | LOOSE_PLURALS | PAPERS
# Documents that show and suggest things.
READABLE = (DOCUMENTS | LOOSE_PLURALS) - {"history"}
# Beside these a report is hearsay: "unconfirmed reports".
UNSURE_REPORTS = _set("media news press unconfirmed initial early conflicting")
# Beside these a document has an owner: "court papers".
OFFICIAL = _set(
    """
    court official government police tax financial internal company public property phone bank
    flight satellite leaked declassified confidential federal state corporate shipping census
    military hospital medical school voting election planning campaign-finance regulatory annual
    newly-released released unsealed coroner's council payroll land parliamentary ship-tracking
    intelligence procurement customs security trade legal sealed classified archived
    """
)
# A role stands for one person: "the mayor".
ROLES = _set(
    """
    president prime-minister premier chancellor minister secretary senator congressman mayor
    congresswoman representative governor judge justice chairman chairwoman chair chief director
    professor general admiral colonel captain sheriff king queen prince princess pope bishop
    archbishop cardinal imam rabbi candidate nominee coach ceo founder author singer actor
    actress businessman businesswoman billionaire tycoon mogul defendant suspect plaintiff
    leader ambassador commissioner principal dean priest editor writer poet novelist philosopher
    playwright historian economist striker goalkeeper champion winner incumbent frontrunner
    front-runner democrat republican conservative independent mp host comedian filmmaker
    photographer pastor reverend astronaut scientist lawyer farmer veteran doctor surgeon
    prosecutor treasurer speaker whip deputy owner baker entrepreneur politician activist
    teacher widow mother father chemist physicist midfielder
    """
)
# What stands before a person's name, or describes one after it.
TITLES = _set(
    """
    mr mrs ms miss mx dr prof professor sen senator rep congressman congresswoman representative
    gov governor president vice-president premier chancellor minister secretary mayor judge
    justice gen general lt col colonel maj major capt captain sgt sergeant adm admiral cmdr
    commander sheriff chief director chairman chairwoman chair king queen prince princess pope
    sir dame lord lady rev reverend bishop archbishop cardinal imam rabbi sheikh ayatollah
    ambassador commissioner speaker leader ceo cfo coach spokesman spokeswoman spokesperson
    analyst attorney lawyer economist candidate inspector superintendent constable deputy
    officer host actor actress singer author editor correspondent counsel head taoiseach
    councillor cllr manager strategist adviser advisor envoy coordinator curator producer
    founder mp baroness baron earl duke duchess emir sultan brigadier corporal nominee tycoon
    businessman star defender striker pastor father sister brother comrade emperor
    """
)
HONOURS = ROLES | TITLES
# A bare name explained by one of these is a body: "Kestrel, a tool that tracks ships".
PRODUCTS = _set(
    """
    tool platform site app nonprofit maker provider supplier start-up outfit subsidiary
    marketplace daily weekly tracker monitor aggregator consultancy brokerage producer exporter
    """
)
PEOPLE_NOUNS = NAMELESS | SPOKESPEOPLE | VAGUE_NOUNS
# Even with a capital these describe a person: "Senator".
PEOPLE_BY_WORD = NAMELESS | SPOKESPEOPLE | ROLES
# Any of these may be a source.
SPEAKER_NOUNS = PEOPLE_NOUNS | BODIES | DOCUMENTS
NOUNS = SPEAKER_NOUNS | ROLES | PEOPLE
# Plurals and words that take a plural verb.
PLURAL_SUBJECTS = frozenset(
    word for word in NAMELESS | VAGUE_NOUNS | BODIES | DOCUMENTS if word.endswith("s")
) | _set("people some many others most police media")

# --- Names ---

# A capitalised word that makes a name a body's.
PROPER_BODY = _set(
    """
    ministry department agency government administration council committee commission court
    party union group campaign university college school hospital bank airlines airways times
    post news journal guardian herald tribune telegraph gazette chronicle observer independent
    mirror sun foundation institute association federation league team club coalition alliance
    society inc corp corporation ltd llc plc gmbh ag co company holdings partners technologies
    motors industries international network watch center centre office bureau embassy parliament
    senate congress house assembly cabinet board authority service services police army navy
    force forces guard coastguard command organisation organization nations fund trust reserve
    treasury exchange museum church synagogue mosque press media magazine radio television tv
    broadcasting studios kremlin pentagon state city county republic republicans democrats
    labour tories conservatives greens lib-dems hamas hezbollah taliban houthis opec registry
    laboratory laboratories observatory academy charity secretariat division project initiative
    workers teachers americans brothers bros systems energy electric oil gas petroleum
    pharmaceuticals pharma railways rail steel mining foods stores supermarkets health education
    defence defense justice interior affairs transport agriculture finance borders rescue relief
    action front movement brigade brigades militia cartel caucus tribunal globe standard
    examiner inquirer weekly daily mail express monitor review bulletin wire
    """
)
# These are also family names, so they count only at the end of a name.
WEAK_BODY = _set(
    """
    house court post bank church state city mirror sun independent star young group press county
    guard journal park center globe standard express wire front field brothers bros steel foods
    stores electric cooper mail
    """
)
STRONG_BODY = PROPER_BODY - WEAK_BODY
# Bodies' words that end a two-word bare name: "Charlotte Church".
FAMILY_NAMES = _set("young church house banks star")
# Capitals that are no abbreviation.
NUMERALS = _set("ii iii iv")
# The first word of a body's name that goes on with "of" or "for": "Friends of the River".
MOVEMENTS = _set(
    """
    friends citizens doctors physicians mothers parents veterans lawyers engineers scientists
    bank architects reporters workers families farmers nurses teachers women students people
    voices union council church ministry department office board court party house society
    """
)
# A capitalised word that makes a name a document's.
PROPER_DOCUMENT = _set(
    """
    report poll survey study memo index act constitution bill census audit lawsuit bible koran
    statement letter article book data figures papers documents review investigation analysis
    """
)
# Bodies that nothing but their name shows to be one. Being listed says nothing about them.
KNOWN_BODIES = _set(
    """
    reuters ap afp bbc cnn nbc abc cbs msnbc npr bloomberg politico axios breitbart xinhua tass
    interfax anadolu yonhap kyodo dpa efe ansa al-jazeera jazeera vox buzzfeed vice propublica
    bellingcat gallup ipsos yougov quinnipiac marist pew monmouth rasmussen apple google
    microsoft amazon facebook meta twitter tesla boeing airbus toyota honda nissan samsung sony
    intel nvidia netflix spotify uber lyft airbnb walmart target costco ikea tesco sainsbury's
    aldi lidl nestlé nestle unilever pfizer moderna astrazeneca novartis bayer siemens
    volkswagen bmw daimler renault fiat ford chevron exxon exxonmobil shell bp totalenergies
    gazprom rosneft aramco huawei alibaba tencent tiktok bytedance openai youtube instagram
    whatsapp telegram paypal visa mastercard goldman jpmorgan citigroup barclays hsbc ubs
    santander deloitte kpmg pwc mckinsey greenpeace amnesty oxfam unicef unesco unhcr unrwa nato
    interpol europol frontex eurostat opec nasa esa fifa uefa ioc wada hamas hezbollah taliban
    isis congress parliament pentagon kremlin downing elysee élysée knesset bundestag duma
    whitehall fed ryanair lufthansa easyjet qantas spacex starlink blackrock berkshire wikipedia
    wikileaks pravda izvestia lancet nature science economist guardian forbes fortune newsweek
    time slate salon vatican treasury labour likud fatah snp farc eta moody's fitch verizon at&t
    comcast disney nike adidas starbucks mcdonald's citron politifact factcheck snopes statista
    eurocontrol ofgem ofcom ofsted hp ibm aclu naacp
    """
)
BODY_NAMES = PROPER_BODY | KNOWN_BODIES
# After a title even these are no family name.
BODY_FOR_SURE = STRONG_BODY - KNOWN_BODIES
# A place or capital that speaks is its government.
PLACES = _set(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
    bahrain bangladesh belarus belgium benin bolivia bosnia botswana brazil britain bulgaria
    cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador
    egypt england eritrea estonia ethiopia finland france gabon gambia georgia germany ghana
    greece guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq
    ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan
    laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia mali malta
    mauritania mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal
    netherlands zealand nicaragua niger nigeria macedonia norway oman pakistan palestine panama
    paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia
    singapore slovakia slovenia somalia spain lanka sudan suriname sweden switzerland syria
    taiwan tajikistan tanzania thailand togo tunisia turkey türkiye turkmenistan uganda ukraine
    emirates uk us usa u.s u.k u.s. u.k. eu un u.n. uruguay uzbekistan venezuela vietnam wales
    yemen zambia zimbabwe scotland states kingdom union arabia africa america europe washington
    moscow beijing tehran brussels kyiv kiev ankara berlin london paris tokyo seoul pyongyang
    delhi islamabad riyadh cairo jerusalem baghdad damascus caracas havana bogotá bogota
    brasilia brasília jakarta manila hanoi canberra ottawa warsaw budapest madrid rome vienna
    athens belgrade geneva kabul doha nairobi texas california florida iowa ohio york carolina
    virginia nevada michigan pennsylvania jersey hampshire wisconsin colorado arizona
    massachusetts illinois maryland minnesota oregon
    """
)

# --- Small words ---

# Times of the calendar.
DAYS = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow week month
    year night morning afternoon evening earlier spring summer autumn fall winter overnight
    """
)
BEFORE_DAYS = _set("on in this last late early")
# Stepped over between a subject and its verb.
ADVERBS = _set(
    """
    don't also later then now still again once twice previously just both even only first
    recently often always never soon thus has have had having did does do will is are was were
    be been being not didn't doesn't hasn't haven't hadn't won't wouldn't too instead meanwhile
    himself herself itself themselves bluntly quoted as simply long further 've 'd 's yet since
    ever famously
    """
)
# They end like adverbs and are none.
NOT_ADVERBS = _set("family ally assembly daily weekly monthly quarterly bully supply reply")
BE = _set(
    """
    is are was were be been being am isn't aren't wasn't weren't 's getting got
    """
)
MODALS = _set(
    """
    could should may might can must cannot can't couldn't shouldn't let would to
    """
)
# A clause has one of these.
FINITE = _set(
    """
    is are was were am isn't aren't wasn't weren't has had does did will would could should may
    might can must cannot can't won't wouldn't didn't doesn't hasn't haven't don't have been be
    went came took gave got made saw knew began ran fell rose left kept held stood lost won met
    became felt grew brought thought led sent spent built paid put sat shot hit cut
    """
)
# With a capital, only these are verbs: "Reports" may be a name.
CAPITAL_FINITE = _set("is are was were has had said says will")
# A clause begins with one of these.
BOUNDARIES = _set(
    """
    that because while when as if although though but where since until unless whether than how
    why what so yet or nor despite amid once after before
    """
)
RELATIVES = _set("who whom whose which")
PLAIN_PREPOSITIONS = _set(
    """
    of in at for with from on to by near about after before during under over against into
    inside outside within among between around across through like including such without toward
    towards
    """
)
# What describes a noun after it: "documents obtained by", "people close to".
PREPOSITIONS = PLAIN_PREPOSITIONS | _set(
    """
    close familiar briefed based behind who whom whose which that working speaking citing using
    involved surveyed polled interviewed released published obtained seen reviewed posted filed
    issued not here there directly privy aware present commissioned conducted leading linked
    written signed compiled prepared dated taken out tracking monitoring studying living
    """
)
# A clause that opens with one of these has its subject elsewhere.
NO_SUBJECTS = PREPOSITIONS | BOUNDARIES | DAYS
# Small letters inside a name.
LINKS = _set(
    """
    of for and the de la le el al del da di do dos das du von van der den bin ibn & y ter a
    """
)
DETERMINERS = _set("the a an this that these those his her its their our my your")
# Beside these a document is somebody's.
OWNING = OFFICIAL | (DETERMINERS - {"a", "an"})
INDEFINITE = _set(
    """
    a an one two three four five six seven eight nine ten another several multiple
    """
)
SOME = _set(
    """
    some many most few other others several numerous countless various certain
    """
)
ALL = _set("all none half dozens those")
# A number of what comes after "of".
AMOUNTS = _set(
    """
    number majority handful group pair couple dozen trio quarter host array chorus
    """
)
COUNTS = SOME | INDEFINITE | AMOUNTS | ALL
# A verb without an ending goes with one of these.
SEVERAL = PLURAL_SUBJECTS | SOME | ALL
ONE = _set("a an one another the")
# "Current and former officials" are one group.
EITHER_KIND = _set("current former federal state past serving retired senior local present")
HE = _set("he she")
PRONOUNS = _set("he she it they i we you")
# After one of these comes a verb.
SUBJECTS = PLURAL_SUBJECTS | _set("he she it they who which")
# In a name, one of these is a sign of a person.
ADDRESSES = TITLES | PRONOUNS
# They end a noun phrase.
ENDS_NOUN = PREPOSITIONS | PRONOUNS | {"and", "or", "as"}
# After one of these comes a noun.
NOUN_COMES = DETERMINERS | PLAIN_PREPOSITIONS
# A clause may begin with one of these.
CLAUSE_SUBJECTS = _set("he she it they there")
# After "said" one of these opens what was said.
CLAUSE_OPENERS = _set("that it there to in at for he she they no its")
# After a verb one of these opens what was said or shown.
CONTENT_OPENERS = _set("that how why whether there he she they it if")
# They end a noun phrase as words in -ed and -ing do.
PARTICIPLES = _set("known seen taken shown given")
# With a word in -ing these are no speech: "began explaining".
BEGINS = _set("up began started kept stopped avoided")
# The subject of a word in -ing stands after one of these: "with Lima saying".
BEFORE_PARTICIPLE = _set("with after from despite by amid in of")
# Stripped from the front of a subject: "but then the mayor".
LEAD_INS = _set(
    """
    on in by at late early last since during next meanwhile however later but and yet still also
    even so then indeed now because when while after before although if amid for as nor or thus
    too instead only just earlier once 've though until where both from with to into over out up
    """
)
# What a remark between commas opens with.
ASIDES = _set(
    """
    who whose whom which a an the one now then speaking citing himself herself in on at for
    after with from through during like including however meanwhile though too as also once of
    formerly by former senior himself's itself when where while based author long his her their
    its my two both not usually perhaps among quoting using born
    """
)
# A stretch between commas that opens with one of these is not the subject.
NOT_SUBJECTS = _set(
    """
    and but himself herself however though too also now then formerly perhaps usually not where
    when while if because after although as since long meanwhile both
    """
)
# Before a headline's colon these are no source.
LABELS = _set(
    """
    analysis opinion exclusive breaking update updated watch video photo photos explainer
    editorial comment correction note live review factbox timeline question answer q a
    background related conclusion result warning verdict read listen advertisement summary
    example reason problem why how what tip step fact news politics sport business world podcast
    gallery profile caption image figure table editor's revealed recap preview lesson and but so
    or contributing t here the this that these it they we he she then first second third lastly
    finally bottom
    """
)
# A lone capital at the start may be one of these and no name.
STARTERS = LABELS | ADVERBS | PREPOSITIONS | DETERMINERS

# --- Verbs: each once, its forms made by rule ---

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


def _forms(block: str) -> frozenset[str]:
    return _set(" ".join(_IRREGULAR.get(verb) or _regular(verb) for verb in block.split()))


# They report speech, thought or writing.
SPEAKING = _forms(
    """
    say tell announce argue assert insist claim warn allege acknowledge admit confirm deny
    declare explain reply testify tweet remark reiterate quip contend caution stress emphasise
    emphasize predict disclose write complain concede joke boast brag lament muse retort recount
    accuse blame condemn denounce criticise criticize describe characterise characterize suggest
    vow pledge urge respond swear speculate theorise theorize estimate forecast comment report
    decline note conclude quote clarify specify recommend hint opine decry slam rebuke implore
    demand dismiss propose portray proclaim profess mock accept signal link believe think fear
    worry reckon doubt foresee hypothesise intimate confide divulge promise threaten text shout
    chant fume rage posit postulate
    """
)
# These report speech only beside "that", a clause or quotation marks: "added 200 jobs" does not.
GUARDED = _forms(
    """
    add continue observe maintain state recall find rule learn hear agree know understand charge
    determine reveal indicate show call point counter ask hold judge see read expect praise cite
    cry thank offer imply attribute imagine label brand repeat advise say calculate project
    anticipate answer echo respond post spell sigh laugh whisper interject emphasise pronounce
    establish assess conclude document record demonstrate estimate stipulate confirm detail
    certify identify paint illustrate outline refer mention notify inform
    """
)
# Of the first list, those of which that is true as well.
SPEAKING_GUARDED = _forms(
    """
    accept signal threaten propose demand promise respond shout chant text doubt rage fume
    implore disclose swear comment speculate
    """
)
# With these any noun is a speaker: "a fisherman said".
TALKING = _forms(
    """
    say tell recall explain reply claim insist admit complain argue ask write tweet add believe
    think fear warn describe joke acknowledge deny confirm contend assert testify announce
    criticise accuse criticize denounce predict concede remark agree state
    """
)
# What documents do.
DOCUMENT_VERBS = _forms(
    """
    show find suggest indicate reveal put estimate confirm state read identify detail list
    record describe conclude depict warn claim allege project point forecast demonstrate say
    report note cite establish attribute predict outline argue call recommend mention refer
    accuse
    """
)
# Facts and figures do these too, so they make no speaker of a noun.
INFERRING = _forms(
    """
    show suggest indicate reveal mean put find state read confirm conclude signal link describe
    warn threaten estimate predict forecast document portray demonstrate imply illustrate demand
    call accept hold know see hear determine point charge make reflect establish record project
    expect name paint attribute
    """
)
# What somebody thinks, said or not.
STANCE = _forms(
    """
    expect see know believe think fear worry link accept signal understand doubt
    """
)
VERBS = SPEAKING | GUARDED | DOCUMENT_VERBS
# The forms without an ending.
BARE_VERBS = frozenset(
    word
    for word in SPEAKING | GUARDED
    if not word.endswith(("ed", "ing", "s")) and word not in {"said", "told", "wrote", "found"}
)
# Forms that are nouns as well.
NOUN_LIKE = _set(
    """
    claims reports notes states calls shows finds plans charges rules remarks points comments
    quotes projects hints estimates forecasts details documents signals links records mentions
    answers demands pledges threats accounts counters judges sees repeats threatens labels
    brands offers references doubts fears worries jokes vows texts posts shouts chants thanks
    advances cites
    """
)
NOUN_TOO = DOCUMENTS | NOUN_LIKE
VERB_OR_NOUN = NOUN_LIKE | BARE_VERBS
SHOWING = _set(
    """
    show shows finds suggest indicate reveal describe say allege confirm conclude find argue
    warn
    """
)
SAYING = _set("say says argue believe think fear insist warn tell")
# "By" after one of these names who did it, not who said it.
DEEDS = _set(
    """
    advised offered proposed accepted demanded threatened informed linked known seen shown found
    asked recommended imagined signalled signaled charged identified answered painted judged
    ruled thanked held heard refined feared established measured
    """
)
# "By" after one of these names a source, even without "was": "a plan announced by".
SAID_BY = _set(
    """
    reported announced told disclosed quoted cited described claimed alleged confirmed
    """
)
# Besides the verbs of speaking, these may stand before their subject: “…,” added Lima.
SPEAKING_FIRST = _set("added adds recalled recalls continued asked")
# At the end of a clause these report nothing: "as Lima knew".
BARE_ENDS = _set("saw sees seen read put made known knew")
PAST_ENDINGS = ("ed", "told", "said", "found", "wn", "written", "put", "made")

# --- Hearsay and phrases ---

HEARSAY = _set("reportedly allegedly purportedly supposedly")
# "Is expected to": by whom is not said.
PASSIVE_HEARSAY = _set(
    """
    expected believed thought said reported understood alleged rumoured rumored considered
    feared seen regarded viewed estimated presumed suspected assumed claimed known deemed tipped
    projected predicted forecast hoped speculated suggested argued whispered held perceived
    poised acknowledged
    """
)
# Of these, the ones that are hearsay only before "that": "it is known that".
ONLY_BEFORE_THAT = _set("known held poised acknowledged perceived claimed argued")
# Of these, the ones that are hearsay only if done widely or often.
REPUTE = _set("seen regarded viewed considered deemed")
WIDELY = _set("widely generally broadly increasingly commonly often")
HEARSAY_NOUNS = _set(
    """
    reports rumours rumors speculation claims allegations suggestions talk whispers accusations
    suspicions gossip
    """
)
# Before a noun of hearsay: "amid reports of".
BEFORE_HEARSAY = _set("amid are were is was of despite")
# A source follows.
PHRASES = [
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
# After an owner: "in her view".
VIEWS = _set("view opinion words account telling")
