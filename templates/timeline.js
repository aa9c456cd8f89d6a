"use strict";
// Search: rows and list items that hold every word stay, the others are hidden.
const box = document.querySelector("input[type=search]");
const found = document.querySelector("output");
const items = [...document.querySelectorAll("[data-find]")];
function search() {
  const words = box.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const item of items) {
    const text = item.textContent.toLocaleLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
    shown += item.hidden ? 0 : 1;
  }
  found.textContent = words.length ? `${shown} of ${items.length}` : "";
}
box.addEventListener("input", search);
