// Checks a proof that was chosen or dropped, in this browser; the file is sent nowhere.
//
// <section data-check-proof data-keys-url data-text-…> with an input, a place for the result and a list of what holds.

import { Broken } from "./proof/bytes.js";
import { check } from "./proof/bundle.js";

const MOST_BYTES = 20_000_000;

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

async function publishedKeys(url) {
  const { keys } = await (await fetch(url)).json();
  return keys.map((key) => key.verifier);
}

function lines(section, { key, entries, status, documents }) {
  const texts = section.dataset;
  return [
    filled(texts.textKey, { key }),
    ...entries.map(({ index, size, said }) => filled(texts.textEntry, { index, size, kind: said.kind, at: said.at, subject: said.subject })),
    ...documents.map(({ role }) => filled(texts.textDocument, { role })),
    entries[0].said.facts.method === "passkey_signature" ? texts.textPasskey : "",
    filled(texts.textStatus, { state: status.state, at: status.at }),
  ].filter(Boolean);
}

async function answer(section, file) {
  if (file.size > MOST_BYTES) return { verdict: "other", items: [] };
  try {
    const keys = await publishedKeys(section.dataset.keysUrl);
    return { verdict: "match", items: lines(section, await check(new Uint8Array(await file.arrayBuffer()), keys)) };
  } catch (error) {
    // Where the browser cannot check this kind of signature, nothing is said about the file.
    const unable = error instanceof DOMException && error.name === "NotSupportedError";
    if (!(error instanceof Broken) && (unable || error instanceof TypeError && /fetch/i.test(error.message))) return { verdict: "failed", items: [] };
    return { verdict: "other", items: [] };
  }
}

async function show(section, file) {
  const result = section.querySelector("[data-check-proof-result]");
  const list = section.querySelector("[data-check-proof-list]");
  const { verdict, items } = await answer(section, file);
  result.dataset.verdict = verdict;
  result.textContent = section.dataset[`text${verdict[0].toUpperCase()}${verdict.slice(1)}`];
  list.replaceChildren(...items.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}

for (const section of document.querySelectorAll("[data-check-proof]")) {
  const input = section.querySelector("input[type=file]");
  input.addEventListener("change", () => input.files[0] && show(section, input.files[0]));
  section.addEventListener("dragover", (event) => event.preventDefault());
  section.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) show(section, event.dataTransfer.files[0]);
  });
}
