"""Messages: who wrote when, whose the quoted words are, and what is attached."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.provenance import DocumentKind
from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse
from ingest.parsers.mail.trail import stretches


def letter(words: str = "The gate holds.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, said in {"From": "Inés Ortega <ines@example.org>", "Message-ID": "<1@example.org>", **headers}.items():
        message[name] = said
    message.set_content(words)
    return message


def read(folder: Path, message: EmailMessage, name: str = "note.eml") -> ParsedDocument:
    path = folder / name
    path.write_bytes(bytes(message))
    return parse(path)


def spoken(document: ParsedDocument) -> list[tuple[BlockKind, str | None, str]]:
    return [(block.kind, block.speaker, document.said(block)) for block in document.blocks if block.speaker]


def test_message_is_a_note_of_its_sender_with_time_and_subject(tmp_path: Path) -> None:
    document = read(tmp_path, letter(Subject="Gate", Date="Mon, 02 Mar 2026 14:05:00 +0100", To="Tom Lund"))

    assert (document.source.title, document.source.kind) == ("Gate", DocumentKind.INTERVIEW)
    assert document.text.endswith("[2026-03-02 14:05] Inés Ortega: The gate holds.")
    assert (document.blocks[-1].kind, document.blocks[-1].time) == (BlockKind.TURN, "2026-03-02 14:05")


@pytest.mark.parametrize(
    "quoting",
    [
        "On Sun, 1 Mar 2026 at 09:00, Tom Lund <tom@example.org> wrote:\n> Who owns it?\n",
        "On Sun, 1 Mar 2026 at 09:00, Tom Lund\n<tom@example.org> wrote:\n> Who owns it?\n",
        "Tom Lund wrote:\n> Who owns it?\n",
        "-----Original Message-----\nFrom: Tom Lund <tom@example.org>\nSent: 1 March\nTo: Inés\n\nWho owns it?\n",
        "From: Tom Lund\nSent: 1 March\nTo: Inés\nSubject: gate\n\nWho owns it?\n",
    ],
)
def test_quoted_words_are_quotes_of_who_wrote_them(tmp_path: Path, quoting: str) -> None:
    document = read(tmp_path, letter(f"Nobody.\n\n{quoting}"))

    assert spoken(document) == [
        (BlockKind.TURN, "Inés Ortega", "Nobody."),
        (BlockKind.QUOTE, "Tom Lund", "Who owns it?"),
    ]


def test_answers_between_quoted_lines_stay_with_their_writer(tmp_path: Path) -> None:
    document = read(tmp_path, letter("Tom Lund wrote:\n> One?\nYes.\n> Two?\n>> Three?\nNo.\n"))

    assert [(who, said) for _, who, said in spoken(document)] == [
        ("Tom Lund", "One?"),
        ("Inés Ortega", "Yes."),
        ("Tom Lund", "Two?"),
        ("Inés Ortega", "No."),
    ]
    assert "Three?" in document.text


def test_page_is_read_where_there_is_no_text(tmp_path: Path) -> None:
    message = letter()
    message.set_content(
        "<p>The gate holds.</p><script>evil()</script><blockquote>Does it?</blockquote>", subtype="html"
    )

    document = read(tmp_path, message)

    assert [(block.kind, block.speaker, document.said(block)) for block in document.blocks[1:]] == [
        (BlockKind.TURN, "Inés Ortega", "The gate holds."),
        (BlockKind.QUOTE, None, "Does it?"),
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        "<div>On Tue, May 5, 2026, Tom Lund &lt;t@x.org&gt; wrote:<br></div><blockquote>It fails.<ul><li>in May</ul></blockquote>",
        "<p><b>From:</b> Tom Lund<br><b>Sent:</b> May 5, 2026<br><b>Subject:</b> Gate</p><p>It fails.</p><ul><li>in May</ul>",
        "<p>-----Original Message-----<br>From: Tom Lund<br>Sent: May 5, 2026<br>To: Ines</p><p>It fails.<ul><li>in May</ul>",
    ],
)
def test_quoted_words_of_a_page_are_said_by_who_wrote_them(tmp_path: Path, quoted: str) -> None:
    message = letter()
    message.set_content(f"<p>The gate holds.</p>{quoted}", subtype="html")

    assert [(who, said) for _, who, said in spoken(read(tmp_path, message))] == [
        ("Inés Ortega", "The gate holds."),
        ("Tom Lund", "It fails."),
        ("Tom Lund", "in May"),
    ]


def test_attachments_are_named_and_not_read(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="plan.pdf")
    message.add_attachment(letter("Forwarded words."))

    document = read(tmp_path, message)

    assert "Forwarded" not in document.text
    assert document.notes == ("attached, and not read: plan.pdf (application/pdf), a message (a forwarded message)",)


def test_page_saved_as_a_message_is_read_as_a_page(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://example.org"
    message["Subject"] = "Saved"
    message.set_content("<h1>Case</h1><p>The gate holds.</p>", subtype="html")

    document = read(tmp_path, message, "page.mhtml")

    assert document.text == "Case\n\nThe gate holds."


def test_note_that_only_looks_like_a_message_is_text(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text("From: Tom\nTo: Ines\n\nThe gate holds.\n")

    assert parse(path).text.startswith("From: Tom")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "> ", ">> ", ">", "> > "]),
            st.sampled_from(["ox", "yak", "", "Tom Lund wrote:", "From: Bo", "Sent: May", "To: Al", "--"]),
        ),
        max_size=20,
    )
)
def test_every_word_of_a_message_is_in_one_stretch_in_order(lines: list[tuple[str, str]]) -> None:
    found = list(stretches("\n".join(marks + said for marks, said in lines), "Ines", ""))

    words = [word for stretch in found for line in stretch.lines for word in line.split() if word in {"ox", "yak"}]
    assert words == [said for _, said in lines if said in {"ox", "yak"}]
