"""How a web page is told from other files, and in which characters it is written."""

from __future__ import annotations

import codecs
import re

from ingest.limits import Limits
from ingest.parsers.encodings import Decoded
from ingest.parsers.source import check_text_size, decode, lines_of

_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_OPENING = re.compile(
    rb"(?:\s|(?><!--.*?-->)|<\?xml[^>]*>|\xef\xbb\xbf)*+<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.DOTALL | re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})")
_EMBEDDED = re.compile(rb"data:[\w/+.;=-]{0,100}base64,[A-Za-z0-9+/=%\s]*")
_HEAD = 4096
_WESTERN = frozenset({"ascii", "iso8859-1", "latin-1", "cp1252"})
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_html(content: bytes, suffix: str) -> bool:
    """Whether a file is a web page, by how it begins, or by its name where it begins with a tag."""
    opening = content[:_HEAD]
    return _OPENING.match(opening) is not None or (suffix.lower() in _NAMES and b"<" in opening)


def decode_html(content: bytes, limits: Limits) -> Decoded:
    """The characters of a page, in the encoding that it names; pictures inside it are dropped unread."""
    bare = _EMBEDDED.sub(b"data:", content)
    named = _CHARSET.search(bare[:_HEAD]) or _DECLARED.match(bare[:_HEAD])
    said = named[1].decode("ascii", "replace") if named and not bare.startswith(_MARKS) else ""
    encoding = _codec(said)
    if not encoding or b"\x00" in bare:
        return decode(bare, limits)
    check_text_size(bare, limits)
    if not bare.isascii() and _is_utf8(bare):
        return Decoded(lines_of(bare.decode("utf-8")), f"it names {said} as its encoding, and is UTF-8")
    try:
        return Decoded(lines_of(bare.decode(encoding)))
    except UnicodeDecodeError:
        return decode(bare, limits)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _codec(name: str) -> str:
    """The encoding that browsers take under this name; '' for one that is left to be found out."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    if found in _WESTERN:
        return "cp1252"
    return found if found.startswith(("iso8859", "cp125", "koi8", "gb", "big5", "shift_jis", "euc", "mac")) else ""
