"""The live page: a deck in the browser, redrawn at each save. In: a project. Out: a server on this machine alone."""
