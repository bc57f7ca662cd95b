"""What other programs read from a picture: Pillow finds the packet, the standard library its values, exiftool all."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PIL import Image

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
}


def xmp(path: Path) -> dict[str, Any]:
    """Property to its text, a list of texts, or a list of structures."""
    with Image.open(path) as picture:
        packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode()
    if not packet:
        return {}
    description = ElementTree.fromstring(packet.strip(b"\0")).find(f".//{_RDF}Description")
    assert description is not None
    return {_name(element): _value(element) for element in description}


def _name(element: ElementTree.Element) -> str:
    uri, _, name = element.tag[1:].partition("}")
    return f"{_PREFIXES[uri]}:{name}"


def _value(element: ElementTree.Element) -> Any:
    items = element.findall(f"{_RDF}Seq/{_RDF}li") + element.findall(f"{_RDF}Bag/{_RDF}li")
    if items:
        return [{_name(part): part.text for part in item} if len(item) else item.text for item in items]
    alternative = element.find(f"{_RDF}Alt/{_RDF}li")
    return element.text if alternative is None else alternative.text


def exiftool(path: Path) -> dict[str, Any] | None:
    """All tags with their group, or None on a machine without exiftool."""
    program = shutil.which("exiftool")
    if program is None:
        return None
    found = subprocess.run(
        [program, "-json", "-G1", "-struct", "-n", "-charset", "utf8", str(path)], capture_output=True, check=True
    )
    tags: dict[str, Any] = json.loads(found.stdout)[0]
    return tags
