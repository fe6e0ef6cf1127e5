"""Words that the rules for sentences know: the usual abbreviations, titles and openers of English.

Our own lists, made by reading news. An entry is written as it stands before the full stop.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A name follows these titles and short first names, so the stop after them ends nothing.
TITLES = _set(
    """
    Adm Amb Asst Atty Brig Capt Cmdr Cmdt Col Cpl Cpt Dep Det Dir Dr Drs Fr Ft Gen Gov Hon Insp Lt
    Maj Messrs Mlle Mme Mr Mrs Ms Msgr Mt Mts Mx Ofc Pfc Pres Prof Pte Pvt Rep Reps Rev Rt Sen
    Sens Sgt Spc Spec Sra Srta Supt mr mrs ms dr prof
    Chas Geo Jas Jos Robt Thos Wm
    """
)

# These announce what follows, in the middle of a sentence.
POINTERS = _set("approx ca cf e.g eg esp i.e ie incl v viz vs")

INNER = TITLES | POINTERS

# With a number or a letter after them these are references ("No. 5", "Fig. 2").
REFERENCES = _set(
    """
    Art Arts App Ch Chap Cl Ed Eq Eqs Ex Exh Fig Figs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Nos Nr N° Op Para Pt Ref Sec Sect Tab
    Rs Ver Vol Vols art c ch chap ed eq fig figs fn n no nos nr p para pp pt ref sec sect tab ver vol
    vols
    """
)

# These stand at the end of a name, a place, a date or a measure: some end the sentence.
MAY_END = _set(
    """
    Assn Assoc Ave Bldg Blvd Bros Cie Co Corp Cos Ctr Dept Dist Div Esq Hwy Inc Inst Intl Jr Ltd
    Mfg Natl Pkwy Pty Rd Ret Sr St Ste Univ al assn assoc ave blvd co corp dept est ext ft hr hrs
    ibid lb lbs mfg min mins mph oz rd ret sq st tel univ yr yrs
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)

# Places: in newspaper style a comma follows them wherever the sentence goes on.
STATES = _set(
    """
    Ala Ariz Ark B.C Calif Cal Colo Conn D.C Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Me Mich
    Minn Miss Mo Mont N.C N.D N.H N.J N.M N.S N.Y Neb Nev Okla Ont Ore P.R Pa Penn Que R.I S.C
    S.D Tenn Tex Va Vt W.Va Wash Wis Wyo
    """
)

ABBREVIATIONS = MAY_END | STATES

# After these a single name and a verb start afresh: "… of Tarn Inc. Voss left …".
SUFFIXES = _set("Bros Co Corp Esq Inc Jr Ltd M.D Ph.D Plc Sr")

# Words that are capitalised only because a sentence opens with them: closed classes, adverbs,
# and the common nouns that news opens with ("U.S. officials" has a small letter, "Officials" is
# a start). "Mr." and its kin never come between "U.S." or "Inc." and a name.
OPENERS = _set(
    """
    A An The This That These Those Each Every Both Either Neither Many Most Much Several Some
    Such Few Other Others Another All Any Half
    I He She It We You They Who What When Where Why How Which Whose There Here
    My Our Your His Her Its Their Everyone Everybody Nobody Someone Something Nothing None
    And But Or Nor So Yet Because Although Though While Whereas Unless Until If Whether Since As
    About Above Across After Against Along Amid Among Around At Before Behind Below Beneath
    Beside Besides Between Beyond By Despite During Except For From In Inside Instead Into Like
    Near Of On Once Over Per Through Throughout To Toward Towards Under Unlike Upon With Within
    Without
    Accordingly Additionally Afterward Afterwards Again Also Altogether Always Apparently
    Asked Certainly Clearly Consequently Currently Earlier Elsewhere Even Eventually Finally
    Furthermore Hence However Indeed Initially Just Last Later Lately Likewise Maybe Meanwhile
    Moreover Nevertheless Nonetheless Not Now Nowadays Obviously Often Only Originally Otherwise
    Overall Perhaps Please Previously Probably Rather Recently Similarly Sometimes Soon Still
    Subsequently Suddenly Then Therefore Thereafter Thus Today Together Tomorrow Too
    Traditionally Typically Ultimately Unfortunately Usually Well Yes Yesterday
    Are Can Could Did Do Does Had Has Have Is Should Was Were Would
    Aren't Can't Couldn't Didn't Doesn't Don't Hadn't Hasn't Haven't Isn't Shouldn't Wasn't
    Weren't Won't Wouldn't Let's
    Activists Advocates Aides Analysts Attorneys Authorities Campaigners Commentators Critics
    Demonstrators Detectives Diplomats Doctors Dozens Economists Experts Families Farmers
    Firefighters Hundreds Investigators Investors Journalists Lawmakers Lawyers Millions
    Neighbors Neighbours Observers Officers Officials Opponents Parents Patients People Police
    Prosecutors Protesters Protestors Rescuers Researchers Residents Scientists Shares Soldiers
    Students Supporters Teachers Thousands Travelers Travellers Troops Viewers Volunteers Voters
    Witnesses Workers Mr Mrs Ms Mx Dr
    """
)

# After a clock time these still belong to it ("at 5 p.m. Eastern", "at 5 p.m. Friday").
AFTER_TIME = _set(
    """
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST IST CET CEST Eastern Central Mountain
    Pacific Greenwich Moscow Beijing Local Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April May June July
    August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
TIMES = _set("a.m p.m A.M P.M")
# "At 5 a.m. Voss woke": a phrase like this only sets the time for the name that follows.
PHRASE_OPENERS = _set("About After Around At Before Between By From On Since Until")

# Names that carry an exclamation mark of their own.
EXCLAIMING_NAMES = _set("Yahoo Jeopardy Jeb Yum")

# A name and one of these after “…?” or “…!” says who spoke: the sentence is still going on.
REPORTING = (
    "said|says|asked|asks|added|wrote|writes|told|tweeted|posted|replied|shouted|yelled|cried|"
    "declared|demanded|exclaimed|responded|quipped|joked|wondered|insisted|recalled|continued"
)

# Ends of web names, which some writers capitalise ("Booking.Com").
DOMAINS = _set("com org net gov edu info co io uk html htm php pdf doc txt js")
