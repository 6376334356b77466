"""What a careful reader found in a sample case, and what is asked of it (`expected.yaml`, `questions.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


@dataclass(frozen=True)
class WantedElement:
    """One element; `names` are its name and variants, `quote` words of the source that state it."""

    id: str
    kind: str
    names: tuple[str, ...]
    number: str | None
    operator: str | None
    strength: str | None
    quote: str
    k: int | None = None
    window_s: float | None = None
    effort: str | None = None
    file: str = ""


@dataclass(frozen=True)
class WantedRelation:
    """One relation between wanted ids."""

    type: str
    source: str
    target: str
    strength: str | None = None
    latency_s: float | None = None
    channel: str | None = None
    automatic: bool | None = None
    quote: str = ""
    file: str = ""


@dataclass(frozen=True)
class Question:
    """One question; `pathways` are those that must not be intact, with verdicts, None where that is not asked."""

    id: str
    text: str
    after: str | None
    status: frozenset[str]
    pathways: dict[str, str] | None
    elements: tuple[str, ...]
    mention: tuple[tuple[str, ...], ...]
    cite: tuple[str, ...]


@dataclass(frozen=True)
class Expected:
    """The graph and the questions of one case, with the documents to ingest in order."""

    case: str
    documents: tuple[tuple[Path, str], ...]
    elements: dict[str, WantedElement]
    relations: tuple[WantedRelation, ...]
    traps: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...] = field(default=())


def load_expected(name: str) -> Expected:
    """The expected graph and questions of a case in `examples/`."""
    folder = EXAMPLES / name
    graph = read_yaml(folder / "expected.yaml")
    documents = tuple((folder / "documents" / item["file"], item["kind"]) for item in graph["documents"])
    questions = tuple(_question(item) for item in read_yaml(folder / "questions.yaml"))
    return replace(expected_graph(graph, documents), questions=questions)


def expected_graph(graph: dict[str, Any], documents: tuple[tuple[Path, str], ...]) -> Expected:
    """A graph as it is written down, without questions."""
    return Expected(
        case=graph["case"],
        documents=documents,
        elements={item["id"]: _element(item) for item in graph["elements"]},
        relations=tuple(map(_relation, graph.get("relations") or ())),
        traps=tuple((item["kind"], item["name"]) for item in graph.get("traps", ())),
    )


def read_yaml(path: Path) -> Any:
    """What a file of ours holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _element(item: dict[str, Any]) -> WantedElement:
    return WantedElement(
        id=item["id"],
        kind=item["kind"],
        names=(item["name"], *item.get("variants", ())),
        number=None if item.get("number") is None else str(item["number"]),
        operator=item.get("operator"),
        strength=item.get("strength"),
        quote=item.get("quote", ""),
        k=item.get("k"),
        window_s=item.get("window_s"),
        effort=item.get("effort"),
        file=next(iter(item.get("documents") or ()), ""),
    )


def _relation(item: dict[str, Any]) -> WantedRelation:
    return WantedRelation(
        item["type"],
        item["source"],
        item["target"],
        strength=item.get("strength"),
        latency_s=item.get("latency_s"),
        channel=item.get("channel"),
        automatic=item.get("automatic"),
        quote=item.get("quote") or "",
        file=item.get("document") or "",
    )


def _question(item: dict[str, Any]) -> Question:
    return Question(
        id=item["id"],
        text=item["q"],
        after=item.get("after"),
        status=frozenset(item["status"]),
        pathways=item.get("pathways"),
        elements=tuple(item.get("elements") or ()),
        mention=tuple(tuple(group) for group in item.get("mention") or ()),
        cite=tuple(quote["quote"] for quote in item.get("cite") or ()),
    )
