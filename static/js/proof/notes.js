// Signed notes and checkpoints as C2SP has them.

import { Broken, exactBase64, hex, joined, same, sha256, utf8 } from "./bytes.js";

const LOG = 1;

async function readKey(verifier) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(verifier) ?? [];
  if (!name) throw new Broken("key");
  const data = exactBase64(encoded);
  const found = (await sha256(joined(utf8(`${name}\n`), data))).slice(0, 4);
  if (data.length !== 33 || data[0] !== LOG || hex(found) !== id) throw new Broken("key");
  return { name, id: found, key: await crypto.subtle.importKey("raw", data.slice(1), "Ed25519", false, ["verify"]) };
}

function readNote(note) {
  const at = note.lastIndexOf("\n\n");
  if (at < 0 || !note.endsWith("\n")) throw new Broken("note");
  const lines = note.slice(at + 2, -1).split("\n");
  const signatures = lines.map((line) => {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const data = name ? exactBase64(encoded) : [];
    if (data.length < 5) throw new Broken("note");
    return { name, id: data.slice(0, 4), data: data.slice(4) };
  });
  return { text: note.slice(0, at + 1), signatures };
}

/** The text of a note that one of these keys has signed, and which. A false signature in the name of one breaks it. */
export async function signed(note, verifiers) {
  const { text, signatures } = readNote(note);
  const by = [];
  for (const verifier of verifiers) {
    const { name, id, key } = await readKey(verifier);
    for (const signature of signatures.filter((one) => one.name === name && same(one.id, id))) {
      if (!(await crypto.subtle.verify("Ed25519", key, signature.data, utf8(text)))) throw new Broken("signature");
      by.push(verifier);
    }
  }
  if (by.length === 0) throw new Broken("unsigned");
  return { text, by };
}

export function readCheckpoint(text) {
  const lines = text.split("\n");
  if (lines.length < 4 || lines.at(-1) !== "" || !/^(0|[1-9][0-9]{0,14})$/.test(lines[1])) throw new Broken("checkpoint");
  const root = exactBase64(lines[2]);
  if (root.length !== 32) throw new Broken("checkpoint");
  return { origin: lines[0], size: Number(lines[1]), root };
}
