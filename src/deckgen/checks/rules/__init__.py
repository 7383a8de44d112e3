"""Rules, one file each: a docstring that is its page, `CODE`, `SEVERITY`, `STAGE`, `HINT`, `check`.

In: a Subject. Out: findings. A rule is found by its file name, which is its code; nothing lists them. `WHOLE = True`
says that it finds what is missing, so that it is not asked about content of which a part could not be read.
"""
