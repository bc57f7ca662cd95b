// Changes the look at once; without this module the form posts and the server sets the same cookie.
const year = 365 * 24 * 3600;

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-form]");
  if (!form) return;
  event.preventDefault();
  const theme = event.submitter.value;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax${secure}`;
  document.documentElement.dataset.theme = theme;
  for (const choice of document.querySelectorAll("[data-theme-form] [name=theme]")) {
    choice.setAttribute("aria-pressed", String(choice.value === theme));
  }
});
