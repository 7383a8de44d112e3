"""The names that a form may list. In: a registry, what each audience sees. Out: a Project that knows them.

Of chart types, those that can draw what a slide holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from deckgen.content.table_rows import row_names
from deckgen.extensions import BrokenExtensionError
from deckgen.live.kinds import Project
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import ChartOption
from deckgen.model.content import Content
from deckgen.model.data import Tabulation
from deckgen.model.kind import Context, Registry
from deckgen.model.language import Language
from deckgen.model.plan import Plan, PlannedSlide


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


def drawing_charts(slide: PlannedSlide, deck: Plan, language: Language, registry: Registry) -> tuple[str, ...]:
    """The chart types that can draw what a slide holds, by name; none for a slide without a chart."""
    fields = slide.fields
    if not isinstance(fields, ChartFields):
        return ()
    asked = {option for option, _ in fields.asked()}
    context = Context(slide.title, language.labels, deck.facts, (), (), language.dates)
    data = fields.block(slide.title, context).data
    every = data.panels() if "panels" in asked else (data,)
    return tuple(name for name in sorted(registry.charts) if _draws(name, asked, every, registry))


def _draws(name: str, asked: Set[ChartOption], every: Iterable[ChartData], registry: Registry) -> bool:
    """Whether a chart type understands all that is asked of it, and can show each of these data."""
    try:
        chart = registry.charts[name]
        for data in every if asked <= chart.takes else ():
            chart.plot(data)
    except (ValueError, BrokenExtensionError):
        return False
    return asked <= chart.takes


def _findings(table: Tabulation) -> tuple[str, ...]:
    """What content calls the rows of a tabulation: their keys, or each group once."""
    return tuple(dict.fromkeys(row_names(row)[0] for row in table.rows))
