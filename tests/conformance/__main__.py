"""Writes the cases: `python -m tests.conformance`."""

from tests.conformance.vectors import FOLDER, vectors


def main() -> None:
    for old in FOLDER.glob("*.json"):
        old.unlink()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in vectors().items():
        (FOLDER / name).write_bytes(content)


main()
