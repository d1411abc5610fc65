"""The configuration and the files of the form → a folder that any web host can serve, for work on a git host."""

import json
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from builder.guide.form import Host, form_config
from builder.guide.form_ground import Ground
from builder.guide.form_page import PREVIEW_ONLY, files, headers, page, policy
from builder.model.output import OutputFile

Service = Literal["github", "gitlab"]
_API = {"github": "https://api.github.com", "gitlab": "https://gitlab.com/api/v4"}


class Repository(NamedTuple):
    """Where the form saves: `name` is owner/name. `api` and `sign_in` are addresses, empty for what is usual.

    Without `sign_in`, a server for OAuth, editors sign in with a personal access token.
    """

    service: Service
    name: str
    branch: str
    api: str = ""
    sign_in: str = ""


def form_files(ground: Ground, repository: Repository) -> tuple[OutputFile, ...]:
    """index.html, config.json, the form itself, and `_headers` for hosts that read it; nothing else is needed."""
    services = (_origin(repository.api or _API[repository.service]),)
    config = form_config(ground, Host("yaml", _backend(repository), {"publish_mode": "editorial_workflow"}))
    said = "\n".join(f"  {name}: {value}" for name, value in headers(services).items())
    made = {
        "index.html": page(meta_policy=policy(services)).encode(),
        "config.json": (json.dumps(config, ensure_ascii=False, indent=1) + "\n").encode(),
        "_headers": f"/*\n{said}\n".encode(),
    }
    at_home = {f"{name}.js" for name in PREVIEW_ONLY}
    copied = {name: path.read_bytes() for name, path in files().items() if name not in at_home}
    return tuple(OutputFile(name, content) for name, content in sorted({**copied, **made}.items()))


def _backend(repository: Repository) -> dict[str, object]:
    addresses = {"api_root": repository.api, "base_url": repository.sign_in}
    return {
        "name": repository.service,
        "repo": repository.name,
        "branch": repository.branch,
        **{key: address for key, address in addresses.items() if address},
        **({} if repository.sign_in else {"auth_methods": ["token"]}),
    }


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
