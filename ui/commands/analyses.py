"""Commands that print an analysis itself: rank, cuts."""

from __future__ import annotations

import argparse

from graph.analysis import Structure, minimal_cut_sets, rank, structure_of
from graph.case import Switches
from graph.elements import THINGS, ElementKind, Strength
from graph.errors import LoadpathError
from graph.search import element_named
from ui.settings import Settings
from ui.terminal import show, show_json
from ui.views.bearing import chosen_rows, ranking_json, ranking_lines
from ui.views.cuts import cuts_json, cuts_lines
from ui.wiring import load_case

TOP = 20
EVENTS = THINGS | {ElementKind.CLAIM, ElementKind.ARGUMENT}


class UnusableOption(LoadpathError):
    """An option names something that does not exist, or not for this command."""


def run_analyses(options: argparse.Namespace, settings: Settings) -> int:
    """Run rank or cuts and print what it finds; 0."""
    structure = structure_of(load_case(settings), Switches(basis=options.basis, status=options.status))
    level = Strength(options.level) if options.level else None
    if options.command == "rank":
        _rank(options, structure, level)
    else:
        _cuts(options, structure, level)
    return 0


def _rank(options: argparse.Namespace, structure: Structure, level: Strength | None) -> None:
    ranking = rank(structure, kinds=_kinds(options.kind), level=level)
    every = chosen_rows(ranking, top=None, untracked=options.untracked)
    rows = every[: options.top or (None if options.json else TOP)]
    if options.json:
        show_json(ranking_json(ranking, rows, len(every)))
    else:
        show(ranking_lines(ranking, rows, len(every)))


def _cuts(options: argparse.Namespace, structure: Structure, level: Strength | None) -> None:
    pathway = element_named(structure.case, options.pathway)
    found = minimal_cut_sets(structure, pathway.id, level, max_order=options.max_order)
    if options.json:
        show_json(cuts_json(found))
    else:
        show(cuts_lines(found, structure.case))


def _kinds(text: str | None) -> frozenset[ElementKind]:
    if text is None:
        return THINGS
    names = [name.strip().lower() for name in text.split(",")]
    wrong = [name for name in names if name not in {kind.value for kind in EVENTS}]
    if wrong:
        raise UnusableOption(
            f"--kind names what is no kind of thing that can fail: {', '.join(wrong)}",
            f"The kinds are: {', '.join(sorted(kind.value for kind in EVENTS))}.",
        )
    return frozenset(ElementKind(name) for name in names)
