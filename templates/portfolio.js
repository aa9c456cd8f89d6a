// What the index can do with scripts; without them it says the same.
"use strict";
(() => {
  const $ = (what, from = document) => from.querySelector(what);
  const $$ = (what, from = document) => [...from.querySelectorAll(what)];
  const form = $(".filters");
  const body = $(".ranking tbody");
  const rows = $$("tr", body);
  const spoken = rows.map((row) => row.textContent.toLocaleLowerCase());
  const owns = (row, name, value) => ` ${row.dataset[name]} `.includes(` ${value} `);
  const matrix = $$(".matrix tbody tr:not(.having)");
  const FIRST = 50;
  let lines = null;

  // --- the lines that are searched: packed, and unpacked when somebody searches -----------------
  async function unpack() {
    const packed = Uint8Array.from(atob($("#lines").textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const text = await new Response(stream).text();
    const found = [];
    let document = 0;
    for (const line of text.split("\n")) {
      if (line.startsWith("#")) document = Number(line.slice(1));
      else if (line) {
        const [rule, topic, said] = line.split("\t");
        found.push({ document, rule: rule.replace(".", ""), story: rule[0] !== ".", topic, said, low: `${said} ${topic}`.toLocaleLowerCase() });
      }
    }
    return found;
  }

  // --- filters ----------------------------------------------------------------------------------
  const value = (name) => (form.elements[name] ? form.elements[name].value : "");
  let turn = 0;
  async function filter() {
    const mine = ++turn;
    const words = value("q").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    if (words.length && !lines) lines = await unpack().catch(() => []);
    if (mine !== turn) return;
    const rule = value("rule"), section = value("section"), folder = value("folder");
    const fits = rows.map((row) => (!folder || row.dataset.f === folder) && (!rule || owns(row, "r", rule)) && (!section || owns(row, "s", section)));
    const says = (text) => words.every((word) => text.includes(word));
    const ruleId = rule && form.elements.rule.selectedOptions[0].textContent.split(" ")[0];
    const sectionName = section && form.elements.section.selectedOptions[0].textContent;
    const hits = words.length ? lines.filter((line) => says(line.low) && fits[line.document] && (!rule || line.rule === ruleId) && (!section || line.topic === sectionName)) : [];
    const told = new Set(hits.map((line) => line.document));
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !(fits[at] && (!words.length || told.has(at) || says(spoken[at])));
      shown += !row.hidden;
    });
    $(".shown", form).textContent = shown === rows.length && !words.length ? "" : `${shown} of ${rows.length} documents`;
    list(hits, words.length > 0);
  }

  function list(hits, searched) {
    const box = $(".hits");
    box.hidden = !searched;
    $("h3", box).textContent = hits.length > FIRST ? `Stories and findings: the first ${FIRST} of ${hits.length.toLocaleString("en")}` : `Stories and findings: ${hits.length}`;
    $("ol", box).replaceChildren(...hits.slice(0, FIRST).map((hit) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const from = $("th a", rows[hit.document]);
      link.href = `${from.getAttribute("href")}#?q=${encodeURIComponent(hit.said)}`;
      link.textContent = hit.said;
      const where = document.createElement("span");
      where.className = "soft";
      where.textContent = ` ${from.textContent}${hit.topic ? ` · ${hit.topic}` : ""} · ${hit.rule}`;
      item.append(link, where);
      return item;
    }));
  }

  function remember() {
    const state = new URLSearchParams();
    for (const name of ["q", "folder", "rule", "section"]) if (value(name)) state.set(name, value(name));
    history.replaceState(null, "", state.size ? `#?${state}` : location.pathname);
  }
  function recall() {
    if (!location.hash.startsWith("#?")) return;
    const state = new URLSearchParams(location.hash.slice(2));
    for (const [name, text] of state) if (form.elements[name]) form.elements[name].value = text;
    filter();
  }

  form.hidden = false;
  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
  addEventListener("hashchange", recall);
  recall();
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select");
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key !== "/") return;
    event.preventDefault();
    form.elements.q.focus();
  });

  // --- a story of many documents names all of them -----------------------------------------------
  for (const item of $$(".common li")) {
    $("details", item).addEventListener("toggle", () => {
      const ranks = item.dataset.ranks.split(" ");
      const place = $("p", item);
      if (ranks.length === $$("a", place).length) return;
      place.replaceChildren(...ranks.flatMap((rank, at) => {
        const link = $("th a", matrix[rank - 1]).cloneNode(true);
        return at ? [" · ", link] : [link];
      }));
    });
  }

  // --- sorting ------------------------------------------------------------------------------------
  const heads = $$(".ranking thead th");
  const cell = (row, at) => row.children[at].textContent.trim();
  for (const head of heads.filter((one) => one.dataset.sort)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(head));
  }
  function sort(head) {
    const at = heads.indexOf(head);
    const number = head.dataset.sort === "number";
    const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : number && at > 0;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const way = down ? -1 : 1;
    const keyed = rows.map((row) => [row, number ? parseFloat(cell(row, at)) || 0 : cell(row, at)]);
    keyed.sort(([, a], [, b]) => way * (number ? a - b : a.localeCompare(b)));
    body.append(...keyed.map(([row]) => row));
  }
})();
