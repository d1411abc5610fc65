"""A planned page → HTML."""

from collections.abc import Iterable

from jinja2 import Environment, Template

from builder.model import views
from builder.model.output import OutputFile
from builder.model.site import PlannedPage
from builder.render.frames import Frames
from builder.render.gallery import DESCRIPTION, described, entries
from builder.render.security import with_policy

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
# Pages of the gallery are whole documents of their own: a specimen stands for an app, not for this site.
_ALONE: dict[type, str] = {views.GalleryBody: "gallery", views.SpecimenBody: "specimen"}


class PageRenderer:
    """Holds the compiled templates and the frames, for as many pages as there are."""

    def __init__(self, templates: Environment, base_url: str, styles: str) -> None:
        self._environment = templates
        self._frames = Frames(self._environment.get_template("layout.html"), base_url, styles)

    def scripts(self, pages: Iterable[PlannedPage]) -> frozenset[str]:
        """The inline scripts of pages, as a policy names them."""
        framed = (page for page in pages if type(page.body) not in _ALONE)
        return frozenset[str]().union(*(self._frames.of(page).scripts for page in framed))

    def page(self, page: PlannedPage) -> OutputFile:
        """The file of one page."""
        own = {"planned": page, "strings": page.scope.strings, "body": page.body, "page": {"url": page.address}}
        if type(page.body) in _ALONE:
            examples = described(self._source(DESCRIPTION))
            whole = self._template(_ALONE[type(page.body)]).render({**own, "alert": examples, "entries": entries})
            return OutputFile(page.file, with_policy(whole).encode())
        article = self._template(_TEMPLATES[type(page.body)]).render(own)
        return OutputFile(page.file, self._frames.around(page, article).encode())

    def _template(self, name: str) -> Template:
        return self._environment.get_template(f"pages/{name}.html")

    def _source(self, path: str) -> str:
        """A file of the theme beside its templates."""
        loader = self._environment.loader
        return loader.get_source(self._environment, path)[0] if loader else ""
