"""The names that a form may list. In: a registry, what each audience sees. Out: a Project that knows them."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.content.table_rows import row_names
from deckgen.live.kinds import Project
from deckgen.model.content import Content
from deckgen.model.data import Tabulation
from deckgen.model.kind import Registry


def project_of(registry: Registry, contents: Iterable[Content]) -> Project:
    """The project with the names of all audiences: whoever writes it writes for each of them."""
    seen = tuple(contents)
    sources = dict.fromkeys(name for content in seen for name in content.sources)
    tables = {name: table for content in seen for name, table in content.tabulations.items()}
    cells = (f"{name}/{row.key}" for name, table in tables.items() for row in table.rows)
    return Project(
        registry,
        seen[0].project.audiences,
        seen[0].project.languages,
        {
            "chart type": tuple(sorted(registry.charts)),
            "drawing": tuple(sorted(registry.drawings)),
            "source": tuple(sources),
            "tabulation": tuple(tables),
            "tabulated row": tuple(cells),
        },
        {name: _findings(table) for name, table in tables.items()},
    )


def _findings(table: Tabulation) -> tuple[str, ...]:
    """What content calls the rows of a tabulation: their keys, or each group once."""
    return tuple(dict.fromkeys(row_names(row)[0] for row in table.rows))
