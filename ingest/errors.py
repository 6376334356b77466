"""What can go wrong with a document."""

from __future__ import annotations

from graph.errors import LoadpathError


class UnreadableDocument(LoadpathError):
    """A file cannot be read as a document: missing, empty, encrypted, broken, of another format, or too large."""


class ModelUnusable(LoadpathError):
    """A language model cannot be asked, or has not answered: no key, refused, overloaded, or no reply kept."""
