"""The Jinja environment over our theme and Material's templates: autoescape on, undefined names are errors."""

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from builder.model.theme import Theme
from builder.render.addresses import link
from builder.render.markdown import prose


class _Unprintable(StrictUndefined):
    """An undefined name may be asked whether it is there (Material's macros leave arguments out), and nothing else."""

    __bool__ = Undefined.__bool__  # type: ignore[assignment] # reason: looser than its parent on purpose


def environment(theme: Theme, base_url: str) -> Environment:
    """Templates come from code only; content is never a template."""
    env = Environment(
        loader=FileSystemLoader(theme.template_folders),
        autoescape=True,
        undefined=_Unprintable,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    @pass_context
    def url(context: Context, target: str) -> str:
        return link(target, context["page"]["url"], base_url)

    filters: dict[str, Callable[..., object]] = {
        "url": url,
        "script_tag": lambda script: script,
        "prose": prose,
        "name_dialog": _name_dialog,
    }
    env.filters.update(filters)
    return env


def _name_dialog(header: Markup, name: str) -> Markup:
    """Material's search dialog has no name, so a screen reader says only “dialog”; this gives it one."""
    named = Markup('role="dialog" aria-label="{}"').format(name)
    return header.replace('role="dialog"', named)
