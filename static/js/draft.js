// Keeps what is typed into a form in this tab, so that a reload, a crash or a lost sign-in loses nothing.
//
// <form data-draft="name">: saved while typing; brought back when the form comes empty ([data-draft-fresh]).
// [data-draft-restored]: shown when something was brought back; [data-draft-forget] in it starts over.
// [data-draft-done="name"] on any page: the form has been taken, its draft is deleted.

const key = (name) => `draft:${name}`;
const form = document.querySelector("form[data-draft]");
for (const done of document.querySelectorAll("[data-draft-done]")) sessionStorage.removeItem(key(done.dataset.draftDone));
if (form) start(form);

function read(form) {
  try {
    return JSON.parse(sessionStorage.getItem(key(form.dataset.draft))) || {};
  } catch {
    return {};
  }
}

function write(form, draft) {
  try {
    sessionStorage.setItem(key(form.dataset.draft), JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the form works without.
  }
}

/** Remember the file that has arrived: { name, size, sha256 }, or null when it was removed. */
export function keepFile(form, file) {
  if (form.dataset.draft) write(form, { ...read(form), file });
}

export function keptFile(form) {
  return form.dataset.draft ? read(form).file : null;
}

function start(form) {
  const kept = (field) => field.name && !["hidden", "file", "submit", "button"].includes(field.type);
  if (form.hasAttribute("data-draft-fresh")) restore(form, kept);
  form.addEventListener("input", () => {
    const values = [...form.elements].filter(kept).map((field) => [field.name, field.type === "radio" || field.type === "checkbox" ? (field.checked ? field.value : null) : field.value]);
    write(form, { ...read(form), values: values.filter(([, value]) => value !== null) });
  });
}

function restore(form, kept) {
  const values = read(form).values || [];
  let restored = false;
  for (const [name, value] of values) {
    for (const field of [...form.elements].filter((one) => kept(one) && one.name === name)) {
      // Consent is given anew: a draft never ticks it.
      if (field.hasAttribute("data-draft-never")) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
      else if (field.value !== value) field.value = value;
      else continue;
      restored = true;
    }
  }
  const note = form.querySelector("[data-draft-restored]");
  if (!restored || !note) return;
  note.hidden = false;
  note.querySelector("[data-draft-forget]")?.addEventListener("click", () => {
    sessionStorage.removeItem(key(form.dataset.draft));
    location.reload();
  });
}
