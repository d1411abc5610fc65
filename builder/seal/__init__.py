"""Stage 5: rendered files and approved releases → signed statements about them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from builder.model.chapter import Told
from builder.model.json_bytes import pretty_json_bytes
from builder.model.output import OutputFile
from builder.model.release import NOTHING_OFF, WARNINGS, Off, Release, ReleaseDigest
from builder.model.trust import Keys, Trust
from builder.seal.releases import digest_of, envelope_file, pointer, signed_for_everybody


def seal(
    told: Iterable[Told], trust: Trust, keys: Keys, moment: datetime, off: Off = NOTHING_OFF
) -> Iterator[OutputFile]:
    """The trusted keys, the releases that no party has signed itself, and last the pointer to all.

    `off` are the alerts that the pointer turns off.
    """
    yield OutputFile(f"{WARNINGS}trust.json", pretty_json_bytes(trust.model_dump(mode="json")))
    releases = []
    for chapter in told:
        if chapter.release:
            releases.append(ReleaseDigest.model_validate(chapter.release))
        elif chapter.unsigned:
            release = signed_for_everybody(Release.model_validate_json(chapter.unsigned), keys)
            releases.append(digest_of(release))
            yield envelope_file(release)
    yield pointer(releases, moment, keys.latest, off, development=trust.development)
