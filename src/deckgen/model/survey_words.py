"""Words by which a survey's answers and heads are known for what they are. In: each language's. Out: for guesses."""

from __future__ import annotations

from typing import Final

from deckgen.model.lazy_dataclasses import dataclass

Ladder = tuple[tuple[str, ...], ...]
"""Answers from the lowest to the highest, each with the words for it, in small letters."""


@dataclass(frozen=True, slots=True)
class SurveyWords:
    """What people write in surveys, in small letters.

    - `ladders` are scales of words, and `scale` says one by its ends, with `{low}` and `{high}`.
    - `dont_know` says that there is no answer. `other` begins an answer, or the head of a column, in own words.
    - `ticks` are pairs: what stands where an option is chosen, and where it is not.
    - `people` are parts of heads under which somebody is named or can be reached, `amounts` of those that ask for a
      number. `keys` are heads of the numbers of respondents, `tools` of what a survey tool notes by itself, `weights`
      those of weights.
    - `low` and `high` begin answers that are open below or above.
    - `source` says where answers come from, with `{year}`; no deck names a data file.
    - `other_label`, `yes` and `no` are said where a file has no words.
    """

    ladders: tuple[Ladder, ...] = ()
    dont_know: frozenset[str] = frozenset()
    other: tuple[str, ...] = ()
    ticks: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    tools: frozenset[str] = frozenset()
    amounts: tuple[str, ...] = ()
    weights: frozenset[str] = frozenset()
    low: tuple[str, ...] = ()
    high: tuple[str, ...] = ()
    scale: str = "{low} – {high}"
    source: str = "{year}"
    other_label: str = "Other"
    yes: str = "Yes"
    no: str = "No"


NO_SURVEY_WORDS: Final = SurveyWords()
