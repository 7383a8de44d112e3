"""Slide kinds, one file each: `Fields`, `EXAMPLE`, `compose`. In: typed fields. Out: arrangements of blocks.

A kind is found by its file name; nothing lists them.
"""
