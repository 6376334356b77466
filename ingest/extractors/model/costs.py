"""What reading costs: tokens counted after, estimated before, and dollars where a price is known.

Prices are list prices in US dollars per million tokens, as published on PRICES_AS_OF; the Message Batches API takes
half. An estimate counts 3.2 characters a token, which is on the safe side for English prose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import Field

from graph.provenance import Frozen

PRICES_AS_OF = "2026-11-21"
CHARACTERS_PER_TOKEN = 3.2
BATCH_SHARE = 0.5
MILLION = 1_000_000


class Usage(Frozen):
    """Tokens of one or several replies: sent anew, sent into the service's cache, read from it, and written."""

    sent: int = Field(default=0, ge=0)
    cached: int = Field(default=0, ge=0)
    from_cache: int = Field(default=0, ge=0)
    written: int = Field(default=0, ge=0)

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(
            sent=self.sent + other.sent,
            cached=self.cached + other.cached,
            from_cache=self.from_cache + other.from_cache,
            written=self.written + other.written,
        )


@dataclass(frozen=True)
class Price:
    """US dollars per million tokens, by the same four kinds as `Usage`."""

    sent: float
    cached: float
    from_cache: float
    written: float


PRICES: Mapping[str, Price] = MappingProxyType(
    {
        "claude-opus-5-5": Price(4.0, 5.0, 0.2, 20.0),
        "claude-opus-5": Price(5.0, 6.25, 0.5, 25.0),
        "claude-sonnet-5-5": Price(2.0, 2.5, 0.2, 10.0),
        "claude-sonnet-5": Price(2.0, 2.5, 0.2, 10.0),
    }
)


def dollars(model: str, usage: Usage, *, in_batches: bool) -> float | None:
    """The list price of so many tokens in US dollars; None where no price of the model is known."""
    price = PRICES.get(model)
    if price is None:
        return None
    full = (
        usage.sent * price.sent
        + usage.cached * price.cached
        + usage.from_cache * price.from_cache
        + usage.written * price.written
    )
    return full / MILLION * (BATCH_SHARE if in_batches else 1.0)


def tokens(characters: int) -> int:
    """About how many tokens so many characters are."""
    return round(characters / CHARACTERS_PER_TOKEN)
