"""Site → sitemap.xml, with every page's other languages; search engines read `hreflang` here."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from builder.model.output import OutputFile
from builder.model.site import PlannedPage, Site
from builder.model.views import NotFoundBody, PreviewBody

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemaps(site: Site) -> Iterator[OutputFile]:
    """One sitemap for the whole site, and a robots.txt that names it."""
    pages = [page for page in site.pages if not isinstance(page.body, NotFoundBody | PreviewBody)]
    body = "".join(_entry(site, page) for page in pages)
    yield OutputFile("sitemap.xml", f"{_HEAD}{body}</urlset>\n".encode())
    yield OutputFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.base_url}sitemap.xml\n".encode())


def _entry(site: Site, page: PlannedPage) -> str:
    links = [(link.language, link.address) for link in page.alternates]
    if links:
        links.append(("x-default", links[0][1]))
    lines = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(site.base_url + address)}/>\n'
        for language, address in links
    )
    return f"  <url>\n    <loc>{escape(site.base_url + page.address)}</loc>\n{lines}  </url>\n"
