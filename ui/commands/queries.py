"""The command for people who know Cypher: query."""

from __future__ import annotations

import argparse

from ui.settings import Settings
from ui.terminal import show, show_json, width
from ui.views.query_table import query_json, query_lines
from ui.wiring import answered_query


def run_query(options: argparse.Namespace, settings: Settings) -> int:
    """Answer a query that only reads and print its rows; 0."""
    table = answered_query(options.cypher, settings)
    if options.json:
        show_json(query_json(table))
    else:
        show(query_lines(table, width()))
    return 0
