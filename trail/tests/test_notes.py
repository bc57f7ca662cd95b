"""Signed notes, checkpoints, tiles and proofs, against the published examples and against every change of a byte."""

from __future__ import annotations

from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from trail import checkpoints, merkle, notes, proofs, tiles
from trail.checkpoints import Checkpoint
from trail.notes import COSIGNATURE, Key, Note, NoteRefused
from trail.proofs import Proof
from trail.tiles import Tile

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
KEY = Key("example.com/log", PRIVATE.public_key().public_bytes_raw())
WITNESS = Key("witness.example/w1", OTHER.public_key().public_bytes_raw(), COSIGNATURE)

# Of the documents: examples of the C2SP signed-note and tlog-checkpoint specifications, as far as their form goes.
EXAMPLE = (
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
    "— quasimodo.example/salvatore "
    "NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)
SOFA = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"


def signed(text: str) -> Note:
    return Note(text, (notes.sign(text, KEY.name, PRIVATE),))


def test_example_of_the_specification_is_read_and_written_as_it_is() -> None:
    note = notes.read(EXAMPLE.encode())

    assert note.text.endswith("\n\ned è subito sera.\n")
    assert [(line.name, line.key_id.hex(), len(line.data)) for line in note.signatures] == [
        ("quasimodo.example/salvatore", "367ba04b", 64)
    ]
    assert str(note) == EXAMPLE
    with pytest.raises(NoteRefused, match="no known key"):
        note.verified([KEY])


def test_key_is_written_and_read_back_with_its_id() -> None:
    for key in (KEY, WITNESS):
        assert Key.read(str(key)) == key
    assert KEY.id != Key(KEY.name, KEY.public, COSIGNATURE).id
    name, _id, encoded = str(KEY).split("+", 2)
    with pytest.raises(NoteRefused, match="does not have the id"):
        Key.read(f"{name}+00000000+{encoded}")


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u2003b"])
def test_key_of_an_impossible_name_is_refused(name: str) -> None:
    with pytest.raises(NoteRefused):
        Key(name, KEY.public)


def test_note_is_verified_by_each_key_that_signed_it() -> None:
    note = signed("hello\n").and_signed([notes.cosign("hello\n", WITNESS.name, OTHER, time=1679315147)])
    again = notes.read(str(note).encode())

    assert again == note
    assert again.verified([KEY, WITNESS]) == [KEY, WITNESS]
    assert again.verified([WITNESS]) == [WITNESS]
    assert again.signatures[1].time == 1679315147


def test_wrong_signature_in_the_name_of_a_known_key_refuses_the_whole_note() -> None:
    forged = notes.Signature(WITNESS.name, WITNESS.id, bytes(72))
    note = signed("hello\n").and_signed([forged])

    with pytest.raises(NoteRefused, match=r"witness\.example/w1"):
        note.verified([KEY, WITNESS])
    assert note.verified([KEY]) == [KEY]


def test_cosignature_says_its_time() -> None:
    line = notes.cosign("hello\n", WITNESS.name, OTHER, time=10)
    later = notes.Signature(line.name, line.key_id, (11).to_bytes(8) + line.data[8:])

    assert notes.holds(WITNESS, line, "hello\n")
    assert not notes.holds(WITNESS, later, "hello\n")
    assert not notes.holds(WITNESS, line, "hallo\n")
    assert not notes.holds(Key(WITNESS.name, KEY.public, COSIGNATURE), line, "hello\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text\n",
        b"text\n\n",
        b"\n\n\xe2\x80\x94 a AAAAAAA=\n",
        b"text\n\n\xe2\x80\x94 a AAAAAAA=",
        b"text\n\n\xe2\x80\x94 a AAAA\n",
        b"text\n\n\xe2\x80\x94 a+b AAAAAAAA\n",
        b"text\n\n- a AAAAAAAA\n",
        b"te\x07xt\n\n\xe2\x80\x94 a AAAAAAAA\n",
        b"te\xffxt\n\n\xe2\x80\x94 a AAAAAAAA\n",
        b"text\n\n\xe2\x80\x94 a AAAAAAA\n",
        b"text\n\n\xe2\x80\x94 a AAAAAAB=\n",
        b"text\n\n" + "— a AAAAAAAA\n".encode() * 65,
        b"x" * 1_000_001,
    ],
)
def test_what_is_no_note_is_refused(data: bytes) -> None:
    with pytest.raises(NoteRefused):
        notes.read(data)


@pytest.mark.parametrize("place", range(len(str(signed("hello\n")).encode())))
def test_note_with_any_other_byte_is_refused(place: int) -> None:
    whole = bytearray(str(signed("hello\n")).encode())
    whole[place] ^= 1
    with pytest.raises(NoteRefused):
        notes.read(bytes(whole)).verified([KEY])


def test_checkpoint_of_the_specification_is_read_and_written_as_it_is() -> None:
    found = checkpoints.read(SOFA)

    assert (found.origin, found.size) == ("example.com/behind-the-sofa", 20852163)
    assert b64encode(found.root).decode() == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
    assert str(found) == SOFA
    assert checkpoints.read(SOFA + "more\n").extensions == ("more",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        SOFA.rstrip("\n"),
        SOFA + "\n",
        SOFA.replace("20852163", "020852163"),
        SOFA.replace("20852163", "-1"),
        SOFA.replace("20852163", "٣"),
        SOFA.replace("20852163", "1" * 20),
        SOFA.replace("CsUY", "CsU"),
        SOFA.replace("q2I=", "q2J="),
        SOFA.replace("CsUYapGG", ""),
        "\n" + SOFA,
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused):
        checkpoints.read(text)


def test_tiles_of_seventy_thousand_entries_are_those_of_the_specification() -> None:
    found = list(tiles.of_tree(70_000))

    assert found[:273] == [Tile(0, number) for number in range(273)]
    assert found[273:] == [Tile(0, 273, 112), Tile(1, 0), Tile(1, 1, 17), Tile(2, 0, 1)]
    assert [str(tile) for tile in tiles.of_tree(256)] == ["0/000", "1/000.p/1"]
    assert list(tiles.of_tree(0)) == []


@given(st.integers(0, 10**15))
def test_number_of_a_tile_is_read_back(number: int) -> None:
    assert tiles.read_number(tiles.number_path(number)) == number


@pytest.mark.parametrize(
    "path", ["", "1", "01", "0001", "x001", "000/001", "x000/001", "x1/234", "x٠٠١/٢٣٤", "x001/x234"]
)
def test_number_that_is_written_in_another_way_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="is no number of a tile"):
        tiles.read_number(path)


def test_number_of_the_specification() -> None:
    assert tiles.number_path(1234067) == "x001/x234/067"


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf_hash(str(number).encode()) for number in range(size)]


def written(hashes: list[bytes]) -> dict[Tile, bytes]:
    """Each tile by the definition: hashes of what is below."""
    found: dict[Tile, bytes] = {}
    level = hashes
    for tile in tiles.of_tree(len(hashes)):
        if tile.level and tile.number == 0:
            level = [merkle.root(level[at : at + 256]) for at in range(0, len(level) // 256 * 256, 256)]
        found[tile] = b"".join(level[tile.number * 256 : tile.number * 256 + tile.width])
    return found


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 600, 70_000])
def test_proofs_from_tiles_hold(size: int) -> None:
    hashes = leaves(size)
    root = merkle.root(hashes)
    node = tiles.nodes(written(hashes).__getitem__, size)

    for index in {0, size // 3, size // 2, size - 1}:
        proof = merkle.inclusion_proof(index, size, node)
        assert merkle.verify_inclusion(index, size, hashes[index], proof, root)
    for before in {1, size // 2 or 1, size - 1 or 1, size}:
        consistent = merkle.consistency_proof(before, size, node)
        assert merkle.verify_consistency(before, size, merkle.root(hashes[:before]), root, consistent)


def test_tile_of_a_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="has 32 bytes"):
        merkle.inclusion_proof(0, 3, tiles.nodes(lambda tile: bytes(32), 3))


def proven(size: int = 300, index: int = 258, extra: bytes = b"") -> Proof:
    hashes = leaves(size)
    text = str(Checkpoint("example.com/log", size, merkle.root(hashes)))
    node = tiles.nodes(written(hashes).__getitem__, size)
    return Proof(index, tuple(merkle.inclusion_proof(index, size, node)), signed(text), extra)


@pytest.mark.parametrize("extra", [b"", b"more"])
@pytest.mark.parametrize(("size", "index"), [(1, 0), (300, 258)])
def test_proof_is_written_read_and_holds(size: int, index: int, extra: bytes) -> None:
    proof = proven(size, index, extra)
    again = proofs.read(str(proof).encode())

    assert again == proof
    assert str(proof).startswith("c2sp.org/tlog-proof@v1\n")
    found = again.proven(leaves(size)[index], origin="example.com/log", keys=[KEY])
    assert found.size == size


def test_proof_of_another_leaf_log_or_key_does_not_hold() -> None:
    proof = proven()
    leaf = leaves(300)[258]
    stranger = Key(KEY.name, WITNESS.public)

    for wrong, origin, key in ((leaves(300)[257], KEY.name, KEY), (leaf, "other", KEY), (leaf, KEY.name, stranger)):
        with pytest.raises(NoteRefused):
            proof.proven(wrong, origin=origin, keys=[key])


def test_proof_with_any_other_byte_does_not_hold() -> None:
    whole = str(proven(3, 2)).encode()
    leaf = leaves(3)[2]
    for place in range(len(whole)):
        for bit in (1, 32):
            changed = bytearray(whole)
            changed[place] ^= bit
            with pytest.raises(NoteRefused):
                proofs.read(bytes(changed)).proven(leaf, origin="example.com/log", keys=[KEY])


@pytest.mark.parametrize(
    "change",
    [
        ("index 2", "index 02"),
        ("index 2", "index -2"),
        ("index 2", "index"),
        ("@v1", "@v2"),
        ("index 2\n", "extra AAAA\nextra AAAA\nindex 2\n"),
        ("index 2\n", "index 2\nAAAA\n"),
        ("\n\n", "\n", 1),
    ],
)
def test_what_is_no_proof_is_refused(change: tuple[str, ...]) -> None:
    text = str(proven(3, 2))
    broken = text.replace(change[0], change[1], 1)
    assert broken != text
    with pytest.raises(NoteRefused):
        proofs.read(broken.encode()).proven(leaves(3)[2], origin="example.com/log", keys=[KEY])


def test_hashes_are_base64_of_thirty_two_bytes() -> None:
    assert len(b64decode(str(proven(3, 2)).split("\n")[2])) == 32
