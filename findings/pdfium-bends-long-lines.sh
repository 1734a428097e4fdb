#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium), seen 2026-12-01.
#
# Good guess: a page that is painted through a small window (a tile of a large drawing, a zoomed view)
#   shows what the whole page would show there; what lies far outside is clipped and changes nothing.
# What happens: the ends of a line are moved into a box of about ±32,000 px round the window before the
#   line is clipped, each coordinate by itself. A line whose end lies further away changes its slope,
#   so it runs through the window at another place, or misses it. No error, no warning. Painted by
#   tiles, a long branch of a large map is broken at the borders of the tiles.
# Mend: cut lines at the window's borders before they are handed over.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2
"$room/venv/bin/python" - <<'PY'
import pypdfium2 as pdfium
import pypdfium2.raw as raw

SIDE = 2000  # of the window, in px


def pdf(content, width, height):
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R>>" % (width, height),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    file, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return file + tail % (table, len(file))


def off_by(length, x):
    """Return how many px too low the line y = x / 2 of a page stands in a window about x."""
    page = pdfium.PdfDocument(pdf(b"4 w 0 0 m %d %d l S" % (length, length // 2), length, length))[0]
    bitmap = pdfium.PdfBitmap.new_native(SIDE, SIDE, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, SIDE, SIDE)
    top = length - x // 2 - SIDE // 2  # the page's y goes up, the bitmap's down
    place = raw.FS_MATRIX(1, 0, 0, 1, SIDE // 2 - x, -top)
    window = raw.FS_RECTF(0, 0, SIDE, SIDE)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, place, window, 0)
    pixels = bytes(bitmap.buffer)
    rows = [row for row in range(SIDE) if pixels[row * bitmap.stride + SIDE // 2] < 128]
    return round(sum(rows) / len(rows)) - SIDE // 2 if rows else None


print("PDFium", pdfium.PDFIUM_INFO)
seen = {}
for length in (20_000, 40_000, 60_000, 100_000):
    for x in (5_000, 10_000, 15_000):
        seen[length, x] = off_by(length, x)
        word = "not in the window" if seen[length, x] is None else f"off by {seen[length, x]} px"
        print(f"  a line of {length:7,} px, seen at {x:6,}: {word}")
assert all(abs(off) <= 1 for (length, _), off in seen.items() if length == 20_000)
assert all(off is None or abs(off) > 20 for (length, _), off in seen.items() if length == 100_000)
print("as described")
PY
