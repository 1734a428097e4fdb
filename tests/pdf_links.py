"""The links of a PDF, for the tests: which pages and which addresses they lead to."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium


def links(pdf: bytes, number: int) -> tuple[list[int], list[str]]:
    """Where the links of a page lead: to which pages, counted from 0, and to which addresses."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number]
    jumps, addresses = [], []
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, place, link):
        target = pdfium.FPDFLink_GetDest(document.raw, link)
        if target:
            jumps.append(pdfium.FPDFDest_GetDestPageIndex(document.raw, target))
            continue
        action = pdfium.FPDFLink_GetAction(link)
        buffer = ctypes.create_string_buffer(200)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, 200)
        addresses.append(buffer.value.decode())
    return jumps, addresses
