"""JSON and YAML with places: the values are right, the places hold them, and what is malformed is named by line."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import IllegalCase
from graph.interchange.source import LARGEST, SourceFile
from graph.interchange.trees import Listing, Scalar, Table, Tree, json_tree, yaml_tree

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


def file(text: str) -> SourceFile:
    return SourceFile.of("f", text.encode())


def plain(tree: Tree) -> object:
    match tree:
        case Scalar():
            return tree.value
        case Listing():
            return [plain(item) for item in tree.items]
        case Table():
            return {key: plain(value) for key, value in tree.members.items()}


def written(tree: Tree) -> str:
    return tree.place.file.text[tree.place.start : tree.place.end]


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_json_comes_back_as_it_was_written(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    assert plain(json_tree(file(text))) == value


@given(st.dictionaries(WORDS, st.text("xyzé ö"), min_size=1))
def test_a_json_text_is_where_it_says(value: dict[str, str]) -> None:
    tree = json_tree(file(json.dumps(value, ensure_ascii=False, indent=2)))

    assert isinstance(tree, Table)
    assert {key: written(found) for key, found in tree.members.items()} == value


@given(st.dictionaries(st.text("abcé", min_size=1), st.text("xyzé ö", min_size=1), min_size=1), st.booleans())
def test_a_yaml_text_is_where_it_says(value: dict[str, str], flow: bool) -> None:
    tree = yaml_tree(file(yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=10_000)))

    assert isinstance(tree, Table)
    assert plain(tree) == value
    assert {key: written(found) for key, found in tree.members.items()} == value


def test_a_yaml_block_is_cited_without_its_sign() -> None:
    tree = yaml_tree(file("a:\r\n  b: |\r\n    first\r\n    second\r\n\r\nc: 1\r\n"))

    assert isinstance(tree, Table)
    inner = tree.table("a")
    assert inner is not None
    assert written(inner.members["b"]) == "first\n    second"
    assert inner.text("b") == "first\nsecond"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"a": 1,\n "b" 2}', "line 2: here should be a colon"),
        ('{"a": 1,\n "a": 2}', "line 2: 'a' is there already (line 1)"),
        ('{"a": 1}\nx', "line 2: something follows"),
        ("[1,\n]", "line 2: here should be a JSON value"),
        ("[1 2]", "line 1: here should be a comma"),
        ("{1: 2}", "line 1: here should be a key"),
        ('["\\ud800"]', "lone surrogate"),
        ('["a\nb"]', "not JSON"),
        ('["a\\u0000"]', "a NUL character"),
        ('["a', "a text without an end"),
        ("", "here should be a JSON value"),
        ("[" * 100_000, "nest deeper than 200"),
        ('{"a":' * 100_000, "nest deeper than 200"),
    ],
)
def test_malformed_json_is_refused_by_line(text: str, fault: str) -> None:
    with pytest.raises(IllegalCase, match="'f', line") as refused:
        json_tree(file(text))

    assert fault in refused.value.message


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: [", "line 2"),
        ("a: 1\na: 2", "line 2: 'a' is there already (line 1)"),
        ("a: &x [1]\nb: *x", "line 2: an alias (*x)"),
        ("a: &x\n  b: *x", "line 2: an alias (*x)"),
        ("a: 1\n---\nb: 2", "line 2: a second YAML document"),
        ("? [a]\n: b", "a list or mapping as a key"),
        ("a: \x07", "not YAML"),
        ('a: "\\0"', "a NUL character"),
        ('"\\0": 1', "a NUL character"),
        ("[" * 100_000, "nest deeper than 200"),
        ("- " * 5_000, "nest deeper than 200"),
    ],
)
def test_malformed_yaml_is_refused_by_line(text: str, fault: str) -> None:
    with pytest.raises(IllegalCase, match="'f', line") as refused:
        yaml_tree(file(text))

    assert fault in refused.value.message


def test_a_tag_makes_nothing_of_its_own() -> None:
    tree = yaml_tree(file("a: !!python/object/apply:os.system ['echo']"))

    assert plain(tree) == {"a": ["echo"]}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"a: \xff", "not UTF-8 at byte 3"),
        (b"a: 1\nb: \x00", "line 2: a NUL character"),
        (b" " * (LARGEST + 1), "MB, more than 16 MB"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, fault: str) -> None:
    with pytest.raises(IllegalCase) as refused:
        SourceFile.of("f", content)

    assert fault in refused.value.message


@given(st.text("ab\n", max_size=40), st.integers(0, 40))
def test_lines_count_from_one(text: str, offset: int) -> None:
    held = file(text)
    at = min(offset, len(held.text))

    assert held.line_at(at) == held.text[:at].count("\n") + 1
    assert held.offset_of(held.line_at(at), at - (held.text.rfind("\n", 0, at) + 1)) == at
