"""Named numbers: read, computed, held against what was published. In: nodes and tabulations. Out: figures."""
