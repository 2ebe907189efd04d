"""PDFs as tests need them, made by hand: of lines, of streams of operators, of pieces of text at their places."""

from __future__ import annotations


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with lines of text, an empty one where a paragraph ends."""
    return pdf_of(on_page(*lines))


def on_page(*lines: str) -> bytes:
    """Return what a page shows that has lines of text, as an object of a PDF."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return stream_of(f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode())


def stream_of(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), more, content)


def pdf_of(*pages: bytes, kids: bytes = b"", notes: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF of pages, each by what it shows; other kids of their list, and notes that each has."""
    first, count = 4, len(pages)
    numbers = [first + 2 * place for place in range(count)]
    last = first + 2 * count
    annotations = b" ".join(b"%d 0 R" % (last + place) for place in range(len(notes)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s %s]/Count %d>>" % (b" ".join(b"%d 0 R" % number for number in numbers), kids, count),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, shown in zip(numbers, pages, strict=True):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[%d 0 R]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Annots[%s]>>" % (number + 1, annotations),
            shown,
        ]
    objects += notes
    made = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + head % (len(objects) + 1, table, len(objects) + 1, len(made))


def drawn(*pieces: tuple[str, float, float], form: str) -> bytes:
    return stream_of(" ".join(form.format(text=text, x=x, y=y) for text, x, y in pieces).encode())
