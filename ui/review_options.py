"""The arguments of the commands of the person in charge: review, one parser an action, remove and coverage.

What they choose from is written out, for the help is to come without the types of the graph being built.
"""

from __future__ import annotations

import argparse

from ui.option_values import decimal, positive

STATUSES = ("proposed", "accepted", "rejected", "withdrawn", "all")
KINDS = (
    *("pathway", "argument", "claim", "evidence", "control", "dependency", "person", "team", "organization"),
    *("finding", "mitigation", "trigger"),
)
STRENGTHS = ("none", "weak", "moderate", "strong")
OPERATORS = ("conjunctive", "disjunctive", "convergent", "at_least")

_Commands = argparse._SubParsersAction  # noqa: SLF001  argparse names the type of its subcommands nowhere else


def add_review(commands: _Commands[argparse.ArgumentParser], shared: list[argparse.ArgumentParser]) -> None:
    """Add `review` with its actions, `remove` and `coverage`."""
    remove = commands.add_parser("remove", parents=shared, help="take a document out, with what nothing else states")
    remove.add_argument("document", metavar="DOCUMENT", help="title, path, file name or id")
    remove.add_argument("--why", metavar="TEXT", default="", help="the reason, kept with the decision")
    covered = commands.add_parser("coverage", parents=shared, help="which sections of documents gave nothing")
    covered.add_argument("document", metavar="DOCUMENT", nargs="?", help="only this one")
    review = commands.add_parser("review", help="decide on what was read: accept, reject, correct, merge, split, undo")
    actions = review.add_subparsers(dest="action", required=True, metavar="ACTION")
    why = argparse.ArgumentParser(add_help=False)
    why.add_argument("--why", metavar="TEXT", default="", help="the reason, kept with the decision")
    signed = [*shared, why]
    _add_list(actions, shared)
    _add_judging(actions, signed)
    _add_typing(actions, signed)
    _add_joining(actions, signed)
    undo = actions.add_parser(
        "undo", parents=signed, help="take back a decision (default: the last); undo that to redo"
    )
    undo.add_argument("decision", nargs="?", metavar="DECISION")
    unions = actions.add_parser("unions", parents=shared, help="pairs that are probably one thing, likeliest first")
    unions.add_argument("--kind", metavar="KIND,…", help="only elements of these kinds")
    unions.add_argument("--top", type=positive, metavar="N", help="how many to show (default: 10; all with --json)")
    actions.add_parser("history", parents=shared, help="every decision: who, when, what, why")


def _add_list(actions: _Commands[argparse.ArgumentParser], shared: list[argparse.ArgumentParser]) -> None:
    listed = actions.add_parser("list", parents=shared, help="what awaits a decision, by how much hangs on it")
    listed.add_argument("--kind", metavar="KIND,…", help="only elements of these kinds, or relations of these types")
    listed.add_argument("--document", metavar="DOCUMENT", help="only what this document states")
    listed.add_argument("--status", choices=STATUSES, default="proposed", help="default: proposed")
    listed.add_argument("--top", type=positive, metavar="N", help="how many to show (default: 10; all with --json)")


def _add_judging(actions: _Commands[argparse.ArgumentParser], shared: list[argparse.ArgumentParser]) -> None:
    for action, meaning in (("accept", "count as true"), ("reject", "count no more")):
        judge = actions.add_parser(action, parents=shared, help=f"{meaning}: elements and relations")
        judge.add_argument("names", nargs="+", metavar="NAME", help='an element, or a relation as "SOURCE TYPE TARGET"')
        judge.add_argument("--relations", action="store_true", help="with the relations that start or end there")


def _add_typing(actions: _Commands[argparse.ArgumentParser], shared: list[argparse.ArgumentParser]) -> None:
    edit = actions.add_parser("edit", parents=shared, help="correct fields; what a person says beats every document")
    edit.add_argument("thing", metavar="NAME", help='an element, or a relation as "SOURCE TYPE TARGET"')
    edit.add_argument("--name", metavar="TEXT")
    edit.add_argument("--kind", choices=KINDS, help="of an element that was read as something else")
    edit.add_argument("--number", metavar="N", help="the source's own number, such as 5.2")
    _add_fields(edit)
    add = actions.add_parser(
        "add", parents=shared, help="type in an element (KIND NAME) or a relation (SOURCE TYPE TARGET)"
    )
    add.add_argument("words", nargs="+", metavar="WORD", help="KIND NAME, or SOURCE TYPE TARGET")
    add.add_argument("--number", metavar="N", help="the source's own number, such as 5.2")
    _add_fields(add)


def _add_joining(actions: _Commands[argparse.ArgumentParser], shared: list[argparse.ArgumentParser]) -> None:
    merge = actions.add_parser("merge", parents=shared, help="two elements are one")
    merge.add_argument("kept", metavar="KEPT", help="the element that stays")
    merge.add_argument("taken", metavar="TAKEN", help="the element that becomes part of it")
    merge.add_argument(
        "--force",
        action="store_true",
        help="though their source numbers them differently, or they were decided to be two",
    )
    distinct = actions.add_parser(
        "distinct", parents=shared, help="two elements are two, and not to be proposed as one"
    )
    distinct.add_argument("one", metavar="NAME")
    distinct.add_argument("other", metavar="OTHER")
    split = actions.add_parser("split", parents=shared, help="one element is two: some passages speak of another")
    split.add_argument("source", metavar="NAME")
    split.add_argument("made", metavar="NEW_NAME", help="what the other element is called")
    split.add_argument(
        "--document", action="append", default=[], metavar="DOCUMENT", help="what this document says goes"
    )
    split.add_argument("--passage", action="append", default=[], metavar="ID", help="what this passage says goes")
    split.add_argument("--called", action="append", default=[], metavar="TEXT", help="what uses this name goes")


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="though another element of its kind has that name")
    parser.add_argument("--text", metavar="TEXT")
    parser.add_argument("--strength", choices=STRENGTHS, help="of an element, or of a line of support")
    parser.add_argument("--operator", choices=OPERATORS)
    parser.add_argument("--k", type=positive, metavar="K", help="of at_least: how many are needed")
    parser.add_argument("--window", type=decimal, metavar="SECONDS", help="a pathway's reversibility window")
    parser.add_argument("--effort", metavar="TEXT", help="a mitigation's, in words")
    parser.add_argument("--effort-days", type=decimal, metavar="DAYS", help="a mitigation's, in person-days")
    parser.add_argument("--latency", type=decimal, metavar="SECONDS", help="of a message")
    parser.add_argument("--channel", metavar="TEXT", help="of a message")
    parser.add_argument(
        "--automatic", choices=("yes", "no"), help="of an alert: is something stopped without a person?"
    )
