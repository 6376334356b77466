"""What is worked out of a document once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

_Source = TypeVar("_Source")
_Found = TypeVar("_Found")


def once(work: Callable[[_Source], _Found]) -> Callable[[_Source], _Found]:
    """The function, which keeps what it worked out with the value that it was asked of, as a cached property does.

    Nobody may change what it gives.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def asked(source: _Source) -> _Found:
        kept = vars(source)
        if name not in kept:
            kept[name] = work(source)
        return cast("_Found", kept[name])

    return asked
