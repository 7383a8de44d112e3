"""Codes of what texts refer to: footnotes, and slides of the deck. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import members, questions

CODES: Final = (
    Code(
        "bad-footnote",
        what="`[^…]` names no footnote: between the brackets stands more than a name.",
        why="the number would stand in the text and lead to nothing.",
        fix=r"write `[^name]`, and the words under `footnotes:` on the slide; where it is text, write `\[^`.",
        files=questions('questions: ["Hvad skal der til[^se note 1]?"]'),
    ),
    Code(
        "unknown-footnote",
        what="A text refers to a footnote that its slide does not have.",
        why="the number would stand in the text, and nothing at the foot of the slide.",
        fix="say it under `footnotes:` on the slide: `footnotes: {size: Under ti ansatte.}`.",
        files=members('kind: bullets\nitems: ["De fleste er små virksomheder[^size]", Nogle af tallene er skøn]'),
    ),
    Code(
        "unused-footnote",
        what="A footnote of a slide is one that nothing on it refers to.",
        why="it is printed nowhere: what somebody wrote for the reader is not there.",
        fix="write `[^name]` behind the words that it belongs to, or delete it.",
        files=members(
            "kind: bullets\nitems: [De fleste er små virksomheder, Nogle af tallene er skøn]\n"
            "footnotes: {size: Under ti ansatte.}"
        ),
        severity="warning",
    ),
    Code(
        "footnote-not-here",
        what="A footnote is named in notes, in another footnote, in a deck file or in the base of a figure.",
        why="a footnote is numbered on its slide and stands at its foot; there is none in notes, and what a deck "
        "file or a figure says stands on several slides.",
        fix="say it in the text itself.",
        files=questions("questions: [Hvad skal der til?]\nnotes: Spørg til det[^a]."),
    ),
    Code(
        "link-out-of-deck",
        what="A link leads to a slide that this deck does not have, or that its audience does not see.",
        why="it could not be followed, and it would tell the audience that there is such a slide.",
        fix="name the slide in the deck file, or give this audience a variant of the text without the link.",
        files=questions('questions: ["Hvad siger [planen](#survey.budget)?"]'),
    ),
)
