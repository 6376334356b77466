"""How files are read: limits and columns from the settings, and from the command line."""

from __future__ import annotations

import pytest

from ingest import Column
from ui.read_options import read_options
from ui.settings import Settings, UnusableSettings


def test_limits_and_columns_of_the_settings_are_taken() -> None:
    options = read_options(None, Settings(limits={"pages": 9}, columns={"owner": "Wer"}))

    assert (options.limits.pages, dict(options.columns)) == (9, {Column.OWNER: "Wer"})


def test_columns_that_are_typed_beat_the_settings() -> None:
    assert dict(read_options("name=Tor", Settings(columns={"owner": "Wer"})).columns) == {Column.CONTROL: "Tor"}


@pytest.mark.parametrize("limits", [{"size": 3}, {"pages": 0}])
def test_limit_that_does_not_exist_or_is_none_is_refused_with_those_there_are(limits: dict[str, int]) -> None:
    with pytest.raises(UnusableSettings, match=next(iter(limits))) as refused:
        read_options(None, Settings(limits=limits))

    assert "pages (5000)" in refused.value.hint
