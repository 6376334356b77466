"""What is sent: the instructions, the document's outline and names, and the blocks of a part, all as plain values.

A request is known by its digest, which covers every character that is sent: an answer is looked up by it. The blocks
go as JSON, so that nothing in a document can end the data and begin to instruct.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from pydantic import JsonValue

from ingest.document import ParsedDocument
from ingest.extraction import Proposals
from ingest.extractors.model.parts import Part, outline
from ingest.extractors.model.prompts import prompt
from ingest.extractors.model.record import Record, Verdicts, schema_of

REPLY_TOKENS = 16_000
"""The most that a reply may have: several times what a part of full length gives."""

NAMED = 300
"""How many headings, and how many names, go with a request; it says how many there are besides."""


@dataclass(frozen=True)
class Tool:
    """The form that a reply fills in."""

    name: str
    description: str
    schema: JsonValue


RECORD = Tool("record", "Record what the blocks say.", schema_of(Record))
JUDGE = Tool("judge", "Judge the proposals of another reader.", schema_of(Verdicts))


@dataclass(frozen=True)
class Request:
    """One question to a model. `instructions` are the same for all, `context` for all parts of a document.

    `attempt` counts how often the same was asked because the reply before could not be used.
    """

    model: str
    instructions: str
    context: str
    text: str
    tool: Tool
    attempt: int = 1

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything that is sent, and of the attempt."""
        sent = [self.model, self.instructions, self.context, self.text, self.tool.name, self.tool.schema]
        return sha256(_json([*sent, REPLY_TOKENS, self.attempt]).encode()).hexdigest()

    @property
    def characters(self) -> int:
        """How many characters are sent, the form included."""
        return len(self.instructions) + len(self.context) + len(self.text) + len(_json(self.tool.schema))

    def again(self) -> Request:
        """The same, asked once more."""
        return replace(self, attempt=self.attempt + 1)


@dataclass(frozen=True)
class Material:
    """A document, and what the rules read in it: what every request about it is made from."""

    document: ParsedDocument
    rules: Proposals
    model: str

    def record(self, part: Part) -> Request:
        """The request to record what a part says."""
        return self._request("part", {"blocks": _json(self._blocks(part.numbers))}, RECORD)

    def judge(self, numbers: Iterable[int], proposals: JsonValue) -> Request:
        """The request to judge proposals of the rules beside the blocks that they were read in."""
        material: JsonValue = {"blocks": self._blocks(numbers), "proposals": proposals}
        return self._request("second_look", {"material": _json(material)}, JUDGE)

    def _request(self, name: str, blanks: dict[str, str], tool: Tool) -> Request:
        return Request(self.model, prompt("read").text, self._context, prompt(name).filled(blanks), tool)

    @cached_property
    def _context(self) -> str:
        source = self.document.source
        about: JsonValue = {
            "title": source.title,
            "kind": source.kind.value,
            "outline": _up_to(outline(self.document)),
            "names": _up_to(_names(self.rules)),
        }
        return prompt("document").filled({"document": _json(about)})

    def _blocks(self, numbers: Iterable[int]) -> list[JsonValue]:
        return [self._block(number) for number in numbers]

    def _block(self, number: int) -> JsonValue:
        block = self.document.blocks[number]
        page = self.document.page_at(block.start)
        place = {
            "section": block.section,
            "page": page.page if page else None,
            "speaker": block.speaker,
            "time": block.time,
        }
        known: dict[str, JsonValue] = {name: value for name, value in place.items() if value is not None}
        return {"block": number, "is": block.kind.value, **known, "text": self.document.said(block)}


def _names(rules: Proposals) -> tuple[str, ...]:
    """What the rules call things: kind, number and name, each once."""
    found = (f"{e.kind} {e.number}: {e.name}" if e.number else f"{e.kind}: {e.name}" for e in rules.elements)
    return tuple(dict.fromkeys(found))


def _up_to(lines: tuple[str, ...]) -> list[JsonValue]:
    more = len(lines) - NAMED
    return [*lines[:NAMED], *([f"(and {more} more)"] if more > 0 else [])]


def _json(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
