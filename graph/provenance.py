"""Where something is said: documents in exact versions, and passages as exact characters of one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Frozen(BaseModel):
    """A value that never changes and knows every one of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class DocumentKind(StrEnum):
    """What a document is to the assessment; minutes and notes count as interviews."""

    REPORT = "report"
    CRITIQUE = "critique"
    INTERVIEW = "interview"


class Document(Frozen):
    """One exact version of a source. `text` is what all offsets count in; None where an import left it out.

    `path` is where it was read from, `reader` the extractor and its version that read it.
    """

    id: str = Field(min_length=1)
    kind: DocumentKind
    title: str = Field(min_length=1)
    path: str = ""
    sha256: str = ""
    text: str | None = None
    reader: str = ""


class Passage(Frozen):
    """Characters `start` to `end` of a document. `page` counts from 1, `page_label` is what is printed."""

    id: str = Field(min_length=1)
    document: str
    page: int | None = Field(default=None, ge=1)
    page_label: str | None = None
    section: str | None = None
    time: str | None = None
    speaker: str | None = None
    start: int = Field(default=0, ge=0)
    end: int = Field(default=0, ge=0)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _span_is_forward(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"passage '{self.id}' ends at {self.end}, before it starts at {self.start}")
        return self


class Entered(Frozen):
    """Who typed something in, and when (ISO 8601, UTC)."""

    who: str = Field(min_length=1)
    when: str = Field(min_length=1)
