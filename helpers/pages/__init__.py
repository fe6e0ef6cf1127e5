"""The lessons as plain pages, on the server that also offers JupyterLab."""

from __future__ import annotations


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "helpers.pages.server"}]
