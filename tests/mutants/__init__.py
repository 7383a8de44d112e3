"""Small bugs put into the source on purpose, one at a time: what the tests notice of them, and what they do not."""
