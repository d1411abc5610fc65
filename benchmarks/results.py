"""Everything a run measured, and how it is written down."""

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.memory import Memory
from benchmarks.world import Size

SCENARIOS = {
    "cold": "cold build",
    "unchanged": "nothing changed",
    "text": "one text changed",
    "phone": "one phone number changed",
}
LIMITS = {"copy": "copying antiscam’s finished files", "reading": "reading all YAML once"}
OURS = "antiscam"


@dataclass(frozen=True)
class Reading:
    """One measurement: of a builder in a scenario, or of a limit."""

    what: str
    scenario: str
    round: int
    seconds: float


@dataclass(frozen=True)
class Output:
    """What a cold build left on the disk, and the memory it took."""

    builder: str
    files: int
    bytes: int
    memory: Memory


@dataclass(frozen=True)
class Growth:
    """antiscam at another size."""

    jurisdictions: int
    pages: int
    seconds: tuple[float, ...]
    memory: Memory


@dataclass
class Results:
    """Grows while a run goes on."""

    size: Size
    machine: dict[str, str | int]
    versions: dict[str, str] = field(default_factory=dict)
    not_measured: dict[str, str] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    growth: list[Growth] = field(default_factory=list)

    def median_of(self, what: str, scenario: str) -> float:
        """The median over all rounds, in seconds."""
        return median(
            reading.seconds for reading in self.readings if (reading.what, reading.scenario) == (what, scenario)
        )

    def as_json(self) -> str:
        """Every single measurement."""
        return json.dumps(asdict(self) | {"pages": self.size.pages}, ensure_ascii=False, indent=2) + "\n"


def this_machine() -> dict[str, str | int]:
    """What the figures depend on."""
    memory = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemTotal"))
    return {
        "cores": os.cpu_count() or 0,
        "memory_bytes": int(memory.split()[1]) * 1024,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
