"""The word lists behind lesson 2's cues: ordinary English of news and comment, by category.

Written for this project from general knowledge of the language; none of it is taken or derived
from a data set or from another lexicon. Words that one political side uses of the other stand
beside the words that come back (`elites`, `fat cats`; `handouts`, `giveaways`), and a test holds
sentences with the sides swapped to the same score. Edit the lists freely: one entry per word, `_`
joins the words of a phrase, and a hyphen or a space in the text matches either.
"""


def _set(block: str) -> frozenset[str]:
    return frozenset(block.split())


# Adjectives that judge. Their -ly, -er and -est forms are recognised too.
JUDGING = """
abhorrent abject abominable abrasive absurd abusive abysmal acerbic acrimonious agonising
agonizing alarming alarmist amateurish amoral anaemic antagonistic anti-american anti-democratic
anti-semitic antidemocratic antisemitic apoplectic appalled appalling arbitrary archaic ardent
arrogant asinine astonished astonishing astounding atrocious authoritarian autocratic avowed awful
backward baffling baleful barbaric barbarous baseless beleaguered bellicose belligerent besieged
bewildering biased bigoted bitter bizarre blasphemous blatant bleak blinkered blistering bloated
bloodless bloodthirsty bogus bombastic bonkers boorish botched brainless brainwashed brazen
breathless brutal bumbling bungling calamitous callous callow cantankerous cartoonish catastrophic
cavalier censorious chaotic childish chilling clownish clueless clumsy cocky cold-blooded colossal
comical complacent complicit condescending confrontational conniving conspiracist conspiratorial
contemptible contentious controversial convoluted corrosive corrupt counterproductive cowardly
crass craven crazed crazy credulous creepy cringeworthy crippling crooked crude cruel crueller
cruellest cuddly cultish cushy cutthroat cynical daft damaging damning dangerous dastardly
deadbeat deafening debased debunked decadent deceitful deceptive decrepit defenceless defenseless
degrading dehumanising dehumanizing deluded delusional demagogic demeaning demented demonic
deplorable depraved depressing deranged derisory despairing desperate despicable despised despotic
destructive detestable devastating devious diabolical dictatorial dim-witted dire disappointing
disastrous discredited discriminatory disgraced disgraceful disgusting dishonest dishonorable
dishonourable disingenuous dismal disordered disproportionate disrespectful disturbing divisive
doctrinaire dodgy dogmatic doomed dopey draconian dreadful dreary dubious dumb duplicitous
dysfunctional dystopian earth-shattering egomaniacal egotistical egregious elitist embarrassing
embattled enraged entitled erratic evil exasperating excessive excruciating exorbitant
exploitative explosive extravagant extreme extremist eye-rolling faceless fact-free fallacious
false-flag fanatic fanatical far-fetched farcical fascist fascistic fatuous fawning fearmongering
fearsome feckless feeble ferocious fervent fickle fiendish fiery filthy flagrant flailing flawed
flimsy flippant foolhardy foolish foul frantic fraudulent fraught frenzied frightening frightful
frivolous fruitless furious futile garish genocidal ghastly ghoulish glaring gleeful glib gloomy
glossy gobsmacking godless goofy greedy grievous grim grisly grotesque grubby gruesome gullible
gushing gut-wrenching gutless half-baked half-hearted hapless hardcore hare-brained harebrained
harmful harrowing harsh hate-filled hated hateful haughty head-scratching headstrong heartbreaking
heartless heavy-handed heinous hellish heretical hideous high-handed hollow homophobic horrendous
horrible horrid horrific horrified horrifying hostile hot-headed humiliating hyper-partisan
hyperbolic hyperpartisan hypocritical hysterical iconoclastic idiotic ignoble ignominious ignorant
ill-advised ill-conceived ill-informed ill-judged ill-prepared ill-timed illegitimate illiberal
immoral imperious impotent impudent inane incendiary incensed incoherent incompetent
incomprehensible inconceivable indecent indefensible indignant ineffectual inept inexcusable
inexplicable infamous infantile inflammatory infuriated infuriating inglorious inhuman inhumane
insane insatiable insidious insincere insipid insolent insulting intolerable intolerant
intransigent irate irrational irresponsible irritating islamophobic jaded jarring jingoistic
joyless juvenile lackluster lacklustre lamentable laughable lawless lazy lewd libellous livid
loathed loathsome loony loopy lousy ludicrous lunatic lurid lying mad maddening malevolent
malicious malign maniacal manic manipulative masterful mawkish meager meagre mealy-mouthed
mean-spirited medieval mediocre megalomaniac menacing mendacious merciless messy militant
mind-numbing mindblowing mindless mischievous miserable misguided misinformed misleading
misogynist misogynistic misplaced monstrous moralising moralizing moribund moronic muddled murky
myopic nail-biting naive nakedly narcissistic nasty nauseating needless nefarious nightmarish
nihilistic nonsense nonsensical notorious noxious nutty objectionable obnoxious obscene obsequious
obsessive obstinate obtuse odious offensive ominous one-sided opportunistic oppressive orwellian
ostentatious out-of-control out-of-touch outlandish outraged outrageous outspoken overbearing
overblown overheated overhyped overpaid overrated overreaching overwrought overzealous paltry
paranoid parochial partisan pathetic patronising patronizing perilous pernicious perplexing
perverse perverted petty petulant phoney phony pious pitiful pitiless plodding pointless poisonous
polarising polarizing pompous ponderous preachy predatory prejudiced preposterous pretentious
problematic profane puerile pugnacious puny quaint questionable quixotic rabble-rousing rabid
racist radical raging ragtag rambling rampant rancid rapacious raucous reactionary reckless
regressive relentless remorseless repellent reprehensible repressive repugnant repulsive
retrograde revolting ridiculous rigged risible rogue rotten rowdy rude ruinous ruthless sad
sadistic sanctimonious savage scandal-hit scandal-plagued scandalised scandalized scandalous scant
scaremongering scary scathing scurrilous seditious seedy self-absorbed self-defeating
self-important self-indulgent self-inflicted self-interested self-obsessed self-pitying
self-righteous self-serving selfish sensationalist senseless sexist shabby shadowy shady shallow
sham shambolic shameful shameless shocked shocking shoddy short-sighted shortsighted showy shrill
sickened sickening silly simple-minded simplistic sinful sinister skewed sky-high slanderous
slanted slapdash slavish sleazy slick slimy slippery sloppy smarmy smug snarky sneaky snide
snobbish sordid spineless spiteful spurious squalid staggering startling stomach-churning strident
stubborn stupid subhuman subservient substandard subversive supercilious supine surreal
sycophantic tacky tainted tasteless tawdry tedious tendentious tenuous tepid terrible terrifying
testy thankless theatrical thin-skinned thoughtless thuggish timid tin-pot tinpot tiresome
tone-deaf toothless tortuous toxic tragic traitorous transphobic trashy treacherous treasonous
tribal trigger-happy trite trivial troubling trumped-up turgid twisted tyrannical ugly
ultra-conservative ultra-liberal ultra-nationalist ultraconservative ultranationalist unabashed
unacceptable unaccountable unapologetic unbearable unbelievable uncaring uncivilised uncivilized
unconscionable unconscionably uncouth undemocratic underhand underhanded undignified unelected
unethical unfair unfathomable unfit unforgivable unfounded unglued ungrateful unhealthy unhinged
unholy unimaginable unjust unjustifiable unjustified unnecessary unpatriotic unprincipled
unqualified unrepentant unruly unsavory unsavoury unscrupulous unseemly unserious unsettling
unspeakable unstable unsubstantiated untenable unthinkable untrustworthy untruthful unwarranted
unwise unworkable vacuous vain vapid vaunted vehement venal vengeful venomous vexing vicious vile
villainous vindictive violent virulent vitriolic vociferous vulgar warmongering warped wasteful
wayward weak-kneed weaponised weaponized weird whiny wicked wilful wishy-washy witless woeful woke
worthless wretched wrong-headed wrongheaded xenophobic zealous

admirable audacious awe-inspiring beautiful beloved big-hearted brave breathtaking brilliant
charismatic charming clear-eyed clear-sighted commendable common-sense commonsense compassionate
courageous dazzling decisive dignified elegant enlightened esteemed even-handed exemplary
exquisite extraordinary fair-minded fearless first-rate game-changing gifted glorious good-hearted
groundbreaking hard-won hard-working hardworking heartfelt heartwarming heroic historic honest
honorable honourable humane iconic illustrious impeccable impressive incredible indomitable
ingenious inspirational inspiring invaluable landmark laudable legendary level-headed lovely
magnificent majestic marvellous marvelous masterly meritorious miraculous monumental much-loved
much-needed noble outstanding overdue patriotic peerless plucky praiseworthy prescient prestigious
priceless principled refreshing remarkable renowned resolute revered righteous rightful rousing
sane selfless sensational sensible spectacular splendid staunch stellar sterling straight-talking
stunning stupendous sublime superb terrific thoughtful thrilling tireless towering trailblazing
tremendous triumphant truthful unassailable unblemished uplifting valiant venerable visionary
well-intentioned well-meaning wise wonderful world-class
"""

# Adjectives that judge how big or how sudden a thing is, rather than giving its size.
SCALE = """
alarming astronomical dramatic drastic endless enormous eye-popping eye-watering gargantuan
gigantic huge immense jaw-dropping mammoth massive mind-boggling mounting never-ending
overwhelming plummeting record-breaking record-shattering runaway skyrocketing soaring spectacular
spiraling spiralling staggering stark stratospheric sweeping titanic unprecedented unrelenting
untold vast whopping
"""

# Names for people and groups. Plural forms are recognised too.
PEOPLE = """
abortionist aggressor agitator alarmist anarchist antifa apologist apparatchik attack-dog
attention-seeker authoritarian autocrat backstabber bandit barbarian bigot blabbermouth
bleeding-heart blowhard bogeyman bomb-thrower boogeyman bootlicker brownshirt buffoon bully
bureaucrat busybody charlatan chickenhawk climate-alarmist climate-denier clown commie con-artist
con-man conman conspiracist conspirator coward crackpot creep crony crook crusader crybaby
crybully cult cult-leader culture-warrior deadbeat degenerate demagogue demon denialist denier
deplorable despot dictator die-hard diehard do-gooder do-nothing doom-monger doomsayer dunce dupe
eco-warrior eco-zealot egomaniac elite elitist enabler ethno-nationalist extremist fanatic fascist
fat-cat fearmonger feminazi firebrand flunky fool fraudster freeloader gasbag gatekeeper ghoul
globalist goon grifter groomer gun-nut hard-liner hardliner hate-preacher hatemonger hellraiser
henchman henchmen heretic hero heroes heroine hoodlum hooligan hothead huckster hypocrite
ideologue idiot ignoramus ilk illegal-alien illegals imbecile imperialist imposter impostor incel
insurrectionist invader islamist islamophobe jackboot jihadist jingoist joker junta
keyboard-warrior kingpin kleptocrat know-nothing lackey lapdog layabout leech left-winger leftie
leftist lefty liar lib libtard loony loser lout luddite lunatic madman madmen malcontent maniac
marxist mastermind megadonor megalomaniac menace militant minion misogynist mob mobster moocher
moralist moron mouthpiece mudslinger nanny-state nativist naysayer nazi ne'er-do-well
ne'er-do-wells neo-con neo-nazi neocon neonazi nihilist nimby nutcase nutjob nutter obstructionist
oik oligarch oligarchy opportunist oppressor parasite pariah partisan patriot peacenik pervert
plebs plutocrat polluter predator profiteer propagandist provocateur psychopath puppet
puppet-master purist quack quisling rabble rabble-rouser race-hustler racist radical reactionary
regime renegade retrograde right-winger rightist ringleader robber-baron rogue ruffian saboteur
savage savior saviour scare-monger scaremonger scold scoundrel scourge scrounger self-promoter
sellout separatist sexist shill showman showmen skinflint slacker snitch snob snowflake
social-justice-warrior sociopath special-interest spin-doctor stooge stool-pigeon strongman
strongmen supremacist swamp-creature swindler sycophant terrorist thief thug toady toff
totalitarian traitor tree-hugger troll troublemaker turncoat tyrant ultra-nationalist
ultranationalist upstart usurper vandal vermin victim-blamer vigilante villain vulture
war-criminal war-profiteer warlord warmonger weakling weasel white-nationalist white-saviour
white-supremacist wimp windbag wingnut witch-hunter xenophobe yes-man yes-men yob zealot
"""

# Charged names for things, acts and events. Plural forms are recognised too.
THINGS = """
abomination absurdity abyss alarmism anarchy apocalypse armageddon arrogance atrocity
authoritarianism backlash backroom-deal bandwagon barbarism bedlam betrayal bigotry bloodbath
bloodlust blunder bombshell boogeyman boondoggle brainwashing brinkmanship brutality bullying
cabal calamity cancel-culture carnage cash-grab catastrophe cesspool chaos character-assassination
charade cheap-shot cheerleading circus clampdown class-warfare clickbait climate-hysteria clique
collusion complacency complicity conspiracy-theories conspiracy-theory contempt corruption
cover-up coverup cowardice crackdown crime-wave cronyism cruelty crusade culture-war cynicism
damage-control dark-money death-knell death-spiral death-trap debacle decadence deceit deception
deep-state dehumanisation dehumanization delusion demagoguery demonisation demonization depravity
dereliction derision despair despotism devastation diatribe dictatorship dirty-trick dirty-tricks
disarray disaster disdain disgrace dishonesty disinformation disservice dithering dog-whistle
dogma dogwhistle doom double-dealing double-speak double-standard doublespeak doubletalk drivel
dysfunction dystopia echo-chamber egotism electioneering elitism embarrassment empty-promise
empty-threat endless-war evil extremism fable fabrication fairy-tale fallacy falsehood falsity
fanaticism fantasy farce farrago fascism favoritism favouritism fear-monger fear-mongering
fearmongering feeding-frenzy fiasco filth finger-pointing firestorm flip-flop folly free-for-all
freebie frenzy fury gaffe gall gibberish gimmick giveaway gluttony government-overreach
grandstanding gravy-train greed gridlock grievance groupthink guise half-truth hand-wringing
handout hatchet-job hate hate-mongering hatefulness hatred havoc heist hellhole heresy hissy-fit
hit-job hit-piece hoax homophobia horror-show hostility house-of-cards hubris humiliation hype
hyperbole hypocrisy hysteria hysterics ideology idiocy idleness ignominy ignorance immorality
incitement incompetence indecency indifference indignity indoctrination inhumanity injustice
inquisition insanity insult intimidation intolerance islamophobia jingoism joke junk-science
kangaroo-court kickback kleptocracy kool-aid kowtowing land-grab largesse lawfare lawlessness
leftism lie lip-service litany lovefest lunacy lynch-mob lynching machination machismo madness
malaise malarkey malfeasance malice manipulation mantra marxism masterpiece mayhem meddling
media-circus megalomania meltdown mess mind-game miscarriage-of-justice mischief misinformation
misogyny mockery money-grab money-pit moral-panic mouthpiece mudslinging mumbo-jumbo myopia
naivety nepotism newspeak nightmare nonsense nuisance obfuscation obscenity obscurantism obsession
obstruction obstructionism onslaught open-borders oppression orgy outburst outcry outrage overkill
overreach overreaction pandemonium pandering paranoia partisanship peril persecution perversion
pettiness pillaging pipe-dream plague platitude plight ploy plunder police-state
political-correctness political-football political-theater political-theatre ponzi-scheme
pork-barrel posturing power-grab prejudice pretence pretense pretext profiteering propaganda
provocation pseudoscience puff-piece purge putsch quackery quagmire quibble racism radicalism
railroading rampage rant red-tape revisionism rhetoric ridicule rip-off ripoff rot rubber-stamp
rubbish ruin ruse ruthlessness saber-rattling sabotage sabre-rattling savagery scam scandal
scapegoat scapegoating scare-story scare-tactic scaremongering scheme score-settling scorn
self-interest sellout sensationalism servitude sexism shakedown sham shambles shame shell-game
shenanigans shithole sideshow silliness skulduggery slander slap-in-the-face sleaze slippery-slope
slugfest slush-fund smear smear-campaign smokescreen snake-oil sob-story special-interests
spectacle spree squabble squabbling squalor stain stalling stench stigma stonewalling stranglehold
straw-man stunt stupidity subjugation subterfuge sugarcoating swindle tantrum temper-tantrum
thuggery tinderbox tirade toadying tokenism totalitarianism tragedy train-wreck trainwreck
travesty treachery treason tribalism trickery triumph triumphalism trope troublemaking turmoil
tyranny upheaval uproar vendetta venom vested-interest victimhood vigilantism vilification
villainy virtue-signaling virtue-signalling vitriol voodoo-economics voter-suppression vulgarity
wage-theft wake-up-call war-crime warmongering wasteland whitewash wickedness witch-hunt witchhunt
woe woke-ism wokeism wokeness wrath xenophobia zealotry

bravery brilliance common-sense compassion courage decency dignity freedom-fighter generosity
genius glory godsend greatness heroism integrity kindness liberation miracle patriotism
perseverance tour-de-force
"""

# Verbs that judge what they report. -s, -ed and -ing forms are recognised; `*` doubles the last
# letter before -ed and -ing.
DEEDS = """
annihilate balk bamboozle bankroll bash batter befoul belittle berate besmirch betray blather
bloat bloviate blunder bluster bombard botch brag* brainwash brandish browbeat brutalise brutalize
bulldoze bully bumble bungle cackle capitulate castigate chastise cheapen cheat clobber coddle
coerce concoct cripple crumble crush debase deceive decimate decry defame defile defraud degrade
dehumanise dehumanize delude demean demolish demonise demonize denigrate deride desecrate despise
destabilise destabilize devastate devour discredit disenfranchise disgrace disgust dismantle
disparage dither doom dupe embarrass enrage erode eviscerate exasperate excoriate exploit
fabricate fawn feign fester flail flaunt fleece flout foment froth fulminate fumble fume gaslight
gloat glorify gouge grandstand grouse grovel harangue heckle hijack hobble hobnob hoodwink horrify
hound humiliate hurl imperil incite indoctrinate infest inflame infuriate insult intimidate
inundate jeopardise jeopardize kneecap* kowtow lambast lambaste lampoon laud lavish leech lie loot
malign mangle manhandle masquerade meddle menace mislabel misrepresent mock mollycoddle mutilate
muzzle obfuscate obliterate obsess oppress ostracise ostracize pander parrot patronise patronize
peddle persecute pervert pester pilfer pillage pillory plague plummet plunder politicise
politicize pollute pontificate pounce preach profiteer pummel purge railroad rampage ransack rant
ravage rave rebuke regurgitate revel ridicule rig* riot romanticise romanticize ruin sabotage
salivate savage scapegoat scaremonger scheme scoff scold scorn scrounge seethe sermonise sermonize
shackle shame shirk shove shred* shriek shrug* skewer skyrocket slam* slander slash slobber smear
smirk snarl sneer snipe snub* soar spew spiral splurge sputter squabble squander squirm stoke
stomp stonewall strangle strong-arm stumble stun* stymie subjugate suffocate sugarcoat swindle
swoon tarnish taunt terrify terrorise terrorize thrash torment torpedo tout trample trash
trash-talk traumatise traumatize trivialise trivialize trumpet undermine unleash unravel upend
usurp vandalise vandalize victimise victimize vilify virtue-signal* wail wallop wallow weaponise
weaponize wheedle whimper whine whinge whitewash wield wreak
"""

# Phrases that judge, and irregular forms; a trailing `_on` and the like is part of the cue.
PHRASES = """
alt_left alt_right anchor_babies anchor_baby anti_choice anti_vax anti_vaxx anti_vaxxer
anti_vaxxers asleep_at_the_wheel assault_on at_each_other's_throats at_the_mercy attack_dog
attack_on_democracy attack_on_freedom attack_on_our ax_to_grind axe_to_grind baby_killer
baby_killers back_room_deal backroom_deals bad_faith bald_faced baldfaced banana_republic
bare_faced barefaced benefit_scrounger benefit_scroungers beyond_the_pale big_government big_lie
big_oil big_pharma big_tech blasted blasting blew_up blood_money blood_on_their_hands blood_soaked
bloodstained bottom_feeders bottom_feeding brain_dead bread_and_circuses broken_promises caging
cancel_culture cash_strapped caved champagne_socialist cherry_pick cherry_picked cherry_picking
clamp_down clamped_down climate_alarmists climate_denial climate_deniers climate_hoax
coastal_elites conned corporate_media corporate_welfare cosying_up cozied_up cozy_up cozying_up
crack_down cracked_down cracking_down crime_ridden critics_be_damned crocodile_tears crying_shame
death_cult death_panel death_panels death_tax deep_state dog_eat_dog dog_whistle dog_whistles
double_down doubled_down doubling_down drunk_on_power drunk_with_power dumpster_fire
election_denier election_deniers empty_promises empty_threats extreme_left extreme_right fake_news
falls_flat falsely far_left far_right fell_flat filthy_rich flat_earther flat_earthers flood_of
flooding_into flooding_our flooding_the_border flooding_the_country forced_birth free_loading
gaslit golden_parachute gun_grabber gun_grabbers gun_hating gun_loving gutted gutting hard_hitting
hard_left hard_line hard_right hate_group hate_groups heavily_biased height_of_folly hell_bent
hidden_agenda highly_touted holier_than_thou hollow_promises hordes hordes_of hot_air
house_of_cards house_of_horrors hyper_partisan identity_politics ill_fated ill_gotten in_bad_faith
in_bed_with in_cahoots in_chaos in_name_only in_shambles in_tatters intellectually_bankrupt
intellectually_dishonest invasion_of ivory_tower job_killing jumped_the_shark kangaroo_court
kowtowed lamestream_media lap_dog lap_dogs lash_out lashed_out lashing_out latte_sipping
laughing_stock laughingstock left_wing legacy_media liberal_media limousine_liberal lip_service
long_suffering loony_left loophole_ridden mainstream_media mean_spirited media_elite media_frenzy
media_lapdogs moral_bankruptcy morally_bankrupt much_hyped much_maligned much_vaunted naked_power
nanny_state national_disgrace national_embarrassment no_nonsense nothing_but obscenely_rich
off_the_deep_end off_the_rails on_its_knees on_life_support on_the_warpath onslaught_of
open_border out_of_control out_of_hand out_of_touch out_to_get outright_lie outright_lies
parade_of partial_birth party_bosses photo_op photo_ops pick_fights picking_fights play_politics
playing_politics plays_politics police_state political_games political_ploy political_stunt
pour_across poured_across pouring_across pouring_into pouring_over powder_keg power_hungry
power_mad pro_abortion propped_up propping_up publicity_stunt race_baiter race_baiting race_card
race_to_the_bottom radical_left radical_right rail_against railed_against railing_against raked_in
raking_in ram_through rammed_through ramming_through ran_amok red_meat reign_of_terror
religious_right riddled_with right_wing rip_off ripped_into ripped_off ripping_off robber_barons
rubber_stamped rubber_stamping run_amok run_rampant running_amok running_rampant sacred_cow
safe_space score_points scot_free self_appointed self_described self_proclaimed self_styled
sell_out selling_out sells_out shell_shocked shove_down slap_in_the_face smoke_and_mirrors
snake_oil so_called soft_on_crime sold_out spiraling_out stab_in_the_back stormed string_of
super_rich swarm_of swarms_of sweetheart_deal talked_down_to tax_and_spend tax_dodge tax_dodger
tax_dodgers tax_dodging tear_apart tear_jerking the_swamp thinly_veiled third_world_country
ticking_time_bomb tidal_wave tin_foil_hat tore_into torn_apart torrent_of tough_on_crime
tough_talking train_wreck trickle_down trigger_warning tsunami_of turn_a_blind_eye
turned_a_blind_eye turning_a_blind_eye ulterior_motive ulterior_motives ultra_rich under_siege
under_the_banner under_the_guise union_boss union_bosses union_thugs unvarnished up_in_arms
up_in_smoke virtue_signal virtue_signaling virtue_signalling war_hawk war_hawks war_machine war_on
wave_of_terror welfare_queen welfare_queens whipped_up whipping_up white_nationalism
white_supremacy wildly witch_hunt witch_hunts
"""

# Marks that a thing is less than certain.
HEDGES = """
may might could perhaps possibly probably maybe likely unlikely potential potentially presumably
apparent apparently seemingly allegedly purportedly reportedly supposedly ostensibly
arguably conceivably plausibly suspected alleged purported putative tentatively
seem seems seemed appear appears appeared suggest suggests suggested suggesting
imply implies implied implying
tends_to tend_to tended_to in_theory on_paper at_least_in_part sort_of kind_of more_or_less
to_some_extent to_some_degree in_some_ways in_a_sense so_to_speak as_it_were
it_is_possible it's_possible it_is_conceivable it_is_unclear it_remains_unclear remains_unclear
not_clear unclear not_necessarily up_to_a_point for_all_we_know
i_think i_believe i_suspect i_suppose i_guess i_feel i_would_argue i'd_argue we_think we_believe
in_my_view in_my_opinion in_our_view to_my_mind it_seems_to_me as_i_see_it
is_expected_to are_expected_to was_expected_to were_expected_to is_thought_to are_thought_to
was_thought_to were_thought_to is_believed_to are_believed_to was_believed_to were_believed_to
is_said_to are_said_to was_said_to were_said_to is_understood_to are_understood_to
is_likely_to are_likely_to is_poised_to are_poised_to is_set_to are_set_to
"""

# Marks that a thing is certain or strong.
BOOSTERS = """
clearly obviously certainly surely undoubtedly undeniably unquestionably indisputably
indisputable undeniable unmistakable unmistakably incontrovertible irrefutable
definitely absolutely indeed inevitably plainly patently manifestly evidently
truly really literally utterly totally completely entirely thoroughly wholly
simply_put quite_simply pure_and_simple plain_and_simple
extremely incredibly enormously immensely hugely vastly overwhelmingly profoundly deeply
very exceedingly exceptionally especially unbelievably outright downright sheer
of_course in_fact as_a_matter_of_fact no_doubt there_is_no_doubt there's_no_doubt
there_can_be_no_doubt beyond_doubt beyond_question beyond_dispute without_doubt without_a_doubt
without_question make_no_mistake needless_to_say it_is_clear it's_clear it_is_obvious
it's_obvious the_fact_is the_truth_is the_fact_remains the_reality_is the_simple_truth
let's_be_clear let_us_be_clear let's_be_honest let_us_be_honest to_be_clear
everyone_knows everybody_knows as_everyone_knows nothing_short_of nothing_less_than
far_from by_far above_all once_and_for_all time_and_again time_and_time_again
not_the_slightest no_question never_ever ever_more always_has more_than_ever
every_single only_reinforces only_reinforce must_surely bound_to goes_without_saying
in_truth no_one_can_deny nobody_can_deny at_all_costs
"""

# Verbs that hand the words to somebody else. `~` marks those that also colour what was said.
REPORTING = """
according_to ~accuse ~accused ~accuses ~accusing ~acknowledge ~acknowledged ~acknowledges added
adding adds ~admit ~admits ~admitted ~admitting ~allege ~alleged ~alleges ~alleging announced
announced_that announces announcing argue argued argues arguing as_saying asked asks assert
asserted asserting asserts believe believed believes blame blamed blames ~boasted ~boasts ~bragged
called_for called_on calling_for calling_on calls_for calls_on cited cites citing ~claim ~claimed
~claiming ~claims commented complain ~complained ~complains ~concede ~conceded ~concedes concluded
concludes concluding condemned condemning condemns ~confessed ~confesses confirmed confirming
confirms contend contended contends criticised criticises criticized criticizes declared declares
declaring denied denies deny denying described describes describing disclosed disclosing estimate
estimated estimates explained explaining explains finds found ~gushed in_the_words_of indicate
indicated indicates indicating ~insist ~insisted ~insisting ~insists maintained maintains noted
notes noting ~pledged ~pledges predict predicted predicts promised promises promising ~quipped
quoted quoting recalled recalls remarked replied replies reported reported_that reporting reports
responded ~revealed ~revealing ~reveals said say saying says ~scoffed show showed shows stated
stating telling tells testified testifies testify told ~touted tweeted urged urges urging ~vow
~vowed ~vows ~warn ~warned ~warning ~warns writes wrote
"""

# Marks that something ought to be done.
DUTIES = """
must should shouldn't mustn't ought_to ought_not need_to needs_to have_to has_to need_not
it_is_time_to it_is_time_for it's_time_to it's_time_for it_is_high_time it's_high_time
high_time time_for_us_to the_time_has_come the_need_for the_need_to a_need_for no_need_to
it_is_essential it_is_vital it_is_imperative it_is_crucial it_is_incumbent it_is_necessary
is_imperative are_obliged_to is_obliged_to are_duty_bound is_duty_bound has_a_duty have_a_duty
had_better let's let_us cannot_afford_to can't_afford_to can_no_longer_afford
cannot_be_allowed can't_be_allowed cannot_allow can't_allow must_not owe_it_to
has_an_obligation have_an_obligation deserve deserves deserved
"""

# Forms that the endings would make, and that are other words.
OTHER_WORDS = _set("""
disproportionately historically honestly stun trumpet trumpets
""")

# Where a listed word is something else: `kind word: rule words`. The rule looks at the one word
# before (`after`) or the one word behind (`before`) the cue, in lower case; `'s` stands for any
# genitive. For `speech before` a comma, colon, full stop or quotation mark behind does as well.
GUARDS = """
hedge may: not after in last next since until of early late mid from before
hedge may: not before day
hedge might: not after the military economic political full naval its his her their all armed industrial corporate financial and
hedge might: not before of
hedge potential: not after the its his her their your full great much enormous of
hedge appear: only before to that as likely
hedge appears: only before to that as likely
hedge appeared: only before to that as likely
hedge kind_of: not after a an the this that any some what every one same of his her their
hedge sort_of: not after a an the this that any some what every one same of his her their
hedge alleged: only after the an a his her their its of for any over and this these
booster deeply: not before rooted
booster far_from: not before the his her their its home here where town any my our your each land shore
booster very: not after the this that
booster outright: not before winner majority
duty must: not after a absolute
duty need_to: not after no the
duty deserved: not before win
reporting-verb say: not after a no any their the its his her your our final have more little to some us
reporting-verb said: not before property properties
reporting-verb claim: not after 's the a this that his her their its any no every one to insurance our my each such
reporting-verb claims: not after 's the these those such his her their its any all of no insurance jobless false baseless asylum some many my our your health benefit on
reporting-verb alleged: not after the an a his her their its of for any over and this these
reporting-verb deny: not after cannot to can
reporting-verb blame: not after 's the to of some no any much their all his her take takes took lay lays
reporting-verb estimate: not after 's the an this that his her their its official one any latest
reporting-verb estimates: not after 's the these its their his her official some most by of latest on
reporting-verb estimated: not after the an its his their a
reporting-verb promises: not after 's the its his her their election campaign broken on of false empty past many such
reporting-verb reports: not after 's the these those news media police press such many some earlier annual of and other in local two three several intelligence his her their its previous recent by
reporting-verb reported: not after the
reporting-verb reported: not before cases crimes incidents deaths losses earnings sales revenue revenues profit profits a net missing infections rapes
reporting-verb reporting: not before requirements standards rules system period line season
reporting-verb vow: not after 's the a wedding
reporting-verb vows: not after 's wedding their marriage the his her
reporting-verb warning: not after 's the a no any early flood weather stark his her tornado storm this its severe their final health travel
reporting-verb accused: not after the
reporting-verb accused: not before man men woman killer had was were is are
reporting-verb declared: not after was were been
reporting-verb declared: not before dead bankrupt bankruptcy
reporting-verb added: speech before that
reporting-verb adding: speech before that
reporting-verb adds: speech before that
reporting-verb commented: speech before that on
reporting-verb concluding: speech before that
reporting-verb confirming: speech before that
reporting-verb cited: not after be been often most
reporting-verb describing: only before the it him her them his how a
reporting-verb explaining: speech before that why how
reporting-verb found: only before that
reporting-verb finds: only before that
reporting-verb maintained: speech before that
reporting-verb maintains: speech before that
reporting-verb noted: speech before that
reporting-verb notes: speech before that
reporting-verb noting: speech before that
reporting-verb promising: speech before that to
reporting-verb recalled: speech before that how when
reporting-verb recalls: speech before that how when
reporting-verb responded: speech before that
reporting-verb revealing: speech before that
reporting-verb show: only before that
reporting-verb showed: only before that
reporting-verb shows: only before that
reporting-verb stated: speech before that
reporting-verb stating: speech before that
reporting-verb writes: speech before that in
reporting-verb wrote: speech before that in on
loaded blasted: not before a into off out through from
loaded common_sense: not after of
loaded cult: not before film classic
loaded disaster: not after natural
loaded disaster: not before relief area zone response recovery management aid declaration fund preparedness agency planning risk victims
loaded dismal: not before science
loaded elite: not before athletes runners sport unit
loaded evil: not before eye
loaded extraordinary: not before meeting session general summit rendition dividend powers assembly congress
loaded extreme: not before weather heat cold poverty sports temperatures rainfall drought rain wind conditions
loaded far_left: not before of corner side lane
loaded far_right: not before of corner side lane
loaded fascist: not before italy
loaded historic: not before england building buildings site sites district houses house town centre center monument
loaded hostile: not before takeover bid
loaded illegal_alien: not before act
loaded joke: not after a the
loaded lie: not after to
loaded lie: not before in on down ahead within between beneath at under along behind south north east west
loaded lies: not before in on down ahead within between beneath off at under along behind south north east west just about some where close near
loaded lied: not before down
loaded lying: not before in on down face ahead within between at under along behind next dead flat low awake
loaded militant: not before group groups
loaded mob: not before boss
loaded noble: not before gas gases metal metals
loaded partisan: not after non
loaded radical: not after free
loaded radical: not before surgery hysterectomy prostatectomy
loaded radicals: not after free
loaded rig: not after oil drilling the a
loaded rigs: not after oil drilling the
loaded rogue: not before wave
loaded slam: not before dunk
loaded slammed: not before into shut on
loaded slash: not before and
loaded slashed: not before across with his her open
loaded terrorist: not before attack attacks group groups organization organisation designation charges offences act
loaded entitled: not before to by
loaded hate: not before crime crimes speech
loaded nazi: not before germany party era regime soldiers occupation
loaded nazi: not after the
loaded vast: not before majority
loaded partisan: not before differences difference lines line divide divides gap divisions
loaded predator: not before drone drones species
loaded violent: not before crime crimes offender offenders storm storms earthquake
"""

# What may stand behind a verb of the `speech before` rules instead of one of its words.
SPEECH_MARKS = frozenset("“\"‘':,.«")

# Judging words that are also common names: after or before another capital they are left alone.
NAMES = _set("""
brave bold noble savage wise crook joker hack beautiful hero swift rogue
""")

# Plain vocabulary that the opinion score looks for. Neither `left` nor `right` may stand here: a
# side of politics would then count as a past tense or as a value.
FIRST_PERSON = _set("""
i me my mine we us our ours ourselves myself i'm i've i'd we're we've
""")
SECOND_PERSON = _set("""
you your yours yourself yourselves you're you've you'll
""")
ABSOLUTES = _set("""
all always anybody anyone anything ever every everybody everyone everything never nobody none
nothing nowhere only whatever whoever wherever entire whole
""")
CONTRAST_OPENERS = _set("""
and but yet so still instead nor nevertheless nonetheless then meanwhile perhaps once
""")
POINTING_OPENERS = _set("""
it this that these those such there here what which
""")
ASKING_OPENERS = _set("""
imagine consider let stop look ask remember forget think call take give try enough thank bravo
good ah oh sadly unfortunately mercifully happily surely thankfully ironically tellingly worse few
rarely never too
""")
COMPARING = _set("""
too so more most least less worse worst better best mere merely little even just rather quite
hardly scarcely barely enough utter simply precisely exactly almost
""")
ENDS_IN_EST = _set("""
arrest contest crest digest forest harvest honest interest invest manifest modest priest protest
request suggest unrest
""")
COPULAS = _set("""
is are isn't aren't it's that's there's they're remains become becomes
""")
PAST_FORMS = _set("""
was were had did been went came took made gave got won lost fell rose began ran met held told
said died shot sent spent led built brought thought became saw found paid
""")
WOULD_WORDS = _set("""
would will won't wouldn't can't cannot can couldn't if
""")
DATES = _set("""
january february march april june july august september october november december monday tuesday
wednesday thursday friday saturday sunday year years month months week weeks
""")
MEASURES = _set("""
percent per cent million billion km metres miles dollars pounds euros tonnes hours minutes people
dozen dozens hundreds thousands
""")
OFFICE = _set("""
police court judge prosecutors officials spokesman spokeswoman spokesperson ministry department
agency commission statement report reporters survey poll figures data lawyer officers hospital
inquiry researchers committee company tribunal documents
""")
VALUES = _set("""
good bad wrong fair truth honest freedom justice decency courage nation progress trust hope
blame excuse fault lesson danger threat serious hard easy simple real true false clear important
better worse powerful weak strong dead failure failed fail fails success sense idea problem
trouble fear afraid ashamed insult pretend deserve
""")
