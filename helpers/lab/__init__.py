"""What the kit adds to JupyterLab's server: no places of widgets whose Python has ended."""

from __future__ import annotations

from typing import Any

from helpers.lab.ended import without_ended_widgets


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "helpers.lab"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Let the server read notebooks through `without_ended_widgets` where no kernel is running."""
    from jupyter_core.utils import ensure_async

    read = app.contents_manager.get

    async def get(path: str, *rest: Any, **options: Any) -> dict:
        model = await ensure_async(read(path, *rest, **options))
        if model.get("type") == "notebook" and model.get("content"):
            sessions = await ensure_async(app.session_manager.list_sessions())
            if not any(one["path"].strip("/") == path.strip("/") for one in sessions):
                without_ended_widgets(model["content"])
        return model

    app.contents_manager.get = get
