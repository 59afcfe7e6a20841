"""The ranking as a workbook whose formulas a reader can follow, change and recalculate."""

from criteria.reports.workbook.book import RECALCULATED, workbook

__all__ = ["RECALCULATED", "workbook"]
