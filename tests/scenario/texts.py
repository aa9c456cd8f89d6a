"""Three texts of one season: last year's edition, a first draft, and the draft put right."""

from __future__ import annotations

EDITION_2024 = """\
---
title: "Child Labour in Ostrava Bay: 2024 Edition"
year: 2024
---

# Child Labour in Ostrava Bay: 2024 Edition

## Inspections

The inspectorate employed 84 inspectors in 2024, compared with 79 in 2023. Inspectors carried out
1,240 visits to farms in 2024, compared with 1,180 visits in 2023, a 5 percent increase. The
inspectorate’s hotline received 512 calls in 2024. As of December 2024, 9 of the 12 district offices
had a vehicle.

## Children found at work

Inspectors found 300 children at work in 2024, compared with 280 in 2023. These children included
160 farm hands, 90 brick makers and 50 street vendors. The government did not prosecute any
employers for hiring them. Courts imposed fines on 41 employers in 2024.

## Schools

The ministry opened 14 schools in the harvest districts in 2024. The schools enrolled 2,150 pupils
in 2024. Teachers received training on “hidden” work in the holidays.

## Budget

The ministry spent 6.4 million crowns on inspections in 2024. It spent 2.1 million crowns on the
hotline in 2024.

## Outlook

The ministry will publish the next survey of households in the spring.
"""

# The planted faults, each with the rule that finds it.
FAULTS = {
    "a restated figure": "N105",
    "a trend that contradicts": "A203",
    "a figure carried over": "D502",
    "a stale year": "D501",
    "a sum that is off": "A201",
    "a reversed claim": "C301",
    "a placeholder": "D503",
    "a dropped section": "S401",
}

FIRST_DRAFT = """\
---
title: "Child Labour in Ostrava Bay: 2025 Edition"
year: 2025
---

# Child Labour in Ostrava Bay: 2025 Edition

## Inspections

The inspectorate employed 88 inspectors in 2025, compared with 86 in 2024. Inspectors carried out
1,190 visits to farms in 2025, compared with 1,240 visits in 2024, a 4 percent increase. The
inspectorate’s hotline received 512 calls in 2025. As of December 2024, 9 of the 12 district offices
had a vehicle.

## Children found at work

Inspectors found 310 children at work in 2025, compared with 300 in 2024. These children included
165 farm hands, 84 brick makers and 51 street vendors. The government prosecuted employers for
hiring them. Courts imposed fines on 43 employers in 2025.

## Schools

The ministry opened [number] schools in the harvest districts in 2025. The schools enrolled 2,190
pupils in 2025. Teachers received training on “hidden” work in the holidays.

## Outlook

The ministry will publish the next survey of households in the spring.
"""

CORRECTED_DRAFT = """\
---
title: "Child Labour in Ostrava Bay: 2025 Edition"
year: 2025
---

# Child Labour in Ostrava Bay: 2025 Edition

## Inspections

The inspectorate employed 88 inspectors in 2025, compared with 84 in 2024. Inspectors carried out
1,190 visits to farms in 2025, compared with 1,240 visits in 2024. The
inspectorate’s hotline received 498 calls in 2025. As of December 2025, 10 of the 12 district
offices had a vehicle.

## Children found at work

Inspectors found 310 children at work in 2025, compared with 300 in 2024. These children included
165 farm hands, 94 brick makers and 51 street vendors. The government prosecuted employers for
hiring them. Courts imposed fines on 43 employers in 2025.

## Schools

The ministry opened 15 schools in the harvest districts in 2025. The schools enrolled 2,190
pupils in 2025. Teachers received training on “hidden” work in the holidays.

## Budget

The ministry spent 6.6 million crowns on inspections in 2025. It spent 2.2 million crowns on the
hotline in 2025.

## Outlook

The ministry will publish the next survey of households in the spring.
"""
