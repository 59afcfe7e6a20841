"""One page for the wall or the folder, A4 or A3, as PDF, without a browser."""

from criteria.reports.page.page import PAPERS, one_page

__all__ = ["PAPERS", "one_page"]
