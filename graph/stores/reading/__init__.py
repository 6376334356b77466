"""Queries that only read: Cypher is parsed against an allow-list, and what is sent is written anew from what was parsed."""

from graph.stores.reading.loops import TOO_LONG
from graph.stores.reading.query import LENGTH, read_query
from graph.stores.reading.writing import ReadingQuery

__all__ = ["LENGTH", "TOO_LONG", "ReadingQuery", "read_query"]
