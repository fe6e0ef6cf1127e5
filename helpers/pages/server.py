"""An extension of JupyterLab's server: each notebook as a page, its code out of sight.

Voilà runs the notebook and brings the widgets to life; the template, and which of its addresses
there are at all, are ours. Its own addresses would show any file and let anybody choose a template.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import zmq
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.utils import url_path_join
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler
from voila.utils import get_voila_labextensions_path

from helpers.pages.handlers import Alive, Front, Page

TEMPLATE = Path(__file__).parent / "template"
EXTENSIONS = [
    "anywidget",
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
]
"""What a page loads of JupyterLab's extensions; charts come with Voilà itself."""


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the pages to a Jupyter server."""
    quieten(server)
    server.config.VoilaExecutor.allow_errors = True  # one broken cell does not end the page
    configuration = VoilaConfiguration(
        template="base", extension_allowlist=EXTENSIONS, extension_denylist=[]
    )
    about = {
        "configuration": configuration,
        "templates": [str(TEMPLATE), *collect_template_paths(["voila", "nbconvert"], "base")],
    }
    static = [*collect_static_paths(["voila", "nbconvert"], "base")]
    base = server.web_app.settings["base_url"]
    handlers = [
        (r"/page/?", Front),
        (r"/page/kit/(.*)", MultiStaticFileHandler, {"paths": [str(TEMPLATE)]}),
        (r"/page/alive/([\w-]+)", Alive),
        (r"/page/(.+\.ipynb)", Page, about),
        (r"/voila/static/(.*)", MultiStaticFileHandler, {"paths": static}),
        (r"/voila/api/shutdown/([\w-]+)", VoilaShutdownKernelHandler),
        (
            r"/voila/labextensions/(.*)",
            FileFindHandler,
            {"path": get_voila_labextensions_path()},
        ),
    ]
    server.web_app.add_handlers(
        ".*$", [(url_path_join(base, address), *rest) for address, *rest in handlers]
    )


def quieten(server: Any) -> None:
    """Keep from the terminal what frightens a beginner and means nothing here."""
    if zmq.has(
        "curve"
    ):  # then messages to Python are encrypted, and nothing warns that they are not
        server.config.KernelManager.transport_encryption = "auto"
    server.log.addFilter(lambda record: "is not trusted" not in record.getMessage())
