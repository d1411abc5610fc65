"""Stage 5: rendered files and signed releases → everything to be published."""

from datetime import datetime

from builder.model.approval import SignedRelease
from builder.model.document import Document
from builder.model.json_bytes import pretty_json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.model.trust import Signer
from builder.seal.record import build_record
from builder.seal.releases import pointer, release_files


def seal(
    files: tuple[OutputFile, ...],
    site: Site,
    documents: tuple[Document, ...],
    releases: tuple[tuple[SignedRelease, ...], ...],
    latest_signer: Signer,
    moment: datetime,
) -> tuple[OutputFile, ...]:
    """Everything to be published, sorted by path.

    `releases` holds those of each jurisdiction, the newest first: the pointer names that one, and the older ones stay
    for clients that still hold an older pointer.
    """
    trust = OutputFile(f"{WARNINGS}trust.json", pretty_json_bytes(site.trust.model_dump(mode="json")))
    kept = (file for of_place in releases for release in of_place for file in release_files(release))
    # Two releases of a place may hold the same bundle.
    sealed = tuple({file.path: file for file in (*files, trust, *kept)}.values())
    newest = [of_place[0] for of_place in releases]
    latest = pointer(newest, moment, latest_signer, development=site.trust.development)
    record = build_record(sealed, site, documents)
    return tuple(sorted((*sealed, record, latest), key=lambda file: file.path))
