"""A planned page → HTML."""

from typing import Any

from jinja2 import Template

from builder.model import views
from builder.model.output import OutputFile
from builder.model.site import PlannedPage, Site
from builder.model.theme import Theme
from builder.render.material import material_context
from builder.render.security import with_policy
from builder.render.templates import environment

_TEMPLATES: dict[type, str] = {
    views.HomeBody: "home",
    views.StartBody: "start",
    views.HeldBody: "held",
    views.ScamListBody: "scam_list",
    views.ScamBody: "scam",
    views.TipsBody: "tips",
    views.ContactsBody: "contacts",
    views.CheckBody: "check",
    views.TextBody: "text",
    views.NotFoundBody: "not_found",
    views.PreviewBody: "preview",
}


class PageRenderer:
    """Holds the compiled templates and what is the same on every page."""

    def __init__(self, site: Site, theme: Theme, styles: str) -> None:
        self._site = site
        self._styles = styles
        self._environment = environment(theme, site.base_url)

    def page(self, page: PlannedPage) -> OutputFile:
        """The file of one page."""
        html = self._template(page).render(self._context(page))
        return OutputFile(page.file, with_policy(html).encode())

    def _template(self, page: PlannedPage) -> Template:
        return self._environment.get_template(f"pages/{_TEMPLATES[type(page.body)]}.html")

    def _context(self, page: PlannedPage) -> dict[str, Any]:
        """Material's vocabulary for the frame, and one typed object for our own templates: `planned`."""
        return {
            **material_context(page, self._site.base_url),
            "planned": page,
            "strings": page.scope.strings,
            "body": page.body,
            "styles": self._styles,
        }
