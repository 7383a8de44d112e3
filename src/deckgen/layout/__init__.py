"""Blocks in the regions of a slide layout → Frame: measure, break lines, fit, place, continue on a next slide.

In: a plan, a kind's arrangements, the theme and the template's slide layouts. Out: frames, and diagnostics for what
does not fit. `fit.set_slide` is the door; the other modules are its steps: metrics → lines → text → measure → place.
"""
