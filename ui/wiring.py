"""The one place that chooses adapters: which store, which extractor, which planner and writer."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from assistant import OFFLINE, Assistant
from graph.case import Case
from graph.embedders.lexical import LexicalEmbedder
from graph.errors import StoreUnusable, UnknownCase, UnusableQuery
from graph.search import Embedder
from graph.store import Store
from graph.stores.neo4j_address import SCHEMES, Address
from graph.stores.sqlite import SqliteStore
from ui.settings import Settings, UnusableSettings

if TYPE_CHECKING:
    from graph.stores.query_table import QueryTable
    from ingest import Extractor
    from ingest.extractors.claude import Claude
    from ingest.extractors.model import ArchivedExtractor

SQLITE = "sqlite:///"
_DEFAULTS = Settings()


def open_store(settings: Settings) -> Store:
    """The store that the settings name; StoreUnusable where the address is of no store that this version knows."""
    url = settings.store
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return SqliteStore(Path(unquote(url.removeprefix(SQLITE))))
    if url.partition("://")[0] in SCHEMES:
        password = settings.neo4j_password.get_secret_value()
        return _server_store(Address(url, settings.neo4j_user, password, settings.neo4j_database))
    raise StoreUnusable(
        f"'{url}' is no address of a store",
        "Give a file as sqlite:///folder/file.db (four slashes for a path from the root), or a server as"
        " neo4j://host:7687.",
    )


@cache
def _server_store(address: Address) -> Store:
    """One store object for an address, with the connections that it holds open and the cases that it has read."""
    try:
        from graph.stores.neo4j_store import Neo4jStore  # noqa: PLC0415  a case in a file needs no driver
    except ModuleNotFoundError as error:
        if error.name != "neo4j":
            raise
        raise StoreUnusable(
            "the driver for Neo4j is not installed", "Install it: pip install 'loadpath[neo4j]'"
        ) from error
    return Neo4jStore(address)


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
    store = open_store(settings)
    return store.load(chosen_case(store, settings))


def answered_query(text: str, settings: Settings) -> QueryTable:
    """What a query of the user's own gives. UnusableQuery where it does more than read, or is for another kind of store."""
    store = open_store(settings)
    try:
        from graph.stores.neo4j_answers import Limits, answer  # noqa: PLC0415  only this needs driver and grammar
        from graph.stores.neo4j_store import Neo4jStore  # noqa: PLC0415  as above
        from graph.stores.reading import read_query  # noqa: PLC0415  as above
    except ModuleNotFoundError as error:
        if error.name not in {"neo4j", "lark"}:
            raise
        raise UnusableQuery(
            "what reads queries is not installed", "Install it: pip install 'loadpath[neo4j]'"
        ) from error
    query = read_query(text)
    if not isinstance(store, Neo4jStore):
        raise UnusableQuery(
            f"queries in Cypher are for cases on a Neo4j server, and '{settings.store}' is a file",
            "Move the case there: loadpath export --out case.json, then loadpath import case.json --store neo4j://host:7687.",
        )
    case = _case_there(store, settings) if query.needs_case else None
    return answer(store.server, query, case=case, limits=Limits(settings.query_rows, settings.query_timeout_s))


def _case_there(store: Store, settings: Settings) -> str:
    """The id of the case that is meant; UnknownCase where the store has none of that id, which no query would tell."""
    case = chosen_case(store, settings)
    ids = [head.id for head, _ in store.cases()]
    if case not in ids:
        hint = f"It holds: {', '.join(ids)}" if ids else "It holds no case yet."
        raise UnknownCase(f"the store '{settings.store}' holds no case '{case}'", hint)
    return case


def chosen_embedders(settings: Settings) -> tuple[Embedder, ...]:
    """What tells which names are near each other: their words, and the model where one is configured.

    UnusableSettings where the extra is not installed, LoadpathError where the model is not on this machine.
    """
    if not settings.embedding_model:
        return (LexicalEmbedder(),)
    try:
        from graph.embedders.sentence import SentenceEmbedder  # noqa: PLC0415  importing torch costs seconds
    except ModuleNotFoundError as error:
        if error.name != "sentence_transformers":
            raise
        raise UnusableSettings(
            f"embedding_model is '{settings.embedding_model}', and what loads it is not installed",
            "Install it: pip install 'loadpath[embeddings]', or leave embedding_model out.",
        ) from error
    return (LexicalEmbedder(), SentenceEmbedder(settings.embedding_model))


def chosen_extractor(name: str, settings: Settings = _DEFAULTS) -> Extractor:
    """The extractor of this name; the command line offers no other."""
    match name:
        case "rules":
            from ingest.extractors.rules import RulesExtractor  # noqa: PLC0415  questions need none of its patterns

            return RulesExtractor(_longest_sentence(settings))
        case "claude":
            return claude_extractor(settings)
        case other:
            raise ValueError(f"no extractor '{other}'")


def claude_extractor(settings: Settings) -> ArchivedExtractor:
    """The extractor that reads with the replies of Claude that are kept; it sends nothing."""
    from ingest.extractors.model import ArchivedExtractor, ReplyArchive  # noqa: PLC0415  the rules need none of it
    from ingest.extractors.rules import RulesExtractor  # noqa: PLC0415  questions need none of its patterns

    return ArchivedExtractor(
        settings.claude_model, RulesExtractor(_longest_sentence(settings)), ReplyArchive(Path(settings.replies))
    )


def _longest_sentence(settings: Settings) -> int:
    from ui.read_options import limits_of  # noqa: PLC0415  questions need no parsers

    return limits_of(settings).sentence


def claude(environment: Mapping[str, str]) -> Claude:
    """Claude with the key of the environment; ModelUnusable where there is none, or the extra is not installed."""
    try:
        from ingest.extractors.claude import KEY, Claude  # noqa: PLC0415  only whoever asks it needs it installed
    except ModuleNotFoundError as error:
        from ingest.errors import ModelUnusable  # noqa: PLC0415  as above

        raise ModelUnusable(
            "what Claude is asked with is not installed", "Install it with: pip install 'loadpath[claude]'"
        ) from error
    return Claude(environment.get(KEY, ""), address=environment.get("ANTHROPIC_BASE_URL"))


@contextmanager
def workers(number: int) -> Iterator[Executor | None]:
    """So many processes to parse and extract in; None for one, which is this process."""
    if number == 1:
        yield None
        return
    with ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_leave_interrupts) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Let the process that handed out the work decide what an interruption ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def chosen_assistant(name: str) -> Assistant:
    """The planner and writer of this name; the command line offers no other."""
    match name:
        case "offline":
            return OFFLINE
        case other:
            raise ValueError(f"no assistant '{other}'")
