"""Is this picture also something else? A file with two meanings is refused, harmless company is not.

What is shown or delivered is always written anew (`renditions`, `rewriting`) and ends where the picture ends, so bytes
behind a picture or inside its metadata never reach anybody. Real cameras put many things there: zeros, Samsung's
trailer, a second JPEG with a gain map or the other eye, a motion clip. Refusing the unknown would refuse honest photos
and protect nobody. Refused is only what another program would open or run: an archive, a document, a page, a script,
a program. Such a file was made to deceive some other reader of the original.
"""

from __future__ import annotations

import re

from submissions.imaging.containers import Survey
from submissions.imaging.refusals import Unreadable

# Every way through it has a fixed length, so that the time of a search grows with the bytes and not with their square.
_ACTIVE_TEXT = re.compile(
    rb"<(?:\?php|!doctype\s|html[\s>]|head[\s>]|body[\s>]|script[\s>/]|iframe[\s>]|svg[\s>/:])", re.IGNORECASE
)
# For coded pixels, where chance writes everything short: fewer than one photo in a million has such bytes by accident.
_UNMISTAKABLE = re.compile(
    rb"<(?:!doctype\s|script[\s>/]|iframe[\s>]|(?:\?php|html|head|body|svg)[\s>/][\t\n\r -~]{12})", re.IGNORECASE
)
_PROGRAMS_AND_ARCHIVES = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"#!",
    b"%PDF",
    b"%!PS",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"GIF87a",
    b"GIF89a",
    b"MSCF",
    b"\xd0\xcf\x11\xe0",
    b"ITSF",
)
# Readers of PDF accept its header within the first kilobyte.
_PDF_WITHIN = 1024
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 22 + 65535


def refuse_second_meaning(content: bytes, survey: Survey) -> None:
    trailer = content[survey.end :].lstrip(b"\0\xff \t\r\n")
    found = ""
    if trailer.startswith(_PROGRAMS_AND_ARCHIVES):
        found = "a program or an archive behind the picture"
    elif _ACTIVE_TEXT.search(trailer):
        found = "a page or a script behind the picture"
    elif any(_ACTIVE_TEXT.search(text) for text in (survey.exif, *survey.xmp, *survey.iptc, *survey.texts)):
        found = "a page or a script inside the metadata"
    elif _UNMISTAKABLE.search(content):
        found = "a page or a script inside the picture"
    elif b"%PDF-" in content[:_PDF_WITHIN] or b"%PDF-" in trailer[:_PDF_WITHIN]:
        found = "a PDF header"
    elif is_zip(content):
        found = "a ZIP directory"
    if found:
        raise Unreadable("polyglot", detail=found)


def is_zip(content: bytes) -> bool:
    """Whether a ZIP reader would open this: it looks for the end record in the last 64 KiB, wherever the rest lies."""
    base = max(0, len(content) - _ZIP_TAIL)
    tail = content[base:]
    at = tail.rfind(_ZIP_END)
    while at >= 0:
        record = tail[at : at + 22]
        directory = base + at - int.from_bytes(record[12:16], "little")
        comment = int.from_bytes(record[20:22], "little")
        if (
            len(record) == 22
            and base + at + 22 + comment <= len(content)
            and content[max(directory, 0) : directory + 4] == b"PK\x01\x02"
        ):
            return True
        at = tail.rfind(_ZIP_END, 0, at)
    return False
