"""The file that a licensee receives: the original's picture, without its place and device, with credit and license."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from licensing.models import License
from licensing.terms import Terms
from licensing.terms.vocabulary import AiUse
from submissions import storage
from submissions.imaging import cage, rights
from submissions.models import AiUse as MadeBy

SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
# https://cv.iptc.org/newscodes/digitalsourcetype/
SOURCE_TYPES = {
    MadeBy.GENERATED: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    MadeBy.ASSISTED: "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
}


@dataclass(frozen=True)
class Stamped:
    """A file on the local disk that lives as long as the `with` block which made it."""

    path: Path
    file_name: str
    media_type: str
    byte_size: int
    sha256: str


@contextmanager
def stamped(license: License) -> Iterator[Stamped]:
    """Make the licensee's file. The original is read from the store and stays as it is.

    Raises:
        Unreadable: the original cannot be read any more.
    """
    with tempfile.TemporaryDirectory(prefix="delivery-") as folder:
        original, target = Path(folder) / "original", Path(folder) / "stamped"
        storage.copy_to(license.media_file.storage_key, original)
        media_type = cage.stamp(original, target, rights_of(license))
        original.unlink()
        with target.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        yield Stamped(
            path=target,
            file_name=f"{license.number}.{SUFFIXES[media_type]}",
            media_type=media_type,
            byte_size=target.stat().st_size,
            sha256=digest,
        )


def rights_of(license: License) -> rights.Rights:
    """What is written into the file; the address leads to the public page that tells whether it is still in force."""
    terms = license.parsed_terms
    licensor = license.licensor_name or ""
    return rights.Rights(
        creator=licensor,
        credit_line=terms.attribution.credit_line or licensor,
        copyright_notice=f"© {licensor}" if licensor else "",
        usage_terms=_("Licensed to %(licensee)s only, under license %(number)s. Is it in force? %(address)s")
        % {"licensee": license.licensee_name, "number": license.number, "address": verify_address(license)},
        web_statement=verify_address(license),
        license_number=license.number,
        licensor_name=licensor,
        licensor_url=f"{settings.SITE_URL}/@{license.licensor.handle}/",
        data_mining=data_mining(terms),
        digital_source_type=SOURCE_TYPES.get(MadeBy(license.submission.ai_use), ""),
    )


def data_mining(terms: Terms) -> str:
    """PLUS vocabulary: what the terms say of mining and training; anything between all and nothing is "see terms"."""
    training = {AiUse.GENERATIVE_TRAINING, AiUse.OTHER_TRAINING, AiUse.TEXT_AND_DATA_MINING}
    granted = terms.ai_uses & training
    if not granted:
        return rights.DATA_MINING_PROHIBITED
    return rights.DATA_MINING_ALLOWED if granted == training else rights.DATA_MINING_SEE_CONSTRAINT


def verify_address(license: License) -> str:
    return f"{settings.SITE_URL}{reverse('verify', args=[license.number])}"
