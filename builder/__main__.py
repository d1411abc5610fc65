"""`python -m builder` is the `antiscam` command."""

from builder.cli import main

main()
