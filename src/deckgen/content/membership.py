"""The members that a deck is made for. In: `for-each:` of a deck file, and the data. Out: each member, once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.content.for_each import KEY, ForEachEntry, MemberEntry
from deckgen.data.parts import key_of
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.members import Member, Membership
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.scalars import suggestion
from deckgen.nodes.schema import INVALID, convert

if TYPE_CHECKING:
    from deckgen.data import Data
    from deckgen.data.answers import Question
    from deckgen.data.datasets import Answered

_MARKUP: Final = re.compile(r"[*^~$\[\]{}\\\n]")
"""What would mean something in a text that says a member's name."""


def read_membership(node: Node, data: Data | None, diagnostics: Diagnostics) -> Membership | None:
    """Whom a deck is for; None where that cannot be known, which is reported."""
    wrong = Diagnostics()
    entry = convert(node, ForEachEntry, KEY, wrong)
    members: tuple[Member, ...] = ()
    columns: dict[str, str] = {}
    if entry is not INVALID and _says_whom(entry, wrong):
        columns = _columns(entry, data, wrong)
        listed = [_listed(one) for one in entry.members] if entry.members else _in_dataset(entry, data, wrong)
        members = tuple(_once(listed, wrong))
        if not members and not wrong.has_errors:
            wrong.error("no-members", "the deck is for nobody", entry.span, "list the members, or name their dataset")
    diagnostics.extend(wrong)
    return None if wrong.has_errors else Membership(members, columns)


def _says_whom(entry: ForEachEntry, diagnostics: Diagnostics) -> bool:
    if bool(entry.members) == bool(entry.dataset):
        message = "`members` and `dataset` stand together" if entry.members else "it says no members"
        hint = "list `members`, or name the `dataset` that they stand in with its `key`"
        diagnostics.error("for-each-unfit", message, entry.span, hint)
    elif entry.dataset and not entry.key:
        hint = "write `key:` with the column that tells the members apart"
        diagnostics.error("for-each-unfit", "nothing says which column is the key", entry.dataset.span, hint)
    return not diagnostics.has_errors


def _listed(entry: MemberEntry) -> Member:
    return Member(entry.key.text, entry.name, entry.group, entry.logo, entry.span)


def _columns(entry: ForEachEntry, data: Data | None, diagnostics: Diagnostics) -> dict[str, str]:
    """The column of each dataset that holds the members' keys; that of their own is the key itself."""
    named = dict(entry.where)
    if entry.dataset and entry.key:
        named.setdefault(entry.dataset.text, entry.key)
    for dataset, column in named.items():
        span = entry.dataset.span if entry.dataset and dataset == entry.dataset.text else column.span
        answered = _answered(Scalar(dataset, True, span), data, diagnostics)
        if answered is not None:
            _question(column, answered, diagnostics)
    return {dataset: column.text for dataset, column in named.items()}


def _answered(named: Scalar, data: Data | None, diagnostics: Diagnostics) -> Answered | None:
    known = data.answered if data else {}
    if named.text not in known:
        hint = suggestion(named.text, tuple(known))
        diagnostics.error("unknown-dataset", f"there is no dataset `{named.text}`", named.span, hint)
    return known.get(named.text)


def _question(named: Scalar | None, answered: Answered, diagnostics: Diagnostics) -> Question | None:
    """The column of that name; None where it cannot be read, or holds several answers of one respondent."""
    if named is None:
        return None
    question = answered.questions.get(named.text)
    if named.text not in answered.questions:
        hint = suggestion(named.text, tuple(answered.questions))
        message = f"the dataset declares no column `{named.text}`"
        diagnostics.error("unknown-question", message, named.span, hint)
    elif question is not None and question.type in ("multiple", "scale"):
        message = f"`{named.text}` is {question.type}, and tells no members apart"
        diagnostics.error("for-each-unfit", message, named.span, "name a column that says one thing of each row")
        return None
    return question


def _in_dataset(entry: ForEachEntry, data: Data | None, diagnostics: Diagnostics) -> list[Member]:
    """The members of a dataset: the options of the key, or what its rows say, in their order."""
    answered = data.answered.get(entry.dataset.text) if data and entry.dataset else None
    key = _question(entry.key, answered, diagnostics) if answered else None
    if answered is None or key is None or entry.dataset is None:
        return []
    said = [_question(one, answered, diagnostics) for one in (entry.name, entry.group, entry.logo)]
    rows = key.codes.rows_by_answer()
    found: dict[str, Member] = {}
    for code, label in key.options.items():
        if code not in key.dont_know:
            found[code] = Member(code, label, span=entry.dataset.span)
    for answer, those in sorted(rows.items(), key=lambda one: one[1][0]):
        value = key.values[answer]
        if value is not None and key_of(value) not in key.dont_know:
            told = [_one(question, those, key_of(value), entry.dataset.span, diagnostics) for question in said]
            name = told[0] or key.options.get(key_of(value), key_of(value))
            found[key_of(value)] = Member(key_of(value), name, told[1], told[2], entry.dataset.span)
    return list(found.values())


def _one(question: Question | None, rows: list[int], key: str, span: Span, diagnostics: Diagnostics) -> str:
    """What a column says of a member, in all of its rows the same; empty where it says nothing."""
    if question is None:
        return ""
    codes, _ = question.codes.only(rows, question.lines)
    values = [question.values[answer] for answer in codes.counted(None)]
    said = [question.options.get(key_of(value), key_of(value)) for value in values if value is not None]
    if len(said) > 1:
        message = f"the rows of the member `{key}` differ in `{question.name}`: {said[0]} and {said[1]}"
        diagnostics.error("member-differs", message, span, "mend the rows: a member is one thing in all of them")
    return said[0] if said else ""


def _once(members: list[Member], diagnostics: Diagnostics) -> list[Member]:
    """The members, each key once and each name fit to stand in a text."""
    seen: dict[str, Member] = {}
    for one in members:
        if one.key in seen:
            related = (Related(seen[one.key].span, "it stands here too"),)
            diagnostics.error("member-twice", f"the member `{one.key}` stands twice", one.span, "", related)
        elif not one.key or not one.name.strip() or _MARKUP.search(one.name + one.group):
            message = f"`{one.name or one.key}` cannot be a member's name"
            hint = "give it a key and a name, without signs that mark something in a text"
            diagnostics.error("bad-member", message, one.span, hint)
        seen.setdefault(one.key, one)
    return list(seen.values())
