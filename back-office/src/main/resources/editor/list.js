"use strict";

/** The articles on the left: by words, section and state, fifty at a time. */
const list = (() => {
  const PAGE = 50;
  let newest = 0;
  let shown = 0;

  async function refresh(offset = 0) {
    const mine = ++newest;
    const query = new URLSearchParams({state: $("state-filter").value, offset, limit: PAGE});
    if ($("words").value.trim()) query.set("q", $("words").value.trim());
    if ($("section-filter").value) query.set("section", $("section-filter").value);
    const page = await link.get("/v1/kb/articles?" + query);
    if (mine !== newest) return;
    if (offset === 0) {
      $("lines").replaceChildren();
      shown = 0;
    }
    $("lines").append(...page.items.map(line));
    shown += page.items.length;
    $("found").textContent = words.count("found", page.total);
    $("more").hidden = shown >= page.total;
    mark();
  }

  function line(item) {
    const marks = make("span", {class: "marks"});
    if (item.flags > 0) marks.append(make("b", {class: "warn"}, "⚑ " + words.count("flags", item.flags)));
    if (item.mustRead) marks.append(make("b", {class: "accent"}, words.say("must")));
    if (item.expiresAt && item.expiresAt < today()) marks.append(make("b", {class: "danger"}, "⚠ " + words.say("expired", {day: words.day(item.expiresAt)})));
    if (drafts.has(item.id)) marks.append(make("b", {class: "accent"}, "✎ " + words.say("hasDraft")));
    return make("li", {}, make("button", {type: "button", "data-id": item.id, onclick: () => article.open(item.id)},
      make("span", {class: "name"}, item.title), make("span", {class: "muted"}, item.section.join(" › ")), marks));
  }

  function today() {
    return new Date().toISOString().slice(0, 10);
  }

  /** Shows which article is open. */
  function mark() {
    for (const button of $("lines").querySelectorAll("button")) {
      if (button.dataset.id === article.id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  async function sections() {
    const chosen = $("section-filter").value;
    const places = (await link.get("/v1/kb/sections")).items;
    const paths = new Map();
    for (const place of places) {
      for (let depth = 1; depth <= place.section.length; depth++) {
        const path = place.section.slice(0, depth);
        const key = path.join("\n");
        paths.set(key, {path, count: (paths.get(key)?.count ?? 0) + place.count});
      }
    }
    const options = [...paths].sort((a, b) => a[0].localeCompare(b[0], words.lang)).map(([key, {path, count}]) =>
      make("option", {value: key}, "\u2003".repeat(path.length - 1) + path.at(-1) + " (" + count + ")"));
    $("section-filter").replaceChildren(make("option", {value: ""}, words.say("allSections")), ...options);
    $("section-filter").value = paths.has(chosen) ? chosen : "";
    const known = make("datalist", {id: "known-sections"}, ...[...paths.values()].map(({path}) => make("option", {value: path.join(" / ")})));
    $("known-sections")?.remove();
    document.body.append(known);
  }

  function wire() {
    let timer;
    $("words").addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh().catch(tell), 200);
    });
    $("section-filter").addEventListener("change", () => refresh().catch(tell));
    $("state-filter").addEventListener("change", () => refresh().catch(tell));
    $("more").addEventListener("click", () => refresh(shown).catch(tell));
    $("new").addEventListener("click", () => article.begin({}));
  }

  return {refresh, sections, mark, wire};
})();
