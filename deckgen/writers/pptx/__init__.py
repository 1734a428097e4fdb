"""PowerPoint: the scene as a native .pptx file."""

from __future__ import annotations

from ...plugin import Writer
from .write import write

WRITER = Writer("pptx", (".pptx",), write)
