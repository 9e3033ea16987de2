"""Words that tell what a name or noun is: titles, offices, nouns for people and bodies."""


def listed(words: str) -> frozenset[str]:
    """Words parted by white space."""
    return frozenset(words.split())


HONORIFICS = listed(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady madam madame rev reverend father sister brother
    rabbi imam sheikh sheik ayatollah pope saint gen general lt lieutenant col colonel maj major capt
    captain sgt sergeant adm admiral cmdr commander cpl corporal judge justice sen senator rep gov governor
    king queen prince princess emir sultan cardinal bishop archbishop mayor congressman congresswoman coach
    inspector detective constable pc det supt superintendent insp taoiseach tánaiste cllr
    """
)
"""Titles that stand right before a name."""

OFFICES = listed(
    """
    president vice-president premier chancellor minister secretary ambassador envoy leader chief chairman
    chairwoman chair chairperson spokesman spokeswoman spokesperson director commissioner governor mayor
    speaker deputy commander captain editor founder co-founder ceo boss head candidate attorney prosecutor
    lawyer judge representative senator professor author actor actress singer coach manager owner economist
    analyst researcher adviser advisor aide lawmaker legislator mp politician activist journalist reporter
    scientist officer official striker midfielder defender goalkeeper winger campaigner negotiator diplomat
    whistleblower billionaire businessman businesswoman executive treasurer sheriff general admiral marshal
    dictator ruler monarch coauthor co-author writer novelist musician rapper comedian presenter historian
    physicist engineer architect artist designer student teacher nurse doctor surgeon pilot astronaut expert
    veteran farmer director-general secretary-general vice-chancellor undersecretary councillor councilor
    consul regulator cyclist footballer boxer golfer swimmer sprinter skier runner jockey wrestler racer
    batsman bowler pitcher quarterback goalie referee umpire chef model dancer filmmaker poet playwright
    biologist chemist geologist astronomer mathematician sociologist psychologist anthropologist
    archaeologist epidemiologist virologist meteorologist seismologist oceanographer ecologist inventor
    entrepreneur investor financier banker broker trader lobbyist strategist pollster columnist blogger
    anchor correspondent broadcaster commentator photographer translator interpreter curator librarian clerk
    magistrate barrister solicitor notary paramedic firefighter policeman policewoman soldier sailor airman
    major sergeant warden ranger fisherman miner plumber electrician mechanic technician programmer
    developer hacker waiter butcher baker barber tailor monk nun abbot missionary evangelist preacher
    theologian philosopher dissident warlord guerrilla gangster mobster smuggler trafficker fugitive inmate
    heiress socialite princess duke duchess earl countess principal dean rector bishop pastor priest cleric
    illustrator defector creator detective inspector driver
    """
)
"""Nouns for what one person is or does; before a name they are its title."""

CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today
    yesterday tomorrow easter christmas ramadan gmt utc est edt pst pdt cet bst am pm
    """
)

PEOPLE = OFFICES | listed(
    """
    man woman boy girl child kid teenager adult person father mother son daughter brother sister husband
    wife uncle aunt cousin nephew niece grandfather grandmother widow friend partner colleague victim
    suspect defendant gunman attacker killer driver passenger witness resident citizen refugee migrant
    patient worker employee player fan voter protester protestor demonstrator soldier policeman policewoman
    detainee prisoner hostage critic supporter opponent rival survivor hacker member user customer visitor
    tourist guest host parent poster commenter reader viewer listener infant baby teammate winner loser
    successor predecessor newcomer veteran immigrant terrorist militant rebel fighter insurgent king queen
    prince princess pope celebrity star someone anyone everyone somebody lead
    guard looter teen informer informant thief robber imam boyfriend girlfriend ex-boyfriend ex-girlfriend
    ex-husband ex-wife keeper vet veterinarian constable corporal bomber tenant landlord accountant cashier
    cook carpenter scholar painter sculptor drummer guitarist producer bystander commuter traveller
    asylum-seeker convict burglar fraudster rapist murderer arsonist assassin sniper colonel lieutenant
    conscript pupil lecturer headmaster headteacher tutor trainer stranger co-worker employer labourer
    shareholder client shopper buyer seller alderman consultant juror bailiff medic dentist midwife
    psychiatrist therapist pharmacist
    """
)
"""Nouns for people."""

EITHER = listed(
    """
    rival opponent partner winner loser successor predecessor supporter critic survivor member user customer
    host guest owner founder newcomer star neighbor neighbour ally victim friend sponsor backer giant leader
    player parent witness visitor lead creator operator regulator principal defendant representative speaker
    head candidate killer attacker fighter champion
    """
)
"""Nouns for people that bodies, places and things are called as well: they don't tell which."""

BODIES = listed(
    """
    brewer miner insurer lender automaker carmaker drugmaker chipmaker steelmaker grocer utility startup
    bookmaker shipbuilder government company firm group organization organisation party team court police
    army military agency ministry department union association committee council parliament congress senate
    cabinet alliance coalition bank university school college church club federation league commission board
    corporation band crew family administration regime authority office bureau institute institution
    foundation charity network newspaper magazine broadcaster airline manufacturer maker retailer bloc body
    panel jury tribunal junta militia opposition side squad staff force navy unit business publisher carrier
    operator regulator watchdog chain conglomerate supplier campaign movement cartel gang delegation kremlin
    """
)
"""Nouns for bodies of people."""

PLACES = listed(
    """
    country nation state city town village region province district area capital island continent county
    republic kingdom territory neighborhood neighbourhood suburb border coast river lake sea ocean mountain
    valley desert street road square park airport station building hall stadium arena museum hospital hotel
    house home site facility venue port bridge room headquarters plant factory
    """
)
"""Nouns for places."""

KIN = listed(
    """
    father mother son daughter brother sister husband wife uncle aunt cousin nephew niece grandfather
    grandmother grandson granddaughter widow widower spouse parent twin relative fiance fiancee fiancé fiancée
    stepfather stepmother stepson stepdaughter half-brother half-sister girlfriend boyfriend
    """
)
"""Nouns for somebody's family."""

NATIONS = listed("country nation state republic kingdom")

MALE = listed(
    """
    man boy father son brother husband uncle nephew grandfather king prince spokesman chairman businessman
    policeman congressman gentleman guy actor mr sir lord widower salesman fisherman pope monk emperor duke
    grandson stepfather boyfriend dad waiter bishop cardinal priest imam rabbi sheikh ayatollah
    """
)
FEMALE = listed(
    """
    woman girl mother daughter sister wife aunt niece grandmother queen princess spokeswoman chairwoman
    businesswoman policewoman congresswoman lady actress mrs ms miss dame widow madam madame nun empress
    duchess granddaughter stepmother girlfriend mom mum waitress mother-to-be
    """
)

LEGAL = listed("inc corp corporation co ltd llc plc ag gmbh sa nv limited")

DESCRIBING = listed(
    """
    neighbouring neighboring nearby neutral landlocked mainland occupied rival embattled impoverished isolated tiny
    poor rich wealthy fellow faraway distant
    """
)
"""What is said of a country or town before its name, and is no part of it."""

BODY_NAMES = listed(
    """
    association authority bank board bureau committee commission company congress corporation council court
    department federation foundation fund group institute institution league ministry office organization
    organisation parliament party police senate service society union university college school church club
    team times post news guardian tribune herald journal magazine weekly army navy force forces guard
    alliance network agency assembly house centre center records airlines airways motors industries
    technologies systems united district conference city fc hospital museum campaign initiative coalition
    trust
    """
)
"""Last words of names of bodies."""

OWNED = listed(
    """
    ceo cfo chief-executive co-founder dividend earnings executive founder ipo investor profit revenue share
    shareholder stake stock subsidiary takeover turnover
    """
)
"""What companies have and places don't."""

COMMON = PEOPLE | BODIES | NATIONS | listed("home match game award report image photo section chapter page")
"""Common nouns that stay common where a capital makes them look like a name: *the Court*, *the State*."""

PORTFOLIOS = listed(
    """
    state home foreign defence defense finance interior justice treasury health education prime vice deputy
    shadow chief energy trade environment agriculture labor labour transport transportation culture security
    homeland general executive attorney commerce housing affairs development immigration intelligence
    planning tourism economy industry science technology sport sports women veterans first acting former
    assistant under senior high lord chancellor national war air army navy lead press human rights public
    works internal external
    """
)
"""Words for what an office is about; *State* in *Secretary of State* is no name."""

TIMES = listed(
    """
    second minute hour day night morning afternoon evening noon midnight week weekend fortnight month
    quarter year decade century era time moment tomorrow yesterday today tonight season anniversary eve dawn
    dusk
    """
)
"""Nouns that tell when: they refer to nobody."""

EMPTY = listed(
    """
    way lot part kind sort number percent percentage half rest fact case point thing deal end total majority
    addition example instance course order front behalf account light place cent dollar euro pound million
    billion trillion thousand hundred dozen mile kilometer kilometre meter metre foot mph
    """
)
"""Nouns that measure or only fill a place: they refer to nothing."""
