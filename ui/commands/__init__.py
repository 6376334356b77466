"""The commands, one function each; `run` hands over to the one that was called."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ui.settings import Settings, UnusableSettings, read_settings


def run(options: argparse.Namespace) -> int:
    """Run the command that the arguments name; its exit code. What only other commands need is not imported."""
    settings = configured(options)
    match options.command:
        case "ingest" | "cases" | "import" | "export":
            from ui.commands.documents import run_documents as command  # noqa: PLC0415  only these need parsers
        case "ask" | "impact":
            from ui.commands.questions import run_questions as command  # noqa: PLC0415  only these need the assistant
        case "rank" | "cuts":
            from ui.commands.analyses import run_analyses as command  # noqa: PLC0415  only these need every analysis
        case "query":
            from ui.commands.queries import run_query as command  # noqa: PLC0415  only this needs a parser of Cypher
        case "check":
            from ui.commands.check import run_check as command  # noqa: PLC0415  only this needs the checks
        case "review" | "remove" | "coverage":
            from ui.commands.review import run_review as command  # noqa: PLC0415  only these decide
        case "demo" | "ui":
            from ui.commands.pages import run_pages as command  # noqa: PLC0415  only these start a server
        case other:
            raise ValueError(f"no command '{other}'")
    return command(options, settings)


def configured(options: argparse.Namespace) -> Settings:
    """The settings, with what this command line says on top."""
    settings = read_settings(os.environ, Path.cwd())
    given = {name: getattr(options, name, None) for name in ("store", "case")}
    if given["case"] is not None and not given["case"].strip():
        raise UnusableSettings("--case is empty", "Name a case, or leave --case out: the newest is then meant.")
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})
