// Where the focus goes: to the error summary of a refused form, to the title of a confirmation, into what was swapped in.
function arrive(root) {
  const target = root.querySelector("[data-error-summary], [data-focus-first]");
  if (target) target.focus();
}

arrive(document);
document.addEventListener("htmx:afterSettle", (event) => {
  const swapped = event.detail.elt;
  const wanted = swapped.matches?.("[data-focus-after-swap]") ? swapped : swapped.querySelector?.("[data-focus-after-swap]");
  if (wanted) wanted.focus();
  else if (swapped.querySelector?.("[data-error-summary]")) arrive(swapped);
});

// Groups of radio buttons and checkboxes have no control of the group's id: go to the first one.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-link]");
  if (!link) return;
  const field = document.getElementById(link.hash.slice(1)) ?? document.getElementById(link.dataset.errorLink);
  if (!field) return;
  event.preventDefault();
  const control = field.matches("input, select, textarea") ? field : field.querySelector("input, select, textarea") ?? field;
  field.scrollIntoView({ block: "center" });
  control.focus();
});

// [data-go-to="<id>"] brings a part of the page into sight and focuses it, where it is kept up to date by itself.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-go-to]");
  const part = button && document.getElementById(button.dataset.goTo);
  if (!part) return;
  event.preventDefault();
  button.form?.dispatchEvent(new Event("change", { bubbles: true }));
  const { top, bottom } = part.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight / 2) part.scrollIntoView({ block: "start" });
  part.focus({ preventScroll: true });
});
