"""The order in which a content folder is read. In: a folder and the registry. Out: what each audience sees.

All files, all audiences and all variants are checked on every load, whichever deck is built; every error is reported.
"""

from __future__ import annotations

from pathlib import Path

from deckgen.content.checks import check_fields, check_listed, check_present, check_references
from deckgen.content.decks import read_decks
from deckgen.content.figures import Named, read_figures, read_sources
from deckgen.content.files import PROJECT, Files, read_folder
from deckgen.content.project import read_audiences, read_projects
from deckgen.content.slides import Slides, read_slides
from deckgen.diagnostics import Diagnostics, Span
from deckgen.locale import language
from deckgen.model.deck import Content, Deck, Project
from deckgen.model.kind import Registry


def load(folder: Path, registry: Registry, found: Diagnostics) -> dict[str, Content]:
    """Content by audience, holding all that is well-formed; empty where the project itself cannot be read."""
    files = read_folder(folder, found)
    if files is None:
        return {}
    if files.project is None:
        if PROJECT not in files.unreadable:
            span = Span((folder / PROJECT).as_posix())
            found.error("no-project", f"the content folder has no {PROJECT}", span, "it names language and audiences")
        return {}
    audiences = read_audiences(files.project, found)
    if not audiences:
        return {}
    projects = read_projects(files.project, audiences, folder, found)
    return _read_rest(files, registry, audiences, projects, found)


def _read_rest(
    files: Files, registry: Registry, audiences: tuple[str, ...], projects: dict[str, Project], found: Diagnostics
) -> dict[str, Content]:
    sources = read_sources(files.sources, audiences, found)
    figures = read_figures(files.figures, audiences, sources, found)
    slides = read_slides(files.slides, registry, audiences, found)
    decks = read_decks(files.decks, audiences, found)
    spoken = next((language(project.language) for project in projects.values()), None)
    check_present(files, slides, decks, figures, found)
    check_references(slides, decks, figures, sources, spoken, found)
    check_fields(slides, figures, registry, found)
    check_listed(slides, decks, files, found)
    return {
        audience: _content(project, audience, sources, figures, slides, decks)
        for audience, project in projects.items()
    }


def _content(
    project: Project,
    audience: str,
    sources: Named,
    figures: Named,
    slides: Slides,
    decks: dict[str, dict[str, Deck]],
) -> Content:
    return Content(
        project,
        audience,
        sources.by_audience[audience],
        figures.by_audience[audience],
        slides.by_audience[audience],
        decks[audience],
        {id: seen_by for id, seen_by in slides.seen_by.items() if audience not in seen_by},
    )
