"""Chart types, one file each. In: ChartData. Out: a Plot, and how it is written with the writer's building blocks.

A chart type is found by its file name; nothing lists them. Each file has EXAMPLE, SHOWS, `plot` and `write`, and
where its labels or its height are to be measured, `label_room` and `most_height` (see `model/chart_type.py`).
"""
