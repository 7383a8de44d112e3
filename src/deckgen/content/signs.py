"""In: what a slide says, and the signs that the project declares. Out: the same with the shape of each sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from deckgen.diagnostics import Diagnostics
from deckgen.figures.references import field_names
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.sign import Sign
from deckgen.model.theme import SignShape
from deckgen.nodes.schema import suggestion

SHAPES: Mapping[str, SignShape] = {shape: shape for shape in get_args(SignShape)}


def with_signs(content: Any, signs: Mapping[str, SignShape], diagnostics: Diagnostics) -> Any:
    """Every sign with its shape, wherever it stands in dataclasses and tuples; one that is not known is reported."""
    if isinstance(content, Sign):
        return _settled(content, signs, diagnostics)
    if isinstance(content, tuple):
        parts = tuple(with_signs(part, signs, diagnostics) for part in content)
        return parts if any(new is not old for new, old in zip(parts, content, strict=True)) else content
    changes = {}
    for name in field_names(content):
        old = getattr(content, name)
        new = with_signs(old, signs, diagnostics)
        if new is not old:
            changes[name] = new
    return replace(content, **changes) if changes else content


def _settled(sign: Sign, signs: Mapping[str, SignShape], diagnostics: Diagnostics) -> Sign:
    known = {**SHAPES, **signs}
    if sign.name not in known:
        hint = f"{suggestion(sign.name, tuple(known))}; or declare it under `signs` in project.yaml"
        diagnostics.error("unknown-sign", f"there is no sign `{sign.name}`", sign.span, hint)
        return sign
    shape = known[sign.name]
    return sign if sign.shape == shape else replace(sign, shape=shape)
