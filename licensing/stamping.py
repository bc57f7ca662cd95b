"""The file that a licensee receives: the original's picture, without its place and device, with credit and license."""

from __future__ import annotations

import hashlib
import logging
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from brands.models import Brand
from core import slots
from core.errors import Unavailable
from licensing.credits import verify_address
from licensing.models import License
from licensing.terms import Terms
from licensing.terms.vocabulary import AiUse
from submissions import storage
from submissions.imaging import cage, rights
from submissions.imaging.refusals import Unreadable

logger = logging.getLogger(__name__)

# For all processes together; see cage.STAMP_LIMITS for what one may take.
AT_ONCE = 2
LEASE = timedelta(minutes=5)
WAIT = timedelta(seconds=3)

SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


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
        Unavailable: too many files are being made, or this one could not be: the store does not answer, the original
            cannot be read any more, the disk is full.
    """
    with _place_for(license.licensee), ExitStack() as folders:
        try:
            file = _made(license, Path(folders.enter_context(tempfile.TemporaryDirectory(prefix="delivery-"))))
        except (Unreadable, cage.CageFailed, *storage.ERRORS) as error:
            logger.exception("the file of license %s could not be made", license.number)
            raise Unavailable(
                _(
                    "The file could not be prepared. That is our fault, and it has been written down for us. Nothing "
                    "was recorded as delivered: try again in a minute."
                ),
                code="file_not_prepared",
            ) from error
        yield file


@contextmanager
def _place_for(brand: Brand) -> Iterator[None]:
    """One file at a time for each brand, and few for all: each takes the memory of a large picture."""
    with slots.held(f"stamping/{brand.public_id}", limit=1, lease=LEASE, wait=WAIT) as own:
        if not own:
            raise Unavailable(
                _("Another file is being prepared for your brand. Try again in a moment."), code="brand_busy"
            )
        with slots.held("stamping", limit=AT_ONCE, lease=LEASE, wait=WAIT) as shared:
            if not shared:
                raise Unavailable(_("Many files are being prepared right now. Try again in a moment."), code="busy")
            yield


def _made(license: License, folder: Path) -> Stamped:
    original, target = folder / "original", folder / "stamped"
    storage.copy_to(license.media_file.storage_key, original)
    media_type = cage.stamp(original, target, rights_of(license))
    original.unlink()
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Stamped(
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
        digital_source_type=license.submission.digital_source_type,
    )


def data_mining(terms: Terms) -> str:
    """PLUS vocabulary: what the terms say of mining and training; anything between all and nothing is "see terms"."""
    training = {AiUse.GENERATIVE_TRAINING, AiUse.OTHER_TRAINING, AiUse.TEXT_AND_DATA_MINING}
    granted = terms.ai_uses & training
    if not granted:
        return rights.DATA_MINING_PROHIBITED
    return rights.DATA_MINING_ALLOWED if granted == training else rights.DATA_MINING_SEE_CONSTRAINT
