#!/usr/bin/env bash
# BudouX 0.10.1 (zh-hans model), seen 2026-12-01.
#
# Good guess: the library exists to put line breaks between phrases and never inside one; a word of
#   Latin letters inside Chinese, which even the plainest browser keeps whole, stays whole.
# What happens: the Chinese model divides between any two characters. Of seven everyday titles with a
#   product's name five are cut inside a Latin word ("Py|thon", "iP|hone", even "Hello Worl|d"), and pieces
#   join the end of a Chinese word to the first Latin letter. rjieba 0.2.2 keeps each name whole.
# Who meets it: everybody who breaks Chinese headings with product names in them by phrases.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install -q --disable-pip-version-check budoux==0.10.1 rjieba==0.2.2
PYTHONUTF8=1 "$room/venv/bin/python" - <<'PY'
import re

import budoux
import rjieba

TITLES = (
    "用Python写人工智能程序",
    "用iPhone拍照",
    "互联网Internet时代",
    "参与感OpenAI的ChatGPT",
    "小米MIUI论坛",
    "Hello World 你好世界",
    "WeChat Pay",
)


def is_cut(pieces):
    """Tell whether a break stands between two Latin letters."""
    return any(re.search(r"[A-Za-z]$", a) and re.match(r"[A-Za-z]", b) for a, b in zip(pieces, pieces[1:]))


parser = budoux.load_default_simplified_chinese_parser()
cut = {"BudouX": 0, "rjieba": 0}
for title in TITLES:
    for name, pieces in (("BudouX", parser.parse(title)), ("rjieba", rjieba.cut(title))):
        cut[name] += is_cut(pieces)
        print(f"  {name}  {'|'.join(pieces)}")
print("titles with a break inside a Latin word:", cut)
assert cut == {"BudouX": 5, "rjieba": 0}, cut
print("as described")
PY
