"""Chart types, one file each: `plot` and `EXAMPLE`. In: ChartData. Out: the Plot that powerpoint draws.

`plot` raises ValueError, with a sentence for the editor, where the data cannot be shown in this form.
"""
