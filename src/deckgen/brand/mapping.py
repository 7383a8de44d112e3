"""In: the path of a mapping file. Out: which of a client's slide layouts a person chose for which of ours.

The file lies beside the template, names our slide layouts and, after each, one of the template's. Both keys may be
left out:

    master: 1
    layouts:
      Cover: Titelfolie
      Section: Kapitel
"""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.template import LAYOUT_NAMES, MappedLayout, TemplateMapping
from deckgen.model.text import NOWHERE
from deckgen.nodes.node import Mapping, Scalar
from deckgen.nodes.reader import read
from deckgen.nodes.schema import INVALID, convert, suggestion


@dataclass(frozen=True)
class _File:
    layouts: Mapping | None = None
    master: int | None = None
    master_span: Span = NOWHERE


def mapping_file(template: Path) -> Path:
    """Where a person's mapping of a template is looked for: `client.map.yml` beside `client.potx`."""
    return template.with_name(f"{template.stem}.map.yml")


def load_mapping(path: Path, shown: str, diagnostics: Diagnostics) -> TemplateMapping | None:
    """None where the file is wrong; `shown` is the file as messages name it."""
    root = read(path, shown, diagnostics)
    wrong = Diagnostics()
    file = INVALID if root is None else convert(root, _File, "", wrong)
    layouts = {} if file is INVALID or file.layouts is None else _layouts(file.layouts, wrong)
    diagnostics.extend(wrong)
    if file is INVALID or wrong.has_errors:
        return None
    return TemplateMapping(file.master, layouts, file.master_span)


def _layouts(written: Mapping, diagnostics: Diagnostics) -> dict[str, MappedLayout]:
    """Every line that names one of ours and one of the template's; a line without a name is left to the engine."""
    chosen: dict[str, MappedLayout] = {}
    for key, value in written.entries:
        if key.text not in LAYOUT_NAMES:
            hint = suggestion(key.text, LAYOUT_NAMES)
            diagnostics.error("mapping-layout-unknown", f"deckgen has no slide layout `{key.text}`", key.span, hint)
        elif not isinstance(value, Scalar):
            hint = f"write `{key.text}: Name`"
            diagnostics.error("mapping-layout", f"`{key.text}` is mapped to no name", value.span, hint)
        elif value.text:
            chosen[key.text] = MappedLayout(value.text, value.span)
    return chosen
