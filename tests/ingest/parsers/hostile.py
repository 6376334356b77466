"""Files made to take all time, all memory or somebody's secrets: small ones in the suite, real sizes with `make soak`.

Each gives its name and bytes; `scale` is 1 in the suite.
"""

from __future__ import annotations

import os
import zipfile
from email.message import EmailMessage
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.parsers.word_files import ROLES, SPACES, W, paragraph, relationships

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
SCALE = 100 if SOAK else 1


def zipped(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return content.getvalue()


def word(document: bytes, **parts: bytes) -> bytes:
    main = relationships(f'<Relationship Id="m" Type="{ROLES}officeDocument" Target="word/document.xml"/>')
    styles = relationships(f'<Relationship Id="s" Type="{ROLES}styles" Target="styles.xml"/>')
    return zipped(
        {"_rels/.rels": main.encode(), "word/_rels/document.xml.rels": styles.encode(), "word/document.xml": document}
        | {f"word/{name.replace('_', '.')}": part for name, part in parts.items()}
    )


def body(inside: str) -> bytes:
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>".encode()


def excel(sheet: str) -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    link = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": relationships(
                f'<Relationship Id="m" Type="{ROLES}officeDocument" Target="xl/workbook.xml"/>'
            ).encode(),
            "xl/workbook.xml": f'<workbook {space} {link}><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>'.encode(),
            "xl/_rels/workbook.xml.rels": relationships(
                f'<Relationship Id="s" Type="{ROLES}worksheet" Target="worksheets/s.xml"/>'
            ).encode(),
            "xl/worksheets/s.xml": f"<worksheet {space}><sheetData>{sheet}</sheetData></worksheet>".encode(),
        }
    )


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def letter(words: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Ines <ines@example.org>"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(words)
    return bytes(message)


def pdf(pages: int) -> bytes:
    content = BytesIO()
    canvas = Canvas(content)
    for page in range(pages):
        canvas.drawString(72, 700, f"The gate of page {page + 1} holds in every weather so far.")
        canvas.showPage()
    canvas.save()
    return content.getvalue()


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "bomb of spaces in a Word file": ("a.docx", word(b" " * (101 << 20) + body(""))),
    "entities in a Word file": ("a.docx", word(ENTITIES + body(paragraph("&b;&c;")))),
    "entities in styles": ("a.docx", word(body(paragraph("x")), styles_xml=ENTITIES + f"<w:styles {W}/>".encode())),
    "tags nested in a Word file": ("a.docx", word(body("<w:sdt>" * 9_000 + "</w:sdt>" * 9_000))),
    "Word file cut off": ("a.docx", word(body(paragraph("x")))[:-40]),
    "zip that is no document": ("a.docx", zipped({"a.txt": b"x"})),
    "row of very many columns": (
        "a.html",
        f"<html><table><tr><td>a<td>b{'<td>c' * 600}</table>".encode(),
    ),
    "lists nested in a page": ("a.html", b"<html>" + b"<ul><li>" * 300 * SCALE + b"deep"),
    "tags nested in a page": ("a.html", b"<html>" + b"<div>" * 5_000 * SCALE + b"deep"),
    "quotes nested in Markdown": ("a.md", b">" * 3_000 * SCALE + b" deep"),
    "one line of text too long": ("a.txt", b"x" * ((11 if not SOAK else 100) << 20)),
    "cell without end": ("a.csv", b'Control,Owner\n"Gate' + b"x" * 200_000 * SCALE),
    "sheet of an office of long ago": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    "broken Excel file": ("a.xlsx", excel("<row><c t='s'><v>99</v></c></row>")),
    "entities in an Excel file": ("a.xlsx", zipped({"xl/workbook.xml": ENTITIES + b"<workbook/>"})),
    "sheet whose rows have no end": ("a.xlsx", excel(f'<row r="99999999999">{cell("A99999999999", "x")}</row>')),
    "message of nested parts": (
        "a.eml",
        b"From: a\nMessage-ID: b\n" + b"Content-Type: message/rfc822\n\n" * 200 * SCALE + b"deep",
    ),
    "PDF that is cut off": ("a.pdf", pdf(1)[:200]),
}
READ = {
    "brackets in the name of a sender": (
        "a.eml",
        b"From: " + b"(" * 2_000 * SCALE + b"\nMessage-ID: b\n\nThe gate holds.\n",
    ),
    "spaces in a message": ("a.eml", letter("The gate holds." + " " * 900 + "\n" + " " * 20_000 * SCALE + "x")),
    "comments before a page": ("a.html", b"<!-- -->" * 400 + b"<p>The gate holds.</p>"),
    "cell that spans without end": (
        "a.html",
        b"<html><table><tr><td rowspan=99999 colspan=99999>The gate holds.<td>b<tr><td>c</table>",
    ),
    "list of a depth without end": (
        "a.docx",
        word(
            body(
                '<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                "<w:r><w:t>The gate holds.</w:t></w:r></w:p>"
            )
        ),
    ),
    "marks that turn text around": ("a.txt", "The \u202etaeg\u202c gate holds. \u200f".encode()),
    "two encodings in one file": ("a.txt", b"The gate holds. \xe9\xc3\xa9"),
    "macros": ("a.docx", word(body(paragraph("The gate holds.")), vbaProject_bin=b"Sub AutoOpen")),
    "many pages": ("a.pdf", pdf(5_000 if SOAK else 40)),
    "brackets without end": ("a.md", b"The gate holds. " + b"[" * 5_000 * SCALE),
}
