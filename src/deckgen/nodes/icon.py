"""In: a node where an icon is wanted. Out: the icon with its outlines; INVALID where there is none of that name."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics
from deckgen.icons import icon_set
from deckgen.icons.finding import icon_name, near_names
from deckgen.icons.icon_set import IconsMissingError
from deckgen.model.icon import Icon
from deckgen.nodes.node import Node
from deckgen.nodes.scalars import INVALID, Invalid, scalar


def to_icon(node: Node, path: str, diagnostics: Diagnostics) -> Icon | Invalid:
    """The icon of that name, or of a word for it in any language."""
    value = scalar("the name of an icon", node, diagnostics)
    if value is None:
        return INVALID
    try:
        name = icon_name(value.text)
        outline = icon_set.outline(name)
        near = () if outline else near_names(value.text)
    except IconsMissingError:
        hint = "run: pip install 'deckgen[icons]'"
        diagnostics.error("icons-missing", "the icons are not installed", value.span, hint)
        return INVALID
    if outline:
        return Icon(name, outline, value.span)
    hint = f"did you mean {' or '.join(f'`{one}`' for one in near)}? " if near else ""
    hint += "`deckgen icons WORD` finds icons by a word"
    diagnostics.error("unknown-icon", f"there is no icon `{value.text}`", value.span, hint)
    return INVALID
