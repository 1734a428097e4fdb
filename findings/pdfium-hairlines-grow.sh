#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium), seen 2026-12-01.
#
# Good guess: pages are painted with anti-aliasing, so a rule half a pixel wide takes half the ink of
#   one pixel; a page painted at a quarter of its size looks like the large one scaled down.
# What happens: strokes and filled rectangles that are thinner than a pixel are painted a whole pixel
#   wide in their full tone, whatever their width. On a contact sheet of small slides a hairline of
#   0.02 px is as dark as a line of 1 px: a quiet grid becomes the loudest thing on the page.
# Mend: paint lines that will be thinner than a pixel in a paler tone.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2
"$room/venv/bin/python" - <<'PY'
import pypdfium2 as pdfium


def pdf(content):
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    file, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return file + tail % (table, len(file))


def ink(content):
    """Return how many black pixels the column in the middle of the page amounts to."""
    bitmap = pdfium.PdfDocument(pdf(content))[0].render(scale=1, grayscale=True)
    pixels = bytes(bitmap.buffer)
    return round(sum(255 - pixels[row * bitmap.stride + 50] for row in range(100)) / 255, 2)


seen = {}
for width in (3, 2, 1, 0.5, 0.1, 0.02):
    stroke = ink(b"%g w 10 50.5 m 90 50.5 l S" % width)
    filled = ink(b"10 %g 80 %g re f" % (50.5 - width / 2, width))
    seen[width] = stroke, filled
    print(f"  {width:5} px wide: as a stroke {stroke} px of ink, as a filled rectangle {filled}")
assert seen[3] == (3, 3)
assert seen[2] == (2, 2)
assert all(seen[width] == (1, 1) for width in (1, 0.5, 0.1, 0.02)), seen
print("as described")
PY
