"""Pieces of the robustness page."""
