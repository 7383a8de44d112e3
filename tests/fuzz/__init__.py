"""Inputs that nobody would write, for every door of the program: no traceback, no hang, no flood of memory.

In: a target, a seed and a number. Out: what the program did not survive, each with the smallest input that shows it.
"""
