// "Show more" adds to a list and takes itself away: the focus goes on to the first thing that was added.
const lengths = new WeakMap();

document.addEventListener("htmx:beforeSwap", (event) => lengths.set(event.detail.target, event.detail.target.children.length));
document.addEventListener("htmx:afterSettle", (event) => {
  const list = event.target.closest?.("#works");
  const added = list?.children[lengths.get(list)];
  if (!added) return;
  lengths.delete(list);
  added.querySelector("a")?.focus({ preventScroll: true });
});
