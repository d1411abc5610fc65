"""A planned page → HTML."""

from collections.abc import Iterable

from jinja2 import Environment, Template

from builder.model import views
from builder.model.output import OutputFile
from builder.model.site import PlannedPage
from builder.render.frames import Frames

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
    """Holds the compiled templates and the frames, for as many pages as there are."""

    def __init__(self, templates: Environment, base_url: str, styles: str) -> None:
        self._environment = templates
        self._frames = Frames(self._environment.get_template("layout.html"), base_url, styles)

    def scripts(self, pages: Iterable[PlannedPage]) -> frozenset[str]:
        """The inline scripts of pages, as a policy names them."""
        return frozenset[str]().union(*(self._frames.of(page).scripts for page in pages))

    def page(self, page: PlannedPage) -> OutputFile:
        """The file of one page."""
        own = {"planned": page, "strings": page.scope.strings, "body": page.body, "page": {"url": page.address}}
        article = self._template(page).render(own)
        return OutputFile(page.file, self._frames.around(page, article).encode())

    def _template(self, page: PlannedPage) -> Template:
        return self._environment.get_template(f"pages/{_TEMPLATES[type(page.body)]}.html")
