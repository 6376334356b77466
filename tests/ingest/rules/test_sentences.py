from __future__ import annotations

import pytest

from ingest.extractors.rules.sentences import split_sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pump stops. A nurse is paged.", ["The pump stops.", "A nurse is paged."]),
        ("Dr. Okafor signs, e.g. at night. Then it ships.", ["Dr. Okafor signs, e.g. at night.", "Then it ships."]),
        ("I. Varga left. T. Lund stayed!", ["I. Varga left.", "T. Lund stayed!"]),
        ("It fell by 3.5 per cent. “Why?” Nobody knew.", ["It fell by 3.5 per cent.", "“Why?”", "Nobody knew."]),
        ("See Weil et al. (2021) for it. The relay held.", ["See Weil et al. (2021) for it.", "The relay held."]),
        ("First line\n\nSecond line", ["First line", "Second line"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["." * 200_000, "a. " * 70_000, "“(" * 100_000, "A.B." * 50_000])
def test_text_that_is_nothing_but_marks_keeps_every_one_of_them(text: str) -> None:
    assert "".join(parts(text)).replace(" ", "") == text.replace(" ", "")
