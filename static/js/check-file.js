// Compares the SHA-256 of a chosen file with those on the page, without sending the file anywhere.

async function sha256(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function verdict(digests, digest) {
  if (digests.length === 0) return "none";
  return digests.includes(digest) ? "match" : "other";
}

for (const section of document.querySelectorAll("[data-check-file]")) {
  const input = section.querySelector("[data-check-file-input]");
  const result = section.querySelector("[data-check-file-result]");
  const digests = section.dataset.digests.split(" ").filter(Boolean);
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const key = await sha256(file).then((digest) => verdict(digests, digest), () => "failed");
    result.textContent = result.dataset[`text${key[0].toUpperCase()}${key.slice(1)}`];
    result.dataset.verdict = key;
  });
}
