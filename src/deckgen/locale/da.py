"""Danish. In: a figure or a date. Out: what the deck prints: `1.740`, `92 %`, `mindst 375`, `30. november 2023`.

A number is rounded once, half up, from its raw value. No-break spaces hold a number to its qualifier and its unit.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from deckgen.model.figure import Figure, Qualifier
from deckgen.model.language import Labels, Language

NO_BREAK: Final = "\u00a0"
MINUS: Final = "−"
_QUALIFIERS: Final[dict[Qualifier, str]] = {
    "": "",
    "minimum": "mindst",
    "maximum": "højst",
    "about": "ca.",
    "over": "over",
    "under": "under",
}
_WORDS: Final = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ABBREVIATED_UNITS: Final = frozenset(
    ("kr.", "t.kr.", "mio. kr.", "mia. kr.", "pct.", "km", "m", "m²", "km²", "kg", "t", "kWh", "MWh", "GWh")
)
_MONTHS: Final = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_ABBREVIATED: Final = (
    "adm. afd. afs. bl.a. ca. d. d.d. dir. dr. dvs. e.l. e.kr. eks. ekskl. el.lign. etc. evt. f.eks. f.kr. feks. fl. "
    "forts. fx. gns. hhv. hr. iht. incl. inkl. jf. jr. jvf. kap. kgl. kl. kr. lign. m.a.o. m.fl. m.h.t. m.m. m.v. "
    "maks. max. md. mdl. mdr. mht. mia. min. mio. mv. nr. o.a. o.l. o.lign. omkr. osv. p.g.a. p.t. pct. pga. pkt. "
    "pr. prof. pt. red. resp. s. sek. sml. st. stk. t.kr. tidl. tlf. udg. vedr. vol. årl."
)
"""Also those that may end a sentence, such as osv.: a small letter after them is the lesser mistake."""
_UNITS: Final = (
    r"%|‰|°|€|(?:kr|mio|mia|t\.kr|pct|procentpoint|mm|cm|m|km|m²|km²|m³|kg|t|ton|kWh|MWh|GWh|TWh|kW|MW|GW|stk)(?!\w)"
)
_SHORT_MONTHS: Final = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec")
_HELD: Final = re.compile(
    rf"[0-9] (?={_UNITS})"
    r"|\b(?:mio|mia)\. (?=kr\b)"
    r"|(?:§|\b(?:(?:s|d|bd|fig|tab|art|stk|jf)\.|(?:nr|kap|pkt|kl|ca|tlf|kr)\.?|mindst|højst)) (?=§|[0-9])"
    rf"|\b[0-9]{{1,2}}\. (?=(?:{'|'.join((*_MONTHS, *_SHORT_MONTHS))})\b)"
    r"|\b(?:(?:[Hh]r|[Ff]r|[Dd]r|[Pp]rof|[A-ZÆØÅ])\.) (?=[A-ZÆØÅ])"
)
"""A space that holds: between number and unit, an abbreviation and its number, the parts of a date, initials."""
_LONG: Final = (
    "arbejds|markeds|uddannelser beskæftigelses|indsats bestyrelses|møde bære|dygtigheds|strategi "
    "deltager|kommuner digitaliserings|strategi direktions|sekretariat energi|effektivisering "
    "erhvervs|fremme|aktør erhvervs|fremme|aktører erhvervs|fremme|bestyrelse erhvervs|fremme|indsats "
    "erhvervs|fremme|strategi erhvervs|fremme|system erhvervs|hus erhvervs|organisation erhvervs|politik "
    "erhvervs|udvikling finansierings|muligheder finansierings|kilder forretnings|udvikling forsknings|institution "
    "forsknings|samarbejde forvaltnings|direktør fyrtårns|projekt fødevare|klynge "
    "handlings|plan hoved|organisation informations|teknologi "
    "innovations|fremme innovations|kraft innovations|netværk innovations|projekt innovations|samarbejde "
    "internationaliserings|indsats iværksætter|miljø klynge|organisation klynge|samarbejde klynge|sekretariat "
    "klynge|strategi kommunal|bestyrelse kommune|samarbejde kompetence|forsyning kompetence|udvikling "
    "konkurrence|dygtighed konkurrence|evne kvalifikations|løft ledelses|information medlems|virksomhed "
    "medlems|virksomheder myndigheds|opgave nøgle|tal organisations|struktur partnerskabs|aftale "
    "produktivitets|fremgang projekt|ansøgning ressource|styrke|position samarbejds|aftale samarbejds|flade "
    "samarbejds|modeller samarbejds|muligheder samarbejds|partner samarbejds|projekt sekretariats|betjening "
    "spørgeskema|undersøgelse strategi|proces styrke|position teknologi|udvikling tvær|kommunal "
    "uddannelses|institution udviklings|forløb udviklings|projekt viden|deling viden|institution viden|miljø "
    "viden|samarbejde videns|deling virksomheds|kontakt virksomheds|program virksomheds|rettet vækst|hus vækst|lag"
)
"""Long words with bars where their parts meet: broken there alone, and only where they fit no line whole."""
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


def show(figure: Figure, format: str) -> str:
    """The figure as the deck prints it; see Language for the formats. A wording of the source stands as it is."""
    if figure.wording:
        return figure.wording
    number = _number(figure.value, figure.decimals)
    if format == "plain":
        return number
    unit = figure.unit if format == "unit" or _is_symbol(figure.unit) else ""
    if format == "words" and not unit:
        number = _in_words(figure.value, number)
    elif format == "percent":
        unit = "%"
    qualifier = figure.called_for if format == "qualified" else figure.qualifier
    if format == "signed":
        qualifier, number = "", _signed(number)
    parts = (_QUALIFIERS[qualifier], number, unit.replace(" ", NO_BREAK))
    return NO_BREAK.join(part for part in parts if part)


def _is_symbol(unit: str) -> bool:
    """Whether a unit belongs to the number wherever it stands, as `%` does and `klynger` does not."""
    return unit in _ABBREVIATED_UNITS or not any(character.isalpha() for character in unit)


def _signed(number: str) -> str:
    """The number with its sign; what is shown as zero has none."""
    is_positive = not number.startswith(MINUS) and number.strip("0,.")
    return f"+{number}" if is_positive else number


def _in_words(value: Decimal, number: str) -> str:
    small = value == value.to_integral_value() and 0 <= value < len(_WORDS)
    return _WORDS[int(value)] if small else number


@cache
def _number(value: Decimal, decimals: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0  # no minus before zero
    if not decimals and 0 <= rounded < 1000:
        return str(rounded)
    # babel costs 30 ms to import: a deck that groups no digits does not pay for it.
    from babel.numbers import format_decimal

    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    shown: str = format_decimal(rounded, format=pattern, locale="da", decimal_quantization=False)
    return shown.replace("-", MINUS)


def date(written: str) -> str:
    """A year, a month or a day in words; what is no such date comes back as written."""
    match = _DATE.match(written)
    if match is None:
        return written
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return written
    if not month:
        return written
    return f"{day}. {_MONTHS[month - 1]} {year}" if day else f"{_MONTHS[month - 1]} {year}"


def hold(text: str) -> str:
    """The text with no-break spaces where a line must not break; it is as long as before."""
    return _HELD.sub(lambda met: met[0][:-1] + NO_BREAK, text)


LANGUAGE: Final = Language(
    code="da-DK",
    labels=Labels(
        agenda="Dagsorden",
        appendix="Bilag",
        base="Grundlag",
        continued="fortsat",
        minutes="min.",
        source="Kilde",
        sources="Kilder",
        figure="Tal",
        value="Værdi",
        as_of="Tal fra",
        step="Skridt",
        responsible="Ansvarlig",
        when="Hvornår",
        phone="Telefon",
        email="E-mail",
        web="Web",
        notes_minutes="Tid",
        notes_sources="Tallene på siden",
        prepared_for="Udarbejdet for",
        rounded="afrundet",
        how="Sådan er tallet opgjort",
        given="Oplyst i kilden",
        computed="Beregnet",
        share_of="{part} i procent af {whole}",
        tabulated={
            "count": "Optalt i {file}",
            "share": "Andel af svarene i {file}",
            "sum": "Sum af svarene i {file}",
            "mean": "Gennemsnit af svarene i {file}",
            "median": "Median af svarene i {file}",
            "minimum": "Laveste svar i {file}",
            "maximum": "Højeste svar i {file}",
        },
        answered="svaret »{answer}« på »{question}«",
        quoted="»{question}«",
        where="hvor »{question}« er {answers}",
        either="eller",
        hidden="skjult",
        hidden_why="skjult: for få svar",
    ),
    show=show,
    formats=("", "plain", "words", "unit", "signed", "percent", "qualified"),
    abbreviations=frozenset(_ABBREVIATED.split()),
    date=date,
    hold=hold,
    compounds={word.replace("|", ""): tuple(word.split("|")) for word in _LONG.split()},
)
