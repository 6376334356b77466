"""The statements for a server: each says at its head what goes in and what comes back, and names only what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.elements import RelationType
from graph.stores.neo4j_indexes import Index, made_by
from graph.stores.neo4j_reading import SORTS
from graph.stores.queries import schema_steps, statement

FOLDER = Path(__file__).parents[2] / "graph" / "stores" / "cypher"
STATEMENTS = sorted(path.stem for path in FOLDER.glob("*.cypher"))
STEPS = sorted(path.name for path in (FOLDER / "schema").iterdir())


def head(text: str, word: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.startswith(f"// {word}:"))
    return [name for name in re.split(r"[,\s]+", line.partition(":")[2]) if name]


def body(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))


@pytest.mark.parametrize("name", STATEMENTS)
def test_head_names_every_parameter(name: str) -> None:
    text = statement(name)

    assert sorted(head(text, "params")) == sorted(set(re.findall(r"\$(\w+)", body(text))))


@pytest.mark.parametrize("name", STATEMENTS)
def test_head_names_every_column(name: str) -> None:
    text = statement(name)
    returned = body(text).partition("RETURN")[2].partition("ORDER BY")[0]

    assert head(text, "returns") == re.findall(r" AS (\w+)(?=,|\s*$)", returned, re.MULTILINE) or (
        head(text, "returns") == re.findall(r"^\s*(\w+)\s*$", returned)
    )


def test_every_type_of_relation_is_loaded() -> None:
    types = re.search(r"\[r:([A-Z_|]+)\]", statement("load_relations"))
    drawn_as_lines = {RelationType.STATED_IN, RelationType.PART_OF}

    assert types is not None
    assert types[1].split("|") == [kind for kind in RelationType if kind not in drawn_as_lines]


def test_steps_of_the_schema_are_numbered_and_each_says_what_it_makes() -> None:
    made = [made_by(step) for step in schema_steps()]

    assert [name[:4] for name in STEPS] == [f"{number:04d}" for number in range(1, len(STEPS) + 1)]
    assert [index is not None for index in made] == ["CREATE" in step for step in schema_steps()]
    assert Index("loadpath_element_once", unique=True, label="Element", properties=("case", "id")) in made
    assert Index("loadpath_element_names", False, "Element", ("name", "aliases", "number")) in made


def test_no_statement_is_left_unused() -> None:
    source = "".join(path.read_text("utf-8") for path in FOLDER.parent.glob("*.py"))
    sorts = {f"{verb}_{sort}" for verb in ("create", "update", "delete") for sort in SORTS}

    assert [name for name in STATEMENTS if f'"{name}"' not in source and name not in sorts] == []
