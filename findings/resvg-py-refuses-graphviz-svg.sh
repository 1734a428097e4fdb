#!/usr/bin/env bash
# resvg-py 0.5.0 and the SVG of Graphviz 14 (pygraphviz 2.0.4), seen 2026-12-01.
#
# Good guess: an SVG that every browser shows is drawn with the default arguments; the docstring
#   says of the default "dpi: 0 = SVG default", which is 96.
# What happens: the binding hands the 0 on, so every length in pt, mm, cm, in or pc is 0 and the
#   file has "an invalid size". Graphviz writes width and height of each SVG in pt: none of its
#   pictures can be drawn until dpi is given, and the message names the file, not the argument.
#   With dpi=96 a drawing of 62pt has 83 pixels, with dpi=72 62.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install -q --disable-pip-version-check resvg-py==0.5.0 pygraphviz==2.0.4
"$room/venv/bin/python" - <<'PY'
import re
import struct

import pygraphviz
import resvg_py

graph = pygraphviz.AGraph("digraph { a -> b }")
svg = graph.draw(format="svg", prog="dot").decode()
print("Graphviz writes", re.search(r'<svg width="\S+" height="\S+"', svg)[0])


def drawn(text, **options):
    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=text, **options))
    except ValueError as error:
        return f"refused: {error}"
    return "{} x {}".format(*struct.unpack(">II", png[16:24]))


seen = {
    "as it is": drawn(svg),
    "dpi=96": drawn(svg, dpi=96),
    "dpi=72": drawn(svg, dpi=72),
    "without units": drawn(svg.replace('pt"', '"', 2)),
}
for name, word in seen.items():
    print(f"  {name:14}", word)
assert seen["as it is"] == "refused: SVG has an invalid size"
assert seen["dpi=72"] == seen["without units"] == "62 x 116"
assert seen["dpi=96"] == "83 x 155"
print("as described")
PY
