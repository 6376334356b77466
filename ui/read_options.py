"""How files are read, as the settings and the command line say: limits, and what the columns of sheets are called."""

from __future__ import annotations

from pydantic import ValidationError

from ingest import Limits, ReadOptions, mapping_of
from ui.settings import Settings, UnusableSettings


def read_options(columns: str | None, settings: Settings) -> ReadOptions:
    """The options; `columns` as typed beats the settings. UnusableSettings names a limit that does not exist."""
    mapped = ",".join(f"{name}={title}" for name, title in settings.columns.items())
    return ReadOptions(limits_of(settings), mapping_of(mapped if columns is None else columns))


def limits_of(settings: Settings) -> Limits:
    """How much of a file is read at most; see `read_options`."""
    try:
        return Limits.model_validate(settings.limits)
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, detail["loc"])) for detail in error.errors())
        raise UnusableSettings(
            f"[limits] sets what is no limit, or not as a number of its range: {wrong}",
            f"The limits are: {', '.join(f'{name} ({field.default})' for name, field in Limits.model_fields.items())}.",
        ) from error
