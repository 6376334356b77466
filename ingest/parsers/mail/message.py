"""A message -> its headers, its words, and what is attached. Nothing attached is opened, nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from ingest.errors import UnreadableDocument
from ingest.limits import MEGABYTE, Limits, beyond, megabytes

_PARTS = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"\s*\"?(?P<name>[^\"<>]*?)\"?\s*<(?P<address>[^<>\s]+)>")
_LONGEST_HEADER = 2_000


@dataclass(frozen=True)
class Part:
    """Words of a message: text, or the source of a page."""

    content: bytes
    charset: str
    is_page: bool


@dataclass(frozen=True)
class Letter:
    """A message. `sender` and `sent` are '' where it does not say; `attached`: what was not read, for people."""

    subject: str
    sender: str
    sent: str
    headers: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    attached: tuple[str, ...]
    is_saved_page: bool


def read_letter(content: bytes, limits: Limits) -> Letter:
    """The message. Raises UnreadableDocument where its parts nest without end."""
    if len(content) > limits.unpacked_mb * MEGABYTE:
        raise beyond(f"it has {megabytes(len(content))}, more than {limits.unpacked_mb} MB", "unpacked_mb")
    if len(_PARTS.findall(content)) > 2 * limits.nesting:
        raise beyond(f"it has more than {2 * limits.nesting} parts that hold parts", "nesting")
    try:
        message = message_from_bytes(content, policy=policy.compat32)
    except (MessageError, RecursionError, ValueError) as error:
        raise UnreadableDocument("it is a broken message", "Save it again from the mail program.") from error
    parts, attached = _contents(message)
    return Letter(
        subject=_text(message, "Subject"),
        sender=named(_text(message, "From")),
        sent=_time(_text(message, "Date")),
        headers=tuple((name, said) for name in ("From", "To", "Cc", "Date") if (said := _text(message, name))),
        parts=parts,
        attached=attached,
        is_saved_page="Snapshot-Content-Location" in message or ("From" not in message and not _plain(parts)),
    )


def named(sender: str) -> str:
    """The name of a sender, or the address where there is none."""
    found = _ADDRESS.match(sender)
    if found is None:
        return sender.strip()
    return " ".join(found["name"].strip("' ").split()) or found["address"]


def _contents(message: Message) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The words of a message: its texts, or its pages where it has no text; and the names of what is attached."""
    parts, attached = [], []
    inside: set[int] = set()
    for part in message.walk():
        if id(part) in inside or part.is_multipart():
            if part.get_content_type() == "message/rfc822" and id(part) not in inside:
                inside.update(id(each) for each in part.walk())
                attached.append(f"{_named(part) or 'a message'} (a forwarded message)")
            continue
        kind, name = part.get_content_type(), _named(part)
        if kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment" and not name:
            content = part.get_payload(decode=True)
            charset = part.get_content_charset() or ""
            parts.append(Part(content if isinstance(content, bytes) else b"", charset, kind == "text/html"))
        elif name or part.get_content_disposition() == "attachment":
            attached.append(f"{name or 'a part without a name'} ({kind})")
    return _plain(parts) or tuple(parts), tuple(attached)


def _plain(parts: list[Part] | tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not part.is_page and part.content.strip())


def _named(part: Message) -> str:
    try:
        return _decoded(part.get_filename() or "")
    except (ValueError, LookupError):
        return ""


def _text(message: Message, name: str) -> str:
    said = message.get(name)
    return "" if said is None else _decoded(str(said)[:_LONGEST_HEADER])


def _decoded(said: str) -> str:
    with suppress(MessageError, ValueError, LookupError):
        said = str(make_header(decode_header(said)))
    return " ".join("".join(_shown(said)).split())


def _shown(said: str) -> Iterator[str]:
    """The characters of a header; what no encoding explains becomes a question mark."""
    for character in said:
        yield "?" if 0xD800 <= ord(character) < 0xE000 else character


def _time(date: str) -> str:
    """A date and time as in 2026-05-01 14:05; the words of the header where they are none."""
    try:
        found: datetime = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError):
        return date
    return found.strftime("%Y-%m-%d %H:%M")
