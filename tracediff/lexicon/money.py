"""Currencies, as data.

Those that nearly every reader knows by code are given by their ISO 4217 code; the others by their
English name, since "RON" or "peso" alone tells less than the name that the text uses.
"""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.tables import table

# Signs set before or behind an amount. A bare "$" is read as the US dollar.
SIGNS: Final[dict[str, str]] = table("""
USD: $, US$, U.S.$, us$, $US, usd$
EUR: €
GBP: £
JPY: ¥, Y=, 円
chinese yuan: 元
INR: ₹
australian dollar: A$, AU$, $A, aud$
canadian dollar: C$, CA$, CAD$, $C, cad$, c$
hong kong dollar: HK$, hk$
new zealand dollar: NZ$, nzd$
singapore dollar: S$
taiwan dollar: NT$
jamaican dollar: J$, JA$
namibian dollar: N$
fijian dollar: FJ$
barbadian dollar: Bds$
trinidadian dollar: TT$
east caribbean dollar: EC$
mexican peso: MX$, Mex$, mxn$
brazilian real: R$
shekel: ₪
russian ruble: ₽
turkish lira: ₺
south korean won: ₩
philippine peso: ₱
nigerian naira: ₦
ukrainian hryvnia: ₴
ghanaian cedi: ₵, GH₵, GHC, GH¢
vietnamese dong: ₫
thai baht: ฿
costa rican colon: ₡
georgian lari: ₾
lao kip: ₭
bitcoin: ₿
""")

PREFIXED: Final[str] = r"[A-Z][A-Za-z]{0,2}\$"
"""A dollar sign behind letters: a dollar of somewhere, whether or not SIGNS knows of where."""

# Codes of three letters and of the news; set before or behind an amount, in capitals (in lower
# case only the few that are no English word).
CODES: Final[dict[str, str]] = table("""
USD: USD, MUSD
EUR: EUR, MEUR
GBP: GBP, MGBP, PS
JPY: JPY
INR: INR, Rs
australian dollar: AUD, MAUD
canadian dollar: CAD
hong kong dollar: HKD
new zealand dollar: NZD
singapore dollar: SGD
swiss franc: CHF
chinese yuan: CNY, RMB
mexican peso: MXN
brazilian real: BRL
south african rand: ZAR
kenyan shilling: KES, KSh, Ksh, KShs, Kshs
ugandan shilling: UGX
tanzanian shilling: TZS
nepalese rupee: NPR, NRs
sri lankan rupee: LKR
pakistani rupee: PKR
bangladeshi taka: BDT, Tk, BDT
indonesian rupiah: IDR, Rp
angolan kwanza: AOA, Kz
zambian kwacha: ZMW
malawian kwacha: MWK
botswana pula: BWP
qatari riyal: QAR
omani rial: OMR
kuwaiti dinar: KWD
jordanian dinar: JOD
taiwan dollar: TWD
icelandic krona: ISK
bolivian boliviano: Bs
kr: kr
malaysian ringgit: MYR, RM
philippine peso: PHP
thai baht: THB
vietnamese dong: VND
south korean won: KRW
nigerian naira: NGN
ghanaian cedi: GHS
ethiopian birr: ETB
honduran lempira: HNL
guatemalan quetzal: GTQ
colombian peso: COP
argentine peso: ARS
chilean peso: CLP
peruvian sol: PEN
israeli shekel: ILS
shekel: NIS
turkish lira: TRY, TL
russian ruble: RUB
ukrainian hryvnia: UAH
polish zloty: PLN
czech koruna: CZK
romanian leu: RON
hungarian forint: HUF
swedish krona: SEK
norwegian krone: NOK
danish krone: DKK
croatian kuna: HRK
saudi riyal: SAR
emirati dirham: AED
moroccan dirham: MAD
egyptian pound: EGP
west african cfa franc: XOF
central african cfa franc: XAF
cfa franc: CFA, FCFA
bitcoin: BTC
""")

# Codes that are so well known that no report means anything else by them.
TRADED: Final[frozenset[str]] = frozenset(
    "USD EUR GBP JPY INR AUD CAD HKD NZD SGD CHF CNY RMB SEK NOK DKK BTC".split()
)

# Names behind an amount. Those of a single country or union say which currency it is; the others
# (peso, rupee, franc …) stay as they are unless an adjective of NATIONS stands before them.
MONEY: Final[dict[str, str]] = table("""
USD: dollar, dollars
EUR: euro, euros
GBP: pounds sterling
JPY: yen
cent: cent, cents
penny: penny
pence: pence
pound: pounds
indian rupee: rupees of india
peso: peso, pesos
rupee: rupee, rupees
franc: franc, francs
cfa franc: fcfa
kr: kr
kwacha: kwacha
angolan kwanza: kwanza, kwanzas
botswana pula: pula
haitian gourde: gourde, gourdes
gambian dalasi: dalasi, dalasis
bolivian boliviano: boliviano, bolivianos
paraguayan guarani: guaranies
cambodian riel: riel, riels
burmese kyat: kyat, kyats
mongolian tugrik: tugrik, tugriks
azerbaijani manat: manat, manats
shilling: shilling, shillings
dinar: dinar, dinars
dirham: dirham, dirhams
riyal: riyal, riyals, rial, rials
krone: krone, kroner, krona, kronor, crowns
mark: marks
lira: lira, liras
chinese yuan: yuan, renminbi, rmb
brazilian real: reais
honduran lempira: lempira, lempiras
guatemalan quetzal: quetzal, quetzals, quetzales
costa rican colon: colones
peruvian sol: soles
bangladeshi taka: taka
ghanaian cedi: cedi, cedis
kenyan shilling: ksh
nigerian naira: naira
south african rand: rand
ethiopian birr: birr
malaysian ringgit: ringgit
sen: sen
indonesian rupiah: rupiah
thai baht: baht
vietnamese dong: dong
shekel: shekel, shekels
ukrainian hryvnia: hryvnia, hryvnias
russian ruble: ruble, rubles, rouble, roubles
polish zloty: zloty, zlotys
hungarian forint: forint, forints
romanian leu: lei
bulgarian lev: leva
georgian lari: lari
armenian dram: drams
kazakh tenge: tenge
croatian kuna: kuna, kn
bitcoin: bitcoin, bitcoins
satoshi: satoshi, satoshis
peseta: pesetas, peseta
guilder: guilder, guilders
markka: markka, markkas
""")

# Adjectives that say whose dollar, peso, pound … it is.
NATIONS: Final[dict[str, str]] = table("""
australian: australian
canadian: canadian
hong kong: kong
new zealand: zealand
singapore: singapore, singaporean
mexican: mexican
colombian: colombian
argentine: argentine, argentinian
chilean: chilean
philippine: philippine
dominican: dominican
cuban: cuban
uruguayan: uruguayan
indian: indian
nepalese: nepalese, nepali
pakistani: pakistani
sri lankan: lankan
kenyan: kenyan
ugandan: ugandan
tanzanian: tanzanian
somali: somali
egyptian: egyptian
lebanese: lebanese
syrian: syrian
sudanese: sudanese
swiss: swiss
cfa: cfa
congolese: congolese
rwandan: rwandan
burundian: burundian
jordanian: jordanian
kuwaiti: kuwaiti
iraqi: iraqi
tunisian: tunisian
algerian: algerian
libyan: libyan
serbian: serbian
moroccan: moroccan
emirati: emirati
saudi: saudi
qatari: qatari
iranian: iranian
swedish: swedish
norwegian: norwegian
danish: danish
icelandic: icelandic
turkish: turkish
liberian: liberian
jamaican: jamaican
barbadian: barbadian
belize: belize
namibian: namibian
taiwan: taiwan
fijian: fijian
finnish: finnish
chinese: chinese
japanese: japanese
british: british
brazilian: brazilian
peruvian: peruvian
costa rican: rican
honduran: honduran
guatemalan: guatemalan
nicaraguan: nicaraguan
south african: african
nigerian: nigerian
ghanaian: ghanaian
ethiopian: ethiopian
zambian: zambian
malawian: malawian
thai: thai
vietnamese: vietnamese
malaysian: malaysian
indonesian: indonesian
bangladeshi: bangladeshi
cambodian: cambodian
burmese: burmese
korean: korean
russian: russian
ukrainian: ukrainian
polish: polish
hungarian: hungarian
romanian: romanian
bulgarian: bulgarian
georgian: georgian
armenian: armenian
israeli: israeli
afghan: afghan
dutch: dutch
""")

# Verbs of which an amount of money is the object or the size.
PAYING: Final = frozenset(
    """
    pay pays paid paying spend spends spent spending cost costs costing allocate allocates
    allocated allocating budget budgeted budgets receive receives received earn earned earns raise
    raised raises grant granted grants fund funded donate donated invest invested invests lend lent
    borrow borrowed owe owed owes fine fined fines award awarded awards disburse disbursed collect
    collected contribute contributed contributes transfer transferred totaled totalled amounted
    worth earmarked provided approved sum grants
    """.split()
)

ACCOUNTED: Final = frozenset(
    """
    amortisation amortization assets borrowings budget cash cost costs debt depreciation dividends
    earnings ebit ebitda equity expenditure expenditures expense expenses fees funding goodwill
    impairment income inventories liabilities loans loss losses overheads payables payroll profit
    profits proceeds provisions receivables rent revenue revenues salaries sales spending surplus
    tax taxes turnover wages
    """.split()
)
"""What the lines of accounts are called: a table that is made of them is of money."""

AMOUNTS: Final = frozenset(
    "allowance allowances amount amounts assets award awards benefit benefits bonus bonuses "
    "budget budgets capital charge charges compensation contribution contributions cost costs "
    "damages debt debts deficit donation donations earnings equity expenditure expense expenses "
    "fee fees fine fines fund funding funds grant grants income investment investments liabilities "
    "loan loans loss losses pay payment payments penalties penalty price prices proceeds profit "
    "profits receipts reserve reserves revenue revenues salaries salary sales savings "
    "spending sum sums surplus tax taxes total totals turnover value values wage wages".split()
)
"""Nouns for what is an amount of money: "allowances for widows of 200 crowns"."""
