"""The documentation says what the program does: commands, relations and kinds, each compared with the code."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from graph.elements import AGENTS, CRITICIZED, ELEMENTS, LEGAL, SOURCES, ElementKind, Operator, RelationType
from graph.stores.reading.words import FUNCTIONS
from ui.cli import parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
GRAPH = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")


def subcommands() -> dict[str, argparse.ArgumentParser]:
    actions = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def shown(text: str) -> list[str]:
    return re.findall(r"^ {4}(loadpath .*?)(?:\s+#.*)?$", text, re.MULTILINE)


def test_readme_has_exactly_two_commands_to_set_up() -> None:
    section = README.split("## Set up")[1].split("## ")[0]

    assert re.findall(r"^ {4}(.+?)\s+#", section, re.MULTILINE) == ["make demo", "make test"]


@pytest.mark.parametrize("line", shown(README))
def test_a_command_of_the_readme_is_understood(line: str) -> None:
    parser().parse_args(shlex.split(line)[1:])


@pytest.mark.parametrize("name", sorted(subcommands()))
def test_a_command_is_described_with_every_option(name: str) -> None:
    row = next(line for line in COMMANDS.splitlines() if line.startswith(f"| `loadpath {name}"))
    shared = {"--help", "--store", "--case", "--basis", "--status", "--extractor", "--assistant"}
    options = {
        word for action in subcommands()[name]._actions for word in action.option_strings if word.startswith("--")
    }

    assert {option for option in options - shared if option not in row} == set()


def test_no_command_is_described_that_does_not_exist() -> None:
    assert set(re.findall(r"^\| `loadpath (\w+)", COMMANDS, re.MULTILINE)) == set(subcommands())


def test_the_functions_of_a_query_are_the_ones_in_force() -> None:
    listed = COMMANDS.split("- **Functions**: ")[1].split("\n- ")[0]

    assert set(re.findall(r"`([^`]+)`", listed)) == set(FUNCTIONS.values())


def test_every_kind_and_operator_is_described() -> None:
    assert not [kind for kind in ElementKind if kind not in SOURCES and f"`{kind}`" not in GRAPH]
    assert not [operator for operator in Operator if f"`{operator}" not in GRAPH]


def test_the_table_of_relations_is_the_one_in_force() -> None:
    named = {"any element": ELEMENTS, "the same": CRITICIZED, "person, team, organization": AGENTS}
    rows = re.findall(r"^\| ([^|]+) \| (`[A-Z_`, ]+`) \| ([^|]+) \|$", GRAPH, re.MULTILINE)
    described = {
        (source, RelationType(name), target)
        for sources, names, targets in rows
        for name in re.findall(r"[A-Z_]+", names)
        if name not in {"SUPERSEDES", "STATED_IN"}
        for source in named.get(sources) or {ElementKind(kind) for kind in sources.split(", ")}
        for target in named.get(targets) or {ElementKind(kind) for kind in targets.split(", ")}
    }
    apart = {RelationType.SUPERSEDES, RelationType.STATED_IN, RelationType.PART_OF}

    assert described == {legal for legal in LEGAL if legal[1] not in apart}
