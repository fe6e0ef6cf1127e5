"""Plain dicts and sentences of what there is to show, for widgets, reports, boards and paper alike.

Each function says what its dict holds in the `TypedDict` that it returns. No text in it is HTML;
whoever shows it shows it as text.
"""
