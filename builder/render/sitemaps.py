"""Site → sitemaps, with every page's other languages; search engines read `hreflang` here."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from builder.model.bundle import Bundle
from builder.model.output import OutputFile
from builder.model.site import PlannedPage, Site
from builder.model.views import GalleryBody, NotFoundBody, PreviewBody, SpecimenBody

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_INDEX = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_GENERAL = "general-sitemap.xml"
_UNLISTED = (NotFoundBody, PreviewBody, GalleryBody, SpecimenBody)


def place_sitemap(site: Site, bundles: tuple[Bundle, ...]) -> OutputFile:
    """The sitemap of a jurisdiction, beside its pages."""
    roots = {bundle.page for bundle in bundles}
    return _sitemap(site, _of_place(bundles[0].jurisdiction), [page for page in site.pages if page.scope.root in roots])


def general_sitemaps(site: Site, places: Iterable[str]) -> Iterator[OutputFile]:
    """The sitemap of what belongs to no jurisdiction, the index of all, and a robots.txt that names it.

    One sitemap holds 50,000 addresses at most, so the whole site may not fit into one.
    """
    pages = [page for page in site.pages if not isinstance(page.body, _UNLISTED)]
    yield _sitemap(site, _GENERAL, pages)
    entries = (f"  <sitemap><loc>{escape(site.base_url + path)}</loc></sitemap>\n" for path in map(_of_place, places))
    first = f"  <sitemap><loc>{escape(site.base_url + _GENERAL)}</loc></sitemap>\n"
    yield OutputFile("sitemap.xml", f"{_INDEX}{first}{''.join(entries)}</sitemapindex>\n".encode())
    yield OutputFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.base_url}sitemap.xml\n".encode())


def _of_place(code: str) -> str:
    return f"{code.lower()}/sitemap.xml"


def _sitemap(site: Site, path: str, pages: Iterable[PlannedPage]) -> OutputFile:
    body = "".join(_entry(site, page) for page in pages)
    return OutputFile(path, f"{_HEAD}{body}</urlset>\n".encode())


def _entry(site: Site, page: PlannedPage) -> str:
    links = [(link.language, link.address) for link in page.alternates]
    if links:
        links.append(("x-default", links[0][1]))
    lines = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(site.base_url + address)}/>\n'
        for language, address in links
    )
    return f"  <url>\n    <loc>{escape(site.base_url + page.address)}</loc>\n{lines}  </url>\n"
