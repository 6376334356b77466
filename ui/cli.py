"""The command line of Loadpath: reads the arguments, runs one command, and turns errors into two plain lines.

Only the parser is built here. What a command needs is imported when that command runs, so that `--help` is quick.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from graph.errors import LoadpathError
from ui.option_values import positive, processes
from ui.review_options import add_review

KINDS = ("control", "evidence", "dependency", "person", "team", "organization", "claim", "argument")
LEVELS = ("weak", "moderate", "strong")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: an error that the user can correct; 2: wrong usage."""
    options = _checked(parser(), arguments)
    from ui.commands import run  # noqa: PLC0415  pydantic and the parsers are not needed to show the help

    try:
        return run(options)
    except LoadpathError as error:
        from ui.terminal import tell  # noqa: PLC0415  as above

        tell(error.message, error.hint)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)  # noqa: T201  a command line prints
        return 130


def _checked(top: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options; wrong usage where one of them has no meaning beside the others."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0].startswith("-") and given[0] not in {"-h", "--help"}:
        top.error("options go after the command, such as: loadpath cases --store URL")
    options = top.parse_args(given)
    if options.command == "ingest" and options.extractor != "claude":
        for name in ("dry_run", "batch", "yes"):
            if getattr(options, name):
                top.error(f"--{name.replace('_', '-')} goes with --extractor claude")
    return options


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="loadpath",
        description="Reads risk reports, critiques and interviews into a graph and answers what breaks if a control "
        "fails, with every step cited. Everything stays on this machine.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    where, counted, as_json = _where(), _counted(), _as_json()
    _add_documents(commands, where, as_json)
    _add_questions(commands, [where, counted, as_json])
    _add_query(commands, where, as_json)
    add_review(commands, [where, as_json])
    _add_pages(commands, where)
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001  argparse names the type of its subcommands nowhere else


def _where() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--store",
        metavar="URL",
        help="where cases are kept: sqlite:///FILE or neo4j://HOST:PORT (default: sqlite:///loadpath.db)",
    )
    shared.add_argument("--case", metavar="ID", help="which case (default: the store's newest)")
    return shared


def _counted() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--basis",
        choices=("all", "stated"),
        default="all",
        help="which relations count: all, or only those that a passage states or a person entered",
    )
    shared.add_argument(
        "--status",
        choices=("all", "accepted"),
        default="all",
        help="which elements and relations count: all that nobody rejected, or only accepted ones",
    )
    return shared


def _as_json() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print one JSON value and nothing else")
    return shared


def _add_documents(
    commands: _Commands[argparse.ArgumentParser], where: argparse.ArgumentParser, as_json: argparse.ArgumentParser
) -> None:
    ingest = commands.add_parser("ingest", parents=[where, as_json], help="read documents into a case")
    ingest.add_argument("paths", nargs="+", metavar="PATH", help="a document, or a folder of documents")
    ingest.add_argument("--kind", choices=("report", "critique", "interview", "auto"), default="auto")
    ingest.add_argument("--extractor", choices=("rules", "claude"), default="rules")
    ingest.add_argument(
        "--workers",
        type=processes,
        default=1,
        metavar="N",
        help="how many processes parse and extract (default: 1); the case is the same with any number",
    )
    ingest.add_argument(
        "--columns",
        metavar="NAME=TITLE,…",
        help="what the columns of a sheet are called, such as name=Control,owner=Responsible (default: told by their words)",
    )
    ingest.add_argument(
        "--again",
        action="store_true",
        help="read what has not changed as well, with the names that other documents introduced since; decisions stay",
    )
    _add_claude(ingest)
    commands.add_parser("cases", parents=[where, as_json], help="list the cases of a store")
    bring = commands.add_parser("import", parents=[where, as_json], help="take in a graph that someone made")
    bring.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file; all at once where goal structures or OSCAL files refer to each other",
    )
    bring.add_argument("--format", choices=("json", "gsn", "tea", "oscal", "openpsa", "auto"), default="auto")
    out = commands.add_parser("export", parents=[where], help="write a case, for another store or program")
    out.add_argument("--format", choices=("json",), default="json")
    out.add_argument("--out", metavar="FILE", help="where to (default: standard output)")


def _add_claude(ingest: argparse.ArgumentParser) -> None:
    asked = ingest.add_argument_group("with --extractor claude, which sends the documents to the Claude API")
    asked.add_argument("--dry-run", action="store_true", help="say what would be sent and cost; send nothing")
    asked.add_argument("--batch", action="store_true", help="send in batches: half the price, within a day")
    asked.add_argument("--yes", action="store_true", help="send without asking")


def _add_questions(commands: _Commands[argparse.ArgumentParser], shared: list[argparse.ArgumentParser]) -> None:
    ask = commands.add_parser("ask", parents=shared, help="ask a question in plain words")
    ask.add_argument("question", metavar="QUESTION")
    ask.add_argument("--history", metavar="FILE", help="a JSON file of earlier turns, read and appended to")
    ask.add_argument("--assistant", choices=("offline",), default="offline")
    impact = commands.add_parser("impact", parents=shared, help="what breaks if these all fail")
    impact.add_argument("names", nargs="+", metavar="NAME")
    rank = commands.add_parser("rank", parents=shared, help="load-bearing elements, most first")
    rank.add_argument("--kind", metavar="KIND,…", help=f"only these kinds: {', '.join(KINDS)}")
    rank.add_argument("--level", choices=LEVELS, help="the strength to hold (default: what each pathway has today)")
    rank.add_argument("--top", type=positive, metavar="N", help="how many to show (default: 20; all with --json)")
    rank.add_argument("--untracked", action="store_true", help="only those without owner, evidence or evaluation")
    check = commands.add_parser(
        "check", parents=shared, help="problems: circles, contradictions, what hangs in the air"
    )
    check.add_argument("--fail-on", metavar="KIND,…", help="exit with 3 where a problem of one of these kinds is found")
    cuts = commands.add_parser("cuts", parents=shared, help="smallest sets of failures that take a pathway down")
    cuts.add_argument("pathway", metavar="PATHWAY")
    cuts.add_argument("--level", choices=LEVELS, help="the strength to hold (default: what the pathway has today)")
    cuts.add_argument("--max-order", type=positive, metavar="K", help="only sets of up to K failures")


def _add_query(
    commands: _Commands[argparse.ArgumentParser], where: argparse.ArgumentParser, as_json: argparse.ArgumentParser
) -> None:
    query = commands.add_parser("query", parents=[where, as_json], help="ask a Neo4j store in Cypher, read-only")
    query.add_argument(
        "cypher", metavar="CYPHER", help="a query that only reads; $case in it is the case that is meant"
    )


def _add_pages(commands: _Commands[argparse.ArgumentParser], where: argparse.ArgumentParser) -> None:
    demo = commands.add_parser("demo", help="load the sample case, answer its main question, open the page")
    demo.add_argument("--store", metavar="URL", help="where to keep the sample (default: sqlite:///loadpath-demo.db)")
    demo.add_argument("--no-ui", action="store_true", help="stop after the answer")
    demo.add_argument("--port", type=positive, metavar="N", help="port of the page (default: the first free from 8501)")
    page = commands.add_parser("ui", parents=[where], help="open the page in a browser")
    page.add_argument("--port", type=positive, metavar="N", help="port of the page (default: the first free from 8501)")


if __name__ == "__main__":
    sys.exit(main())
