"""Permissions as everyone else has them: whoever runs the tests as root gives that up for a moment."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Inside, file permissions hold for us as for anyone; root comes back afterwards."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every user may reach; it belongs to the ordinary user."""
    folder = Path(tempfile.mkdtemp(prefix="loadpath-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, -1)
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
