"""The npm package of a build, as files, as a folder and as the tarball that a registry would hand out."""

import shutil
from pathlib import Path

from builder.model.output import OutputFile
from builder.parse.theme import read_theme
from builder.pipeline import Built
from builder.render.package import Package, package_files
from tests import node

NAME = "@example-exchange/scam-alert"
PACKAGE = Package(NAME, "0.1.0", "https://protect.exchange.example/", "MIT License\n")


def packaged(built: Built) -> dict[str, bytes]:
    """The files of the package by path."""
    return {file.path: file.content for file in package_files(built.files, read_theme(), PACKAGE)}


def tarball(built: Built, folder: Path) -> Path:
    """What `npm pack` makes of them."""
    for file in package_files(built.files, read_theme(), PACKAGE):
        _write(folder / "package", file)
    (name,) = node.npm(folder / "package", "pack", "--silent", "--pack-destination", "..").split()
    return folder / name


def install(app: str, package: Path, folder: Path) -> Path:
    """A copy of a scratch app in which the tarball is installed beside what the lock file names."""
    here = folder / app
    shutil.copytree(node.APPS / app, here, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(node.modules(app), here / "node_modules", symlinks=True)
    node.npm(here, "install", "--no-save", "--ignore-scripts", "--silent", str(package))
    return here


def _write(folder: Path, file: OutputFile) -> None:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
