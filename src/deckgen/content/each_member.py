"""A deck that is made for each of several members. In: what content read of everybody. Out: the content of each.

What no member changes is read once: its slides are the same objects in every member's content.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from deckgen.content.checks import KnownChecks
from deckgen.content.common import Common
from deckgen.content.decks import ReadDeck, listed_in
from deckgen.content.for_each import KEY
from deckgen.content.member_content import MemberContent, member_content
from deckgen.content.member_view import LEFT_OUT, Reference, is_of_members, references
from deckgen.content.membership import read_membership
from deckgen.content.slides import ReadSlide, slide_file, slide_id, slide_nodes
from deckgen.content.tables import with_tables
from deckgen.diagnostics import Diagnostic, Diagnostics, Related
from deckgen.figures.scopes import Scope, scoped
from deckgen.model.figure import Figure, Tabulated
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.members import ALL, GROUP, MEMBER, SCOPES, Member, Membership
from deckgen.nodes.names import Named
from deckgen.nodes.node import Mapping as MappingNode
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.schema import suggestion

if TYPE_CHECKING:
    from deckgen.data.parts import Parts

_WORDS = (f"{MEMBER}.name", f"{MEMBER}.key", f"{MEMBER}.group", f"{GROUP}.name", LEFT_OUT)
"""References that are words of a member and no figures."""
_NAMED_AT_MOST = 5


@dataclass(frozen=True)
class DeckForEach:
    """A deck for each of its members, read for one when it is asked for."""

    name: str
    audience: str
    membership: Membership
    common: Common
    node: Node
    """The deck file, without what it says of its members."""
    shared: Node
    """A file of the slides that are the same for all, rows in the place of their tables."""
    own: tuple[MappingNode, ...]
    """The slides that are another for each."""
    figures: Named[Figure]
    """Everybody's figures, with those of the cells that shared slides show."""
    uses: tuple[Reference, ...]
    slides: Known[ReadSlide] = field(default_factory=Known)
    checked: KnownChecks = field(default_factory=KnownChecks)
    decks: Known[ReadDeck] = field(default_factory=Known)

    @property
    def members(self) -> tuple[Member, ...]:
        return self.membership.members

    @cached_property
    def _by_key(self) -> dict[str, Member]:
        return {one.key: one for one in self.members}

    def member(self, key: str) -> Member | None:
        return self._by_key.get(key)

    @cached_property
    def parts(self) -> Parts:
        """What is counted of each member and group, hidden as far as all decks together would tell too much."""
        from deckgen.data.parts import Parts, divided

        return divided(self.common.data, self.membership) if self.common.data else Parts({}, {})

    @property
    def figures_named(self) -> frozenset[str]:
        """The figures of everybody that are named with a scope before them."""
        return frozenset(use.name.partition(".")[2] for use in self.uses if not use.is_table)

    @cached_property
    def tables_counted(self) -> frozenset[str]:
        """The tabulations that the figures rest on which are named with a scope before them."""
        figures = self.figures.by_audience[self.audience]
        named, met = list(self.figures_named), set[str]()
        tables = set[str]()
        while named:
            figure = figures.get(named.pop())
            if figure is not None and figure.name not in met:
                met.add(figure.name)
                named.extend(figure.uses)
                tables |= {figure.provenance.table} if isinstance(figure.provenance, Tabulated) else set()
        return frozenset(tables)

    def content(self, member: Member) -> MemberContent:
        """All that the deck of one member is made of."""
        return member_content(self, member)

    def check(self, diagnostics: Diagnostics) -> None:
        """Read the content of every member; what is wrong with that of some names these."""
        tell_of_members(((member, self.content(member).found) for member in self.members), self, diagnostics)


def tell_of_members(found: Iterable[tuple[Member, Diagnostics]], deck: DeckForEach, diagnostics: Diagnostics) -> None:
    """Report what was found of members, once each, with the names of those whom it is about unless it is all."""
    told: dict[Diagnostic, list[Member]] = {}
    for member, own in found:
        for one in own:
            told.setdefault(one, []).append(member)
    for one, those in told.items():
        diagnostics.add(one if len(those) == len(deck.members) else of_members(one, those))


def of_members(one: Diagnostic, members: Iterable[Member]) -> Diagnostic:
    """A diagnostic that names the members whose decks it is about, the first of them."""
    named = [Related(each.span, f"in the deck for `{each.name}`") for each in list(members)[:_NAMED_AT_MOST]]
    return replace(one, related=(*one.related, *named))


def read_for_each(name: str, node: Node, common: Common, diagnostics: Diagnostics) -> DeckForEach | None:
    """A deck file with `for-each:`; None where it cannot be known whom it is for."""
    assert isinstance(node, MappingNode)
    said = node.get(KEY)
    membership = None if said is None else read_membership(said, common.data, diagnostics)
    audience = node.get("audience")
    if membership is None or not isinstance(audience, Scalar) or audience.text not in common.audiences:
        return None
    deck = MappingNode(tuple(entry for entry in node.entries if entry[0].text != KEY), node.span)
    listed = frozenset(listed_in(deck))
    slides = [slide for slide in slide_nodes(common.files.slides) if slide_id(slide) in listed]
    own = tuple(slide for slide in slides if is_of_members(slide))
    shared, figures = with_tables(
        (slide_file(slide for slide in slides if not is_of_members(slide)),),
        common.registry,
        common.tables,
        common.figures,
        common.spoken.language,
        diagnostics,
    )
    uses = tuple(use for each in (deck, *own) for use in references(each))
    made = DeckForEach(name, audience.text, membership, common, deck, shared[0], own, figures, uses)
    _check_uses(made, diagnostics)
    return made


def _check_uses(deck: DeckForEach, diagnostics: Diagnostics) -> None:
    """Every name with a scope before it is that of a figure or tabulation that a member can have of its own."""
    own = next(iter(deck.parts.members.values()), {})
    scope = Scope(MEMBER, "", own, "")
    figures = deck.figures.by_audience[deck.audience]
    known = tuple(figures)
    foreign = scoped(scope, figures, known).foreign
    for use in deck.uses:
        name = use.name.partition(".")[2]
        if use.name in _WORDS or use.name.partition(".")[0] not in SCOPES:
            continue
        there = deck.common.tables.by_name if use.is_table else figures
        if name not in there:
            hint = suggestion(name, tuple(there))
            if use.is_table:
                diagnostics.error("unknown-tabulation", f"there is no tabulation `{name}`", use.span, hint)
            else:
                diagnostics.error("unknown-figure", f"there is no figure `{name}`", use.span, hint)
        elif not use.name.startswith(f"{ALL}.") and (
            name not in own if use.is_table else f"{MEMBER}.{name}" in foreign
        ):
            message = f"`{name}` is of everybody, and no member has a part of it that is known"
            hint = f"write `{name}` alone, or count it in a dataset that `where` of `{KEY}` names"
            diagnostics.error("not-of-members", message, use.span, hint)
