// [data-filter-list]: a long list of choices that shrinks to what is typed above it. Without JavaScript all are shown.
function fold(text) {
  return text.toLocaleLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").normalize("NFD").replace(/\p{M}/gu, "");
}

for (const list of document.querySelectorAll("[data-filter-list]")) {
  const input = list.querySelector("[data-filter-input]");
  const none = list.querySelector("[data-filter-none]");
  const items = [...list.querySelectorAll("[data-filter-item]")].map((item) => [item, fold(item.textContent)]);
  list.querySelector("[data-filter-search]").hidden = false;
  input.addEventListener("input", (event) => {
    // What is typed to find a country is no answer of the form.
    event.stopPropagation();
    const wanted = fold(input.value.trim());
    let found = 0;
    for (const [item, text] of items) {
      const keep = text.includes(wanted) || item.querySelector("input").checked;
      item.hidden = !keep;
      found += text.includes(wanted) ? 1 : 0;
    }
    none.hidden = found > 0;
  });
  input.addEventListener("change", (event) => event.stopPropagation());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
