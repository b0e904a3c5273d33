"use strict";

/** The editors' queue, and who has not read what must be read. */
const reports = (() => {
  const KINDS = {outdated: "kindOutdated", wrong: "kindWrong", unclear: "kindUnclear", missing: "kindMissing"};

  async function queue() {
    const {flags, unfound} = await link.get("/v1/kb/feedback");
    count(flags.length + unfound.length);
    $("place-reports").replaceChildren(
      make("h2", {}, words.say("flags")), flags.length ? make("ul", {class: "cards", id: "flags"}, ...flags.map(flag)) : nothing(),
      make("h2", {}, words.say("unfound")), unfound.length ? make("ul", {class: "cards", id: "unfound"}, ...unfound.map(missing)) : nothing());
  }

  function nothing() {
    return make("p", {class: "muted"}, words.say("nothing"));
  }

  function count(number) {
    $("report-count").textContent = String(number);
    $("report-count").hidden = number === 0;
  }

  function flag(one) {
    const revisions = one.rev === one.currentRev ? "" : words.say("seenIn", {rev: one.rev, now: one.currentRev});
    return make("li", {"data-flag": one.id},
      make("div", {class: "head"}, make("b", {}, one.title), make("span", {class: "tag"}, words.say(KINDS[one.kind] ?? "kindOther")),
        make("span", {class: "muted"}, one.operator.name + ", " + words.time(one.at) + (revisions ? " · " + revisions : ""))),
      one.text ? make("p", {}, one.text) : null,
      one.quote ? make("p", {class: "quote"}, make("span", {class: "muted"}, words.say("quote") + ": "), one.quote) : null,
      one.quote ? passage(one) : null,
      make("div", {class: "bar"},
        make("button", {type: "button", onclick: () => { editor.go("articles"); article.open(one.article); }}, words.say("toArticle")),
        answer([one.id], "fixed", "fixed"), answer([one.id], "declined", "declined")));
  }

  function passage(one) {
    if (!one.passage) return make("p", {class: "muted"}, words.say("passageGone"));
    return make("p", {class: "quote"}, make("span", {class: "muted"}, words.say(one.exact ? "passage" : "passageLike") + ": "), one.passage);
  }

  function missing(one) {
    return make("li", {},
      make("div", {class: "head"}, make("b", {}, "«" + one.query + "»"),
        make("span", {class: "muted"}, words.count("times", one.times) + ", " + words.count("people", one.people) + ", " + words.time(one.lastAt)
          + (one.understoodAs ? " · " + words.say("understoodAs", {text: one.understoodAs}) : ""))),
      make("div", {class: "bar"},
        make("button", {type: "button", onclick: () => { editor.go("articles"); article.begin({title: one.query, synonyms: [one.query]}); }}, words.say("write")),
        answer(one.ids, "fixed", "done"), answer(one.ids, "declined", "declined")));
  }

  function answer(ids, given, word) {
    return make("button", {type: "button", class: "quiet", "data-answer": given, onclick: async () => {
      try {
        await link.send("POST", "/v1/kb/feedback/answers", {ids, answer: given});
        await queue();
      } catch (error) {
        tell(error);
      }
    }}, words.say(word));
  }

  async function gaps() {
    const {items} = await link.get("/v1/kb/acknowledgements");
    $("place-gaps").replaceChildren(make("h2", {}, words.say("gapsTitle")), make("p", {class: "muted"}, words.say("gapsLead")),
      items.length ? make("ul", {class: "cards", id: "gaps"}, ...items.map(gap)) : make("p", {class: "muted"}, words.say("noGaps")));
  }

  function gap(one) {
    return make("li", {"data-article": one.id},
      make("div", {class: "head"}, make("b", {}, one.title),
        make("span", {class: "muted"}, words.say("readOf", {read: one.read, of: one.of})),
        one.mustReadBy ? make("span", {class: one.overdue ? "danger" : "muted"}, (one.overdue ? "⚠ " + words.say("overdue") + ", " : "") + words.say("by", {day: words.day(one.mustReadBy)})) : null),
      make("progress", {max: Math.max(1, one.of), value: one.read, "aria-label": words.say("readOf", {read: one.read, of: one.of})}),
      make("p", {}, one.missing.length ? one.missing.map((who) => who.name).join(", ") : words.say("allRead")));
  }

  return {queue, gaps, count};
})();
