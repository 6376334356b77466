"""One parser a format; each gives a `ParsedDocument`."""

from ingest.parsers.parse import parse

__all__ = ["parse"]
