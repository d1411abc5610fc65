"""Stage 4: Site → files as bytes in memory."""

from collections.abc import Iterable, Iterator

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.site import PlannedPage, Site
from builder.model.theme import Theme
from builder.render.assets import assets, site_styles
from builder.render.component import components
from builder.render.contract import contract_files
from builder.render.event_modules import event_modules
from builder.render.event_schemas import event_schemas
from builder.render.event_vocabulary import event_vocabulary
from builder.render.headers import header_files
from builder.render.pages import PageRenderer
from builder.render.search import search_indexes
from builder.render.sitemaps import general_sitemaps, place_sitemap
from builder.render.templates import environment


class Renderer:
    """Holds what is made once for all pages: compiled templates, frames, styles.

    `compiled` is a folder in which compiled templates stay for the next run; one that has changed is compiled anew.
    """

    def __init__(self, theme: Theme, base_url: str, compiled: str | None = None) -> None:
        self._theme = theme
        self._styles = site_styles(theme)
        self._events = (
            *event_modules(theme, base_url),
            *event_schemas(event_vocabulary(theme), base_url),
        )
        self._pages = PageRenderer(environment(theme, base_url, compiled), base_url, self._styles.path)

    def places(self, site: Site) -> Iterator[OutputFile]:
        """The pages of the jurisdictions of a site, what is searched there, and a sitemap of each."""
        yield from map(self._pages.page, site.pages)
        yield from search_indexes(site)
        for bundles in site.shown:
            yield place_sitemap(site, bundles)

    def front(self, site: Site, places: Iterable[str], scripts: frozenset[str], example: bytes) -> Iterator[OutputFile]:
        """What belongs to no jurisdiction. `places` are all that are published, `scripts` those of their pages."""
        codes, made = tuple(places), [self._styles]
        made += assets(site, self._theme)
        made += components(site, self._theme)
        made += self._events
        beside = [file.path for file in made if file.path.startswith(WARNINGS)]
        made += contract_files(site.base_url, example, beside)
        made += map(self._pages.page, site.pages)
        made += search_indexes(site)
        made += general_sitemaps(site, codes)
        yield from made
        yield from header_files(made, codes, scripts | self.scripts(site.pages), site.base_url)

    def scripts(self, pages: Iterable[PlannedPage]) -> frozenset[str]:
        """The inline scripts of pages, as a policy names them."""
        return self._pages.scripts(pages)
