// The signature of a passkey over exactly what was granted (WebAuthn Level 2 section 7.2).

import { Broken, canonical, hex, joined, same, sha256, unpadded, utf8 } from "./bytes.js";

const EC = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const NAMED = ["terms_hash", "evidence_hash", "file_sha256", "licensor", "licensee"];

/** r and s of a signature in ASN.1, each as 32 bytes. */
function rawSignature(der) {
  const number = (at) => {
    const end = at + 2 + der[at + 1];
    const digits = der.slice(at + 2, end);
    const short = digits.slice(Math.max(0, digits.length - 32));
    return [joined(new Uint8Array(32 - short.length), short), end];
  };
  const [r, end] = number(2);
  return joined(r, number(end)[0]);
}

async function holds(spki, signature, message) {
  for (const [kind, raw] of [[EC, rawSignature], [RSA, (data) => data], [{ name: "Ed25519" }, (data) => data]]) {
    const key = await crypto.subtle.importKey("spki", spki, kind, false, ["verify"]).catch(() => null);
    if (key) return crypto.subtle.verify(kind, key, raw(signature), message);
  }
  return false;
}

export async function checkPasskey(passkey, facts) {
  const [client, seen] = [unpadded(passkey.client_data), unpadded(passkey.authenticator_data)];
  const spki = unpadded(passkey.public_key);
  if (hex(await sha256(spki)) !== facts.passkey_sha256) throw new Broken("passkey");
  const { type, challenge } = JSON.parse(new TextDecoder().decode(client));
  const wanted = await sha256(utf8(canonical(passkey.statement)));
  if (type !== "webauthn.get" || !same(unpadded(challenge), wanted)) throw new Broken("passkey");
  if (NAMED.some((name) => passkey.statement[name] !== facts[name])) throw new Broken("passkey");
  const site = await sha256(utf8(passkey.site));
  if (!same(seen.slice(0, 32), site) || !(seen[32] & 1) || !(seen[32] & 4)) throw new Broken("passkey");
  const message = joined(seen, await sha256(client));
  if (!(await holds(spki, unpadded(passkey.signature), message))) throw new Broken("passkey");
}
