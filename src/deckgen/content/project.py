"""In: `project.yaml`. Out: the project as each audience sees it: language, audiences, who speaks, for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.content.pictures import inside, picture_size
from deckgen.content.slides import SlideHead
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.locale import language, languages
from deckgen.model.check import NO_SETTINGS, CheckSettings
from deckgen.model.content import Client, Organisation, Project
from deckgen.model.text import NOWHERE
from deckgen.nodes.audiences import FOR, near_misses, resolve
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert, keys, suggestion

_AUDIENCE = re.compile(r"[a-zæøå][a-z0-9æøå-]*\Z")
MAX_AUDIENCES = 20

_NOBODY = Client("")


@dataclass(frozen=True, slots=True)
class _Entry:
    language: Scalar
    audiences: tuple[Scalar, ...]
    organisation: Organisation
    client: Client = _NOBODY
    check: CheckSettings = NO_SETTINGS
    span: Span = NOWHERE


def read_audiences(node: Node, diagnostics: Diagnostics) -> tuple[str, ...]:
    """The audiences that the project declares; none where the list is wrong."""
    listed = node.get("audiences") if isinstance(node, Mapping) else None
    if listed is None:
        hint = "write `audiences: [board, directorate]`"
        diagnostics.error("missing-key", "`audiences` is missing", node.span, hint)
        return ()
    names: tuple[Scalar, ...] = convert(listed, tuple[Scalar, ...], "audiences", diagnostics) or ()
    if listed and not names:
        diagnostics.error("missing-value", "no audience is declared", listed.span)
    if len(names) > MAX_AUDIENCES:
        message = f"{len(names)} audiences are declared; at most {MAX_AUDIENCES} can be"
        diagnostics.error("item-count", message, listed.span, "join some of them")
        return ()
    taken = {FOR, *keys(SlideHead)}
    good: dict[str, Span] = {}
    for name in names:
        if not _AUDIENCE.match(name.text):
            diagnostics.error(
                "bad-name", f"`{name.text}` cannot name an audience", name.span, "use small letters and hyphens"
            )
        elif name.text in taken:
            diagnostics.error("bad-name", f"`{name.text}` is a key of slides and cannot name an audience", name.span)
        elif name.text in good:
            message, related = (
                f"the audience `{name.text}` is declared twice",
                (Related(good[name.text], "first here"),),
            )
            diagnostics.error("duplicate-audience", message, name.span, "delete one of them", related)
        good.setdefault(name.text, name.span)
    return tuple(good)


def read_projects(
    node: Node, audiences: tuple[str, ...], folder: Path, diagnostics: Diagnostics
) -> dict[str, Project]:
    """The project by audience; an audience whose view is wrong is left out, and that is reported."""
    projects: dict[str, Project] = {}
    clients: dict[Client, Client] = {}
    for audience in audiences:
        wrong = Diagnostics()
        resolved = resolve(node, audience, audiences, audiences, wrong)
        entry: Any = INVALID if wrong.has_errors else convert(resolved, _Entry, "", wrong)
        diagnostics.extend(near_misses(resolved, audiences, wrong))
        if entry is not INVALID and _is_known(entry.language, diagnostics):
            client = clients.get(entry.client) or _with_logo(entry.client, folder, diagnostics)
            clients[entry.client] = client
            projects[audience] = Project(
                entry.language.text, audiences, entry.organisation, client, entry.span, entry.check
            )
    return projects


def _is_known(code: Scalar, diagnostics: Diagnostics) -> bool:
    if language(code.text) is not None:
        return True
    hint = suggestion(code.text, languages())
    diagnostics.error("unknown-language", f"`{code.text}` is no language that decks can be in", code.span, hint)
    return False


def _with_logo(client: Client, folder: Path, diagnostics: Diagnostics) -> Client:
    """The client with a logo that can be shown and its size; without one where it is none, which is reported."""
    if not client.logo:
        return client
    path = inside(folder, client.logo, client.logo_span, diagnostics)
    size = picture_size(path, client.logo_span, diagnostics) if path else None
    if path is None or size is None:
        return Client(client.name)
    return Client(client.name, path.as_posix(), client.logo_span, size)
