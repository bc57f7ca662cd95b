// The Merkle tree of RFC 9162 section 2.1.

import { Broken, exactBase64, joined, sha256, utf8 } from "./bytes.js";

export const leafHash = (body) => sha256(joined([0], utf8(body)));

const node = (left, right) => sha256(joined([1], left, right));

const half = (number) => Math.floor(number / 2);

/** The root that follows from a leaf and the hashes beside its way up (section 2.1.3.2). */
export async function rootFrom(leaf, index, size, path) {
  if (index >= size) throw new Broken("inclusion");
  let [place, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) throw new Broken("inclusion");
    if (place % 2 || place === last) {
      root = await node(sibling, root);
      while (place && place % 2 === 0) [place, last] = [half(place), half(last)];
    } else {
      root = await node(root, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw new Broken("inclusion");
  return root;
}

/** Number, path and signed checkpoint of a C2SP tlog-proof. */
export function readProof(text) {
  const at = text.indexOf("\n\n");
  const [format, number, ...path] = text.slice(0, Math.max(at, 0)).split("\n");
  const [, index] = /^index (0|[1-9][0-9]{0,14})$/.exec(number ?? "") ?? [];
  if (at < 0 || format !== "c2sp.org/tlog-proof@v1" || !index || path.length > 64) throw new Broken("inclusion");
  const hashes = path.map(exactBase64);
  if (hashes.some((hash) => hash.length !== 32)) throw new Broken("inclusion");
  return { index: Number(index), path: hashes, note: text.slice(at + 2) };
}
