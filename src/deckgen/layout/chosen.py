"""The arrangement that content chose. In: a planned slide, those of its kind. Out: the ways of that one, or all.

What is chosen is set in smaller type or continued where it must be, and is never given up for another by itself.
"""

from __future__ import annotations

from collections.abc import Collection

from deckgen.diagnostics import Diagnostics
from deckgen.model.blocks import Arrangement
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import PlannedSlide


def chosen(
    slide: PlannedSlide, arrangements: tuple[Arrangement, ...], layouts: Collection[str], diagnostics: Diagnostics
) -> tuple[Arrangement, ...]:
    """Those that are called as the slide's content says; `layouts` are the template's slide layouts, by name."""
    wanted = slide.furniture.arrangement
    if wanted is None or not arrangements:
        return arrangements
    found = [one for one in arrangements if name_of(one) == wanted.name]
    if not found:
        message = f"with these fields a slide of `{slide.kind}` is not arranged as `{wanted.name}`"
        offered = ", ".join(names(arrangements))
        hint = f"possible: {offered}; or leave `arrangement` out" if offered else "leave `arrangement` out"
        diagnostics.error("arrangement-not-offered", message, wanted.span, hint)
        return arrangements
    if not any(one.slide_layout in layouts for one in found):
        message = f"the template has no slide layout for `{wanted.name}`: the slide is arranged otherwise"
        hint = f"map `{found[0].slide_layout}` to a slide layout (`deckgen template map`), or leave `arrangement` out"
        diagnostics.warning("arrangement-not-in-template", message, wanted.span, hint)
        return arrangements
    first = found[0].step
    return tuple(replace(one, step=max(one.step - first, 0), last_resort=False) for one in found)


def names(arrangements: tuple[Arrangement, ...]) -> tuple[str, ...]:
    """What arrangements are called, each once; those without a name are not to be chosen."""
    return tuple(dict.fromkeys(filter(None, map(name_of, arrangements))))


def name_of(arrangement: Arrangement) -> str:
    return arrangement.name.partition(",")[0]
