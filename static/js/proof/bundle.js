// Checks a proof bundle as verify_proof.py does: docs/proof-bundles.md has the format.

import { Broken, base64, canonical, fromHex, hex, same, sha256, utf8 } from "./bytes.js";
import { readCheckpoint, signed } from "./notes.js";
import { checkPasskey } from "./passkey.js";
import { leafHash, readProof, rootFrom } from "./tree.js";

async function committed(value, salt) {
  const key = await crypto.subtle.importKey("raw", salt, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8(value))));
}

async function checkEntry(entry, origin, keys) {
  const { index, path, note } = readProof(entry.proof);
  const checkpoint = readCheckpoint((await signed(note, keys)).text);
  if (checkpoint.origin !== origin) throw new Broken("checkpoint");
  const root = await rootFrom(await leafHash(entry.body), index, checkpoint.size, path);
  if (!same(root, checkpoint.root)) throw new Broken("inclusion");
  const said = JSON.parse(entry.body);
  for (const [name, { value, salt }] of Object.entries(entry.sealed)) {
    if ((await committed(canonical(JSON.parse(value)), fromHex(salt))) !== said.sealed[name]) throw new Broken("sealed");
  }
  return { index, note, size: checkpoint.size, said };
}

async function checkDocument(document, entries) {
  const digest = hex(await sha256(utf8(document.text)));
  const naming = entries.filter(({ said }) => said.kind === document.kind);
  if (!naming.some(({ said }) => said.facts[document.fact] === digest)) throw new Broken("document");
}

/** What the bundle proves. Throws Broken with the kind of the first thing that does not hold. */
export async function check(data, trusted) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  const whole = JSON.parse(text);
  if (canonical(whole) !== text || canonical(Object.keys(whole)) !== '["bundle","signed"]') throw new Broken("changed");
  const { bundle } = whole;
  if (bundle.format !== "proof-bundle/1") throw new Broken("format");
  const { origin } = bundle.log;
  const signature = await signed(whole.signed, trusted);
  const digest = base64(await sha256(utf8(canonical(bundle))));
  if (signature.text !== `${origin}/proof\n${digest}\n`) throw new Broken("changed");
  const entries = [];
  for (const entry of bundle.entries) entries.push(await checkEntry(entry, origin, trusted));
  const [first] = entries;
  if (!first || entries.some(({ note }) => note !== first.note) || bundle.status.entries !== first.size) throw new Broken("checkpoint");
  for (const document of bundle.documents) await checkDocument(document, entries);
  if (first.said.facts.method === "passkey_signature") await checkPasskey(bundle.evidence.passkey, first.said.facts);
  return { key: signature.by[0], entries, status: bundle.status, documents: bundle.documents };
}
