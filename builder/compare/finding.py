"""A single difference before it is joined with those that say the same."""

from dataclasses import dataclass

from builder.compare.difference import Kind, Spot
from builder.compare.trees import Path


@dataclass(frozen=True)
class Finding:
    """One difference in one spot.

    `folder` is where its source must lie, if that is known, and `path` leads to it in the tree of its corner;
    `sentence` and `pages` are those of a `Change`; `only_on_pages` says that a page is all it was found on.
    """

    kind: Kind
    spot: Spot
    before: str
    after: str
    sentence: str = ""
    pages: tuple[str, ...] = ()
    folder: str = ""
    path: Path = ()
    only_on_pages: bool = False

    @property
    def saying(self) -> tuple[str, ...]:
        """What two findings must share to be one change: texts that read alike, facts about the same thing."""
        subject = () if self.kind is Kind.text or self.only_on_pages else (self.spot.part, self.sentence)
        return (self.kind, self.before, self.after, *subject)
