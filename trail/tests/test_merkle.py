"""Against the definitions of the RFC written down plainly, and against published vectors."""

from __future__ import annotations

import json
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trail import merkle

VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "merkle-inclusion"
LARGEST = 40

# Of Certificate Transparency: the leaves of its reference tree and the roots of its first 1 to 8.
REFERENCE_LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
REFERENCE_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf_hash(f"leaf {number}".encode()) for number in range(size)]


def plain_root(hashes: list[bytes]) -> bytes:
    """RFC 9162 section 2.1.1, word by word."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    left = 1
    while left * 2 < len(hashes):
        left *= 2
    return sha256(b"\x01" + plain_root(hashes[:left]) + plain_root(hashes[left:])).digest()


def nodes(hashes: list[bytes]) -> merkle.Node:
    """Of a tree that holds only what is complete: what is not complete is never asked for."""

    def node(level: int, place: int) -> bytes:
        begin, end = place << level, (place + 1) << level
        assert end <= len(hashes)
        return plain_root(hashes[begin:end])

    return node


def test_reference_roots_of_certificate_transparency() -> None:
    hashes = [merkle.leaf_hash(bytes.fromhex(data)) for data in REFERENCE_LEAVES]

    assert [merkle.root(hashes[:size]).hex() for size in range(1, 9)] == REFERENCE_ROOTS
    assert merkle.root([]) == merkle.EMPTY_ROOT == sha256(b"").digest()


@pytest.mark.parametrize("size", range(LARGEST))
def test_root_is_that_of_the_definition(size: int) -> None:
    hashes = leaves(size)
    completed = {}
    tree = merkle.CompactRange()
    for hash in hashes:
        tree.append(hash, lambda level, place, node: completed.update({(level, place): node}))

    assert tree.root() == merkle.root(hashes) == plain_root(hashes)
    assert merkle.CompactRange(tree.size, tree.hashes).root() == tree.root()
    assert completed == {
        (level, place): nodes(hashes)(level, place)
        for level in range(1, size.bit_length())
        for place in range(size >> level)
    }


def test_compact_range_of_a_wrong_number_of_hashes_is_refused() -> None:
    with pytest.raises(ValueError, match="1 hashes for 3 leaves"):
        merkle.CompactRange(3, leaves(1))


@pytest.mark.parametrize("size", range(1, LARGEST))
def test_inclusion_of_each_leaf_is_proven_and_of_no_other(size: int) -> None:
    hashes = leaves(size)
    root = plain_root(hashes)
    for index in range(size):
        proof = merkle.inclusion_proof(index, size, nodes(hashes))
        holds = [merkle.verify_inclusion(at, size, hashes[index], proof, root) for at in range(size)]
        assert holds == [at == index for at in range(size)]


@pytest.mark.parametrize("size2", range(1, LARGEST))
def test_consistency_with_each_beginning_is_proven_and_with_no_other_size(size2: int) -> None:
    hashes = leaves(size2)
    root2 = plain_root(hashes)
    for size1 in range(1, size2 + 1):
        root1 = plain_root(hashes[:size1])
        proof = merkle.consistency_proof(size1, size2, nodes(hashes))
        assert merkle.verify_consistency(size1, size2, root1, root2, proof)
        for other in range(1, size2 + 1):
            if other != size1:
                forged = plain_root([*leaves(other - 1), merkle.leaf_hash(b"forged")])
                assert not merkle.verify_consistency(other, size2, forged, root2, proof)


@given(st.data())
def test_any_change_of_a_proof_is_found(data: st.DataObject) -> None:
    size2 = data.draw(st.integers(2, LARGEST))
    size1 = data.draw(st.integers(1, size2 - 1))
    hashes = leaves(size2)
    root1, root2 = plain_root(hashes[:size1]), plain_root(hashes)
    included = merkle.inclusion_proof(size1, size2, nodes(hashes))
    consistent = merkle.consistency_proof(size1, size2, nodes(hashes))

    broken = data.draw(changes(included))
    assert not merkle.verify_inclusion(size1, size2, hashes[size1], broken, root2)
    broken = data.draw(changes(consistent))
    assert not merkle.verify_consistency(size1, size2, root1, root2, broken)


def changes(proof: list[bytes]) -> st.SearchStrategy[list[bytes]]:
    """One hash with a flipped bit, one too many, one too few, or two in each other's place."""
    places = st.integers(0, len(proof) - 1)
    flipped = st.builds(
        lambda place, bit: [
            (int.from_bytes(hash) ^ (1 << bit)).to_bytes(32) if number == place else hash
            for number, hash in enumerate(proof)
        ],
        places,
        st.integers(0, 255),
    )
    added = st.builds(
        lambda place, hash: [*proof[:place], hash, *proof[place:]], places, st.binary(min_size=32, max_size=32)
    )
    removed = st.builds(lambda place: [*proof[:place], *proof[place + 1 :]], places)
    return st.one_of(flipped, added, removed)


@pytest.mark.parametrize("size", [0, 1, 5])
def test_proof_from_the_empty_tree_says_nothing_and_is_refused(size: int) -> None:
    assert not merkle.verify_consistency(0, size, merkle.EMPTY_ROOT, plain_root(leaves(size)), [])
    with pytest.raises(ValueError, match="nothing to prove"):
        merkle.consistency_proof(0, size, nodes(leaves(size)))


@pytest.mark.parametrize("wrong", [None, "", b"", b"x" * 31, b"x" * 33, 7, ["a"]])
def test_what_is_no_hash_or_number_is_answered_with_no(wrong: object) -> None:
    hashes = leaves(5)
    root, other = plain_root(hashes), plain_root(hashes[:3])
    proof = merkle.inclusion_proof(2, 5, nodes(hashes))
    consistent = merkle.consistency_proof(3, 5, nodes(hashes))

    assert not merkle.verify_inclusion(2, 5, wrong, proof, root)  # type: ignore[arg-type]
    assert not merkle.verify_inclusion(2, 5, hashes[2], proof, wrong)  # type: ignore[arg-type]
    assert not merkle.verify_inclusion(2, 5, hashes[2], [wrong, *proof[1:]], root)  # type: ignore[list-item]
    assert not merkle.verify_inclusion(wrong if wrong != 7 else -1, 5, hashes[2], proof, root)  # type: ignore[arg-type]
    assert not merkle.verify_consistency(3, 5, other, root, [wrong, *consistent[1:]])  # type: ignore[list-item]
    assert not merkle.verify_consistency(3, wrong if wrong != 7 else 2, other, root, consistent)  # type: ignore[arg-type]


def test_index_beyond_the_tree_has_no_proof() -> None:
    with pytest.raises(ValueError, match="no leaf 5"):
        merkle.inclusion_proof(5, 5, nodes(leaves(5)))


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the published vectors are not beside this checkout")
def test_published_inclusion_proofs_are_judged_as_their_makers_do() -> None:
    cases = [json.loads(path.read_text()) for path in sorted(VECTORS.rglob("*.json"))]

    def judge(case: dict[str, object]) -> bool:
        def of(name: str) -> bytes:
            return b64decode(str(case[name] or ""))

        proof = [b64decode(item) for item in case["proof"] or []]  # type: ignore[attr-defined]
        index, size = int(str(case["leafIdx"])), int(str(case["treeSize"]))
        return merkle.verify_inclusion(index, size, of("leafHash"), proof, of("root"))

    assert [case["desc"] for case in cases if judge(case) == case["wantErr"]] == []
    assert len(cases) > 50
