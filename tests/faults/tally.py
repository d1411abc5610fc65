"""What a kind of attack came to."""

from dataclasses import asdict, dataclass, fields

HARM = ("mixed", "lost", "left", "lied", "torn", "missing")


@dataclass
class Tally:
    """Counted as the attacks go on."""

    runs: int = 0
    old: int = 0  # the site of before
    new: int = 0  # the site of the attacked run
    mixed: int = 0  # anything else, and any build of the history that is not whole
    lost: int = 0  # no site at all, where there was one
    left: int = 0  # something stayed behind that should not
    lied: int = 0  # said that it published and did not, or the reverse
    passes: int = 0  # of the reader
    torn: int = 0  # passes that saw files of two builds, or half a file
    missing: int = 0  # passes that missed the link or a file
    seconds: float = 0

    @classmethod
    def columns(cls) -> list[str]:
        return [field.name for field in fields(cls)]

    def counts(self) -> dict[str, float]:
        return asdict(self)

    @property
    def harm(self) -> dict[str, float]:
        """Whatever must not happen and did."""
        return {name: count for name, count in self.counts().items() if name in HARM and count}

    def __add__(self, other: "Tally") -> "Tally":
        sums = {name: count + other.counts()[name] for name, count in self.counts().items()}
        return Tally(**sums)  # type: ignore[arg-type] # reason: only seconds are no whole numbers
