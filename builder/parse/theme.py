"""The theme folder and the assets of Material, read as they are."""

import importlib.util
from pathlib import Path

from builder.model.theme import Theme
from builder.parse.files import OWN

_LEFT_BEHIND = ".map"
# The editors' form is no part of the site.
_FORM = OWN / "admin"


def read_theme() -> Theme:
    """Our theme over Material's templates. Finding Material's folder imports none of its code."""
    spec = importlib.util.find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("mkdocs-material is not installed: its templates and assets are needed")
    material = Path(spec.submodule_search_locations[0]) / "templates"
    own = _files(OWN)
    assets = {f"assets/{path}": content for path, content in _files(material / "assets").items()}
    return Theme((str(OWN), str(material)), own, assets)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(_LEFT_BEHIND) and _FORM not in path.parents
    }
