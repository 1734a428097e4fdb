"""PDF → PNG: pages painted by pdfium, a stretch of rows at a time, and packed as they come.

What comes in is a file of ours and what is to be seen of it; what leaves are PNG files, three bytes
a pixel. The one thing to know: rows are painted where PNG wants them, a byte before each saying
that it is not filtered, so that nothing is copied; flat colours pack no worse for it, in a third of
the time. A stretch is a few megabytes, whatever the picture's size, and is packed while the next is
painted.
"""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock, Thread
from typing import Any

from ..model.record import record

STRETCH = 8_000_000  # bytes painted at a time: a slide's picture whole
LEVEL = 1  # of zlib: flat colours grow by 3 % over the best, in a third of the time
MOST_WAITING = 2  # stretches that are painted, and not yet packed
_HEAD = b"\x89PNG\r\n\x1a\n"
_lock = Lock()  # pdfium serves one thread at a time


@record
class View:
    """What is to be seen: a page by its number, painted `width` × `height` pixels large.

    Of that, a window of `across` × `down` pixels, its upper left corner at `left`, `top`; all of
    it where they are not told.
    """

    page: int
    width: int
    height: int
    left: int = 0
    top: int = 0
    across: int = 0
    down: int = 0


def pictures(pdf: bytes, views: Iterable[View]) -> list[bytes]:
    """Return a PNG file for each view, in order."""
    with _lock, _document(pdf) as (pdfium, document):
        files = []
        for view in views:
            page = pdfium.FPDF_LoadPage(document, view.page)
            files.append(_painted(pdfium, page, view))
            pdfium.FPDF_ClosePage(page)
        return [file.close() for file in files]


@contextmanager
def _document(pdf: bytes) -> Iterator[tuple[Any, Any]]:
    # `pypdfium2` itself loads helpers for another 20 ms
    import pypdfium2_raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    try:
        yield pdfium, document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _painted(pdfium: Any, page: Any, view: View) -> _Png:
    """Paint a view; the last stretches may still be packed when this is done."""
    across, down = view.across or view.width, view.down or view.height
    stride = 1 + 3 * across
    rows = max(1, min(down, STRETCH // stride))
    file = _Png(across, down)
    for top in range(0, down, rows):
        count = min(rows, down - top)
        pixels = bytearray(stride * count + 1)
        start = ctypes.addressof(ctypes.c_char.from_buffer(pixels)) + 1
        place = (-view.left, -view.top - top, view.width, view.height)
        bitmap = pdfium.FPDFBitmap_CreateEx(across, count, pdfium.FPDFBitmap_BGR, start, stride)
        flags = pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmap(bitmap, page, *place, 0, flags)
        pdfium.FPDFBitmap_Destroy(bitmap)
        file.add(memoryview(pixels)[: stride * count])
    return file


class _Png:
    """A file whose rows are packed beside what else is done: zlib lets other threads run."""

    _room = BoundedSemaphore(MOST_WAITING)

    def __init__(self, across: int, down: int) -> None:
        head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
        self._parts = [_HEAD, _chunk(b"IHDR", head)]
        self._packer = zlib.compressobj(LEVEL)
        self._last: Thread | None = None
        self._error: MemoryError | None = None

    def add(self, rows: memoryview) -> None:
        """Take the next rows, each with the byte before it; waits while many are to be packed."""
        self._room.acquire()
        self._last = Thread(target=self._pack, args=(rows, self._last))
        self._last.start()

    def _pack(self, rows: memoryview, before: Thread | None) -> None:
        if before:
            before.join()
        try:
            self._take(self._packer.compress(rows))
        except MemoryError as error:
            self._error = error
        finally:
            self._room.release()

    def _take(self, packed: bytes) -> None:
        if packed:
            self._parts.append(_chunk(b"IDAT", packed))

    def close(self) -> bytes:
        """Return the file when all is packed."""
        if self._last:
            self._last.join()
        if self._error:
            raise self._error
        self._take(self._packer.flush())
        return b"".join((*self._parts, _chunk(b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
