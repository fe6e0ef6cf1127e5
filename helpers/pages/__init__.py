"""The lessons as plain pages, on the server that also offers JupyterLab."""

from __future__ import annotations

import importlib
import warnings


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    with warnings.catch_warnings():  # Voilà turns on warnings that only programmers can use
        importlib.import_module("voila")
    return [{"module": "helpers.pages.server"}]
