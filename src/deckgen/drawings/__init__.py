"""What PowerPoint has no form for, drawn by matplotlib: the only room that imports it, and only for a deck that asks.

In: frames with drawings at their final size, the colours and faces of the theme. Out: the same with pictures.
"""
