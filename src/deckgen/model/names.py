"""Words by which content chooses a part that the program or a file brings. In: a word of content. Out: its type.

Such a word says nothing on a slide: it is no text, can be kept from nobody, and a form may list what there is.
"""

from __future__ import annotations

from typing import NewType

ChartTypeName = NewType("ChartTypeName", str)
"""A chart type: a file in charts/, or one of another package."""

DrawingName = NewType("DrawingName", str)
"""A form of drawing: a file in drawings/forms/."""

PropertyName = NewType("PropertyName", str)
"""A property of the areas of a GeoJSON."""
