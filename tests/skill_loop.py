"""An assistant that knows nothing but the skill's text and the JSON of the answers."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

Ask = Callable[[list[str]], str]  # a command's words to what it prints


class Assistant:
    """Plans, mends and plans again, by the rules and the table of the skill."""

    def __init__(self, skill: str, ask: Ask) -> None:
        self._ask = ask
        rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", skill, re.MULTILINE)
        self._moves = dict(rows)
        self._plan = next(
            line for line in skill.splitlines() if line.startswith("deckgen plan")
        )  # from the loop's commands

    def mend(self, outline: str, turns: int = 10) -> list[dict[str, Any]]:
        """Mend an outline; return the problems that are left."""
        words = shlex.split(self._plan.replace("talk.yaml", shlex.quote(outline)))[1:]
        left: list[dict[str, Any]] = []
        for _ in range(turns):
            answer = json.loads(self._ask(words))
            left = [one for one in answer["problems"] if one["severity"] != "note"]
            fixes = [one["fix"] for one in left if "fix" in one]
            if fixes:
                for fix in sorted(fixes, key=lambda one: (one["line"], one["column"]))[::-1]:
                    apply_fix(fix)
            elif not self._moved(left):
                break
        return left

    def _moved(self, problems: list[dict[str, Any]]) -> bool:
        """Make all moves that the table has, the last lines first; tell whether there was one."""
        done = [self._move(one) for one in sorted(problems, key=_line)[::-1]]
        return any(done)

    def _move(self, problem: dict[str, Any]) -> bool:
        """Do what the table says for a code; tell whether it says something."""
        move = self._moves.get(problem["code"], "")
        path, at = Path(problem["file"]), problem["line"] - 1
        lines = path.read_text("utf-8").split("\n")
        words = re.search(r"`([^`]+)`", move)
        if move == "delete the line":
            del lines[at]
        elif words and move.startswith("delete the line that has"):
            found = [n for n, line in enumerate(lines) if n >= at and words[1] in line]
            del lines[found[0]]
        elif words and move.startswith("write above it"):
            indent = re.match("[ -]*", lines[max(at, 0)])
            lines.insert(max(at, 0), (indent[0] if indent else "") + words[1])
        elif words:
            lines.append(words[1])
        path.write_text("\n".join(lines), "utf-8")
        return bool(move)


def apply_fix(fix: dict[str, Any]) -> None:
    """Put a fix's text in the place of what stands from its start to before its end."""
    path = Path(fix["file"])
    lines = path.read_text("utf-8").split("\n")
    first, last = fix["line"] - 1, fix["end_line"] - 1
    head, tail = lines[first][: fix["column"] - 1], lines[last][fix["end_column"] - 1 :]
    lines[first : last + 1] = (head + fix["text"] + tail).split("\n")
    path.write_text("\n".join(lines), "utf-8")


def _line(problem: dict[str, Any]) -> int:
    return int(problem["line"])
