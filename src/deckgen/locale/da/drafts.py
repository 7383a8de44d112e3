"""What a drafted deck says in Danish. In: nothing. Out: its sentences."""

from __future__ import annotations

from typing import Final

from deckgen.model.draft_words import DraftWords

DRAFTS: Final = DraftWords(
    deck="udkast",
    sticker="Udkast",
    title="Hvad siger svarene?",
    subtitle="Første udkast, regnet ud fra svarene",
    chapter="Svarene",
    appendix="Bilag",
    sources="Alle tal har en kilde",
    single="{share} svarer »{answer}«",
    single_two="{share} svarer »{answer}«, og {less} svarer »{other}«",
    multiple="{share} svarer »{answer}«",
    multiple_two="{share} svarer »{answer}«, og {less} svarer »{other}«",
    battery="{share} svarer »{answer}« til »{item}«",
    battery_two="{share} svarer »{answer}« til »{item}«, og {less} gør det til »{least}«",
    mean="Gennemsnittet er {mean}, og det midterste svar er {median}",
    mean_label="i gennemsnit",
    median_label="i midten",
    mean_note="Summen delt med antallet af svar",
    median_note="Lige mange ligger over og under",
    count_label="svar",
    count_note="Så mange har skrevet et tal",
    either="{first} eller {last}",
    or_quoted="« eller »",
    to="{first} til {last}",
    shares="{question} Andel af dem, der har svaret",
    shares_of_several="{question} Andel af dem, der har svaret; de kan vælge flere",
    shares_of_those_who_chose="{question} Andel af dem, der har sat kryds; de kan sætte flere",
    shares_of_answer="{question} Andel, der svarer »{answer}«",
    without=" (uden »{answer}«)",
    numbers="{question}",
    notes=(
        "Udkast: Titlen er regnet ud fra svarene på »{question}«. Skriv den om til det, siden skal sige, tilføj "
        "konklusionen, og slet mærket."
    ),
    quoted="spørgeskemaets ord",
    answer_head="Svar",
    share_head="Andel",
)
