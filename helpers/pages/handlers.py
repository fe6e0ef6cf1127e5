"""What answers when a browser asks for a page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from helpers.pages.place import START, place_of
from helpers.strings import strings

SIGN_OF_LIFE = 10
"""Seconds after which something is sent even where a cell still runs: proxies close silent lines."""


class Front(JupyterHandler):
    """The address without a page's name leads to the first one."""

    @web.authenticated
    def get(self) -> None:
        """Lead on."""
        self.redirect(url_path_join(self.base_url, "page", START))


class Page(JupyterHandler):
    """A notebook as a page: runs it, and sends each part as soon as it is there."""

    def initialize(self, configuration: Any, templates: list[str]) -> None:
        """Take what all pages have in common."""
        self.configuration, self.templates = configuration, templates

    @web.authenticated
    async def get(self, path: str) -> None:
        """Send the page."""
        if self.request.headers.get("Sec-Fetch-Dest", "document") != "document":
            raise web.HTTPError(403, "A page is opened by a reader, not by another page.")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        _ = self.xsrf_token  # sets the cookie with which the page may end its kernel
        renderer = await self.renderer(path)
        kernel_id = await self.start_kernel(renderer.notebook.metadata.kernelspec.name, path)
        async for part in self.parts(renderer, kernel_id):
            self.write(part)
            await self.flush()

    async def renderer(self, path: str) -> NotebookRenderer:
        """Return what turns the notebook into a page."""
        settings = {"base_url": self.base_url, "settings": self.settings, "log": self.log}
        config = get_page_config(**settings, voila_configuration=self.configuration)
        # Both "null" mean the formulas' typesetter that is here; else one is fetched from elsewhere.
        config.update(fullMathjaxUrl="null", mathjaxConfig="null")
        renderer = NotebookRenderer(
            request_handler=self,
            voila_configuration=self.configuration,
            traitlet_config=self.config,
            notebook_path=path,
            template_paths=self.templates,
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=config,
            mathjax_url="",
            mathjax_config="",
        )
        await renderer.initialize()
        renderer.resources.update(place=asdict(place_of(path)), path=path, words=strings()["page"])
        return renderer

    async def start_kernel(self, name: str, path: str) -> str:
        """Start Python for this page; the page says so when it ends, so nothing restarts it."""
        manager, (folder, _, _) = self.kernel_manager, path.rpartition("/")
        kernel_id = await ensure_async(manager.start_kernel(kernel_name=name, path=folder))
        manager.get_kernel(kernel_id).stop_restarter()
        _started(self.settings)[kernel_id] = process_of(manager, kernel_id)
        return kernel_id

    async def parts(self, renderer: NotebookRenderer, kernel_id: str) -> AsyncIterator[str]:
        """Yield the page piece by piece, and a sign of life while a cell takes its time."""
        ready: asyncio.Queue[str | None] = asyncio.Queue()
        making = asyncio.ensure_future(self.make(renderer, kernel_id, ready))
        while True:
            try:
                part = await asyncio.wait_for(ready.get(), SIGN_OF_LIFE)
            except TimeoutError:
                part = "<!-- still at work -->\n"
            if part is None:
                break
            yield part
        await making

    async def make(self, renderer: NotebookRenderer, kernel_id: str, ready: asyncio.Queue) -> None:
        """Run the notebook; the last thing to come is None."""
        try:
            kernel = self.kernel_manager.get_kernel(kernel_id)
            async for part, _ in renderer.generate_content_generator(kernel_id, kernel):
                await ready.put(part)
        finally:
            await ready.put(None)


class Alive(APIHandler):
    """Tell whether a page's Python is still the one that the page was made by."""

    @web.authenticated
    async def get(self, kernel_id: str) -> None:
        """Answer with 204 if it is, with 410 if it is gone."""
        started = _started(self.settings)
        if kernel_id in started and await self.is_same(kernel_id, started[kernel_id]):
            self.set_status(204)
        else:
            started.pop(kernel_id, None)
            self.set_status(410)
        self.finish()

    async def is_same(self, kernel_id: str, process: Any) -> bool:
        """Return whether the kernel runs, and was not started anew; clear away a dead one."""
        manager = self.kernel_manager
        if kernel_id not in manager or process_of(manager, kernel_id) != process:
            return False
        if await ensure_async(manager.get_kernel(kernel_id).is_alive()):
            return True
        await ensure_async(manager.shutdown_kernel(kernel_id, now=True))
        return False


def process_of(manager: Any, kernel_id: str) -> Any:
    """Return what tells this run of a kernel from a later one."""
    return getattr(manager.get_kernel(kernel_id).provisioner, "pid", None)


def _started(settings: dict) -> dict[str, Any]:
    return settings.setdefault("paper_trail_kernels", {})
