"""Units of measure and currencies, as data.

The currencies that nearly every reader knows by code are given by their ISO 4217 code; the others
by their English name, since "RON" or "peso" alone tells less than the name that the text uses.
Names of units are singular and spelled as the SI brochure and the news style guides spell them.
"""

from __future__ import annotations

from typing import Final


def _table(rows: str) -> dict[str, str]:
    """Read "name: form, form" lines into form → name."""
    found: dict[str, str] = {}
    for row in rows.strip().splitlines():
        name, forms = row.split(":")
        for form in forms.split(","):
            found[form.strip()] = name.strip()
    return found


# Signs set before or behind an amount. A bare "$" is read as the US dollar.
SIGNS: Final[dict[str, str]] = _table("""
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

# Codes of three letters and of the news; set before or behind an amount, in capitals (in lower
# case only the few that are no English word).
CODES: Final[dict[str, str]] = _table("""
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
kenyan shilling: KES, KSh, Ksh
ugandan shilling: UGX
tanzanian shilling: TZS
nepalese rupee: NPR, NRs
sri lankan rupee: LKR
pakistani rupee: PKR
bangladeshi taka: BDT, Tk, BDT
indonesian rupiah: IDR, Rp
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
turkish lira: TRY
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
bitcoin: BTC
""")

# Names behind an amount. Those of a single country or union say which currency it is; the others
# (peso, rupee, franc …) stay as they are unless an adjective of NATIONS stands before them.
MONEY: Final[dict[str, str]] = _table("""
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
NATIONS: Final[dict[str, str]] = _table("""
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

PERCENT: Final[frozenset[str]] = frozenset(
    {"%", "percent", "per cent", "pc", "percentage", "percents", "pct"}
)

# Units of time: a number of them is a duration, not a count of events.
TIME: Final[dict[str, str]] = _table("""
second: second, seconds, sec, secs
minute: minute, minutes, min, mins
hour: hour, hours, hr, hrs
day: day, days
week: week, weeks
month: month, months
year: year, years, yr, yrs
decade: decade, decades
century: centuries
""")

# Units spelled out or abbreviated as words of their own ("35 miles", "252 km", "450 Nm").
MEASURES: Final[dict[str, str]] = TIME | _table("""
mile: mile, miles
yard: yard, yards
foot: foot, feet, ft
inch: inch, inches
metre: metre, metres, meter, meters
kilometre: kilometre, kilometres, kilometer, kilometers, km, kms
centimetre: centimetre, centimetres, centimeter, centimeters, cm
millimetre: millimetre, millimetres, millimeter, millimeters, mm
micrometre: micrometre, micrometres, micrometer, micrometers, μm, µm
nanometre: nanometre, nanometres, nanometer, nanometers, nm
acre: acre, acres
hectare: hectare, hectares, ha
square metre: sqm, m2, m²
square kilometre: km2, km²
square mile: sqmi
cubic metre: m3, m³
litre: litre, litres, liter, liters
millilitre: millilitre, millilitres, milliliter, milliliters, ml, mL
gallon: gallon, gallons
pint: pint, pints
quart: quart, quarts
barrel: barrel, barrels
gram: gram, grams, grammes
kilogram: kilogram, kilograms, kilo, kilos, kg, kgs
milligram: milligram, milligrams, mg
tonne: tonne, tonnes, ton, tons
kilotonne: kilotonne, kilotonnes, kt
megatonne: megatonne, megatonnes, Mt
tonne of CO2: tCO2, tCO2e, tCO2eq, tCO₂, tCO₂e
kilotonne of CO2: ktCO2, ktCO2e, ktCO₂, ktCO₂e
megatonne of CO2: MtCO2, MtCO2e, MtCO₂, MtCO₂e
pound-mass: lb, lbs
ounce: ounce, ounces, oz
mile per hour: mph
mile per gallon: mpg
kilometre per hour: kmh, kph, km/h, km/hr
miles per second: mps
degree: degree, degrees, °
celsius: celsius, °C, ℃
fahrenheit: fahrenheit, °F
watt: watt, watts, W
kilowatt: kilowatt, kilowatts, kW, KW
megawatt: megawatt, megawatts, MW
gigawatt: gigawatt, gigawatts, GW
kilowatt hour: kWh, KWh
megawatt hour: MWh
gigawatt hour: GWh
terawatt hour: TWh
gigajoule: GJ
terajoule: TJ
petajoule: PJ
milliampere-hour: mAh
ampere: amperes, amps
volt: volt, volts
horsepower: horsepower, hp, HP, PS
brake horsepower: bhp
newton metre: Nm
pound-foot: pound-feet, pound-foot, lb-ft
revolutions per minute: rpm
hertz: hertz, Hz
kilohertz: kHz
megahertz: MHz
gigahertz: GHz
decibel: decibel, decibels, dB
gigapascal: gigapascals, gigapascal, GPa
byte: byte, bytes
kilobyte: KB, kB
megabyte: megabyte, megabytes, MB
gigabyte: gigabyte, gigabytes, GB
terabyte: terabyte, terabytes, TB
bit: bit, bits
parts-per-billion: ppb
parts-per-million: ppm
basis point: bps
mega british thermal unit: mmBTU, MMBtu, mmbtu, MMBTU
win above replacement: WAR
cylinder: cylinder, cylinders
point: point, points
""")

# Letters that are a unit only where they stand directly behind digits ("37m", "45g", "118.5p").
GLUED: Final[dict[str, str]] = _table("""
metre: m
gram: g
litre: l, L
watt: W
volt: V
second: s
hour: h
percent: pc
point: p
minute: min
foot: '
inch: ″, "
""")

# Two words that are one unit.
PAIRS: Final[dict[tuple[str, str], str]] = {
    ("square", "metre"): "square metre",
    ("square", "mile"): "square mile",
    ("square", "foot"): "square foot",
    ("square", "kilometre"): "square kilometre",
    ("sq", "m"): "square metre",
    ("sq", "ft"): "square foot",
    ("sq", "km"): "square kilometre",
    ("cubic", "foot"): "cubic foot",
    ("cubic", "metre"): "cubic metre",
    ("basis", "point"): "basis point",
    ("percentage", "point"): "percentage point",
    ("metric", "tonne"): "tonne",
    ("fluid", "ounce"): "ounce",
    ("degree", "celsius"): "celsius",
    ("degree", "fahrenheit"): "fahrenheit",
    ("degree", "c"): "celsius",
    ("degree", "f"): "fahrenheit",
    ("nautical", "mile"): "nautical mile",
    ("light", "year"): "light year",
    ("kilowatt", "hour"): "kilowatt hour",
    ("megawatt", "hour"): "megawatt hour",
}
