"""All codes and their explanations → `docs/problems.md`, the page that people look one up in."""

from collections.abc import Iterator

from builder.model.codes import GROUPS
from builder.model.explanations import explanations
from builder.report.plain import standing_of

_HEAD = """\
# Problems

Every problem that can be reported, with the reason for the rule, a bad and a good example.
`antiscam explain CODE` says the same.
<!-- Made from builder/explanations.md by `make golden`; change it there. -->

An **error** keeps content from being published. A **warning** does so only in production. A **note** never does.
Where a rule can be lowered, `severities` in `site_config.yml` may make it a warning or a note, and `suppressions` may
leave it out of the reports of a file for a while; each names a reason and its last day:

```yaml
severities:
  long-sentence: note
suppressions:
  - code: foreign-script
    file: content/scams/romance/ar.yml
    reason: The name of the app is written in Latin letters everywhere.
    until: 2027-03-31
```

Every rule can be made graver: `stale-contact: error` stops a build, not only a production one.
"""


def problems_page() -> str:
    """The whole page, as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from _table()
    reasons = explanations()
    for title, codes in GROUPS.items():
        yield f"## {title}\n"
        for code in codes:
            yield f"### {code}\n\n*{standing_of(code)}*\n\n{_fenced(reasons[code])}\n"


def _table() -> Iterator[str]:
    yield "| about | codes |\n|---|---|"
    for title, codes in GROUPS.items():
        yield f"| {title} | {', '.join(f'[{code}](#{code})' for code in codes)} |"
    yield ""


def _fenced(explained: str) -> str:
    """The examples, which are indented, as blocks of YAML."""
    why, bad, good = explained.replace("\n\nGood:\n\n", "\n\nBad:\n\n").split("\n\nBad:\n\n")
    shown = (f"{label}:\n\n```yaml\n{_outdented(example)}\n```" for label, example in (("Bad", bad), ("Good", good)))
    return "\n\n".join((why, *shown))


def _outdented(example: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in example.strip("\n").split("\n"))
