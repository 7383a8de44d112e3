"""Edits of content files at a place, which leave all else in the file as it stands.

In: a file, a place, what is to stand there. Out: the file written anew, or why it was not.
"""
