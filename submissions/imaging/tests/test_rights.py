from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submissions.imaging import xmp
from submissions.imaging.rights import DATA_MINING_ALLOWED, Rights


def test_rights_with_deceptive_marks_lose_them() -> None:
    rights = Rights(creator="Ada\u202egpj.exe", credit_line=" Ada\r\n\tØ\x00\x1b[2J\u200b ", usage_terms="a\u2028b")

    assert rights.creator == "Adagpj.exe"
    assert rights.credit_line == "Ada Ø[2J"
    assert rights.usage_terms == "a b"


def test_rights_with_names_in_other_scripts_keep_their_joiners() -> None:
    assert Rights(creator="می\u200cخواهم 👩\u200d🎤").creator == "می\u200cخواهم 👩\u200d🎤"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//example.org", "https://a b", 'https://a"b', "ftp://a"])
def test_rights_with_an_address_that_is_no_web_address_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="web_statement"):
        Rights(web_statement=address)


def test_rights_with_a_foreign_data_mining_term_are_refused() -> None:
    assert Rights(data_mining=DATA_MINING_ALLOWED).data_mining == DATA_MINING_ALLOWED
    with pytest.raises(ValueError, match="data_mining"):
        Rights(data_mining="http://example.org/DMI-ALLOWED")


def test_rights_with_an_endless_text_are_refused_not_cut() -> None:
    with pytest.raises(ValueError, match="credit_line"):
        Rights(credit_line="a" * 501)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_comes_back_from_the_packet_as_it_was_cleaned(text: str) -> None:
    rights = Rights(creator=text, credit_line=text, usage_terms=text)

    root = ElementTree.fromstring(xmp.packet(rights))

    found = root.find(".//{http://ns.adobe.com/photoshop/1.0/}Credit")
    assert (found.text if found is not None else "") == rights.credit_line


def test_the_longest_rights_still_fit_one_jpeg_segment() -> None:
    lines = dict.fromkeys(("creator", "credit_line", "copyright_notice", "license_number", "licensor_name"), "🎤" * 500)
    address = "https://example.org/" + "&" * 1980

    packet = xmp.packet(Rights(**lines, usage_terms="🎤" * 4000, web_statement=address, licensor_url=address))

    assert len(packet) < 65_000
