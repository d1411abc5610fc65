"""Stage 4: Site → files as bytes in memory."""

from collections.abc import Callable, Iterator

from builder.model.output import OutputFile
from builder.model.site import Site
from builder.model.theme import Theme
from builder.render.assets import assets, site_styles
from builder.render.bundles import bundle_files
from builder.render.component import component
from builder.render.pages import PageRenderer
from builder.render.search import search_indexes
from builder.render.sitemaps import sitemaps


def render(site: Site, theme: Theme, progress: Callable[[int], None]) -> tuple[OutputFile, ...]:
    """Every file of the site but the statements about bundles. `progress` hears the number of pages done."""
    return tuple(_files(site, theme, progress))


def _files(site: Site, theme: Theme, progress: Callable[[int], None]) -> Iterator[OutputFile]:
    styles = site_styles(theme)
    yield styles
    yield from assets(site, theme)
    yield component(site, theme)
    yield from bundle_files(site)
    renderer = PageRenderer(site, theme, styles.path)
    for done, page in enumerate(site.pages, start=1):
        yield renderer.page(page)
        progress(done)
    yield from search_indexes(site)
    yield from sitemaps(site)
