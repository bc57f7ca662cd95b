// Bytes, text and hashes for the check of a proof in the browser.

export class Broken extends Error {}

export const utf8 = (text) => new TextEncoder().encode(text);

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

export const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", data));

export const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const base64 = (data) => btoa(String.fromCharCode(...data));

/** Only the one way to write these bytes is taken. */
export function exactBase64(text) {
  let data;
  try {
    data = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new Broken("base64");
  }
  if (base64(data) !== text) throw new Broken("base64");
  return data;
}

export const unpadded = (text) => exactBase64(text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - (text.length % 4)) % 4));

export function fromHex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Broken("hex");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** RFC 8785, for the strings, whole numbers and objects that bundles are made of. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}
