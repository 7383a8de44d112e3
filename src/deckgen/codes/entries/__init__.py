"""The codes of all stages but the rules, a module for each room that reports them: each has `CODES`, a tuple of Code.

In: nothing; nothing of this is imported by a build. Out: read by table, which finds the modules by their names.
"""
