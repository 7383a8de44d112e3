"""How rules are found and run. In: a subject. Out: their faults as diagnostics."""
