"""Small files of every kind, written by hand: DOCX as a ZIP of XML, PDF object by object."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def docx(body: str, *, target: str = "word/document.xml", others: Mapping[str, str] | None = None) -> bytes:
    """A DOCX package with the given XML in its body."""
    relations = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r0" Type="x/metadata/thumbnail" Target="a.png"/>'
        f'<Relationship Id="r1" Type="{_OFFICE}" Target="{target}"/></Relationships>'
    )
    parts = {
        "_rels/.rels": relations,
        target.lstrip("/"): f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        **(others or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with the given lines on its pages; each character has its own code in a font with a ToUnicode table."""
    characters = sorted({ch for page in pages for line in page for ch in line})
    code = {ch: f"{number:04x}" for number, ch in enumerate(characters, 1)}
    table = "".join(f"<{code[ch]}> <{ch.encode('utf-16-be').hex()}>\n" for ch in characters)
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(characters)} beginbfchar\n{table}endbfchar\nendcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo"
            " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>"
        ),
        _stream(unicode),
    ]
    for number, page in enumerate(pages):
        lines = "".join(f"<{''.join(code[ch] for ch in line)}> Tj T*\n" for line in page)
        objects += [
            (
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >>"
                f" /Contents {7 + 2 * number} 0 R >>"
            ),
            _stream(f"BT /F 10 Tf 14 TL 50 780 Td\n{lines}ET"),
        ]
    return _assembled(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(objects: Sequence[str]) -> bytes:
    data, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
