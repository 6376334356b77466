"""Reading a large case without Python looking for unreachable circles again and again.

A case comes as millions of small values that all stay; to go through them takes up to half of the time of reading them,
and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python look for none meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
