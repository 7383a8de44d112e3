"""A deck of frames into the bytes of a .pptx, one file for each sort of thing on a slide."""
