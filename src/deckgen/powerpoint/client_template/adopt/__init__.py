"""A client's template as the engine's own: which of its slide layouts serves which of ours, and where things go.

In: the bytes of a clean .pptx and, if somebody wrote one, a mapping. Out: Template, colours and faces of the
theme, and what was found. `adoption.adopt` is the door; its steps: sheets → palette → matching → binding.
"""
