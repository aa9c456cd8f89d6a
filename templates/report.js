// What the page can do with scripts; without them it says the same.
"use strict";
(() => {
  const $ = (what, from = document) => from.querySelector(what);
  const $$ = (what, from = document) => [...from.querySelectorAll(what)];
  const body = document.body;
  const cards = $$(".card");
  const more = $$(".more");

  // --- filters and search, kept in the address --------------------------------------------------
  const form = $(".filters");
  const spoken = (what) => what.textContent.toLocaleLowerCase();
  const text = new Map(cards.map((card) => [card, spoken(card)]));
  const lines = $$(".row, .alone li").map((line) => [line, spoken(line)]);

  function filter() {
    const kinds = $$("input[name=kind]:checked", form).map((box) => box.value);
    const section = form.elements.section.value;
    const words = form.elements.search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const fits = (said) => words.every((word) => said.includes(word));
    let shown = 0;
    for (const card of cards) {
      const { kinds: own, section: place } = card.dataset;
      card.hidden = !(kinds.some((kind) => own.includes(kind)) && (!section || place === section) && fits(text.get(card)));
      shown += !card.hidden;
    }
    for (const [line, said] of lines) line.hidden = words.length > 0 && !fits(said);
    if (shown < cards.length) for (const part of more) if ($(".card", part)) part.open = true;
    $(".shown", form).textContent = shown === cards.length ? "" : shown
      ? body.dataset.shown.replace("{n}", shown).replace("{all}", cards.length) : body.dataset.none;
  }

  function remember() {
    const state = new URLSearchParams();
    const off = $$("input[name=kind]:not(:checked)", form).map((box) => box.value).join("");
    if (form.elements.search.value) state.set("q", form.elements.search.value);
    if (form.elements.section.value) state.set("section", form.elements.section.value);
    if (off) state.set("without", off);
    history.replaceState(null, "", `#?${state}`);
  }

  function recall() {
    if (!form || !location.hash.startsWith("#?")) return false;
    const state = new URLSearchParams(location.hash.slice(2));
    form.elements.search.value = state.get("q") || "";
    form.elements.section.value = state.get("section") || "";
    for (const box of $$("input[name=kind]", form)) box.checked = !(state.get("without") || "").includes(box.value);
    filter();
    return true;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", () => { filter(); remember(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
    $(".help", form).addEventListener("click", help);
    filter();
  }

  // --- what was looked at, kept in this browser -------------------------------------------------
  const shelf = `tracediff ${document.title}`;
  const seen = new Set();
  try { for (const one of JSON.parse(localStorage.getItem(shelf) || "[]")) seen.add(one); } catch { /* no storage here */ }
  for (const card of cards) {
    const fold = $("details", card);
    if (seen.has(card.id)) look(card);
    fold.addEventListener("toggle", () => {
      if (!fold.open || seen.has(card.id)) return;
      seen.add(card.id);
      look(card);
      try { localStorage.setItem(shelf, JSON.stringify([...seen])); } catch { /* no storage here */ }
    });
  }
  function look(card) {
    const mark = document.createElement("span");
    mark.className = "seen";
    mark.textContent = body.dataset.seen;
    $("summary", card).append(" ", mark);
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

  function unfold() {
    const card = document.activeElement.closest(".card");
    if (card) $("details", card).open = !$("details", card).open;
  }

  const keys = { c: context, j: () => step(1), k: () => step(-1), "?": help, u: fold, Enter: unfold, "/": () => form && form.elements.search.focus() };
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
    if (recall()) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) at.open = true;
    target.scrollIntoView({ block: target.matches(".card, .group, h2, tr") ? "start" : "center" });
    if (target.matches(".card")) {
      $("details", target).open = true;
      target.focus({ preventScroll: true });
    }
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
      return (down ? -1 : 1) * (by === "measure" || by === "section" ? a.localeCompare(b) : a - b);
    });
    $("tbody", table).append(...rows);
  }
})();
