"""Who signs: a key in a file, in the environment, or in another process; and how one follows another."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from trail import checks, issuing, keys, notes, sequencer, signing
from trail.models import Checkpoint, Signature, SigningKey
from trail.signing import SigningFailed, SocketSigner
from trail.tests.factories import entries

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(settings: Any, tmp_path: Path) -> Path:
    settings.TRAIL_SIGNING_KEY = ""
    settings.TRAIL_SIGNING_KEY_FILE = str(tmp_path / "trail.key")
    return tmp_path / "trail.key"


def test_first_start_makes_a_key_for_its_owner_alone(file: Path) -> None:
    assert keys.make_first()
    assert file.stat().st_mode & 0o777 == 0o600
    assert signing.signer().key() == signing.LocalSigner("localhost/trail", signing.read_file(file)).key()


def test_second_start_keeps_the_key(file: Path) -> None:
    keys.make_first()
    before = file.read_text()
    assert not keys.make_first()
    assert not signing.make_file(file)
    assert file.read_text() == before
    assert [path.name for path in file.parent.iterdir()] == ["trail.key"]


def test_key_that_openssl_made_signs(file: Path) -> None:
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", str(file)], check=True)
    file.chmod(0o600)
    entries(1)
    sequencer.number_all()
    assert Checkpoint.objects.get().size == 1


def test_key_that_is_gone_is_not_replaced_in_silence(file: Path) -> None:
    keys.make_first()
    entries(1)
    sequencer.number_all()
    file.unlink()

    with pytest.raises(SigningFailed, match="is gone"):
        keys.make_first()

    assert not file.exists()


def test_key_that_everybody_can_read_is_refused(file: Path) -> None:
    keys.make_first()
    file.chmod(0o604)
    with pytest.raises(SigningFailed, match="chmod 600"):
        signing.signer()


@pytest.mark.parametrize("text", ["", "x", "AAAA", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_key_that_is_none_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(SigningFailed) as refused:
        signing.read_private(text)
    assert not text or text not in str(refused.value)


def test_rotation_shows_both_keys_on_one_checkpoint(file: Path, client: Client) -> None:
    keys.make_first()
    entries(1)
    sequencer.number_all()
    (old,) = issuing.verifiers()

    call_command("rotate_trail_key")

    first, second = issuing.verifiers()
    note = notes.read(client.get("/trail/checkpoint").content)
    assert (first, note.verified([old]), note.verified([second])) == (old, [old], [second])
    entries(1)
    sequencer.number_all()
    later = notes.read(Checkpoint.objects.latest("size").note.encode())
    assert later.verified([second]) == [second]
    assert not [signature for signature in later.signatures if signature.key_id == old.id]
    assert [key.ends_at is None for key in SigningKey.objects.order_by("pk")] == [False, True]
    assert [path.name for path in file.parent.iterdir()] == ["trail.key"]


def test_rotation_of_a_key_that_is_missing_says_so(file: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("rotate_trail_key")
    assert not SigningKey.objects.exists()
    call_command("rotate_trail_key", lost=True)
    assert len(issuing.verifiers()) == 1


def test_key_that_is_there_is_not_lost(file: Path) -> None:
    keys.make_first()
    before = file.read_text()
    with pytest.raises(SigningFailed, match="not lost"):
        keys.rotate(lost=True, now=timezone.now())
    assert file.read_text() == before


def test_rotation_that_the_database_refuses_keeps_the_key(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.make_first()
    before = file.read_text()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        keys.rotate(lost=False, now=timezone.now())

    assert (file.read_text(), SigningKey.objects.count(), Signature.objects.count()) == (before, 0, 0)


@pytest.fixture
def signer(file: Path, settings: Any) -> Iterator[Path]:
    """Another process that alone knows the key."""
    keys.make_first()
    place = file.with_name("signer.sock")
    command = [sys.executable, "manage.py", "run_signer", str(place), "--key-file", str(file)]
    environment = os.environ | {"DEMO": "1", "VAR_DIR": str(file.parent / "var")}
    environment = {
        name: value for name, value in environment.items() if name not in ("DJANGO_SETTINGS_MODULE", "TESTING")
    }
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not place.exists() and time.monotonic() < end:
        time.sleep(0.05)
    settings.TRAIL_SIGNER = str(place)
    settings.TRAIL_SIGNING_KEY_FILE = ""
    yield place
    process.terminate()
    process.wait()


def test_signer_in_another_process_signs_checkpoints_and_nothing_else(signer: Path) -> None:
    entries(2)
    sequencer.number_all()
    note = notes.read(Checkpoint.objects.get().note.encode())
    assert note.verified([signing.signer().key()]) == issuing.verifiers()
    assert signer.stat().st_mode & 0o007 == 0

    digest = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    assert SocketSigner(str(signer)).sign(f"localhost/trail/proof\n{digest}\n")
    for text in (
        "anything\n",
        f"other.example/log\n3\n{digest}\n",
        f"other/proof\n{digest}\n",
        f"{digest}\n",
        "x/proof\n",
    ):
        with pytest.raises(SigningFailed, match="refused"):
            SocketSigner(str(signer)).sign(text)


def test_signer_that_is_gone_stops_no_numbers(settings: Any, tmp_path: Path) -> None:
    settings.TRAIL_SIGNER = str(tmp_path / "nobody.sock")
    entries(2)
    assert sequencer.number_all() == 2
    assert not Checkpoint.objects.exists()


def test_check_asks_who_signs(settings: Any) -> None:
    assert checks.somebody_signs() == []
    settings.TRAIL_SIGNING_KEY = settings.TRAIL_SIGNING_KEY_FILE = ""
    assert [found.id for found in checks.somebody_signs()] == ["trail.E001"]
