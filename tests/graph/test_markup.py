"""XML with places: every element is where it says, and nothing is declared, expanded or fetched."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import IllegalCase
from graph.interchange.markup import Tag, xml_tree
from graph.interchange.source import SourceFile

TEXT = st.text("ab é€😀\n>/'\"<&", max_size=6)


def element(name: str, value: str, inside: list[str]) -> str:
    content = "".join(inside)
    opening = f"<{name} v={quoteattr(value)}"
    return f"{opening}>{content}</{name} >" if content else f"{opening}/>"


ELEMENTS = st.recursive(
    st.builds(element, st.sampled_from("ab"), TEXT, st.just([])),
    lambda inner: st.builds(element, st.sampled_from("ab"), TEXT, st.lists(inner | TEXT.map(escape), max_size=4)),
    max_leaves=10,
)


def read(text: str) -> Tag:
    return xml_tree(SourceFile.of("f", text.encode()))


def tags(root: Tag) -> list[Tag]:
    found = [root]
    for tag in found:
        found.extend(tag.children)
    return found


@given(ELEMENTS)
def test_the_characters_of_an_element_are_that_element(text: str) -> None:
    for tag in tags(read(f"<?xml version='1.0' encoding='latin-1'?>\n<r>{text}</r>")):
        held = tag.place.file.text
        alone = read(held[tag.place.start : tag.place.end])

        assert (alone.name, alone.attributes, alone.text) == (tag.name, tag.attributes, tag.text)
        assert len(tags(alone)) == len(tags(tag))
        assert held[tag.place.start : tag.opened].endswith(">")


def test_a_prefix_is_no_part_of_a_name() -> None:
    assert read("<m:a xmlns:m='urn:x'/>").name == "a"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]><a>&z;</a>",
        "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    ],
)
def test_a_declaration_is_refused(text: str) -> None:
    with pytest.raises(IllegalCase, match="a declaration"):
        read(text)


@pytest.mark.parametrize("text", ["", "a", "<a>", "<a></b>", "<a>&x;</a>", "<a/><b/>", "<a x=1/>", "\x01"])
def test_what_is_no_xml_is_refused_by_line(text: str) -> None:
    with pytest.raises(IllegalCase, match="'f', line 1: it is not XML"):
        read(text)
