"""Which format a file has, told by its content, and its drafted blocks.

The libraries of a format load when the first such file is read. CSV alone is told by the file's name: any text with
commas could be one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.options import ReadOptions
from ingest.parsers.clock_lines import with_clock_lines
from ingest.parsers.cues import is_cues, parse_cues
from ingest.parsers.draft import Drafted
from ingest.parsers.encodings import Decoded
from ingest.parsers.html.signs import is_html
from ingest.parsers.mail.signs import is_mail
from ingest.parsers.questions import with_answers
from ingest.parsers.sheets.csv_files import CSV_NAMES, parse_csv
from ingest.parsers.source import decode
from ingest.parsers.text import parse_text
from ingest.parsers.turns import with_turns

_MARKDOWN = re.compile(
    r"^(?:#{1,6} +\S|\|.*\|\s*$|```|\s*[-*+] +\[.\] |.*\*\*\S[^*]*\*\*|.*\[[^\]]+\]\([^)]+\)|<!--|[^\n]+\n(?:===|---)+\s*$)",
    re.MULTILINE,
)
_ZIPPED = b"PK\x03\x04"
_NO_TEXTS = frozenset({".pdf", ".docx", ".docm", ".xlsx", ".xlsm", ".doc", ".xls"})
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def draft(path: Path, content: bytes, options: ReadOptions) -> Drafted:
    """The blocks of a file. Raises UnreadableDocument where it is broken, of an unknown format or beyond a limit."""
    limits = options.limits
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from ingest.parsers.pdf.reading import parse_pdf  # noqa: PLC0415 - loads pypdfium2

        return parse_pdf(content, limits)
    if content.startswith(_ZIPPED):
        return _draft_office(content, options)
    if content.startswith(_OLD_OFFICE):
        raise UnreadableDocument("it is an office file of before 2007, or encrypted", "Save it as DOCX, XLSX or PDF.")
    if is_mail(content, path.suffix):
        from ingest.parsers.mail.reading import parse_mail  # noqa: PLC0415 - loads the mail library

        return parse_mail(content, limits)
    if is_html(content, path.suffix):
        from ingest.parsers.html.reading import parse_html  # noqa: PLC0415 - loads lxml

        return _with_turns(parse_html(content, limits), limits)
    drafted = _draft_text(path, decode(content, limits), options)
    if path.suffix.lower() in _NO_TEXTS:
        return replace(drafted, warnings=(*drafted.warnings, f"its name ends in {path.suffix}, and it is plain text"))
    return drafted


def _draft_office(content: bytes, options: ReadOptions) -> Drafted:
    from ingest.parsers.zipped import Archive  # noqa: PLC0415 - loads lxml

    archive = Archive(content, options.limits)
    if "xl/workbook.xml" in archive.names:
        from ingest.parsers.sheets.excel import parse_excel  # noqa: PLC0415 - loads openpyxl

        return parse_excel(content, archive, options.columns)
    from ingest.parsers.docx.reading import parse_docx  # noqa: PLC0415 - loads lxml

    return _with_turns(parse_docx(archive), options.limits)


def _draft_text(path: Path, decoded: Decoded, options: ReadOptions) -> Drafted:
    if path.suffix.lower() in CSV_NAMES:
        drafted = parse_csv(decoded.text, options.columns, options.limits)
        return replace(drafted, warnings=_warned(drafted, decoded))
    if is_cues(decoded.text):
        drafted = parse_cues(decoded.text, options.limits)
        return replace(drafted, warnings=_warned(drafted, decoded))
    drafted = _draft_prose(path, decoded.text, options.limits)
    return _with_turns(replace(drafted, warnings=_warned(drafted, decoded)), options.limits)


def _draft_prose(path: Path, text: str, limits: Limits) -> Drafted:
    if path.suffix.lower() in {".md", ".markdown"} or _MARKDOWN.search(text):
        from ingest.parsers.markdown import parse_markdown  # noqa: PLC0415 - loads markdown-it

        return parse_markdown(text, limits)
    return parse_text(text, limits)


def _warned(drafted: Drafted, decoded: Decoded) -> tuple[str, ...]:
    return (*drafted.warnings, *([decoded.warning] if decoded.warning else ()))


def _with_turns(drafted: Drafted, limits: Limits) -> Drafted:
    return replace(drafted, blocks=with_answers(with_clock_lines(with_turns(drafted.blocks, limits))))
