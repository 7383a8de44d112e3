"""What the parts of a ring come to, in the hole of it.

In: a chart's block, its settled plot and the total that is asked for. Out: the number over its name, or a misfit.
"""

from __future__ import annotations

from typing import Final

from deckgen.layout.setting import Misfit, Setting
from deckgen.layout.text import measure, paragraphs
from deckgen.model.annotation import Totals
from deckgen.model.blocks import ChartBlock
from deckgen.model.chart import Rect
from deckgen.model.chart_levels import whole
from deckgen.model.frames import TextItem
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.theme import Role
from deckgen.model.units import Box, points

NUMBER: Final[tuple[Role, ...]] = ("statement", "number", "lead", "chart")
"""What the number is set as, where that has room: the first that does."""


def in_hole(
    block: ChartBlock, totals: Totals, hole: Rect, box: Box, setting: Setting
) -> tuple[TextItem | None, tuple[Misfit, ...]]:
    """The total in a hole, which is counted in points from the corner of the chart's `box`.

    ValueError where the parts are printed in ways that have no sum.
    """
    said = whole(block.data)
    for role in NUMBER:
        number = Styled(text(said), role, bold=True, align="center")
        written = paragraphs((number, Styled(text(totals.name), "chart", "muted", align="center")), setting)
        taken = measure(written, setting, points(hole.width))
        if not taken.too_wide and taken.height <= points(hole.height) and taken.lines == len(written):
            place = Box(box.x + points(hole.left), box.y + points(hole.top), points(hole.width), points(hole.height))
            return TextItem("annotate total", place, written, anchor="middle", lines=taken.lines), ()
    message, hint = (
        f"'{said} {totals.name}' has no room in the hole of the chart",
        "shorten its text, or leave it out",
    )
    return None, (Misfit("chart", message, totals.span, "annotation-no-room", hint),)
