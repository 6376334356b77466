"""What can go wrong with a question."""

from __future__ import annotations

from graph.errors import LoadpathError


class UnusableQuestion(LoadpathError):
    """A question is empty or too long to be one."""
