// Sends the chosen picture while the form is being filled in. Without this module the form sends the file itself.
//
// <form data-upload-form data-upload-url data-known-url data-discard-url data-limit data-text-…>: addresses, the largest
// size in bytes, and every text that is shown, in the person's language. `{…}` in a text is filled in here.
// The hidden field [name=media_file] holds the id of the file that has arrived.

import { keepFile, keptFile } from "./draft.js";

const form = document.querySelector("[data-upload-form]");
if (form) start(form);

function start(form) {
  const zone = form.querySelector("[data-dropzone]");
  const input = zone.querySelector("[data-file-input]");
  const camera = zone.querySelector("[data-camera-input]");
  const list = zone.querySelector("[data-progress]");
  const spoken = zone.querySelector("[data-progress-status]");
  const arrived = form.querySelector("[name=media_file]");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const text = (name, values = {}) =>
    Object.entries(values).reduce((words, [key, value]) => words.replace(`{${key}}`, value), form.dataset[name] || "");

  let current = null; // the file on its way or arrived: { file, row, xhr, sha256, state }
  let waiting = null; // the button that was pressed while the file was still on its way

  function choose(file) {
    drop();
    const row = list.appendChild(zone.querySelector("[data-row-template]").content.firstElementChild.cloneNode(true));
    row.querySelector("[data-name]").textContent = file.name;
    row.querySelector("[data-size]").textContent = readable(file.size);
    current = { file, row, state: "waiting" };
    preview(current);
    input.value = "";
    if (camera) camera.value = "";
    zone.classList.remove("dropzone--error");
    if (file.size === 0) return fail(text("textEmpty"), false);
    if (file.size > Number(form.dataset.limit)) return fail(text("textTooLarge"), false);
    return begin(current);
  }

  async function begin(upload) {
    show(upload, "sending", text("textPreparing"), 0);
    upload.sha256 = await digest(upload.file);
    if (upload !== current) return;
    const known = upload.sha256 && (await ask(upload.sha256));
    if (upload !== current) return;
    if (known?.media_file) return finish(known);
    if (known?.message) return fail(known.message, false, known.url);
    send(upload);
  }

  async function ask(sha256) {
    const url = new URL(form.dataset.knownUrl, location.href);
    url.searchParams.set("sha256", sha256);
    try {
      const response = await fetch(url, { headers: { Accept: "application/json" } });
      return await response.json();
    } catch {
      return null; // Not knowing is no reason not to send.
    }
  }

  function send(upload) {
    const xhr = new XMLHttpRequest();
    upload.xhr = xhr;
    xhr.open("POST", form.dataset.uploadUrl);
    xhr.setRequestHeader("X-CSRFToken", token);
    xhr.responseType = "json";
    xhr.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable || upload !== current) return;
      const percent = Math.floor((event.loaded / event.total) * 100);
      show(upload, "sending", percent < 100 ? text("textSending", { percent }) : text("textStoring"), percent);
    });
    xhr.addEventListener("load", () => {
      if (upload !== current) return;
      if (xhr.status === 201) finish(xhr.response);
      else fail(xhr.response?.message || xhr.response?.detail || text("textFailed"), ![413, 422].includes(xhr.status));
    });
    xhr.addEventListener("error", () => upload === current && fail(text(navigator.onLine ? "textFailed" : "textOffline"), true));
    const data = new FormData();
    data.append("file", upload.file);
    xhr.send(data);
  }

  function finish(answer) {
    arrived.value = answer.media_file;
    show(current, "done", text("textArrived"), 100);
    say(text("textArrivedLong", { name: answer.name }));
    const { sha256, thumbnail } = current;
    if (sha256) keepFile(form, { id: answer.media_file, name: answer.name, size: answer.size, sha256, thumbnail });
    if (waiting) form.requestSubmit(waiting);
  }

  function fail(message, again, url) {
    waiting = null;
    show(current, "failed", message);
    current.again = again;
    current.row.toggleAttribute("data-final", !again);
    if (url) current.row.querySelector("[data-status]").append(" ", link(url));
    say(message);
  }

  function link(url) {
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.textContent = text("textOpenTwin");
    return anchor;
  }

  function drop() {
    current?.xhr?.abort();
    if (arrived.value) discard(arrived.value);
    if (current?.address) URL.revokeObjectURL(current.address);
    current = null;
    arrived.value = "";
    list.replaceChildren();
    keepFile(form, null);
  }

  function discard(id) {
    const url = form.dataset.discardUrl.replace("ID", id);
    fetch(url, { method: "POST", headers: { "X-CSRFToken": token }, keepalive: true }).catch(() => {});
  }

  function show(upload, state, words, percent) {
    upload.state = state;
    upload.row.dataset.state = state;
    upload.row.querySelector("[data-status]").textContent = words;
    if (percent !== undefined) upload.row.querySelector("[data-bar]").value = percent;
  }

  function say(words) {
    spoken.textContent = words;
  }

  function preview(upload) {
    const image = new Image();
    image.alt = "";
    image.addEventListener("load", () => {
      upload.row.querySelector("[data-preview]").replaceChildren(image);
      upload.thumbnail = small(image);
      // A small file arrives before it is drawn.
      if (upload === current && upload.state === "done") keepFile(form, { ...keptFile(form), thumbnail: upload.thumbnail });
    });
    image.src = upload.address = URL.createObjectURL(upload.file);
  }

  function picture(row, address) {
    if (!address) return;
    const image = new Image();
    image.alt = "";
    image.src = address;
    row.querySelector("[data-preview]").replaceChildren(image);
  }

  async function bringBack() {
    const kept = keptFile(form);
    if (!kept || current) return;
    if (arrived.value) {
      // The form came back with a mistake to mend: its file is there, the server has drawn the row.
      if (arrived.value === kept.id && list.firstElementChild) picture(list.firstElementChild, kept.thumbnail);
      return;
    }
    if (!form.hasAttribute("data-draft-fresh")) return;
    const known = await ask(kept.sha256);
    if (!known?.media_file || current) return;
    const row = list.appendChild(zone.querySelector("[data-row-template]").content.firstElementChild.cloneNode(true));
    row.querySelector("[data-name]").textContent = kept.name;
    row.querySelector("[data-size]").textContent = kept.size;
    picture(row, kept.thumbnail);
    current = { row, sha256: kept.sha256, thumbnail: kept.thumbnail };
    finish({ ...known, name: kept.name, size: kept.size });
  }

  list.addEventListener("click", (event) => {
    if (event.target.closest("[data-remove]")) {
      drop();
      say(text("textRemoved"));
      input.focus();
    }
    if (event.target.closest("[data-retry]") && current?.file) begin(current);
  });
  for (const source of [input, camera]) {
    source?.addEventListener("change", () => source.files[0] && choose(source.files[0]));
  }
  document.addEventListener("paste", (event) => {
    const file = [...(event.clipboardData?.files || [])].find((one) => one.type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    choose(file);
  });
  wholePage(zone, choose);
  window.addEventListener("online", () => current?.state === "failed" && current.again && begin(current));
  window.addEventListener("beforeunload", (event) => {
    if (current?.state === "sending" && !waiting) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    if (current?.state === "sending") {
      event.preventDefault();
      waiting = event.submitter;
      say(text("textWaiting"));
      current.row.querySelector("[data-status]").textContent = text("textWaiting");
    }
  });
  bringBack();
}

function wholePage(zone, choose) {
  let depth = 0;
  const carriesFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    document.body.toggleAttribute("data-dragging", depth > 0);
    zone.toggleAttribute("data-over", depth > 0);
  };
  document.addEventListener("dragenter", (event) => carriesFiles(event) && mark(1));
  document.addEventListener("dragleave", (event) => carriesFiles(event) && mark(-1));
  document.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(-depth);
    if (event.dataTransfer.files[0]) choose(event.dataTransfer.files[0]);
    zone.scrollIntoView({ block: "nearest" });
  });
}

/** A data address small enough to be kept with the draft. */
function small(image) {
  const scale = Math.min(1, 480 / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.7);
}

async function digest(file) {
  if (!globalThis.crypto?.subtle) return "";
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readable(bytes) {
  const [value, unit] = bytes >= 1e6 ? [bytes / 1e6, "megabyte"] : [bytes / 1e3, "kilobyte"];
  const options = { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, options).format(value);
}
