"""Open answers as codes. In: a code book, the answers in own words. Out: a question of type multiple.

A code is carried by the answers that hold one of its words, and by the respondents that it names by their key. Who
answered and carries no code counts as `rest`, and is reported where the book has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from deckgen.data.answers import DontKnow, Question, check_declared
from deckgen.data.codes import Codes
from deckgen.data.declarations import AnswerCode, CodeBook, Dataset
from deckgen.data.sheet import Sheet
from deckgen.diagnostics import Diagnostics, Related
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.node import Scalar
from deckgen.nodes.schema import suggestion

REST: Final = "rest"
"""The code of who carries no other."""
MOST_NAMED: Final = 3
"""Lines without a code that are named in one message."""


def coded(
    dataset: Dataset, questions: Mapping[str, Question | None], sheet: Sheet, diagnostics: Diagnostics
) -> dict[str, Question | None]:
    """The questions that the code books of a dataset make; None for one that cannot be, which is reported."""
    return {
        name: _coded(name, book, dataset, questions, sheet, diagnostics) for name, book in dataset.code_books.items()
    }


def _coded(
    name: str,
    book: CodeBook,
    dataset: Dataset,
    questions: Mapping[str, Question | None],
    sheet: Sheet,
    diagnostics: Diagnostics,
) -> Question | None:
    check_declared(book.question.text, book.question.span, questions, (), diagnostics)
    question = questions.get(book.question.text)
    if question is None:
        return None
    wrong = Diagnostics()
    _check(name, book, dataset, question, wrong)
    patterns = {code: _pattern(one.words) for code, one in book.codes.items()}
    named = _named(book, dataset, sheet, wrong)
    diagnostics.extend(wrong)
    if wrong.has_errors:
        return None
    worded = [_worded(value, patterns) for value in question.values]
    codes, values = _with_respondents(question.codes, worded, named, book, sheet, dataset)
    left = [at for at, value in enumerate(values) if value == frozenset()]
    if left and not book.rest:
        _uncoded(book, codes, left, sheet, dataset, diagnostics)
        return None
    values = [frozenset((REST,)) if value == frozenset() else value for value in values]
    options = {code: one.label for code, one in book.codes.items()} | ({REST: book.rest} if book.rest else {})
    label = book.label or question.label
    return replace(
        question, name=name, label=label, type="multiple", options=options, codes=codes, values=tuple(values)
    )


def _check(name: str, book: CodeBook, dataset: Dataset, question: Question, diagnostics: Diagnostics) -> None:
    """Report a book that is none."""
    if name in dataset.columns or name in dataset.batteries:
        message, hint = f"a question is called `{name}` already", "give the code book a name of its own"
        diagnostics.error("code-book-unfit", message, book.span, hint)
    if question.type != "text":
        message = f"`{question.name}` is {question.type}, and a code book is for answers in own words"
        diagnostics.error("code-book-unfit", message, book.question.span, "declare the column as `type: text`")
    if REST in book.codes:
        message, hint = f"the code of who carries no other is `{REST}`", "call this one something else"
        diagnostics.error("code-book-unfit", message, book.codes[REST].span, hint)
    labels = [one.label for one in book.codes.values()] + [book.rest] * bool(book.rest)
    for label in sorted({one for one in labels if labels.count(one) > 1}):
        message, hint = f"two codes are called `{label}`", "give each a label of its own"
        diagnostics.error("label-twice", message, book.span, hint)
    for code, one in book.codes.items():
        if not one.words and not one.respondents:
            message, hint = f"nothing says which answers carry `{code}`", "write `words:` or `respondents:`"
            diagnostics.error("code-book-unfit", message, one.span, hint)


def _pattern(words: tuple[Scalar, ...]) -> re.Pattern[str] | None:
    """What finds any of some words or phrases, whole and in any letters; `*` at an end stands for more letters."""
    if not words:
        return None
    return re.compile("|".join(_one(word.text) for word in words), re.IGNORECASE)


def _one(said: str) -> str:
    phrase = r"\s+".join(re.escape(part) for part in said.strip("*").split())
    return ("" if said.startswith("*") else r"\b") + phrase + ("" if said.endswith("*") else r"\b")


def _worded(value: Any, patterns: Mapping[str, re.Pattern[str] | None]) -> Any:
    """The codes that an answer carries by its words; what is no answer stays so."""
    if value is None or isinstance(value, DontKnow):
        return value
    return frozenset(code for code, pattern in patterns.items() if pattern and pattern.search(value))


def _named(book: CodeBook, dataset: Dataset, sheet: Sheet, diagnostics: Diagnostics) -> dict[str, AnswerCode]:
    """The codes that name respondents; one that the key does not hold is reported."""
    named = {code: one for code, one in book.codes.items() if one.respondents or one.except_}
    for one in named.values():
        for who in (*one.respondents, *one.except_):
            row_of(who, dataset, sheet, diagnostics)
    return named


def row_of(who: Scalar, dataset: Dataset, sheet: Sheet, diagnostics: Diagnostics) -> int | None:
    """The row of a respondent by the key; None where there is none, which is reported."""
    if dataset.key is None or dataset.key.text not in sheet.header:
        message, hint = "respondents are named by the dataset's key, and it says none", "write `key:` with its head"
        diagnostics.error("code-book-unfit", message, who.span, hint)
        return None
    codes, ids = sheet.coded(dataset.key.text)
    found = next((at for at, text in enumerate(ids) if text.strip() == who.text), None)
    if found is None:
        hint = suggestion(who.text, tuple(text.strip() for text in ids))
        diagnostics.error("no-respondent", f"no respondent is numbered `{who.text}`", who.span, hint)
        return None
    return codes.rows_of(found)[0]


def _with_respondents(
    codes: Codes,
    worded: list[Any],
    named: Mapping[str, AnswerCode],
    book: CodeBook,
    sheet: Sheet,
    dataset: Dataset,
) -> tuple[Codes, list[Any]]:
    """Codes and values, each distinct one once, with what is said of single respondents."""
    values = worded
    if named and dataset.key:
        keys, ids = sheet.coded(dataset.key.text)
        codes, pairs = codes.paired(keys, len(ids))
        values = [_of_respondent(worded[at], ids[key].strip(), named) for at, key in pairs]
    distinct = list(dict.fromkeys(values))
    place = {value: at for at, value in enumerate(distinct)}
    return codes.merged([place[value] for value in values]), distinct


def _of_respondent(value: Any, who: str, named: Mapping[str, AnswerCode]) -> Any:
    if value is None or isinstance(value, DontKnow):
        return value
    more = {code for code, one in named.items() if any(who == given.text for given in one.respondents)}
    less = {code for code, one in named.items() if any(who == given.text for given in one.except_)}
    return (value - less) | more


def _uncoded(
    book: CodeBook, codes: Codes, left: list[int], sheet: Sheet, dataset: Dataset, diagnostics: Diagnostics
) -> None:
    rows = sorted(row for at in left for row in codes.rows_of(at))
    head = dataset.columns[book.question.text].heads(book.question.text)[0]
    many = f"{len(rows)} answers carry" if len(rows) > 1 else "an answer carries"
    related = tuple(Related(sheet.place(row, head), "without a code") for row in rows[:MOST_NAMED])
    hint = "give a code words that they hold, or say what the rest is called: `rest: Andet`"
    diagnostics.error("answers-uncoded", f"{many} no code of the book", book.span, hint, related)
