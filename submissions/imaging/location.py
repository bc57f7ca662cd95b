"""Does a file tell where it was taken? The creator is told that this part is left out of everything that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from submissions.imaging import exif

_PLACE_IN_XMP = re.compile(
    rb"GPS(Dest)?(Latitude|Longitude)|GPSCoordinates|photoshop:(City|State|Country)|Iptc4xmpCore:Location"
    rb"|Location(Created|Shown)"
)
# IIM 4.2: content location, city, sublocation, province, country.
_PLACE_IN_IPTC = re.compile(rb"\x1c\x02[\x1a\x1b\x5a\x5c\x5f\x64\x65][\x00-\x7f][\x00-\xff]")


def is_told(*, tiff: bytes, xmp: Iterable[bytes], iptc: Iterable[bytes]) -> bool:
    return (
        exif.read(tiff).has_location
        # Packets may be UTF-16 or UTF-32, where the names have zeros between their letters.
        or any(_PLACE_IN_XMP.search(packet.replace(b"\0", b"")) for packet in xmp)
        or any(_PLACE_IN_IPTC.search(record) for record in iptc)
    )
