"""Codes of audiences and languages, and of what is for some of them only. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import questions

CODES: Final = (
    Code(
        "duplicate-audience",
        what="An audience is declared twice.",
        why="one of the two was probably to be another.",
        fix="delete one of them.",
        files={"content/project.yaml": "audiences: [board, directorate, board]\n"},
    ),
    Code(
        "broken-language",
        what="A language that another package brings cannot be used.",
        why="that package fails when it is asked for the language; the message says how.",
        fix="mend, update or remove that package, or choose another language.",
        example="`language: nb` comes from a package that was written for an older version.",
    ),
    Code(
        "unknown-language",
        what="The language of the project is none that decks can be in.",
        why="labels, numbers, dates and line breaks follow the language.",
        fix="write a code that the message lists, such as `da`.",
        files={"content/project.yaml": "language: dansk\n"},
    ),
    Code(
        "language-twice",
        what="The project says `language` and `languages`.",
        why="the first of several is the default, and nobody can say whether the single one is meant instead.",
        fix="keep `languages` where decks are in several, the default first; else `language`.",
        files={"content/project.yaml": "languages: [da, en]\n"},
    ),
    Code(
        "duplicate-language",
        what="A language is declared twice.",
        why="the order counts, since the first is the default.",
        fix="delete one of them.",
        files={"content/project.yaml": "language:\nlanguages: [da, da]\n"},
    ),
    Code(
        "language-not-declared",
        what="Decks are asked for in a language that the project does not declare.",
        why="its texts are written in others.",
        fix="ask for one that the message lists, or declare it in project.yaml and write the translations.",
        example="`deckgen build board --language en`, and project.yaml says `language: da`.",
    ),
    Code(
        "translation-missing",
        what="A value is written in some of the project's languages, and not in that of the deck.",
        why="the deck would have a hole, or say it in another language. Decks of the other languages are built.",
        fix="write the value in that language beside the others.",
        example="`title: {da: Svar}` in a project with `languages: [da, en]`.",
    ),
    Code(
        "not-translated",
        what="A phrase on a slide or in the notes has no translation to the language of the deck.",
        why="it stands there in the project's first language, as everything does that is written once for all.",
        fix="write it for each language, also where it is the same in all of them.",
        example="`notes: Sig velkommen til alle` in a project with `languages: [da, en]`, built in English.",
        severity="warning",
    ),
    Code(
        "translation-mixed",
        what="Other keys stand among languages.",
        why="a value with a language among its keys is a value for each language, and the other key would be seen by "
        "none.",
        fix="have languages of the project alone as keys, or none; audiences go inside or around.",
        example="`title: {da: Svar, sv: Svar}` in a project with `languages: [da, en]`.",
    ),
    Code(
        "translation-shared",
        what="A name or a number is written for each language.",
        why="ids, figures and numbers are shared: decks in two languages must not say different things.",
        fix="write it once; each deck shows numbers as its language does.",
        example="`value: {da: 12, en: 13}` on a figure.",
    ),
    Code(
        "unknown-audience",
        what="An audience is named that the project does not declare.",
        why="what is kept for it would be shown to nobody, or to everybody.",
        fix="write one of those in project.yaml, or declare it there.",
        files=questions("for: bord\nquestions: [Hvad skal der til?]"),
    ),
    Code(
        "for-nobody",
        what="Something that nobody sees: its `for` leaves no one over.",
        why="an item for the board inside a slide for the directorate is shown to neither.",
        fix="mend one of the two, or delete it.",
        files={
            "content/budget.yaml": """\
slides:
  - id: survey.budget
    kind: bullets
    for: directorate
    title: Forløbet har kostet ${plan.budget}
    items:
      - Kun direktionen kender fordelingen
      - {for: board, text: Fordelingen er fortrolig}
    minutes: 2
"""
        },
    ),
    Code(
        "not-for-audience",
        what="Something is named that is kept for others by its `for`: a figure, a source or a tabulation.",
        why="whoever sees a number sees its label, its source and in what it was counted. A formula may be made\n"
        "from what others see: the deck then says that it was computed, and not of what.",
        fix="keep the slide or item for them too, with `for`, or widen the `for` of what is named.",
        files={
            "content/figures.yaml": """\
members: {value: 375, qualifier: minimum, label: Nordjyske medlemmer, source: survey, for: directorate}
""",
        },
    ),
    Code(
        "variant-missing",
        what="A value is written for some audiences, and one that sees it has none.",
        why="each audience that sees a slide must see all of it: a hole is found here, and not in the meeting.",
        fix="write the value for that audience too, or keep the slide or item for the others with `for`.",
        files=questions("questions:\n  - board: Hvad skal der til?"),
    ),
    Code(
        "variant-mixed",
        what="Other keys stand among audiences.",
        why="a value with an audience among its keys is a value for each audience, and the other key would be seen "
        "by none.",
        fix="have audiences alone as keys, or none.",
        files=questions(
            "questions:\n  - {board: Hvad skal der til?, directorate: Hvem gør det?, alle: Hvad koster det?}"
        ),
    ),
    Code(
        "variant-unseen",
        what="A value is written for an audience that does not see it.",
        why="what stands around it is for others only; somebody thinks that this audience reads it.",
        fix="delete it, or widen the `for` around it.",
        files={
            "content/budget.yaml": """\
slides:
  - id: survey.budget
    kind: statement
    for: directorate
    title: Forløbet har kostet ${plan.budget}
    body: {directorate: Kun direktionen kender fordelingen., board: Fordelingen er fortrolig.}
    minutes: 2
"""
        },
        severity="warning",
    ),
)
