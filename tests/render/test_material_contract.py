"""What Material's templates read from us, held against a committed list: an update of Material shows itself here."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from jinja2 import nodes
from jinja2.environment import Environment

from builder.model.content.drawings import DRAWINGS
from builder.model.content.icons import Icon
from builder.model.site import Site
from builder.parse.files import OWN
from builder.parse.theme import read_theme
from builder.render.pages import PageRenderer
from builder.render.templates import environment
from tests.conftest import GOLDEN, SHIPPED

CONTRACT = Path(__file__).parent / "material_contract.txt"
ROOTS = {"base_url", "config", "features", "lang", "nav", "nav_item", "page"}


def reached_templates(site: Site) -> tuple[Environment, list[str]]:
    """Material's templates that were loaded to render every page of the golden site."""
    renderer = PageRenderer(environment(read_theme(), site.base_url), site.base_url, "assets/site.css")
    for page in site.pages:
        renderer.page(page)
    templates = renderer._environment
    assert templates.cache is not None
    names = sorted({str(name) for _, name in templates.cache})
    return templates, [name for name in names if not (OWN / name).exists() and not name.startswith(".icons/")]


def chains(environment: Environment, name: str) -> Iterator[str]:
    """The dotted names on our roots that a template reads, without the blocks that our layout fills itself."""
    filled = {block.name for block in _ast(environment, "layout.html").find_all(nodes.Block) if not _asks_parent(block)}
    yield from _chains(_ast(environment, name), filled)


def _ast(environment: Environment, name: str) -> nodes.Template:
    assert environment.loader
    return environment.parse(environment.loader.get_source(environment, name)[0])


def _asks_parent(block: nodes.Block) -> bool:
    return any(isinstance(call.node, nodes.Name) and call.node.name == "super" for call in block.find_all(nodes.Call))


def _chains(node: nodes.Node, filled: set[str]) -> Iterator[str]:
    if isinstance(node, nodes.Block) and node.name in filled:
        return
    if chain := _dotted(node):
        if chain.partition(".")[0] in ROOTS:
            yield chain
        return
    for child in node.iter_child_nodes():
        yield from _chains(child, filled)


def _dotted(node: nodes.Node) -> str:
    """`config.theme.font` for attributes and for constant items alike; empty for anything else."""
    if isinstance(node, nodes.Name):
        return node.name if node.ctx == "load" else ""
    if isinstance(node, nodes.Getattr):
        owner, name = _dotted(node.node), node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        owner, name = _dotted(node.node), str(node.arg.value)
    else:
        return ""
    return f"{owner}.{name}" if owner else ""


def test_material_reads_what_we_know_it_reads(golden_site: Site, rewrite: bool) -> None:
    environment, names = reached_templates(golden_site)
    assert {"base.html", "partials/header.html", "partials/nav.html", "partials/search.html"} <= set(names)
    found = sorted({chain for name in names for chain in chains(environment, name)})
    if rewrite:
        CONTRACT.write_text("\n".join(found) + "\n", "utf-8")
    assert CONTRACT.read_text("utf-8").splitlines() == found


def test_every_icon_an_author_may_choose_is_drawn_as_in_material() -> None:
    material = Path(read_theme().template_folders[-1])
    for icon in get_args(Icon):
        svg = (material / ".icons/material" / f"{icon}.svg").read_text("utf-8")
        assert re.findall(r' d="([^"]*)"', svg) == [DRAWINGS[icon]], icon


def test_a_build_imports_neither_mkdocs_nor_material() -> None:
    script = f"""\
import sys, datetime, pathlib, builder.cli
from builder.model.order import Order
from builder.pipeline import make
from tests.parties import PARTIES
assert make(Order(pathlib.Path({str(GOLDEN)!r}), datetime.date(2026, 11, 22)), PARTIES).site
print(sorted(name for name in sys.modules if name.partition(".")[0] in ("mkdocs", "material", "properdocs")))
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=SHIPPED, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[]\n", "")
