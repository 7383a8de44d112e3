"""Quotes that are chosen of answers in own words. In: code books and the sheet. Out: what is shown of each answer.

A quote is what somebody wrote: its words are held against the answer, and it may name nobody. What names people is
found by what else the respondent's row says, by addresses and numbers of theirs, and, of the groups that are told of
them, by how many respondents are in all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from deckgen.data.answers import Question, check_declared
from deckgen.data.code_books import row_of
from deckgen.data.declarations import NAMED_MIN_N, ChosenQuote, CodeBook, Dataset
from deckgen.data.sheet import Sheet
from deckgen.diagnostics import Diagnostics, Related
from deckgen.model.data import Quotation
from deckgen.nodes.grammar import HOW, is_name

_LEFT_OUT: Final = re.compile(r"\s*\[…\]\s*")
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|(?:\+?\d[ -]?){8,}")
"""E-mail and web addresses, telephone numbers and the like."""
_SHORTEST: Final = 4
"""Letters from which on a name is one however it is written."""
_MOST_WORDS: Final = 4
"""Words of a cell that may be a name; of more it is a sentence."""
_GROUPS: Final = ("single", "scale")


def chosen(
    dataset: Dataset, questions: Mapping[str, Question | None], sheet: Sheet, diagnostics: Diagnostics
) -> dict[str, Quotation]:
    """The quotes of a dataset's code books that may be shown, each as `book.quote`; others are reported."""
    found: dict[str, Quotation] = {}
    for book_name, book in dataset.code_books.items():
        for name, quote in book.quotes.items():
            if not is_name(name):
                diagnostics.error("bad-name", f"`{name}` cannot be used as a name", quote.span, HOW)
            full = f"{book_name}.{name}"
            wrong = Diagnostics()
            made = _quotation(full, quote, book, dataset, questions, sheet, wrong)
            diagnostics.extend(wrong)
            if made is not None and not wrong.has_errors:
                found[full] = made
    return found


def _quotation(
    name: str,
    quote: ChosenQuote,
    book: CodeBook,
    dataset: Dataset,
    questions: Mapping[str, Question | None],
    sheet: Sheet,
    diagnostics: Diagnostics,
) -> Quotation | None:
    column = dataset.columns.get(book.question.text)
    row = row_of(quote.respondent, dataset, sheet, diagnostics)
    if column is None or row is None or questions.get(book.question.text) is None:
        return None
    head = column.heads(book.question.text)[0]
    answer = " ".join(_cell(sheet, head, row).split())
    words = " ".join(quote.words.text.split()) if quote.words else answer
    place = quote.words.span if quote.words else quote.span
    related = (Related(sheet.place(row, head), "the answer"),)
    if not answer or not _is_said(words, answer):
        message = f"the respondent `{quote.respondent.text}` did not write this" if answer else "there is no answer"
        hint = "copy it from the answer, with `[…]` where some of it is left out"
        diagnostics.error("quote-not-said", message, place, hint, related)
        return None
    if not quote.disclose:
        for said in _naming(words, row, head, dataset, sheet):
            hint = "leave it out with `[…]` in `words:`, or say `disclose:` with a reason on the quote"
            diagnostics.error("quote-names", f"the quote names somebody by `{said}`", place, hint, related)
    who = _who(quote, row, dataset, questions, diagnostics)
    return Quotation(name, "", dataset.source.text, words, who, quote.disclose, quote.span)


def _cell(sheet: Sheet, head: str, row: int) -> str:
    codes, texts = sheet.coded(head)
    return texts[codes.at(row)].strip()


def _is_said(words: str, answer: str) -> bool:
    """Whether the pieces of a quote stand in the answer, one behind the other."""
    at = 0
    for piece in filter(None, _LEFT_OUT.split(words)):
        at = answer.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _naming(words: str, row: int, head: str, dataset: Dataset, sheet: Sheet) -> Iterator[str]:
    """What of a quote names somebody: an address, what few cells of a column say, or another respondent's name."""
    yield from (match.group() for match in _ADDRESS.finditer(words))
    least = dataset.min_n or NAMED_MIN_N
    told = ""
    for other in (one for one in sheet.header if one not in ("", head)):
        codes, texts = sheet.coded(other)
        at = codes.at(row)
        own = " ".join(texts[at].split()) if len(codes.rows_of(at)) < least else ""
        for said in (own, *_names(own), *(text for text in texts if _is_full_name(text))):
            if said not in told and _stands_in(said, words):
                told += f" {said}"
                yield said


def _names(cell: str) -> Iterator[str]:
    """The words of a short cell that may each be a name."""
    parts = cell.split()
    return (part for part in parts if len(parts) <= _MOST_WORDS and part[0].isupper())


def _is_full_name(cell: str) -> bool:
    parts = cell.split()
    return 1 < len(parts) <= _MOST_WORDS and all(part[0].isupper() for part in parts)


def _stands_in(said: str, words: str) -> bool:
    """Whether a cell that is no number stands in a quote; a short one only in the same letters, as a name."""
    if not any(sign.isalpha() for sign in said):
        return False
    letters = re.NOFLAG if len(said) < _SHORTEST else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(said)}(?!\w)", words, letters) is not None


def _who(
    quote: ChosenQuote,
    row: int,
    dataset: Dataset,
    questions: Mapping[str, Question | None],
    diagnostics: Diagnostics,
) -> str:
    """Who it was by the groups that the respondent is in; reported where too few are in all of them."""
    least = 0 if quote.disclose else dataset.min_n or (NAMED_MIN_N if dataset.named else 0)
    said, inside = list[str](), None
    for one in quote.by:
        check_declared(one.text, one.span, questions, (), diagnostics)
        question = questions.get(one.text)
        if question is None:
            continue
        if question.type not in _GROUPS:
            message = f"`{one.text}` is {question.type}; groups want single or scale"
            diagnostics.error("group-impossible", message, one.span)
            continue
        at = question.codes.at(row)
        if isinstance(question.values[at], str):
            said.append(question.options[question.values[at]])
            rows = set(question.codes.rows_of(at))
            inside = rows if inside is None else inside & rows
    if inside is not None and len(inside) < least:
        message = f"only {len(inside)} of the respondents are `{', '.join(said)}`"
        hint = "tell less of who it was, or say `disclose:` with a reason on the quote"
        diagnostics.error("quote-names", message, quote.by[0].span, hint)
    return ", ".join(said)
