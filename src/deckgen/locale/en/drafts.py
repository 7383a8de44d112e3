"""What a drafted deck says in English. In: nothing. Out: its sentences."""

from __future__ import annotations

from typing import Final

from deckgen.model.draft_words import DraftWords

DRAFTS: Final = DraftWords(
    deck="draft",
    sticker="Draft",
    title="What do the answers say?",
    subtitle="A first draft, computed from the answers",
    chapter="The answers",
    appendix="Appendix",
    sources="Every number has a source",
    single="{share} answer “{answer}”",
    single_two="{share} answer “{answer}”, and {less} answer “{other}”",
    multiple="{share} answer “{answer}”",
    multiple_two="{share} answer “{answer}”, and {less} answer “{other}”",
    battery="{share} answer “{answer}” to “{item}”",
    battery_two="{share} answer “{answer}” to “{item}”, and {less} do to “{least}”",
    mean="The average is {mean}, and the answer in the middle is {median}",
    mean_label="on average",
    median_label="in the middle",
    mean_note="The sum, divided by the number of answers",
    median_note="As many lie above as below",
    count_label="answers",
    count_note="As many wrote a number",
    either="{first} or {last}",
    or_quoted="” or “",
    to="{first} to {last}",
    shares="{question} Share of those who answered",
    shares_of_several="{question} Share of those who answered; several may be chosen",
    shares_of_those_who_chose="{question} Share of those who ticked any; several answers possible",
    shares_of_answer="{question} Share that answers “{answer}”",
    without=" (without “{answer}”)",
    numbers="{question}",
    notes=(
        "Draft: the title is computed from the answers to “{question}”. Write what the page is to say, add the "
        "conclusion, and delete the sticker."
    ),
    quoted="words of the questionnaire",
    answer_head="Answer",
    share_head="Share",
)
