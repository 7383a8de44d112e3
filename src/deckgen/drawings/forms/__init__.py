"""One file per form of drawing: what of the data it cannot show, and how it shows the rest.

In: DrawingData and a pen. Out: what the pen has drawn. Nothing here knows what the pen is made of.
"""
