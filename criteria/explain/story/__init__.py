"""The six parts of a decision as the deck, the page and the record tell them: each a sentence, its reasons and a table."""

from criteria.explain.story.part import Part
from criteria.explain.story.told import STORY, story

__all__ = ["STORY", "Part", "story"]
