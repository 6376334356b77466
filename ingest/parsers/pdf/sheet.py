"""A page as it is printed: runs of characters that are set alike, and ruled lines.

Points, counted from the left and from the foot of the page as it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.parsers.pdf.references import Reference
from ingest.parsers.pdf.remarks import Remark


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font and size on one baseline `y`, from `x0` to `x1`."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruled line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `label` is the printed number that the file itself names; `sideways`: runs not set level."""

    page: int
    label: str | None
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()
    sideways: tuple[Run, ...] = ()
    pictures: int = 0
    references: tuple[Reference, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def without(self, dropped: frozenset[Run]) -> Sheet:
        """The page without some of its runs."""
        return replace(self, runs=tuple(run for run in self.runs if run not in dropped))


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that are read as one line; `size` is that of most of its characters."""

    runs: tuple[Run, ...]
    x0: float
    x1: float
    y: float
    size: float

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def fixed(self) -> bool:
        """Whether all of it is set in a font of fixed width."""
        return all(run.fixed for run in self.runs if run.text.strip())
