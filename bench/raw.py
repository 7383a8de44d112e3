"""The yardstick: the slides of bench/content.py made with python-pptx alone. `python raw.py SLIDES TARGET`."""

from __future__ import annotations

import sys

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from content import ROWS, bullets, cells, form, notes, title, values


def fill(slide: object, number: int) -> None:
    box = (Inches(0.6), Inches(1.9), Inches(8.8), Inches(4.5))
    shapes = slide.shapes  # type: ignore[attr-defined]
    if form(number) == "table":
        table = shapes.add_table(ROWS + 1, 3, *box).table
        for row, texts in enumerate([["Hvem", "Hvad", "Antal"], *cells(number)]):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
    elif form(number) == "chart":
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = [label for label, _ in values(number)]
        data.add_series("Antal klynger", [value for _, value in values(number)])  # type: ignore[no-untyped-call]
        shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)


def main() -> None:
    deck = Presentation()
    for number in range(int(sys.argv[1])):
        is_list = form(number) == "bullets"
        slide = deck.slides.add_slide(deck.slide_layouts[1 if is_list else 5])
        slide.shapes.title.text = title(number)
        if is_list:
            frame = slide.placeholders[1].text_frame
            frame.text, *rest = bullets(number)
            for item in rest:
                frame.add_paragraph().text = item
        fill(slide, number)
        slide.notes_slide.notes_text_frame.text = notes(number)
    deck.save(sys.argv[2])


if __name__ == "__main__":
    main()
