// [data-counter="<id>"] tells how many characters are left; spoken only after a pause in typing.
function update(counter, field) {
  const left = field.maxLength - field.value.length;
  counter.textContent = counter.dataset.left.replace("{n}", left);
  counter.toggleAttribute("data-over", left < 0);
}

function start(root) {
  for (const counter of root.querySelectorAll("[data-counter]")) {
    const field = document.getElementById(counter.dataset.counter);
    if (!field || field.maxLength < 0 || counter.started) continue;
    counter.started = true;
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    counter.after(spoken);
    let pause;
    field.addEventListener("input", () => {
      update(counter, field);
      clearTimeout(pause);
      pause = setTimeout(() => { spoken.textContent = counter.textContent; }, 1000);
    });
    if (field.value) update(counter, field);
  }
}

start(document);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
