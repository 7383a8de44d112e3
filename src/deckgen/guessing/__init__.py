"""What an export of a survey holds, guessed for whoever declares it.

In: a data file. Out: a dataset as it may be declared, with why each thing was guessed and what is in doubt.
"""
