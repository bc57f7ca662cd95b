"""The proof of a license holds offline, and nothing of it can be changed."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.test import Client
from django.utils import timezone

import verify_proof
from brands.tests.factories import brand as new_brand
from creators.tests.factories import creator as new_creator
from licensing import actions, proofs
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import terms as new_terms
from trail import bundles, canonical, issuing, notes
from trail.models import SealedValue
from trail.notes import Note

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def license() -> License:
    found = factories.license()
    factories.follow()
    return found


@pytest.fixture
def bundle(license: License) -> bytes:
    return proofs.bundle(license, timezone.now())


def key() -> str:
    return str(issuing.verifiers()[-1])


def refused(data: bytes) -> str:
    """Why it does not hold; empty where it does."""
    try:
        verify_proof.check(data, [key()])
    except verify_proof.Broken as error:
        return str(error)
    return ""


def test_bundle_of_a_license_holds(license: License, bundle: bytes) -> None:
    lines = verify_proof.check(bundle, [key()])

    assert lines[0] == f"The bundle is as {key()} signed it."
    assert any("license.granted at" in line and f"about {license.public_id} " in line for line in lines)
    assert any(line.startswith("The terms is the one that was recorded") for line in lines)
    assert any(line.startswith("The wording is the one that was recorded") for line in lines)
    assert "Proven by: reauthentication password, as the site says." in lines
    assert lines[-1].startswith("As the site says: in_force at ")


def test_bundle_says_exactly_what_was_signed(license: License, bundle: bytes) -> None:
    documents = {document["role"]: document["text"] for document in json.loads(bundle)["bundle"]["documents"]}
    assert documents == {"terms": license.terms, "wording": license.evidence.text}


def test_bundle_after_a_revocation_has_its_entry_and_says_so(license: License) -> None:
    actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=timezone.now())
    factories.follow()
    license.refresh_from_db()

    lines = verify_proof.check(proofs.bundle(license, timezone.now()), [key()])

    assert any(": license.revoked at" in line for line in lines)
    assert lines[-1].startswith("As the site says: revoked at ")


def test_every_byte_counts(bundle: bytes) -> None:
    """One bit of each byte in turn."""
    changed = bytearray(bundle)
    held = []
    for at in range(len(bundle)):
        changed[at] ^= 1 << at % 8
        if not refused(bytes(changed)):
            held.append(at)
        changed[at] = bundle[at]
    assert held == []
    assert len(bundle) > 3000


@pytest.mark.parametrize("cut", [0, 1, 100, -1, -100])
def test_bundle_that_is_cut_does_not_hold(bundle: bytes, cut: int) -> None:
    assert refused(bundle[:cut] if cut else b"")


@pytest.mark.parametrize("around", [b" %s", b"%s\n", b"\xef\xbb\xbf%s", b"[%s]"])
def test_bundle_with_something_around_it_does_not_hold(bundle: bytes, around: bytes) -> None:
    assert refused(around % bundle)


def signed_again(bundle: Any) -> bytes:
    """As somebody would who has the key of the log, but cannot change what the log committed to."""
    private = Ed25519PrivateKey.from_private_bytes(b64decode(settings.TRAIL_SIGNING_KEY))
    text = bundles.text_to_sign(settings.TRAIL_ORIGIN, canonical.encode(bundle))
    signed = str(Note(text, (notes.sign(text, settings.TRAIL_ORIGIN, private),)))
    return canonical.encode({"bundle": bundle, "signed": signed})


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        for name in value:
            yield from leaves(value[name], (*path, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    else:
        yield path


def with_other(bundle: Any, path: tuple[Any, ...], other: Any) -> Any:
    changed = copy.deepcopy(bundle)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = other
    return changed


# What only the site says; the bundle calls it that.
SAID = {("about",), *(("status", name) for name in ("state", "at", "in_force", "number", "until"))}
NAMES = {("documents", number, name) for number in (0, 1) for name in ("role", "language")}


def test_every_field_is_held_by_the_log_or_said_by_the_site(bundle: bytes) -> None:
    content = json.loads(bundle)["bundle"]
    assert refused(signed_again(content)) == ""

    held = set()
    for path in leaves(content):
        if not refused(signed_again(with_other(content, path, "other"))):
            held.add(path)

    keys = {("log", "keys", 0)}
    assert held == SAID | NAMES | keys


@pytest.mark.parametrize("part", ["body", "proof", "value", "salt", "text"])
def test_every_character_of_what_the_log_holds_counts(bundle: bytes, part: str) -> None:
    """Signed again after each change, by who has the key."""
    content = json.loads(bundle)["bundle"]
    texts = [path for path in leaves(content) if path[-1] == part]
    assert texts
    path = min(texts, key=lambda path: len(str(_at(content, path))))
    text = _at(content, path)
    held = []
    for at, character in enumerate(text):
        other = text[:at] + ("b" if character == "a" else "a") + text[at + 1 :]
        if not refused(signed_again(with_other(content, path, other))):
            held.append((path, at))
    assert held == []


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def test_bundle_of_another_key_does_not_hold(bundle: bytes, settings: Any) -> None:
    known = key()
    settings.TRAIL_SIGNING_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    other = json.loads(signed_again(json.loads(bundle)["bundle"]))
    with pytest.raises(verify_proof.Broken, match="no key that is trusted"):
        verify_proof.check(canonical.encode(other), [known])


def test_entry_of_another_license_does_not_fit_its_documents(license: License) -> None:
    other = factories.license(terms=new_terms(paid_use=True))
    factories.follow()
    mine = json.loads(proofs.bundle(license, timezone.now()))["bundle"]
    theirs = json.loads(proofs.bundle(other, timezone.now()))["bundle"]

    assert "is not what was recorded" in refused(signed_again(mine | {"documents": theirs["documents"]}))
    assert "other" not in refused(signed_again(mine))


def test_erased_value_is_left_out_and_the_rest_holds(license: License) -> None:
    SealedValue.objects.filter(entry__subject=license.public_id).update(value=None, salt=None, erased_at=timezone.now())
    data = proofs.bundle(license, timezone.now())
    assert refused(data) == ""
    assert [entry["sealed"] for entry in json.loads(data)["bundle"]["entries"]] == [{}]


def test_program_alone_says_whether_it_holds(bundle: bytes, tmp_path: Path) -> None:
    """In an empty folder, as somebody has it who got the two files by mail."""
    program = tmp_path / "verify_proof.py"
    program.write_bytes((ROOT / "verify_proof.py").read_bytes())
    kept = tmp_path / "license.proof.json"
    kept.write_bytes(bundle)

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-I", str(program), *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    assert run(str(kept), "--key", key())[0] == 0
    assert run(str(kept), "--key", key())[1].endswith("HOLDS.\n")
    assert "compare it with one that you know" in run(str(kept))[1]
    kept.write_bytes(bundle.replace(b"license.granted", b"license.revoked"))
    status, said = run(str(kept))
    assert (status, said.startswith("DOES NOT HOLD: ")) == (1, True)
    assert run(str(tmp_path / "nothing"))[0] == 2


def test_program_needs_nothing_of_ours() -> None:
    program = (ROOT / "verify_proof.py").read_text()
    assert len(program.splitlines()) <= 300
    steps = list(ast.walk(ast.parse(program)))
    names = [alias.name for step in steps if isinstance(step, ast.Import) for alias in step.names]
    names += [step.module or "" for step in steps if isinstance(step, ast.ImportFrom)]
    imported = {name.partition(".")[0] for name in names}
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_parties_get_the_bundle_and_nobody_else(client: Client, license: License) -> None:
    address = f"/licenses/{license.public_id}/proof.json"
    assert client.get(address).status_code == 302
    for user in (license.licensor.user, factories.owner(license.licensee)):
        client.force_login(user)
        response = client.get(address)
        assert refused(response.content) == ""
        assert response["Content-Disposition"] == f'attachment; filename="{license.number}.proof.json"'
    for stranger in (new_creator().user, factories.owner(new_brand())):
        client.force_login(stranger)
        assert client.get(address).status_code == 404


def test_bundle_of_what_is_not_signed_yet_has_to_wait(client: Client) -> None:
    found = factories.license()
    client.force_login(found.licensor.user)
    response = client.get(f"/licenses/{found.public_id}/proof.json")
    assert response.status_code == 409
    assert "being signed" in response.content.decode()


def test_hash_of_the_terms_is_that_of_their_canonical_form(license: License) -> None:
    assert hashlib.sha256(license.terms.encode()).hexdigest() == license.terms_hash
