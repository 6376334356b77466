"""How a message of a mail program is told from other files."""

from __future__ import annotations

import re

MAIL_NAMES = frozenset({".eml", ".mht", ".mhtml"})
_HEADER = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][\w-]{0,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_ROUTED = re.compile(rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)
_HEAD = 20_000


def is_mail(content: bytes, suffix: str) -> bool:
    """Whether a file is a message: by headers that only mail programs write, or by its name where it has headers."""
    found = _HEADER.match(content[:_HEAD])
    return found is not None and (suffix.lower() in MAIL_NAMES or _ROUTED.search(found[0]) is not None)
