// A password can be looked at while it is typed: fields with data-show and data-hide get a button that switches.
document.querySelectorAll("input[type=password][data-show]").forEach((field) => {
  const frame = document.createElement("div");
  frame.className = "reveal";
  field.replaceWith(frame);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "reveal__button";
  button.textContent = field.dataset.show;
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    button.textContent = hidden ? field.dataset.hide : field.dataset.show;
  });
  // Sent as text, some browsers would offer it again among other typed words.
  field.form?.addEventListener("submit", () => { field.type = "password"; });
  frame.append(field, button);
});
