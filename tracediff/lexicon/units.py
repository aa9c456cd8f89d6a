"""Units of measure, as data.

Names of units are singular and spelled as the SI brochure and the news style guides spell them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracediff.lexicon.tables import table

PERCENT: Final[frozenset[str]] = frozenset(
    {"%", "percent", "per cent", "pc", "percentage", "percents", "pct"}
)

# Percentage points behind a number: "rose 3pp", "fell by 2 ppts".
POINTS: Final[frozenset[str]] = frozenset({"pp", "pps", "ppt", "ppts"})

# Units of time: a number of them is a duration, not a count of events.
TIME: Final[dict[str, str]] = table("""
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
MEASURES: Final[dict[str, str]] = TIME | table("""
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
tonne: tonne, tonnes, ton, tons, t
kilotonne: kilotonne, kilotonnes, kt
megatonne: megatonne, megatonnes, Mt
tonne of CO2: tCO2, tCO2e, tCO2eq, tCO₂, tCO₂e
kilotonne of CO2: ktCO2, ktCO2e, ktCO₂, ktCO₂e
metric ton: MT
million metric tons: MMT
billion cubic metres: bcm
twenty-foot equivalent unit: TEU, TEUs
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
tonne of oil equivalent: toe, TOE
kilotonne of oil equivalent: ktoe, kToe
megatonne of oil equivalent: Mtoe, MTOE
barrel of oil equivalent: boe, BOE
megajoule: MJ
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
kilobyte: KB, kB, Kb
megabyte: megabyte, megabytes, MB, Mb
gigabyte: gigabyte, gigabytes, GB
terabyte: terabyte, terabytes, TB
bit: bit, bits
parts-per-billion: ppb
parts-per-million: ppm
basis point: bps
mega british thermal unit: mmBTU, MMBtu, mmbtu, MMBTU
win above replacement: WAR
full-time equivalent: fte, ftes, FTE, FTEs, wte, wtes, WTE, WTEs
cylinder: cylinder, cylinders
point: point, points
""")

# Units spelled out with a prefix of the SI: gigajoules, terawatts, hectolitres.
_PREFIXES: Final = "nano micro milli centi deci hecto kilo mega giga tera peta exa".split()
_BASES: Final = "watt joule litre liter gram tonne volt ampere pascal sievert becquerel hertz"
MEASURES.update(
    (f"{prefix}{base}{end}", f"{prefix}{base.replace('liter', 'litre')}")
    for prefix in ("", *_PREFIXES)
    for base in _BASES.split()
    for end in ("", "s")
)

# What is offered for reading elsewhere, behind or before its size: "(14 KB Excel sheet)".
FILES: Final[frozenset[str]] = frozenset(
    "pdf excel word csv xls xlsx doc docx zip ods odt ppt pptx spreadsheet file download".split()
)

# Letters that are a unit only where they stand directly behind digits ("37m", "45g", "118.5p").
GLUED: Final[dict[str, str]] = table("""
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
}

FULL_TIME: Final = "full-time equivalent"
"""The unit of people who are counted by the time that they work."""

CARRIED: Final = frozenset("kilometre mile metre hour day night week month year".split())
CARRIERS: Final = frozenset(
    "passenger tonne seat vehicle train car bus truck lorry aircraft flight ship revenue available"
    " gross person man woman staff worker labour labor volunteer patient bed guest room visitor"
    " student pupil learner nurse machine animal lane route track circuit well member".split()
)
"""What is carried over a length, or spends a time, in the name of a unit: "passenger kilometres",
"bed days"."""

_CARBON: Final = ("co2", "co₂", "co2e", "co₂e", "carbon dioxide", "carbon")
_MASSES: Final = ("tonne", "kilotonne", "megatonne", "metric tonne")
# Units of more words than two, each in the singular, as the tokens of a text have them.
PHRASES: Final[dict[tuple[str, ...], str]] = {
    **{
        tuple(f"{mass}{of} {carbon}{equal}".split()): f"{mass.split()[-1]} of CO2"
        for mass in _MASSES
        for of in (" of", "")
        for carbon in _CARBON
        for equal in (" equivalent", "-equivalent", " eq", "")
        if equal or carbon != "carbon"
    },
    **{
        (*mass.split(), "of", "oil", "equivalent"): f"{mass.split()[-1]} of oil equivalent"
        for mass in (*_MASSES, "barrel")
    },
    ("twenty", "-", "foot", "equivalent", "unit"): "twenty-foot equivalent unit",
    ("twenty-foot", "equivalent", "unit"): "twenty-foot equivalent unit",
    **{
        tuple(text.split()): "full-time equivalent"
        for text in (
            "full-time equivalent",
            "full time equivalent",
            "full-time-equivalent",
            "whole-time equivalent",
            "whole time equivalent",
        )
    },
    ("part", "per", "million"): "parts-per-million",
    ("part", "per", "billion"): "parts-per-billion",
    ("british", "thermal", "unit"): "british thermal unit",
    ("million", "british", "thermal", "unit"): "mega british thermal unit",
}

OCCASIONS: Final[frozenset[str]] = frozenset("times occasions".split())
"""Nouns that count how often something is done."""


_POWERS: Final[dict[str, Decimal]] = {
    prefix: Decimal(10) ** power
    for prefix, power in (
        ("milli", -3), ("centi", -2), ("deci", -1), ("hecto", 2), ("kilo", 3), ("mega", 6),
        ("giga", 9), ("tera", 12),
    )
}  # fmt: skip
_MADE_OF: Final[dict[str, tuple[Decimal, str]]] = {
    "tonne": (Decimal(10) ** 6, "gram"),
    "hectare": (Decimal(10) ** 4, "square metre"),
    "square kilometre": (Decimal(10) ** 6, "square metre"),
}


def in_base(unit: str) -> tuple[Decimal, str]:
    """How many of its base unit a unit is, and that unit; itself where it has no prefix.

    >>> in_base("kilogram"), in_base("tonne"), in_base("USD")
    ((Decimal('1000'), 'gram'), (Decimal('1000000'), 'gram'), (Decimal('1'), 'USD'))
    """
    if unit in _MADE_OF:
        return _MADE_OF[unit]
    prefix = next((one for one in _POWERS if unit.startswith(one)), None)
    if prefix is None:
        return Decimal(1), unit
    factor, base = in_base(unit.removeprefix(prefix))
    return factor * _POWERS[prefix], base
