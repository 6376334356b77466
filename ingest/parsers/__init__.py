"""One parser a format; each gives a `ParsedDocument`."""
