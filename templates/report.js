// What the page can do with scripts; without them it says the same.
"use strict";
(() => {
  const $ = (what, from = document) => from.querySelector(what);
  const $$ = (what, from = document) => [...from.querySelectorAll(what)];
  const body = document.body;
  const cards = $$(".card");
  const more = $$(".more");

  // --- filters and search ---------------------------------------------------------------------
  const form = $(".filters");
  const text = new Map(cards.map((card) => [card, card.textContent.toLocaleLowerCase()]));

  function chosen(name) {
    return new Set($$(`input[name=${name}]:checked`, form).map((box) => box.value));
  }

  function filter() {
    const severities = chosen("severity");
    const families = chosen("family");
    const section = form.elements.section.value;
    const words = form.elements.search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const { severity, family, section: place } = card.dataset;
      card.hidden = !(
        severities.has(severity) && families.has(family) && (!section || place === section) &&
        words.every((word) => text.get(card).includes(word))
      );
      shown += !card.hidden;
    }
    if (shown < cards.length) for (const part of more) part.open = true;
    $(".shown", form).textContent =
      shown === cards.length ? "" : body.dataset.shown.replace("{n}", shown).replace("{all}", cards.length);
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    $(".help", form).addEventListener("click", help);
    filter();
  }

  // --- keyboard -------------------------------------------------------------------------------
  function help() {
    const dialog = $(".keys");
    if (!dialog.open) dialog.showModal();
  }

  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const here = document.activeElement.closest(".card") || $(".card:target");
    const at = shown.indexOf(here);
    const next = at < 0 ? (by > 0 ? shown[0] : shown[shown.length - 1]) : shown[at + by];
    if (!next) return;
    const folded = next.closest(".more");
    if (folded) folded.open = true;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${next.id}`);
  }

  function context() {
    const card = document.activeElement;
    if (card.matches(".card") && card.dataset.context) location.hash = card.dataset.context;
  }

  const keys = { j: () => step(1), k: () => step(-1), "?": help, u: fold, Enter: context, "/": () => form && form.elements.search.focus() };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search], select, textarea");
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || $(".keys").open) return;
    if (!Object.hasOwn(keys, event.key)) return;
    if (event.key === "Enter" && !document.activeElement.matches(".card")) return;
    event.preventDefault();
    keys[event.key]();
  });

  // --- links that can be copied -----------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".permalink");
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(() => say(body.dataset.copied), () => {});
  });

  function say(what) {
    $(".toast").textContent = what;
    setTimeout(() => { $(".toast").textContent = ""; }, 2000);
  }

  // A link into folded text opens it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) at.open = true;
    target.scrollIntoView({ block: target.matches(".card, .group, h2, tr") ? "start" : "center" });
    if (target.matches(".card")) target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // --- unchanged text, with the reader's place kept ---------------------------------------------
  const folder = $(".fold");
  function fold() {
    const open = folder.getAttribute("aria-pressed") !== "true";
    const anchor = $$(".row, .group h3").find((row) => row.checkVisibility() && row.getBoundingClientRect().top >= 0);
    const before = anchor && anchor.getBoundingClientRect().top;
    for (const part of $$("details.same")) part.open = open;
    folder.setAttribute("aria-pressed", String(open));
    folder.firstChild.data = `${open ? body.dataset.close : body.dataset.open} `;
    if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  }
  if (folder) {
    folder.closest("p").hidden = false;
    folder.addEventListener("click", fold);
  }

  // --- sorting the figures --------------------------------------------------------------------
  const table = $(".ledger");
  for (const head of table ? $$("th[data-sort]", table) : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(head));
  }
  function sort(head) {
    const by = head.dataset.sort;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of $$("th[aria-sort]", table)) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = $$("tbody tr", table).sort((one, two) => {
      const [a, b] = [one.dataset[by], two.dataset[by]];
      return (down ? -1 : 1) * (by === "measure" ? a.localeCompare(b) : a - b);
    });
    $("tbody", table).append(...rows);
  }
})();
