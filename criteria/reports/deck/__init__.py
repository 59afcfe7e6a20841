"""The deck: six slides whose titles are our sentences, with charts that can be edited."""

from criteria.reports.deck.deck import deck

__all__ = ["deck"]
