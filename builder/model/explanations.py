"""`explanations.md` → why each rule exists, by its code."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def explanations() -> Mapping[str, str]:
    """The whole text below each heading, in Markdown: the reason, then a bad and a good example."""
    sections = files("builder").joinpath("explanations.md").read_text("utf-8").split("\n## ")[1:]
    parted = (section.partition("\n") for section in sections)
    return {code: text.strip() for code, _, text in parted}
