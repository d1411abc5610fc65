"""Stage 4: Site → files as bytes in memory."""

from collections.abc import Callable, Iterator

from builder.model.output import OutputFile
from builder.model.site import Site
from builder.model.theme import Theme
from builder.render.assets import assets, site_styles
from builder.render.component import component
from builder.render.contract import contract_files
from builder.render.headers import header_files
from builder.render.pages import PageRenderer
from builder.render.search import search_indexes
from builder.render.sitemaps import sitemaps


def render(site: Site, theme: Theme, progress: Callable[[int], None]) -> tuple[OutputFile, ...]:
    """Every file of the site but the statements about bundles. `progress` hears the number of pages done."""
    files = tuple(_files(site, theme, progress))
    return (*files, *header_files(files, site))


def _files(site: Site, theme: Theme, progress: Callable[[int], None]) -> Iterator[OutputFile]:
    styles = site_styles(theme)
    yield styles
    yield from assets(site, theme)
    yield component(site, theme)
    yield from contract_files(site)
    renderer = PageRenderer(site, theme, styles.path)
    for done, page in enumerate(site.pages, start=1):
        yield renderer.page(page)
        progress(done)
    yield from search_indexes(site)
    yield from sitemaps(site)
