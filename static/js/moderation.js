// The reviewer's page: a picture that is blurred until it is asked for, prepared sentences, and keys that can be switched off.

const STORED = "moderation-keys";

for (const figure of document.querySelectorAll("[data-veiled]")) {
  const button = figure.querySelector("[data-unveil]");
  if (!button) continue;
  const labels = [button.textContent, button.dataset.hideLabel];
  button.addEventListener("click", () => {
    const veiled = figure.classList.toggle("moderation-veiled");
    button.setAttribute("aria-pressed", String(!veiled));
    button.textContent = labels[veiled ? 0 : 1];
  });
}

for (const form of document.querySelectorAll("[data-refusal]")) {
  const sentences = JSON.parse(form.querySelector("script[type='application/json']").textContent);
  const text = form.querySelector("[data-reason-text]");
  form.addEventListener("change", (event) => {
    const untouched = text.value === "" || Object.values(sentences).includes(text.value);
    if (event.target.type === "radio" && untouched) text.value = sentences[event.target.value] ?? "";
  });
}

function open(id) {
  const details = document.getElementById(id);
  if (!details) return;
  for (const other of document.querySelectorAll("[data-refusal]")) other.closest("details").open = false;
  details.open = true;
  details.querySelector("input[type='radio']")?.focus();
}

const page = document.querySelector("[data-moderation]");
const acts = {
  a: () => document.getElementById("act-publish")?.click(),
  c: () => open("act-request_changes"),
  r: () => open("act-reject"),
  s: () => page.dataset.skip && location.assign(page.dataset.skip),
  v: () => document.querySelector("[data-unveil]")?.click(),
};

function choose(number) {
  const reason = document.querySelectorAll("details[open] [data-refusal] input[type='radio']")[number - 1];
  reason?.click();
  reason?.focus();
}

const toggle = document.getElementById("shortcuts");
if (page && toggle) {
  toggle.checked = localStorage.getItem(STORED) !== "off";
  toggle.addEventListener("change", () => localStorage.setItem(STORED, toggle.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type='radio']), textarea, select, [contenteditable]");
    if (!toggle.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = /^[1-9]$/.test(event.key) ? () => choose(Number(event.key)) : acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

// Others see who looks at a work as long as the page is before somebody's eyes.
const EVERY = 120_000;
const token = document.querySelector("[name='csrfmiddlewaretoken']")?.value;
if (page?.dataset.looking && token) {
  setInterval(() => {
    if (document.visibilityState !== "visible") return;
    fetch(page.dataset.looking, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => {});
  }, EVERY);
}
