"""An XMP packet (ISO 16684-1) with the rights fields of IPTC Photo Metadata, Dublin Core and PLUS."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from submissions.imaging.rights import Rights

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}


def packet(rights: Rights) -> bytes:
    """UTF-8. Fields without a value are left out."""
    declared = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _NAMESPACES.items() if prefix != "rdf")
    body = "".join(_properties(rights))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f"<rdf:RDF xmlns:rdf={quoteattr(_NAMESPACES['rdf'])}>"
        f'<rdf:Description rdf:about="" {declared}>{body}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()


def _properties(rights: Rights) -> list[str]:
    licensor = _simple("plus:LicensorName", rights.licensor_name) + _simple("plus:LicensorURL", rights.licensor_url)
    return [
        _list("dc:creator", "Seq", rights.creator),
        _language("dc:rights", rights.copyright_notice),
        _simple("photoshop:Credit", rights.credit_line),
        _simple("xmpRights:Marked", "True" if rights.copyright_notice or rights.usage_terms else ""),
        _language("xmpRights:UsageTerms", rights.usage_terms),
        _simple("xmpRights:WebStatement", rights.web_statement),
        f'<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">{licensor}</rdf:li></rdf:Seq></plus:Licensor>'
        if licensor
        else "",
        _list("plus:LicensorTransactionID", "Bag", rights.license_number),
        _simple("plus:DataMining", rights.data_mining),
        _simple("Iptc4xmpExt:DigitalSourceType", rights.digital_source_type),
    ]


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _list(name: str, kind: str, text: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}></{name}>" if text else ""


def _language(name: str, text: str) -> str:
    if not text:
        return ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>'
