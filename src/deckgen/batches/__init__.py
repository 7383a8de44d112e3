"""One deck for each: many decks of one file, planned, built, resumed and shared out among processes and machines."""
