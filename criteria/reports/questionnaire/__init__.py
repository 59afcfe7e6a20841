"""A questionnaire as a workbook: one person's comparisons in pairs, for who does not open a page."""

from criteria.reports.questionnaire.book import questionnaire

__all__ = ["questionnaire"]
