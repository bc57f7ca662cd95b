// [data-copy="<id>"] copies the text of that element and says so.
async function write(text, source) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Plain http has no clipboard: select it, so that one key stroke copies.
  const range = document.createRange();
  range.selectNodeContents(source);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.execCommand("copy");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const label = button.querySelector("[data-copy-label]") ?? button;
  const before = button.dataset.copyBefore ?? label.textContent;
  button.dataset.copyBefore = before;
  await write(source.value ?? source.textContent.trim(), source);
  label.textContent = button.dataset.copied;
  button.dataset.done = "";
  const status = button.closest(".copy")?.querySelector("[data-copy-status]");
  if (status) status.textContent = button.dataset.copied;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    label.textContent = before;
    delete button.dataset.done;
    if (status) status.textContent = "";
  }, 2500);
});
