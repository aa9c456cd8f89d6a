"""Words that reports use for one another: a line a concept.

An editor who rewrites a sentence keeps the matter and changes the word. Only words that stand for
each other in most reports are here, by hand, so that two sentences about the same matter meet;
opposites never share a line. Forms that inflection and derivation already join (see
``words.root``) need not be listed.
"""

from __future__ import annotations

SYNONYMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    accommodation housing lodging
    accuse allege
    achieve attain reach
    acknowledge admit
    act law legislation statute
    action measure step
    adequate sufficient enough
    adopt pass enact
    advantage benefit
    afraid fear
    aid assist assistance help support
    aim goal objective target
    allow enable permit
    amend modify revise
    annual yearly
    appoint designate nominate
    approximately about roughly
    arrest apprehend
    assess evaluate appraise
    attack assault
    attorney lawyer
    award grant
    ban forbid prohibit
    barrier obstacle impediment
    begin commence start
    biased discriminatory
    body agency entity
    boost strengthen enhance improve
    business company firm corporation enterprise
    buy purchase procure procurement
    capital funds funding
    car vehicle automobile
    center centre
    check screen screening
    child minor juvenile
    citizen national
    collaborate cooperate
    compensation restitution reparation
    complete finish conclude
    concern worry
    conduct perform undertake
    construct build
    continue maintain remain
    contract agreement
    convict sentence
    cost expense price
    court tribunal
    crime offense offence
    custody detention jail prison imprison detain incarcerate
    customer client
    damage harm
    danger risk hazard
    deadline timeline timeframe
    death kill murder homicide die fatality dead
    decline decrease drop fall reduce reduction
    deport expel removal repatriate
    develop draft prepare
    disadvantage drawback downside
    disclose reveal
    dismiss fire
    distribute disseminate
    doctor physician
    donate contribute
    educate train
    elder elderly
    eliminate abolish eradicate
    emphasize stress highlight
    employee staff personnel worker
    employer recruiter
    employment job occupation
    end terminate cease
    ensure guarantee
    environment climate
    error mistake
    examine inspect investigate probe inquiry
    exceed surpass
    expert specialist
    extend renew renewable prolong
    fast quick rapid
    female woman girl
    fight combat counter
    file submit
    fine penalty sanction punish punishment
    flee escape
    foreign abroad overseas
    establish create
    gather collect
    gender sex
    government authority authorities
    guideline guidance
    happen occur
    hospital clinic
    hotline helpline
    idea concept notion
    identify detect recognize
    illegal unlawful illicit
    immigration migration migrant immigrant
    implement execute
    important significant
    inadequate insufficient weak poor limited
    incident event
    include contain comprise
    income earnings revenue turnover
    increase grow rise growth
    indict charge
    inform notify
    initiative program programme project scheme
    injure hurt wound
    intend plan
    isolate seclude
    journalist reporter
    judge magistrate
    lack absence shortage
    launch introduce
    main primary principal
    majority most
    male man boy
    many numerous
    medical health healthcare
    meet convene
    meeting session
    mission mandate
    money cash
    monitor oversee supervise
    need require
    obtain receive
    offer provide
    often frequently
    online on-line internet web
    operate run
    oppose resist
    organization organisation ngo
    partner partnership
    pay payment remuneration wage salary
    people person individual
    personal private
    place site location
    policeman officer
    policy strategy
    possibility potential
    press media
    prevent avert
    prisoner inmate detainee
    procedure protocol process
    profit gain
    promise pledge commit
    promote encourage
    prosecutor prosecute
    protect safeguard
    protest demonstrate demonstration
    psychological mental
    publish release issue
    raid operation
    reason cause motive motivation
    refugee asylum
    refuse reject deny
    region area province
    repair fix
    resident inhabitant
    resign quit
    responsible accountable
    restrict limit
    result outcome
    retaliation reprisal retribution
    review audit
    robbery theft
    rural remote
    safe secure
    sale sell
    search seek
    shoot gunfire
    society community
    speech expression
    stakeholder shareholder
    stop halt
    supplier vendor
    survey poll study research
    teenager adolescent youth
    threat intimidate
    town city municipality municipal
    trafficker exploiter
    trial hearing
    vary differ
    victim survivor
    violence violent abuse
    vote ballot
    wrong incorrect
    """.strip().splitlines()
)
