"""The peers: other generators of static sites, each set up as a good engineer would for speed."""

import os
import shutil
from functools import cached_property
from pathlib import Path

from benchmarks.builders import Builder
from benchmarks.frame import SLOTS
from benchmarks.installing import RECIPES, node_environment, python_environment
from benchmarks.markdown_pages import write_pages
from benchmarks.running import Command, output_of


class Eleventy(Builder):
    """Eleventy with templates in JavaScript and one pagination over all outputs."""

    name = "eleventy"

    @cached_property
    def _installed(self) -> Path:
        return node_environment(self.name)

    @property
    def _program(self) -> tuple[str, str]:
        return "node", str(self._installed / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs")

    def version(self) -> str:
        """Its version, and that of Node."""
        eleventy, node = (*self._program, "--version"), ("node", "--version")
        return " on Node ".join(output_of(Command(words, self._installed)).strip() for words in (eleventy, node))

    def install(self) -> None:
        """Templates are copied beside a link to what npm installed."""
        _copy_recipe(self)
        (self.folder / "node_modules").symlink_to(self._installed / "node_modules")

    def command(self) -> Command:
        """It reads the world's YAML itself."""
        reads = {"WORLD": str(self.place.world), "FRAMES": str(self.place.frames), "NODE_ENV": "production"}
        return Command((*self._program, f"--output={os.path.relpath(self.out, self.folder)}"), self.folder, reads)


class Hugo(Builder):
    """Hugo with a content adapter, the world's YAML mounted as its data."""

    name = "hugo"

    @cached_property
    def _program(self) -> str:
        # The wheel holds the binary; its Python wrapper would only add its own start.
        return str(next(python_environment(self.name).glob("lib/*/site-packages/hugo/binaries/hugo*")))

    def version(self) -> str:
        """Its version, without the place it was built at."""
        return output_of(Command((self._program, "version"), self.place.root)).split()[1].split("-")[0]

    def install(self) -> None:
        """Each frame becomes a layout."""
        _copy_recipe(self)
        article = '{{ partial "article.html" (dict "body" .Params.body "locale" .Params.locale "page" $page) }}'
        actions = dict(
            zip(SLOTS, ("{{ $page.heading }}", "{{ $page.lead }}", "{{ .Permalink }}", article), strict=True)
        )
        for frame in self.place.frames.iterdir():
            layout = '{{ $page := partial "page.html" . }}' + frame.read_text("utf-8")
            for slot, action in actions.items():
                layout = layout.replace(f"[[{slot}]]", action)
            (self.folder / "layouts" / f"frame-{frame.name.lower()}").write_text(layout, "utf-8")

    def forget(self) -> None:
        """It keeps a cache."""
        super().forget()
        shutil.rmtree(self._cache, ignore_errors=True)

    def command(self) -> Command:
        """A plain build."""
        where = ("--destination", str(self.out), "--cacheDir", str(self._cache))
        return Command((self._program, "build", "--quiet", *where), self.folder)

    @property
    def _cache(self) -> Path:
        return self.place.root / "cache-hugo"


class MkDocs(Builder):
    """MkDocs with Material, from Markdown that is converted before the clock starts."""

    name = "mkdocs"

    @cached_property
    def _python(self) -> str:
        return str(python_environment(self.name) / "bin" / "python")

    def version(self) -> str:
        """Its version, and that of the theme."""
        ask = (
            "from importlib.metadata import version as of; print(of('mkdocs'), 'with Material', of('mkdocs-material'))"
        )
        return output_of(Command((self._python, "-c", ask), self.place.root)).strip()

    def install(self) -> None:
        """Its settings are copied; it brings its own frame."""
        _copy_recipe(self)

    def prepare(self) -> None:
        """Its pages are brought up to date with the world."""
        write_pages(self.place.world, self.place.size, self.folder / "docs")

    def command(self) -> Command:
        """A plain build: `--dirty` would leave a search index of the changed pages alone."""
        build = ("-m", "mkdocs", "build", "--quiet", "--site-dir", str(self.out))
        return Command((self._python, *build), self.folder, {"NO_MKDOCS_2_WARNING": "1"})


PEERS: dict[str, type[Builder]] = {peer.name: peer for peer in (Eleventy, Hugo, MkDocs)}


def _copy_recipe(peer: Builder) -> None:
    shutil.copytree(RECIPES / peer.name, peer.folder, ignore=shutil.ignore_patterns("node_modules", "*lock*"))
