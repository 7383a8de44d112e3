"""What the engine itself says on slides and in notes, in English."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Labels

LABELS: Final = Labels(
    agenda="Agenda",
    appendix="Appendix",
    base="Base",
    resting_on="base {base}",
    respondents="n = {n}",
    continued="continued, {page} of {pages}",
    rows="rows {first} to {last} of {count}",
    progress="Part {number} of {count}: {title}",
    option="No. {numbers} of {count}",
    quarter="Q{number}",
    minutes="min",
    source="Source",
    sources="Sources",
    figure="Figure",
    value="Value",
    as_of="As of",
    number="No.",
    step="Step",
    responsible="Responsible",
    when="When",
    phone="Phone",
    email="Email",
    web="Web",
    notes_minutes="Time",
    notes_sources="The numbers on this slide",
    prepared_for="Prepared for",
    rounded="rounded",
    given="Stated in the source",
    computed="Calculated",
    share_of="{part} as a percentage of {whole}",
    tabulated={
        "count": "Counted in {file}",
        "share": "Share of the answers in {file}",
        "sum": "Sum of the answers in {file}",
        "mean": "Mean of the answers in {file}",
        "median": "Median of the answers in {file}",
        "minimum": "Lowest answer in {file}",
        "maximum": "Highest answer in {file}",
    },
    answered="the answer “{answer}” to “{question}”",
    quoted="“{question}”",
    where="where “{question}” is {answers}",
    either="or",
    hidden="hidden",
    hidden_why="hidden: too few answers",
)
