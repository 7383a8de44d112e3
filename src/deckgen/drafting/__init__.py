"""A first deck of declared data, to be written over.

In: what the content declares of its data. Out: tabulations, slides and a deck as YAML, with every number bound.
"""
