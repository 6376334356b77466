"""What the model is asked to fill in, as types; the tool's schema is generated from them.

Every field is required and none can be null, since a strict schema bears few alternatives: "" and -1 and "unstated"
mean that the text does not say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, JsonValue
from pydantic.fields import FieldInfo

from graph.elements import SOURCES, ElementKind, Operator, RelationType, Strength
from graph.provenance import Frozen

UNSTATED = "unstated"

_KEPT_APART = frozenset({RelationType.STATED_IN, RelationType.PART_OF})


def _one_of(words: Iterable[str]) -> tuple[AfterValidator, FieldInfo]:
    """What makes a text one of these words, for the schema and for what comes back."""
    allowed = tuple(words)

    def checked(word: str) -> str:
        if word not in allowed:
            raise ValueError(f"'{word}' is none of: {', '.join(allowed)}")
        return word

    return AfterValidator(checked), Field(json_schema_extra={"enum": list(allowed)})


KindName = Annotated[str, *_one_of(kind.value for kind in ElementKind if kind not in SOURCES)]
TypeName = Annotated[str, *_one_of(name.value for name in RelationType if name not in _KEPT_APART)]
StrengthName = Annotated[str, *_one_of((UNSTATED, *Strength))]
OperatorName = Annotated[str, *_one_of((UNSTATED, *Operator))]


class SaidElement(Frozen):
    """One thing that a block states or mentions."""

    ref: int = Field(description="a number of your own by which relations of this record name the element")
    kind: KindName
    name: str = Field(description="how the document calls it, in its own words")
    number: str = Field(description='the document\'s own number of it, such as "5.2"; "" where it has none')
    aliases: tuple[str, ...] = Field(description="other names and acronyms that the document gives it")
    introduces: bool = Field(description="true where the block introduces it, false where it only mentions it")
    block: int = Field(description="the number of the block that the quote is from")
    quote: str = Field(description="exact characters of that block")
    text: str = Field(description='what it says or does, as a sentence of the document; "" where the name says all')
    strength: StrengthName = Field(description="how much it holds, where the text grades it")
    operator: OperatorName = Field(description="how what supports it combines, where the text says so")
    k: int = Field(description="how many are enough, for at_least; else -1")
    window_s: float = Field(description="a pathway's time until harm cannot be undone, in seconds; else -1")
    effort: str = Field(description='a mitigation\'s effort in the words of the text; else ""')
    effort_days: float = Field(description="that effort in person-days; else -1")


class SaidRelation(Frozen):
    """One relation between two elements of the same record."""

    type: TypeName
    source: int = Field(description="ref of the element that it leads from (of SUPPORTED_BY: what is held up)")
    target: int = Field(description="ref of the element that it leads to")
    block: int
    quote: str = Field(description="exact characters of that block that say the relation")
    inferred: bool = Field(description="true where the quote does not say it outright")
    strength: StrengthName
    latency_s: float = Field(description="seconds until the message arrives or is acted on; else -1")
    channel: str = Field(description='by what a message goes ("pager", "e-mail"), in words of the text; else ""')
    automatic: Literal["yes", "no", "unstated"]


class Record(Frozen):
    """All that a part states."""

    elements: tuple[SaidElement, ...]
    relations: tuple[SaidRelation, ...]


class Verdict(Frozen):
    """Whether a proposal of another reader stands."""

    number: int
    stands: bool


class Verdicts(Frozen):
    """A verdict on every proposal."""

    verdicts: tuple[Verdict, ...]


def schema_of(form: type[Record] | type[Verdicts]) -> JsonValue:
    """The JSON schema of a form, without titles and defaults: what a strict tool takes."""
    return _bare(form.model_json_schema())


def _bare(schema: JsonValue) -> JsonValue:
    """A schema without the titles that pydantic gives; its depth is that of our own types."""
    if isinstance(schema, list):
        return [_bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {key: _bare(value) for key, value in part.items()}
        if name in {"properties", "$defs"} and isinstance(part, dict)
        else _bare(part)
        for name, part in schema.items()
        if name not in {"title", "default"}
    }
