"""In: `project.yaml`. Out: the project as each audience sees it: language, audiences, who speaks, for whom."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from deckgen.content.languages import Spoken
from deckgen.content.pictures import settled_picture
from deckgen.content.slides import SlideHead
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.messages import MessageLanguage
from deckgen.model.check import NO_SETTINGS, CheckSettings
from deckgen.model.content import Client, Organisation, Project
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.picture import Picture
from deckgen.model.text import NOWHERE
from deckgen.model.theme import SignShape
from deckgen.nodes.audiences import FOR, near_misses, resolve
from deckgen.nodes.grammar import is_part
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert, keys, report_missing

MAX_AUDIENCES = 20

_NOBODY = Client("")
NOTHING: Node = Scalar("", True, NOWHERE)
"""A key that is read elsewhere."""


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """The project as it is written."""

    audiences: tuple[Scalar, ...] = described("Who is shown a deck, by names of your own.")
    organisation: Organisation = described("Who speaks: contact and foot of every deck.")
    language: Node = described("The language of the content: da, en, de.", default=NOTHING)
    languages: Node = described("Or several of them, the first by default.", default=NOTHING)
    client: Client = described("For whom it was made.", default=_NOBODY)
    messages: MessageLanguage = described("The language of messages and hints: en or da.", default="en")
    check: CheckSettings = described("What `deckgen check` shall know.", default=NO_SETTINGS)
    signs: dict[str, SignShape] = field(
        default_factory=dict, metadata={"doc": "Which sign stands for one of what is counted, by name."}
    )
    span: Span = NOWHERE


def read_audiences(node: Node, languages: tuple[str, ...], diagnostics: Diagnostics) -> tuple[str, ...]:
    """The audiences that the project declares; none where the list is wrong."""
    listed = node.get("audiences") if isinstance(node, Mapping) else None
    if listed is None:
        report_missing(node, ("audiences",), "write `audiences: [board, directorate]`", diagnostics)
        return ()
    names = convert(listed, tuple[Scalar, ...], "audiences", diagnostics)
    if names is INVALID:
        return ()
    if not names:
        diagnostics.error("missing-value", "no audience is declared", listed.span)
    if len(names) > MAX_AUDIENCES:
        message = f"{len(names)} audiences are declared; at most {MAX_AUDIENCES} can be"
        diagnostics.error("item-count", message, listed.span, "join some of them")
        return ()
    taken = {FOR, *keys(SlideHead)}
    good: dict[str, Span] = {}
    for name in names:
        if not is_part(name.text) or name.text[0].isdigit():
            hint = "use small letters, digits and hyphens, a letter first"
            diagnostics.error("bad-name", f"`{name.text}` cannot name an audience", name.span, hint)
        elif name.text in taken:
            diagnostics.error("bad-name", f"`{name.text}` is a key of slides and cannot name an audience", name.span)
        elif name.text in languages:
            message = f"`{name.text}` is a language of this project and cannot name an audience"
            diagnostics.error("bad-name", message, name.span, "give the audience another name")
        elif name.text in good:
            message, related = (
                f"the audience `{name.text}` is declared twice",
                (Related(good[name.text], "first here"),),
            )
            diagnostics.error("duplicate-audience", message, name.span, "delete one of them", related)
        good.setdefault(name.text, name.span)
    return tuple(good)


def read_projects(
    node: Node, spoken: Spoken, audiences: tuple[str, ...], folder: Path, diagnostics: Diagnostics
) -> dict[str, Project]:
    """The project by audience; an audience whose view is wrong is left out, and that is reported."""
    projects: dict[str, Project] = {}
    clients: dict[Client, Client] = {}
    for audience in audiences:
        wrong = Diagnostics()
        resolved = resolve(node, audience, audiences, audiences, wrong)
        entry = INVALID if wrong.has_errors else convert(resolved, ProjectEntry, "", wrong)
        diagnostics.extend(near_misses(resolved, audiences, wrong))
        if entry is not INVALID:
            client = clients.get(entry.client) or _with_logo(entry.client, folder, diagnostics)
            clients[entry.client] = client
            projects[audience] = Project(
                spoken.code, spoken.codes, audiences, entry.organisation, client, entry.span, entry.check, entry.signs
            )
    return projects


def _with_logo(client: Client, folder: Path, diagnostics: Diagnostics) -> Client:
    """The client with a logo that can be shown and its size; without one where it is none, which is reported."""
    if not client.logo:
        return client
    logo = settled_picture(Picture(client.logo, span=client.logo_span), folder, diagnostics)
    if logo.size == (0, 0):
        return Client(client.name)
    return Client(client.name, logo.path, client.logo_span, logo.size)
