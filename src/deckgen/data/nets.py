"""Nets of a scale by their names. In: `gather: {Enig: top-2}`, the steps. Out: the same with codes of answers."""

from __future__ import annotations

import re
from typing import Final

from deckgen.data.answers import Question
from deckgen.data.declarations import Declared
from deckgen.data.rows import numeric
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.node import Scalar

_NET: Final = re.compile(r"(top|bottom)-([1-9])\Z")


def with_nets(declared: Declared, question: Question, diagnostics: Diagnostics) -> Declared:
    """The tabulation with the highest or lowest steps of a scale in the place of `top-2` or `bottom-2`."""
    if not any(_is_net(one, question) for gathered in declared.gather.values() for one in gathered):
        return declared
    gather = {
        label: tuple(code for one in gathered for code in _codes(one, question, diagnostics))
        for label, gathered in declared.gather.items()
    }
    return replace(declared, gather=gather)


def _is_net(one: Scalar, question: Question) -> bool:
    return one.text not in question.options and bool(_NET.match(one.text))


def _codes(one: Scalar, question: Question, diagnostics: Diagnostics) -> tuple[Scalar, ...]:
    """The answers that a net is of; what is no net is the answer itself."""
    net = None if one.text in question.options else _NET.match(one.text)
    if net is None:
        return (one,)
    steps, many = _steps(question), int(net[2])
    if question.type != "scale" or many >= len(steps):
        message = f"`{one.text}` is no part of `{question.name}`, which is {question.type} with {len(steps)} answers"
        hint = "`top-2` wants a scale of more steps: name the answers themselves"
        diagnostics.error("gather-unfit", message, one.span, hint)
        return ()
    return tuple(replace(one, text=code) for code in (steps[-many:] if net[1] == "top" else steps[:many]))


def _steps(question: Question) -> list[str]:
    """The codes of a scale, the lowest first: by their numbers where all are, else as they are listed."""
    codes = [code for code in question.options if code not in question.dont_know]
    numbers = {code: number for code in codes if (number := numeric(code, question.style)) is not None}
    return sorted(codes, key=numbers.__getitem__) if len(numbers) == len(codes) else codes
