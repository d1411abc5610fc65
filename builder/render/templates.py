"""The Jinja environment over our theme and Material's templates: autoescape on, undefined names are errors."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Undefined, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Context
from markupsafe import Markup

from builder.model.theme import Theme
from builder.render.addresses import link
from builder.render.markdown import prose


class _Unprintable(StrictUndefined):
    """An undefined name may be asked whether it is there (Material's macros leave arguments out), and nothing else."""

    __bool__ = Undefined.__bool__  # type: ignore[assignment] # reason: looser than its parent on purpose


class _InMemory(BytecodeCache):
    """Templates compiled by this process; Jinja itself sees whether the source is still the same."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_IN_MEMORY = _InMemory()


def environment(theme: Theme, base_url: str, compiled: str | None = None) -> Environment:
    """Templates come from code only; content is never a template. `compiled` is a folder for their bytecode."""
    env = Environment(
        loader=FileSystemLoader(theme.template_folders),
        autoescape=True,
        undefined=_Unprintable,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(compiled) if compiled else _IN_MEMORY,
    )

    @pass_context
    def url(context: Context, target: str) -> str:
        return link(target, context["page"]["url"], base_url)

    @cache
    def icon(name: str) -> Markup:
        return Markup(env.get_template(f".icons/material/{name}.svg").render())  # noqa: S704 # reason: Material's own file

    filters: dict[str, Callable[..., object]] = {
        "url": url,
        "icon": icon,
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
