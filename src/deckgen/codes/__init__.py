"""What every diagnostic code means, with an example that brings it about and how to mend it.

In: the entries of each room, and the docstrings of the rules. Out: pages. A build imports nothing of this.
"""
