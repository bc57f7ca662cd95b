// [data-beat="20"] gets the event "beat" every so many seconds, for hx-trigger="beat": only while the page is looked at,
// and at once when somebody comes back to it.
const beaten = new Set();

function beat(element) {
  if (!element.isConnected) beaten.delete(element);
  else if (document.visibilityState === "visible") element.dispatchEvent(new CustomEvent("beat"));
  return element.isConnected;
}

function start(root) {
  for (const element of [root, ...root.querySelectorAll("[data-beat]")]) {
    if (!element.dataset?.beat || beaten.has(element)) continue;
    beaten.add(element);
    const timer = setInterval(() => beat(element) || clearInterval(timer), element.dataset.beat * 1000);
  }
}

start(document);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
document.addEventListener("visibilitychange", () => beaten.forEach(beat));
