#!/usr/bin/env bash
# PyYAML 6.0.4 (wheels with libyaml 0.2.6), seen 2026-12-01.
#
# Good guess: a release that changes only its last digit reads what the one before it read, and
#   CLoader and Loader of one release agree on which documents are valid.
# What happens: 6.0.3 (libyaml 0.2.5) reads 2,000 levels; 6.0.4 refuses the 1,000th level of block
#   style and the 1,001st of flow style with "exceeded maximum nesting depth", a ScannerError like
#   that of a typing mistake. The pure Python parser of the same release reads all of them. The limit
#   is neither in the documentation of PyYAML nor can it be set, so whether a deep document is valid
#   depends on the machine's wheel, on the style, and on which loader the program takes.
# Who meets it: programs whose own depth limit is 1,000 or more, and tests that rely on it.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cat >"$room/depth.py" <<'PY'
import sys

import yaml


def is_read(loader, text):
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.YAMLError as error:
        return "refused: " + str(error.problem)
    return "read"


def flow(levels):
    return "[" * levels + "]" * levels


def block(levels):
    return "".join(" " * level + "-\n" for level in range(levels))


assert yaml.__with_libyaml__, "this wheel has no libyaml"
print("PyYAML", yaml.__version__, "libyaml", yaml._yaml.get_version_string())
seen = {}
for name, make in (("block", block), ("flow", flow)):
    for levels in (999, 1000, 1001, 2000):
        for loader in (yaml.CLoader, yaml.Loader):
            seen[name, levels, loader.__name__] = is_read(loader, make(levels))
            print(f"  {name:5} {levels:5} {loader.__name__:7}", seen[name, levels, loader.__name__])
refused = sorted(f"{n} {k}" for (n, k, loader), word in seen.items() if word != "read" and loader == "CLoader")
assert all(word == "read" for (_, _, loader), word in seen.items() if loader == "Loader")
assert refused == sys.argv[1:], (refused, sys.argv[1:])
PY
try() {
  local version=$1
  shift
  python3 -m venv "$room/$version"
  "$room/$version/bin/pip" install -q --disable-pip-version-check "pyyaml==$version"
  "$room/$version/bin/python" "$room/depth.py" "$@"
}
try 6.0.3
try 6.0.4 'block 1000' 'block 1001' 'block 2000' 'flow 1001' 'flow 2000'
echo "as described"
