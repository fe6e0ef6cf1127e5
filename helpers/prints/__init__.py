"""Sheets for a room without screens: every lesson on paper, its key on pages of its own.

Made from the same cases, keys and views as the widgets, so that paper and screen never differ.
"""
