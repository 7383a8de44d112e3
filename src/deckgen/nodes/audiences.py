"""Who sees what. In: nodes as written. Out: nodes as one audience sees them.

Two rules, everywhere: `for` keeps an item of a list or an entry of a file of names for the audiences it names, and a
mapping with an audience among its keys is a variant, of which each audience sees its own value. A plain text says
`for` beside its `text`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics, Span, listed
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.schema import suggestion

FOR, TEXT = "for", "text"


@dataclass(frozen=True, slots=True)
class _View:
    audience: str
    audiences: tuple[str, ...]
    diagnostics: Diagnostics


def resolve(
    node: Node, audience: str, seen_by: tuple[str, ...], audiences: tuple[str, ...], diagnostics: Diagnostics
) -> Node:
    """The node as `audience` sees it: the same object where nothing in it depends on who looks.

    `seen_by` are the audiences that get to see this node at all; each of them must be covered by every variant in it.
    What is missing for another audience is reported when that one is resolved.
    """
    return _resolve(node, seen_by, _View(audience, audiences, diagnostics))


def split_for(
    node: Mapping, seen_by: tuple[str, ...], audiences: tuple[str, ...], diagnostics: Diagnostics
) -> tuple[tuple[str, ...], Mapping]:
    """The audiences that a slide or an item is for, in the order they are declared, and the mapping without `for`.

    None at all where `for` is wrong, which is reported.
    """
    named = node.get(FOR)
    if named is None:
        return seen_by, node
    rest = Mapping(tuple(entry for entry in node.entries if entry[0].text != FOR), node.span)
    wanted = _named(named, audiences, diagnostics)
    kept = tuple(name for name in seen_by if name in wanted)
    if wanted and not kept:
        message = f"nobody sees this: what stands around it is for {', '.join(seen_by)} only"
        diagnostics.error("for-nobody", message, named.span)
    return kept, rest


def kept_for(
    node: Node, seen_by: tuple[str, ...], audiences: tuple[str, ...], diagnostics: Diagnostics
) -> tuple[tuple[str, ...], Node]:
    """The same of anything: a plain text stands beside its `for` as `text`."""
    if not isinstance(node, Mapping):
        return seen_by, node
    kept, rest = split_for(node, seen_by, audiences, diagnostics)
    return kept, rest if rest is node else _plain(rest)


def _named(node: Node, audiences: tuple[str, ...], diagnostics: Diagnostics) -> set[str]:
    items = node.items if isinstance(node, Sequence) else (node,)
    names: set[str] = set()
    for item in items:
        if isinstance(item, Scalar) and item.text in audiences:
            names.add(item.text)
        elif isinstance(item, Scalar) and item.text:
            hint = suggestion(item.text, audiences)
            diagnostics.error("unknown-audience", f"`{item.text}` is no audience of this project", item.span, hint)
        else:
            diagnostics.error("wrong-value", "an audience or a list of audiences is wanted here", item.span)
    if not items:
        diagnostics.error("missing-value", "`for` names no audience", node.span, f"possible: {listed(audiences)}")
    return names


def _resolve(node: Node, seen_by: tuple[str, ...], view: _View) -> Node:
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Sequence):
        return _resolve_list(node, seen_by, view)
    if any(key.text in view.audiences for key, _ in node.entries):
        return _resolve_variant(node, seen_by, view)
    changed = False
    entries = []
    for key, value in node.entries:
        seen = _resolve(value, seen_by, view)
        changed = changed or seen is not value
        entries.append((key, seen))
    return Mapping(tuple(entries), node.span) if changed else node


def _resolve_list(node: Sequence, seen_by: tuple[str, ...], view: _View) -> Node:
    changed = False
    items: list[Node] = []
    for item in node.items:
        kept, rest = kept_for(item, seen_by, view.audiences, view.diagnostics)
        if view.audience in kept:
            items.append(_resolve(rest, kept, view))
        changed = changed or len(items) == 0 or items[-1] is not item
    return Sequence(tuple(items), node.span) if changed else node


def _plain(item: Node) -> Node:
    """A text that stands beside its `for`; any other item as it is."""
    return (
        item.entries[0][1] if isinstance(item, Mapping) and [key.text for key, _ in item.entries] == [TEXT] else item
    )


def _resolve_variant(node: Mapping, seen_by: tuple[str, ...], view: _View) -> Node:
    for key, _ in node.entries:
        if key.text not in view.audiences:
            message = f"`{key.text}` stands among audiences and is none"
            hint = f"where one key is an audience, all of them are: {', '.join(view.audiences)}"
            view.diagnostics.error("variant-mixed", message, key.span, hint)
        elif key.text not in seen_by:
            message = f"`{key.text}` does not see this: what stands around it is for {', '.join(seen_by)} only"
            view.diagnostics.warning("variant-unseen", message, key.span, "delete it, or widen `for`")
    value = node.get(view.audience)
    if value is None:
        hint = f"write `{view.audience}: …` too, or keep the slide or item for the others with `for`"
        view.diagnostics.error("variant-missing", f"there is no variant for `{view.audience}`", node.span, hint)
        return Scalar("", True, node.span)
    return _resolve(value, (view.audience,), view)


def near_misses(node: Node, audiences: tuple[str, ...], diagnostics: Diagnostics) -> Diagnostics:
    """What is wrong with a node, where a mapping was to be a variant and its keys are misspelt audiences: that alone.

    Only a mapping that something is wrong with is held to be one: elsewhere a key may look like an audience.
    """
    if not diagnostics.has_errors:
        return diagnostics
    places = {each.span for each in diagnostics}
    misspelt = {
        place: variant for variant in _misspelt(node, audiences) for place in _places(variant) if place in places
    }
    if not misspelt:
        return diagnostics
    said = Diagnostics()
    for each in diagnostics:
        if each.span not in misspelt:
            said.add(each)
    for variant in misspelt.values():
        for key, _ in variant.entries:
            hint = suggestion(key.text, audiences)
            said.error("unknown-audience", f"`{key.text}` is no audience of this project", key.span, hint)
    return said


def _places(variant: Mapping) -> tuple[Span, ...]:
    return (variant.span, *(key.span for key, _ in variant.entries))


def _misspelt(node: Node, audiences: tuple[str, ...]) -> Iterator[Mapping]:
    """Mappings of which every key is nearly an audience."""
    if isinstance(node, Mapping):
        keys = tuple(key.text for key, _ in node.entries)
        if 0 < len(keys) <= len(audiences) and all(_is_near(key, audiences) for key in keys):
            yield node
    if not isinstance(node, Scalar):
        for part in node.items if isinstance(node, Sequence) else (value for _, value in node.entries):
            yield from _misspelt(part, audiences)


def _is_near(key: str, audiences: tuple[str, ...]) -> bool:
    return key not in audiences and len(key) < 40 and bool(difflib.get_close_matches(key, audiences, 1))
