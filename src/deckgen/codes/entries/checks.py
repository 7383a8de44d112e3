"""Codes of running the rules, and of too many messages. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code

CODES: Final = (
    Code(
        "unknown-rule",
        what="The project selects or leaves out a rule that there is not.",
        why="the rule that was meant would run, or not run, against what was said.",
        fix="write the code of a rule; docs/codes/README.md lists them.",
        files={"content/project.yaml": "check: {ignore: [six-bulets]}\n"},
    ),
    Code(
        "bad-words",
        what="A slide is to have fewer words than none.",
        why="the number is how many words a slide may have for an audience.",
        fix="write how many, or 0 for no limit.",
        files={"content/project.yaml": "check: {words: -1}\n"},
    ),
    Code(
        "too-many",
        what="There are 200 errors or more, or as many warnings.",
        why="the first of them often cause the others, and nobody reads on.",
        fix="mend the first ones and run it again.",
        example="figures.yaml was renamed, and each of 300 slides names a figure.",
    ),
)
