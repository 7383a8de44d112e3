"""Codes of answers in own words, and of quotes. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import members


def _book(said: str) -> dict[str, str]:
    """A dataset with a code book: what the book says beside its question."""
    return {
        "content/answers.csv": "who;firm;why;size;started\n"
        + "1;Havnen Nord;Det er for dyrt;small;21-02-2021\n"
        + "2;Havnen Syd;Havnen Syd har det ikke;large;21-03-2021\n",
        "content/data.yaml": f"""\
datasets:
  answers:
    file: answers.csv
    source: survey
    key: who
    columns:
      why: {{type: text}}
      size: {{type: single, options: {{small: Lille, large: Stor}}}}
      started: {{type: date}}
    code-books:
      reasons: {{question: why, {said}}}
""",
    }


CODES: Final = (
    Code(
        "code-book-unfit",
        what="A code book is none: it is of a question that is not asked in own words, a code says not who carries "
        "it, or respondents are named where the dataset has no key.",
        why="each answer is to have the codes that somebody gave it, and nobody could see which.",
        fix="name a column of type `text`, give each code `words:` or `respondents:`, and the dataset its `key:`.",
        files=_book("codes: {cost: {label: Prisen}}, rest: Andet"),
    ),
    Code(
        "answers-uncoded",
        what="Answers in own words carry no code of their book.",
        why="they are in the base, and the reader would take them for answers that said nothing of the kind.",
        fix="give a code the words that they hold, name their respondents, or say what the rest is called: "
        "`rest: Andet`.",
        files=_book("codes: {cost: {label: Prisen, words: [dyr*]}}"),
    ),
    Code(
        "no-respondent",
        what="A code or a quote names a respondent that the data do not have.",
        why="it would belong to nobody.",
        fix="write the key as it stands in the column that `key:` names.",
        files=_book('codes: {cost: {label: Prisen, respondents: ["77"]}}, rest: Andet'),
    ),
    Code(
        "quote-not-said",
        what="A quote is not what the respondent answered.",
        why="words in quotation are somebody's own.",
        fix="copy them from the answer; where some of it is left out, write `[…]`.",
        files=_book(
            "codes: {cost: {label: Prisen, words: [dyr*]}}, rest: Andet, "
            'quotes: {dear: {respondent: "1", words: Alt er dyrt}}'
        ),
    ),
    Code(
        "quote-names",
        what="A quote names somebody, or so few respondents are in all groups that are told of its writer that they "
        "can be found.",
        why="who answered a survey was seldom asked whether their name may stand on a wall.",
        fix="leave the name out with `[…]`, tell fewer groups under `by:`, or say `disclose:` with a reason.",
        files=_book('codes: {cost: {label: Prisen, words: [dyr*]}}, rest: Andet, quotes: {dear: {respondent: "2"}}'),
    ),
    Code(
        "unknown-quote",
        what="A slide shows a quote that no code book has.",
        why="there are no words to show.",
        fix="write the book and the quote, as in `quote: reasons.dear`, or choose it in data.yaml.",
        files={
            **_book('codes: {cost: {label: Prisen, words: [dyr*]}}, rest: Andet, quotes: {dear: {respondent: "1"}}'),
            **members("kind: quote\nquote: reasons.deer\nwho: En leder"),
        },
    ),
)
