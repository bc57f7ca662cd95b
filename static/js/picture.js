// A picture's link to a store runs for seconds: one that had to wait too long on a slow line is asked for once more.
function again(picture) {
  if (picture.dataset.again) return;
  picture.dataset.again = "yes";
  picture.src = picture.getAttribute("src");
}

document.addEventListener("error", ({ target }) => target.matches?.(".picture__image") && again(target), true);

// Those that failed before this was here to listen.
for (const picture of document.querySelectorAll(".picture__image"))
  if (picture.complete && picture.currentSrc && !picture.naturalWidth) again(picture);
