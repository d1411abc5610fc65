"""A publisher as most are: it copies in place. The attacks must find it wanting, or they prove nothing."""

from pathlib import Path

from builder.model.output import OutputFile


def copy_in_place(files: tuple[OutputFile, ...], out: Path) -> None:
    """The link stays where it is; the folder behind it is overwritten."""
    for file in files:
        (out / file.path).write_bytes(file.content)
