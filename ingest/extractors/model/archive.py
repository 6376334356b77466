"""Replies that were paid for, kept in a folder: one file each, named by the digest of what was asked.

A run that was broken off finds what it has already, and so does a batch that is still being worked on. The folder
holds words of confidential documents: it is made for its owner alone.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from graph.provenance import Frozen
from ingest.errors import ModelUnusable
from ingest.extraction import KnownName
from ingest.extractors.model.prompts import prompt_versions
from ingest.extractors.model.replies import Reply
from ingest.extractors.model.requests import Request


class _Kept(Frozen):
    """A reply with what it was made by."""

    model: str
    prompts: str
    reply: Reply


class _Batch(Frozen):
    """A batch that was handed in."""

    id: str


class _Begun(Frozen):
    """The names of other documents with which the reading of a document was begun."""

    names: tuple[KnownName, ...]


class ReplyArchive:
    """Keeps replies, the ids of batches under way and the names that documents are read with, in a folder.

    The first write makes the folder.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is opened or made yet."""
        self._folder = folder

    def reply(self, request: Request) -> Reply | None:
        """The reply to exactly this request; None where there is none that can be read."""
        try:
            text = self._path(request.digest).read_text(encoding="utf-8")
            return _Kept.model_validate_json(text).reply
        except (FileNotFoundError, UnicodeDecodeError, ValidationError):
            return None
        except OSError as error:
            raise _unusable(self._folder, error) from error

    def keep(self, request: Request, reply: Reply) -> None:
        """Keep a reply, whole or not at all; ModelUnusable where the folder cannot be written."""
        self._write(request.digest, _Kept(model=request.model, prompts=prompt_versions(), reply=reply))

    def batch(self, requests: Iterable[Request]) -> str | None:
        """The id of the batch with exactly these requests that is under way; None where there is none."""
        try:
            return _Batch.model_validate_json(self._path(_batch_name(requests)).read_text(encoding="utf-8")).id
        except (FileNotFoundError, UnicodeDecodeError, ValidationError):
            return None
        except OSError as error:
            raise _unusable(self._folder, error) from error

    def keep_batch(self, requests: Iterable[Request], batch: str) -> None:
        """Keep the id of a batch that was handed in."""
        self._write(_batch_name(requests), _Batch(id=batch))

    def forget_batch(self, requests: Iterable[Request]) -> None:
        """Forget a batch whose replies are in, or that is gone."""
        self._path(_batch_name(requests)).unlink(missing_ok=True)

    def names(self, document: str) -> tuple[KnownName, ...] | None:
        """The names with which the reading of the document of this id was begun; None where it was not.

        They stay what they are while other documents come into the case: other names would be other requests.
        """
        try:
            return _Begun.model_validate_json(self._path(_begun_name(document)).read_text(encoding="utf-8")).names
        except (FileNotFoundError, UnicodeDecodeError, ValidationError):
            return None
        except OSError as error:
            raise _unusable(self._folder, error) from error

    def keep_names(self, document: str, names: tuple[KnownName, ...]) -> None:
        """Keep the names with which the reading of a document begins, unless it has begun before."""
        if self.names(document) is None:
            self._write(_begun_name(document), _Begun(names=names))

    def forget_names(self, document: str) -> None:
        """Begin the reading of a document anew, with the names that are known now."""
        self._path(_begun_name(document)).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _write(self, name: str, value: Frozen) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(value.model_dump_json())
            Path(path).replace(self._path(name))
        except OSError as error:
            raise _unusable(self._folder, error) from error


def _begun_name(document: str) -> str:
    return "begun-" + sha256(document.encode()).hexdigest()


def _batch_name(requests: Iterable[Request]) -> str:
    digests = sorted(request.digest for request in requests)
    return "batch-" + sha256(" ".join(digests).encode()).hexdigest()


def _unusable(folder: Path, error: OSError) -> ModelUnusable:
    return ModelUnusable(
        f"cannot keep the replies of the model in '{folder}': {error.strerror}",
        "Name a folder that can be written, as `replies` in loadpath.toml or LOADPATH_REPLIES.",
    )
