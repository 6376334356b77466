from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.extractors.rules.once import once


@dataclass(frozen=True)
class Page:
    words: tuple[str, ...]


@once
def fresh_list(page: Page) -> list[str]:
    return list(page.words)


def test_what_was_worked_out_is_given_again() -> None:
    page = Page(("a", "b"))

    assert fresh_list(page) is fresh_list(page)


def test_another_value_has_its_own_though_it_was_made_from_this_one() -> None:
    page = Page(("a", "b"))
    fresh_list(page)

    assert fresh_list(replace(page, words=("c",))) == ["c"]
    assert fresh_list(Page(("a", "b"))) is not fresh_list(page)
