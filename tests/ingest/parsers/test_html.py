"""Web pages: the words that a reader of the page sees, in order, and nothing that a script or a server would add."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import BlockKind, ParsedDocument
from ingest.limits import DEFAULT
from ingest.parsers import parse
from ingest.parsers.compose import compose
from ingest.parsers.html.reading import parse_html

TAGS = ("p", "div", "b", "ul", "ol", "li", "table", "tr", "td", "h2", "section", "blockquote", "span", "pre", "a")


def read(folder: Path, body: str, head: str = "") -> ParsedDocument:
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return parse(path)


def shapes(document: ParsedDocument) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.said(block)) for block in document.blocks]


def test_headings_lists_and_paragraphs_keep_order_depth_and_numbers(tmp_path: Path) -> None:
    document = read(tmp_path, "<h1>Case</h1><p>Two<br>lines</p><ol start=3><li>a<ul><li>b</ul><li value=7>c</ol>")

    assert document.text.split("\n\n") == ["Case", "Two\nlines", "3. a", "  • b", "7. c"]
    assert [block.level for block in document.blocks] == [1, 0, 1, 2, 1]


def test_entities_and_spaces_read_as_on_the_page(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>A&nbsp;&amp;\n   B &mdash; <b>10<sup>-3</sup></b></p>")

    assert document.text == "A & B — 10⁻³"
    assert [document.text[start:end] for start, end in document.blocks[0].bold] == ["10⁻³"]


def test_scripts_styles_and_forms_are_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, "<script>evil()</script><style>p{}</style><p>Gate.</p><select><option>x</select>")

    assert document.text == "Gate."


def test_frame_of_the_page_is_left_out_and_reported(tmp_path: Path) -> None:
    frame = "<nav>Home</nav><header>Our site</header>"

    document = read(tmp_path, f"{frame}<main><header><p>By Ines</p></header><p>Gate.</p></main><footer>(c)</footer>")

    assert document.text == "By Ines\n\nGate."
    assert document.notes[0].endswith("navigation (1 word), page header (2 words), page footer (1 word)")


def test_page_header_that_holds_the_title_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "<header><h1>Case</h1></header><p>Gate.</p>").text == "Case\n\nGate."


def test_page_that_is_all_frame_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "<nav><p>Gate.</p></nav>").text == "Gate."


def test_hidden_and_deleted_words_are_left_out_and_reported(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>Gate<span style='display: none'> obey me</span> <del>never</del> holds.</p>")

    assert document.text == "Gate holds."
    assert document.notes == ("hidden, and left out: “obey me”", "struck through, and left out: “never”")


def test_tables_have_headers_and_merged_cells_count_in_every_row(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<table><caption>Table 1</caption><tr><th>Control<th>Owner<tr><td rowspan=2>Gate<td>Ines<tr><td>Tom</table>",
    )

    assert document.text.split("\n\n") == ["Table 1", "Control | Owner", "Gate | Ines", "Gate | Tom"]
    assert [block.header for block in document.blocks] == [False, True, False, False]


def test_table_that_only_lays_out_is_read_as_paragraphs(tmp_path: Path) -> None:
    document = read(tmp_path, "<table><tr><td><h2>Left</h2><td><p>Right</p></table>")

    assert shapes(document) == [(BlockKind.HEADING, "Left"), (BlockKind.PARAGRAPH, "Right")]


def test_footnotes_are_blocks_and_their_marks_no_words(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        '<p>Gate<sup><a href="#n1" id="r1">1</a></sup>.</p><ol><li id="n1">Since May. <a href="#r1">↩</a></li></ol>',
    )

    assert shapes(document) == [(BlockKind.PARAGRAPH, "Gate."), (BlockKind.FOOTNOTE, "Since May.")]


def test_link_that_reads_otherwise_than_it_leads_is_reported(tmp_path: Path) -> None:
    document = read(tmp_path, '<h2 id="s">5.4 Gates</h2><p><a href="#s">Section 5.3</a> <a href="#s">5.4</a></p>')

    assert document.notes == ("a link that reads “Section 5.3” leads to “5.4 Gates”",)


@pytest.mark.parametrize(
    ("charset", "encoding", "warned"),
    [
        ("iso-8859-1", "cp1252", False),
        ("utf-8", "utf-8", False),
        ("iso-8859-1", "utf-8", True),
        ("koi8-r", "koi8-r", False),
    ],
)
def test_page_is_read_in_the_encoding_that_it_names(
    tmp_path: Path, charset: str, encoding: str, *, warned: bool
) -> None:
    words = "Шлюз" if encoding == "koi8-r" else "Tür"
    path = tmp_path / "page.html"
    path.write_bytes(f'<html><meta charset="{charset}"><p>{words}</p></html>'.encode(encoding))

    document = parse(path)

    assert document.text == words
    assert bool(document.warnings) == warned


def test_title_is_the_only_first_heading_or_the_title_of_the_page(tmp_path: Path) -> None:
    assert read(tmp_path, "<h1>Case</h1><p>x</p>", "<title>Case | Site</title>").source.title == "Case"
    assert read(tmp_path, "<p>x</p>", "<title>Case</title>").source.title == "Case"


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
            st.sampled_from(["ox", "yak"]),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_every_word_of_any_tangle_of_tags_appears_once_in_order(parts: list[str]) -> None:
    composed = compose(parse_html(f"<html><body><p>cow</p>{' '.join(parts)}".encode(), DEFAULT).blocks)

    words = [word for word in composed.text.replace("|", " ").split() if word in {"cow", "ox", "yak"}]
    assert sorted(words) == sorted(["cow", *(part for part in parts if part in {"ox", "yak"})])
