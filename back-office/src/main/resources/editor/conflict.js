"use strict";

/** Shows two texts that grew apart, line beside line, and what can be done about it. */
const conflict = (() => {
  const MOST_LINES = 1500;

  /** @param verbs {over, take, join} */
  function show(place, {base, mine, theirs}, verbs) {
    const button = (word, then, kind) => make("button", {type: "button", class: kind, onclick: () => {
      place.replaceChildren();
      then();
    }}, words.say(word));
    const title = make("h3", {tabindex: -1}, words.say("conflict"));
    place.replaceChildren(make("section", {class: "conflict", id: "conflict", role: "alert"}, title,
      make("p", {}, words.say("conflictLead", {name: theirs.editor?.name ?? words.say("someone"), rev: theirs.rev, base: base ?? "—", time: words.time(theirs.changedAt)})),
      table(theirs, mine),
      make("div", {class: "bar"}, make("button", {type: "button", class: "primary", onclick: verbs.join}, words.say("joinThem")),
        button("takeTheirs", verbs.take), button("keepMine", verbs.over, "danger"))));
    title.focus();
  }

  function table(theirs, mine) {
    const rows = compare(lines(theirs), lines(mine)).filter((row, i, all) => row.kind !== "same" || all.slice(Math.max(0, i - 2), i + 3).some((near) => near.kind !== "same"));
    return make("div", {class: "wide"}, make("table", {class: "beside"},
      make("thead", {}, make("tr", {}, make("th", {scope: "col"}, words.say("theirs")), make("th", {scope: "col"}, words.say("mine")))),
      make("tbody", {}, ...rows.map((row) => make("tr", {class: row.kind},
        make("td", {}, row.left === null ? "" : mark(row, "left")), make("td", {}, row.right === null ? "" : mark(row, "right")))))));
  }

  function mark(row, side) {
    if (row.kind === "same") return row[side];
    return make(side === "left" ? "ins" : "mark", {}, (side === "left" ? "− " : "+ ") + row[side]);
  }

  function lines(one) {
    return [one.title ?? "", (one.section ?? []).join(" / "), ...(one.body ?? "").split("\n")].slice(0, MOST_LINES);
  }

  /** Longest common subsequence of lines. */
  function compare(a, b) {
    const length = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    const rows = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) rows.push({kind: "same", left: a[i++], right: b[j++]});
      else if (j >= b.length || (i < a.length && length[i + 1][j] >= length[i][j + 1])) rows.push({kind: "left", left: a[i++], right: null});
      else rows.push({kind: "right", left: null, right: b[j++]});
    }
    return rows;
  }

  return {show};
})();
