"""In: a sign that a slide names, and the signs that the project declares. Out: the sign with its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.sign import Sign
from deckgen.model.theme import SignShape
from deckgen.nodes.schema import suggestion

SHAPES: Mapping[str, SignShape] = {shape: shape for shape in get_args(SignShape)}


def settled_sign(sign: Sign, signs: Mapping[str, SignShape], diagnostics: Diagnostics) -> Sign:
    """The sign with its shape; one that is not known is reported."""
    known = {**SHAPES, **signs}
    if sign.name not in known:
        hint = f"{suggestion(sign.name, tuple(known))}; or declare it under `signs` in project.yaml"
        diagnostics.error("unknown-sign", f"there is no sign `{sign.name}`", sign.span, hint)
        return sign
    shape = known[sign.name]
    return sign if sign.shape == shape else replace(sign, shape=shape)
