"""The places of widgets in a notebook whose kernel has ended."""

from __future__ import annotations

from typing import Any

from helpers.strings import strings

VIEW = "application/vnd.jupyter.widget-view+json"


def without_ended_widgets(notebook: Any) -> Any:
    """Put the kit's sentence in the place of each widget that no longer exists; return the notebook.

    JupyterLab would show an error there. A notebook that brings its widgets' state along stays.
    """
    if "widgets" in notebook.get("metadata", {}):
        return notebook
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if data.pop(VIEW, None) is not None:
                data["text/plain"] = strings()["repr"]
    return notebook
