"""Norwegian bokmål. In: nothing. Out: the language, with what the engine says in it."""

from __future__ import annotations

import re
from typing import Final

from deckgen.extend import DateStyle, DraftWords, Labels, Language, NumberStyle, Prompts, Prose, Separators

_MONTHS: Final = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
_LABELS: Final = Labels(
    agenda="Dagsorden",
    appendix="Vedlegg",
    base="Grunnlag",
    resting_on="grunnlag: {base}",
    respondents="n = {n}",
    continued="fortsatt, {page} av {pages}",
    goes_on="{head} (fortsatt)",
    page="Side",
    what_is_shown="Hva tallet viser",
    rows="rad {first} til {last} av {count}",
    progress="Del {number} av {count}: {title}",
    option="Nr. {numbers} av {count}",
    ticked="ja",
    quarters="{quarters} av 4",
    because="Fordi",
    therefore="Derfor",
    before="Før",
    now="Nå",
    quarter="{number}. kv.",
    minutes="min",
    out_of="av {total}",
    half="halvparten",
    all="alle",
    fractions={"tre firedeler": "3/4", "halvparten": "1/2"},
    source="Kilde",
    sources="Kilder",
    figure="Tall",
    as_of="Tall fra",
    number="Nr.",
    step="Steg",
    responsible="Ansvarlig",
    when="Når",
    contact="Kontakt",
    phone="Telefon",
    email="E-post",
    web="Nett",
    notes_minutes="Tid",
    notes_sources="Tallene på siden",
    drawn="Tegningens tall",
    lower_quartile="nedre kvartil",
    median="median",
    upper_quartile="øvre kvartil",
    middle_half="den midterste halvdelen",
    link="{start} – {end}",
    prepared_for="Utarbeidet for",
    rounded="avrundet",
    given="Oppgitt i kilden",
    computed="Beregnet",
    share_of="{part} i prosent av {whole}",
    tabulated={
        "count": "Talt opp i {file}",
        "share": "Andel av svarene i {file}",
        "sum": "Sum av svarene i {file}",
        "mean": "Gjennomsnitt av svarene i {file}",
        "median": "Median av svarene i {file}",
        "minimum": "Laveste svar i {file}",
        "maximum": "Høyeste svar i {file}",
    },
    answered="svaret «{answer}» på «{question}»",
    quoted="«{question}»",
    where="der «{question}» er {answers}",
    broken_down="fordelt på «{question}»",
    either="eller",
    hidden="skjult",
    hidden_why="skjult: for få svar",
)
_NUMBERS: Final = NumberStyle(
    Separators(decimal=",", group="\N{NO-BREAK SPACE}", minus="−", plus="+", tag="414"),
    qualifiers={
        "": "",
        "minimum": "minst",
        "maximum": "høyst",
        "about": "ca.",
        "over": "over",
        "under": "under",
    },
    words=("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    per_cent=frozenset(("%", "pst.", "prosent")),
    abbreviated=frozenset(("kr", "mill. kr", "pst.", "km", "kg")),
)


_PROMPTS: Final = Prompts(
    title="Tittel",
    text="Tekst",
    heading="Overskrift",
    section="Del",
    lead="Det viktigste",
    counted="Hva som er talt",
    subtitle="Undertittel",
    meeting="Møte og dato",
    client="Kunde",
    logo="Logo",
    ordinal="Nr.",
    chart="Diagram",
    table="Tabell",
    notes="Notater",
    page="Side",
)
_DRAFTS: Final = DraftWords(
    deck="utkast",
    sticker="Utkast",
    title="Hva sier svarene?",
    subtitle="Et første utkast, regnet ut av svarene",
    chapter="Svarene",
    appendix="Vedlegg",
    sources="Hvert tall har en kilde",
    single="{share} svarer «{answer}»",
    single_two="{share} svarer «{answer}», og {less} svarer «{other}»",
    multiple="{share} svarer «{answer}»",
    multiple_two="{share} svarer «{answer}», og {less} svarer «{other}»",
    battery="{share} svarer «{answer}» til «{item}»",
    battery_two="{share} svarer «{answer}» til «{item}», og {less} til «{least}»",
    mean="Gjennomsnittet er {mean}, og svaret i midten er {median}",
    mean_label="i gjennomsnitt",
    median_label="i midten",
    mean_note="Summen delt på antall svar",
    median_note="Like mange ligger over som under",
    count_label="svar",
    count_note="Så mange har skrevet et tall",
    either="{first} eller {last}",
    or_quoted="» eller «",
    to="{first} til {last}",
    shares="{question} Andel av dem som har svart",
    shares_of_several="{question} Andel av dem som har svart; flere kan velges",
    shares_of_answer="{question} Andel som svarer «{answer}»",
    without=" (uten «{answer}»)",
    numbers="{question}",
    notes="Utkast: tittelen er regnet ut av svarene på «{question}». Skriv hva siden skal si, og slett merket.",
    quoted="ord fra spørreskjemaet",
    answer_head="Svar",
    share_head="Andel",
)
_VERBS: Final = frozenset(["er", "har", "vil", "kan", "skal", "må", "bør", "får", "går", "står", "viser", "møtes"])


def _may_be_verb(word: str) -> bool:
    return word in _VERBS or word.endswith(("er", "te", "et", "de"))


LANGUAGE: Final = Language(
    code="nb-NO",
    labels=_LABELS,
    prompts=_PROMPTS,
    numbers=_NUMBERS,
    dates=DateStyle(_MONTHS, "{day}. {month} {year}"),
    prose=Prose(_may_be_verb, {"minimum": ("minst", "mer enn"), "maximum": ("høyst", "opptil")}, ()),
    held=re.compile(r"[0-9] (?=%|kr\b)"),
    drafts=_DRAFTS,
)
