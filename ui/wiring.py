"""The one place that chooses adapters: which store, which extractor, which planner and writer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from assistant import OFFLINE, Assistant
from graph.case import Case
from graph.errors import StoreUnusable, UnknownCase
from graph.store import Store
from graph.stores.sqlite import SqliteStore
from ui.settings import Settings

if TYPE_CHECKING:
    from ingest import Extractor

SQLITE = "sqlite:///"


def open_store(url: str) -> Store:
    """The store at this address; StoreUnusable where the address is of no store that this version knows."""
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return SqliteStore(Path(unquote(url.removeprefix(SQLITE))))
    raise StoreUnusable(
        f"'{url}' is no address of a store",
        "Give a file as sqlite:///folder/file.db (four slashes for a path from the root).",
    )


def chosen_case(store: Store, settings: Settings) -> str:
    """The id of the case that is meant: the configured one, else the newest; UnknownCase where there is none."""
    if settings.case is not None:
        return settings.case
    cases = store.cases()
    if not cases:
        raise UnknownCase("this store holds no case yet", "Read documents into it first: loadpath ingest PATH.")
    return cases[0][0].id


def load_case(settings: Settings) -> Case:
    """The case that is meant, as it is now."""
    store = open_store(settings.store)
    return store.load(chosen_case(store, settings))


def chosen_extractor(name: str) -> Extractor:
    """The extractor of this name; the command line offers no other."""
    match name:
        case "rules":
            from ingest.extractors.rules import RulesExtractor  # noqa: PLC0415  questions need none of its patterns

            return RulesExtractor()
        case other:
            raise ValueError(f"no extractor '{other}'")


def chosen_assistant(name: str) -> Assistant:
    """The planner and writer of this name; the command line offers no other."""
    match name:
        case "offline":
            return OFFLINE
        case other:
            raise ValueError(f"no assistant '{other}'")
