"""Hedges along a trail: what was held back at first and is no longer."""

from __future__ import annotations

from helpers.views.hedges import hedges_kept


def test_hedges_are_followed_from_place_to_place():
    """A hedge that is lost shows as a dash."""
    table = hedges_kept({"report": "It could begin.", "headline": "It begins"})
    assert table.iloc[:, 0].tolist() == ["could", "–"]
