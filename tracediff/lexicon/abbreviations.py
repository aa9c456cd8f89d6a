"""Abbreviations, for telling their full stop from the end of a sentence."""

from __future__ import annotations

from typing import Final

# Titles and pointers: a name or a number always follows, so no sentence ends here.
ALWAYS: Final = frozenset(
    "mr mrs ms mx dr prof gen col lt maj sgt capt cmdr adm gov sen rep hon rev fr sr st ste"
    " pres amb sec art arts fig figs eq vol chap ch para paras pp cf vs viz approx ca e.g i.e eg ie"
    " ed eds dept div univ min".split()
)

# A number follows them where they are abbreviations ("No. 5"); elsewhere they are words.
BEFORE_NUMBER: Final = frozenset(
    "no nos p c fig art sec vol ch rs nrs tk ksh kshs ush tsh shs rp frs dhs".split()
)

# They may close a sentence: then a word that opens sentences follows.
SOMETIMES: Final = frozenset(
    "inc ltd llc plc co corp bros jr etc al a.m p.m jan feb mar apr jun jul aug sept sep oct nov"
    " dec"
    " est ave blvd rd u.s u.k u.n e.u d.c ph.d b.v s.a n.v m.d".split()
)

# Words that open a sentence when written with a capital; names seldom begin with them.
STARTERS: Final = frozenset(
    "the a an in on at of for to from by with as it its this that these those there here he she"
    " they we you i his her their our your no not all some many most several both each every one"
    " two three however although while when where after before during since until if because"
    " despite according additionally further furthermore moreover nevertheless meanwhile also but"
    " and or such other"
    " authorities officials ngos experts observers".split()
)
