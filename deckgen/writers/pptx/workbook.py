"""The workbook inside a chart: categories down, a series a column, as PowerPoint lays it out."""

from __future__ import annotations

import io
import math
from datetime import datetime

from ...model.outline import Chart

# XlsxWriter would take the clock's time; the earliest that a zip can hold stands in for it
EPOCH = datetime(1980, 1, 1)  # without a time zone: XlsxWriter takes none


def workbook(chart: Chart) -> bytes:
    """Return the chart's numbers as an .xlsx file; text is never taken for a formula."""
    from xlsxwriter import Workbook

    blob = io.BytesIO()
    book = Workbook(blob, {"in_memory": True})
    book.set_properties({"created": EPOCH})
    sheet = book.add_worksheet("Sheet1")
    for row, category in enumerate(chart.categories, 1):
        if chart.kind == "scatter":
            sheet.write_number(row, 0, float(category.replace(",", "")))
        else:
            sheet.write_string(row, 0, category)
    for column, (name, values) in enumerate(chart.series, 1):
        sheet.write_string(0, column, name)
        for row, value in enumerate(values, 1):
            if not math.isnan(value):
                sheet.write_number(row, column, value)
    book.close()
    return blob.getvalue()
