"""Codes of figures, sources and invariants. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import members, questions

CODES: Final = (
    Code(
        "unknown-figure",
        what="A figure is named that figures.yaml does not have.",
        why="there is no number to show.",
        fix="write the name of one that is there, or add it to figures.yaml. A tabulation's rows are figures too, "
        "as `table.<tabulation>.<row>`, once a slide shows the tabulation.",
        files=questions('questions: ["Hvad siger de ${medlemmer} medlemmer?"]'),
    ),
    Code(
        "unknown-source",
        what="A source is named that sources.yaml does not have.",
        why="foot, notes and the sources slide could not say where the number comes from.",
        fix="write the name of one that is there, or add it to sources.yaml.",
        files={"content/figures.yaml": "members: {value: 375, label: Nordjyske medlemmer, source: survay}\n"},
    ),
    Code(
        "unknown-tabulation",
        what="A tabulation is named that data.yaml does not have.",
        why="there are no numbers to show.",
        fix="write the name of one that is there, or add it to data.yaml.",
        files={"content/figures.yaml": "members: {from: sizes/small, label: Små medlemmer, source: survey}\n"},
    ),
    Code(
        "unknown-row",
        what="A tabulation has no row of that name.",
        why="a figure that is made `from:` a tabulation is one of its rows.",
        fix="write `tabulation/row`, with a row that the message lists.",
        files={"content/figures.yaml": "members: {from: size/tiny, label: Små medlemmer, source: survey}\n"},
    ),
    Code(
        "unknown-format",
        what="There is no format of that name.",
        why="a format says how a figure is shown: in words, without its qualifier, with its unit.",
        fix="write one that the message lists, or none.",
        files=questions('questions: ["Hvad siger de ${members|bold} medlemmer?"]'),
    ),
    Code(
        "format-unfit",
        what="The format `percent` is asked for of a figure that is no share.",
        why="it would make “12 %” of 12 clusters.",
        fix="compute the share as a figure of its own: `formula: share(a, b)`, with `unit: '%'`.",
        files=questions('questions: ["Hvad siger de ${answered|percent} af klyngerne, der svarede?"]')
        | {
            "content/figures.yaml": "answered: {value: 12, unit: klynger, label: Klynger med svar, source: survey}\n",
        },
    ),
    Code(
        "figure-value",
        what="A figure says in two ways what it is.",
        why="it is given (`value`), tabulated (`from`) or computed (`formula`); of two, one would be passed over.",
        fix="keep one of them. What was published before stands under `published`, and is held against what comes "
        "out.",
        files={
            "content/figures.yaml": """\
members: {value: 375, formula: asked + answered, label: Nordjyske medlemmer, source: survey}
"""
        },
    ),
    Code(
        "bad-decimals",
        what="A figure is to be shown with more decimals than can be, or fewer than none.",
        why="up to six decimals are computed and rounded exactly.",
        fix="write a number from 0 to 6.",
        files={
            "content/figures.yaml": "members: {value: 375, decimals: 9, label: Nordjyske medlemmer, source: survey}\n"
        },
    ),
    Code(
        "bad-formula",
        what="A formula that cannot be read.",
        why="only arithmetic over figures is worked out, so that a content folder can run nothing.",
        fix="write names and numbers with `+ - * / ( )`, `share(a, b)` or `sum(a, b)`. Names hold hyphens, so a "
        "minus has spaces around it.",
        files={
            "content/figures.yaml": """\
members: {formula: round(asked * 28.8), label: Nordjyske medlemmer, source: survey}
"""
        },
    ),
    Code(
        "no-value",
        what="A formula has no value.",
        why="it divides by zero, or grows beyond what any deck shows.",
        fix="see the values in the hint, and mend the figure that is zero.",
        files={
            "content/figures.yaml": """\
spoken: {value: 0, label: Klynger interviewet, source: survey}
members: {formula: asked / spoken, label: Nordjyske medlemmer, source: survey}
"""
        },
    ),
    Code(
        "figure-circle",
        what="A figure's formula or base leads back to the figure itself.",
        why="it has no value before it has one.",
        fix="give one of the figures in the circle a value, or write the number in one of the bases.",
        files={
            "content/figures.yaml": """\
members: {formula: large + small, label: Nordjyske medlemmer, source: survey}
large: {formula: members - small, label: Store medlemmer, source: survey}
small: {value: 300, label: Små medlemmer, source: survey}
"""
        },
    ),
    Code(
        "published-differs",
        what="A figure was published with another value than comes out.",
        why="either the calculation is wrong or the report was, and the meeting has the report. The build stops, for "
        "nobody should find it on the slide.",
        fix="mend the formula, the data or `published`; the hint shows how the value came about.",
        files={
            "content/figures.yaml": """\
members: {formula: asked + 362, published: 374, label: Nordjyske medlemmer, source: survey}
"""
        },
    ),
    Code(
        "base-differs",
        what="A figure is counted among so many answers, and its base says another number.",
        why="“n = 13” over numbers of 12 respondents is wrong on the slide where it is looked at most.",
        fix="mend the base, or the answers in the data.",
        files={
            "content/figures.yaml": """\
members: {from: size/small, label: Små medlemmer, source: survey, base: "${asked} klynger"}
"""
        },
    ),
    Code(
        "no-answers",
        what="A figure is made from a row that nobody answered.",
        why="a share or a mean of nobody has no value.",
        fix="give the figure a value, or leave it out.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: share, where: {started: [2020-01-01]}}
""",
            "content/figures.yaml": "members: {from: size/small, label: Små medlemmer, source: survey}\n",
        },
    ),
    Code(
        "nothing-to-show",
        what="A slide shows a tabulation of which no cell may be shown.",
        why="each cell tells of so few respondents that each can be told, or nobody answered; an empty chart is no "
        "slide.",
        fix="leave the slide out, gather answers, or say `disclose:` with a reason on the tabulation.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count, min-n: 10}
""",
            **members("kind: chart\nchart: bar\ncounted: Antal klynger\ntable: size"),
        },
    ),
    Code(
        "bad-invariant",
        what="An invariant does not compare two sides.",
        why="there is nothing that could hold or not.",
        fix="write `==`, `<=`, `>=`, `<` or `>` once, with a formula on each side.",
        files={"content/invariants.yaml": "- {that: answered + asked, because: ingen har svaret to gange}\n"},
    ),
    Code(
        "broken-invariant",
        what="What should always hold between figures does not.",
        why="somebody wrote down why it should; now one of the numbers is wrong. The build stops.",
        fix="mend the figure that is wrong; where the world has changed, mend the invariant.",
        files={
            "content/invariants.yaml": """\
- {that: answered > asked, because: ingen kan svare uden at være spurgt}
"""
        },
    ),
)
