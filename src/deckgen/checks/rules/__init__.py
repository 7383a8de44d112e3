"""Rules, one file each: a docstring that is its page, `CODE`, `SEVERITY`, `STAGE`, `HINT`, `check`.

In: a Subject. Out: findings. A rule is found by its file name, which is its code; nothing lists them.
"""
