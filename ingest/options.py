"""How files are read: within which limits, and what the columns of sheets hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.columns import Column
from ingest.limits import DEFAULT, Limits

SHEET_NAMES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm"})


@dataclass(frozen=True)
class ReadOptions:
    """`columns`: what somebody says that columns of sheets hold: column -> its title in the sheet."""

    limits: Limits = DEFAULT
    columns: Mapping[Column, str] = field(default_factory=dict)


DEFAULT_OPTIONS = ReadOptions()
