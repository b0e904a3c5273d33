"use strict";

/** One article at the desk: opened, written, published, withdrawn, and its history. */
const article = (() => {
  const NEW = "new";
  let id = null;
  let base = null;
  let published = null;
  let timer;

  async function open(wanted) {
    keepNow();
    try {
      const current = wanted === NEW ? {op: "put"} : await link.get("/v1/kb/articles/" + wanted);
      id = wanted;
      published = current;
      base = current.rev ?? null;
      const draft = drafts.find(id);
      if (draft) base = draft.base;
      show(draft ? draft.article : current, draft ? words.say("draftKept", {time: words.time(draft.at)}) : "");
      if (current.op === "del") $("state").textContent = words.say("withdrawnNow");
    } catch (error) {
      tell(error);
    }
  }

  /** A new article, begun with what is known, such as the words nobody found. */
  function begin(given) {
    keepNow();
    id = NEW;
    base = null;
    published = {op: "put"};
    const draft = drafts.find(NEW);
    show(draft && !given.title ? draft.article : {...given, verifiedAt: new Date().toISOString().slice(0, 10), author: link.operator.name},
      draft && !given.title ? words.say("draftKept", {time: words.time(draft.at)}) : "");
    $("field-title").focus();
  }

  function show(content, state) {
    const form = $("article");
    form.replaceChildren(make("p", {class: "state", id: "state", role: "status", "aria-live": "polite"}, state), make("div", {id: "aside"}));
    fields.build(form, content, touched);
    if (content.rows !== undefined) $("field-questions").value = content.rows;
    form.append(bar(), make("div", {id: "history"}));
    offerAside();
    form.hidden = false;
    $("empty").hidden = true;
    form.oninput = touched;
    form.onchange = touched;
    list.mark();
    look();
  }

  /** One's own text that gave way to another's, until it is published or discarded. */
  function offerAside() {
    const mine = drafts.aside(id);
    if (!mine) return;
    $("state").after(make("p", {}, make("button", {type: "button", id: "back-to-mine", onclick: () => {
      drafts.dropAside(id);
      show(mine, "");
      keepNow();
    }}, words.say("backToMine"))));
  }

  function bar() {
    const live = published.op === "put" && published.rev;
    return make("div", {class: "bar"},
      make("button", {type: "submit", class: "primary", id: "publish"}, words.say(published.op === "del" ? "restore" : "publish")),
      make("button", {type: "button", onclick: () => history().catch(tell), hidden: !published.rev}, words.say("history")),
      make("span", {class: "spring"}),
      sureButton("discard", "discardSure", discard),
      live ? sureButton("withdraw", "withdrawSure", () => withdraw().catch(refused), {id: "withdraw"}) : null);
  }

  /** Keeps the draft at once and shows it soon. */
  function touched() {
    keepNow();
    clearTimeout(timer);
    timer = setTimeout(look, 350);
  }

  function look() {
    preview.show($("preview"), $("field-body").value, fields.raw().attachments).catch(tell);
  }

  function keepNow() {
    if (id === null || !$("field-title")) return;
    const now = fields.raw();
    if (same(now, published)) drafts.drop(id);
    else drafts.keep(id, {base, article: now});
  }

  function same(now, before) {
    const plain = (one, rows) => JSON.stringify([one.title ?? "", one.section ?? [], one.body ?? "", one.tags ?? [], one.synonyms ?? [], rows,
      one.unit ?? null, one.author ?? null, one.verifiedAt ?? null, one.expiresAt ?? null, Boolean(one.mustRead), one.mustReadBy ?? null,
      (one.attachments ?? []).map((file) => [file.sha256, file.name])]);
    return base === (before.rev ?? null) && plain(now, now.rows) === plain(before, (before.questions ?? []).map(fields.line).join("\n"));
  }

  async function publish(over = base) {
    let content;
    try {
      content = fields.read();
    } catch (error) {
      if (!error.field) throw error;
      $("field-" + error.field).focus();
      return;
    }
    const again = fields.askAgain ? "?askAgain=1" : "";
    const done = id === NEW
      ? await link.send("POST", "/v1/kb/articles", content)
      : await link.send("PUT", "/v1/kb/articles/" + id + again, content, {"If-Match": '"' + over + '"'});
    drafts.drop(id);
    drafts.dropAside(id);
    leave();
    notice(words.say("published", {rev: done.rev}));
    await Promise.all([open(done.id), list.refresh(), list.sections()]);
  }

  async function withdraw() {
    await link.call("/v1/kb/articles/" + id, {method: "DELETE", headers: {"If-Match": '"' + base + '"'}});
    drafts.drop(id);
    leave();
    notice(words.say("withdrawn"));
    await Promise.all([list.refresh(), list.sections()]);
  }

  function discard() {
    const again = id;
    drafts.drop(id);
    drafts.dropAside(id);
    leave();
    if (again !== NEW) open(again);
    list.refresh().catch(tell);
  }

  function leave() {
    id = null;
    clearTimeout(timer);
    $("article").hidden = true;
    $("article").replaceChildren();
    $("empty").hidden = false;
    list.mark();
  }

  /** Two editors: what stands now beside what was written here. */
  function refused(error) {
    if (error.code !== "revision_conflict" || !error.current) return tell(error);
    keepNow();
    conflict.show($("aside"), {base, mine: fields.raw(), theirs: error.current}, {
      over: () => publish(error.current.rev).catch(refused),
      take: () => {
        drafts.setAside(id, fields.raw());
        drafts.drop(id);
        base = error.current.rev;
        published = error.current;
        show(error.current, words.say("takenTheirs"));
      },
      join: () => {
        base = error.current.rev;
        published = error.current;
        $("state").textContent = words.say("joined", {rev: base});
        keepNow();
      },
    });
  }

  async function history() {
    const steps = (await link.get("/v1/kb/articles/" + id + "/history")).items;
    $("history").replaceChildren(make("h3", {tabindex: -1, id: "history-title"}, words.say("historyOf")),
      make("ol", {class: "steps"}, ...steps.map((step) => make("li", {},
        make("b", {}, step.rev), " ",
        words.say(step.op === "put" ? "putBy" : "delBy", {name: step.editor?.name ?? words.say("someone"), time: words.time(step.changedAt)}), " ",
        step.op === "put" && step.rev !== published.rev ? make("button", {type: "button", class: "quiet", onclick: () => earlier(step.rev).catch(tell)}, words.say("open")) : null))));
    $("history-title").focus();
  }

  async function earlier(rev) {
    const old = await link.get("/v1/kb/articles/" + id + "/revisions/" + rev);
    show(old, words.say("old", {rev}));
    keepNow();
    $("field-title").focus();
  }

  function wire() {
    $("article").addEventListener("submit", (event) => {
      event.preventDefault();
      publish().catch(refused);
    });
    window.addEventListener("pagehide", keepNow);
  }

  /** The same texts in the other language; what was written stays. */
  function translate() {
    if (id === null) return;
    const state = $("state").textContent;
    show(fields.raw(), state);
  }

  return {open, begin, wire, translate, get id() { return id; }};
})();
