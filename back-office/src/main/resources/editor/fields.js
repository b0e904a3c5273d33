"use strict";

/** The fields of an article: from the article into the form and back. */
const fields = (() => {
  const LARGEST = 20 * 1024 * 1024;
  let files = [];
  let changed = () => {};

  function field(name, label, input, hint) {
    input.id = "field-" + name;
    const describes = hint ? "hint-" + name : null;
    if (describes) input.setAttribute("aria-describedby", describes + " error-" + name);
    return make("div", {class: "field"}, make("label", {for: input.id}, words.say(label)), input,
      hint ? make("p", {class: "hint", id: describes}, words.say(hint)) : null,
      make("p", {class: "error", id: "error-" + name, role: "alert", hidden: true}));
  }

  function text(value, attributes = {}) {
    return make("input", {value: value ?? "", autocomplete: "off", ...attributes});
  }

  /** @param then called at each change */
  function build(form, article, then) {
    files = article.attachments ?? [];
    changed = then;
    const body = make("textarea", {rows: 22, value: article.body ?? "", spellcheck: "true", maxlength: 900000});
    const must = make("input", {type: "checkbox", id: "field-must", checked: Boolean(article.mustRead)});
    const again = make("input", {type: "checkbox", id: "field-again"});
    const by = field("must-by", "mustReadBy", text(article.mustReadBy, {type: "date"}));
    const showBy = () => {
      by.hidden = !must.checked;
      again.parentElement.hidden = !must.checked;
    };
    form.append(
      field("title", "name", text(article.title, {maxlength: 500, required: true})),
      field("section", "section", text((article.section ?? []).join(" / "), {list: "known-sections", maxlength: 500}), "sectionHint"),
      make("div", {class: "write"}, field("body", "body", body, "bodyHint"),
        make("section", {class: "seen", "aria-label": words.say("preview")}, make("h3", {}, words.say("preview")), make("div", {class: "shown", id: "preview", tabindex: 0}))),
      make("div", {class: "pair"},
        field("synonyms", "synonyms", text((article.synonyms ?? []).join(", ")), "commas"),
        field("tags", "tags", text((article.tags ?? []).join(", ")), "commas")),
      field("questions", "questions", make("textarea", {rows: 3, value: (article.questions ?? []).map(line).join("\n")}), "questionsHint"),
      make("div", {class: "pair"}, field("unit", "unit", text(article.unit)), field("author", "author", text(article.author))),
      make("div", {class: "pair"}, field("verified", "verified", text(article.verifiedAt, {type: "date"})), field("expires", "expires", text(article.expiresAt, {type: "date"}))),
      make("div", {class: "pair"}, make("div", {class: "checks"}, make("label", {class: "check"}, must, words.say("mustRead")), make("label", {class: "check"}, again, words.say("askAgain"))), by),
      make("div", {class: "field"}, make("span", {class: "label"}, words.say("files")), make("ul", {class: "files", id: "files"}),
        make("input", {type: "file", id: "file", multiple: true, class: "hidden", tabindex: -1, "aria-hidden": true, onchange: (event) => add(event.target)}),
        make("button", {type: "button", onclick: () => $("file").click()}, words.say("addFile"))));
    must.addEventListener("change", showBy);
    showBy();
    showFiles();
  }

  function line(question) {
    return [question.text, ...question.answers.map((answer, i) => (i === question.right ? "*" : "") + answer)].join(" | ");
  }

  function question(row) {
    const [asked, ...answers] = row.split("|").map((part) => part.trim());
    const right = answers.findIndex((answer) => answer.startsWith("*"));
    const plain = answers.map((answer) => answer.replace(/^\*\s*/, ""));
    if (!asked || (answers.length > 0 && (answers.length < 2 || right < 0))) throw wrong("questions", words.say("badQuestion", {text: asked}));
    return {text: asked, answers: plain, right: Math.max(0, right)};
  }

  function wrong(name, message) {
    const shown = $("error-" + name);
    shown.textContent = message;
    shown.hidden = false;
    $("field-" + name).setAttribute("aria-invalid", "true");
    return Object.assign(new Error(message), {field: name});
  }

  function clearErrors() {
    for (const shown of document.querySelectorAll("#article .error")) shown.hidden = true;
    for (const input of document.querySelectorAll("#article [aria-invalid]")) input.removeAttribute("aria-invalid");
  }

  const value = (name) => $("field-" + name).value;
  const many = (name) => value(name).split(",").map((word) => word.trim()).filter(Boolean);
  const orNull = (name) => value(name).trim() || null;

  /** What stands in the form, right or wrong, for the draft. */
  function raw() {
    return {
      title: value("title"), section: value("section").split("/").map((part) => part.trim()).filter(Boolean), lang: "ru", body: value("body"),
      tags: many("tags"), synonyms: many("synonyms"), questions: [], rows: value("questions"), unit: orNull("unit"), author: orNull("author"),
      verifiedAt: orNull("verified"), expiresAt: orNull("expires"), mustRead: $("field-must").checked,
      mustReadBy: $("field-must").checked ? orNull("must-by") : null, attachments: files,
    };
  }

  /** What is to be published. Throws an error with `field` where something is missing. */
  function read() {
    clearErrors();
    const {rows, ...article} = raw();
    if (!article.title.trim()) throw wrong("title", words.say("needTitle"));
    if (!article.body.trim()) throw wrong("body", words.say("needBody"));
    return {...article, title: article.title.trim(), questions: rows.split("\n").filter((row) => row.trim()).map(question)};
  }

  async function add(input) {
    for (const file of input.files) {
      if (file.size > LARGEST) {
        notice(words.say("fileTooLarge", {name: file.name}), "danger");
        continue;
      }
      try {
        await upload(file);
      } catch (error) {
        tell(error);
      }
    }
    input.value = "";
    showFiles();
    changed();
  }

  async function upload(file) {
    const bytes = await file.arrayBuffer();
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    const sha256 = Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("");
    const type = /^[a-z]+\/[a-z0-9.+-]{1,100}$/.test(file.type) ? file.type : "application/octet-stream";
    await link.call("/v1/blobs/sha256/" + sha256, {method: "PUT", body: bytes, headers: {"Content-Type": type}});
    const name = file.name.replace(/[\\/:*?"<>|\s]+/g, "-").replace(/^[.-]+/, "").slice(-120) || "file";
    files = [...files.filter((one) => one.name !== name), {sha256, bytes: file.size, type, name}];
  }

  function showFiles() {
    $("files").replaceChildren(...files.map((file) => make("li", {}, make("span", {}, file.name),
      make("span", {class: "muted"}, Math.max(1, Math.round(file.bytes / 1024)) + " KB"),
      file.type.startsWith("image/") ? make("button", {type: "button", class: "quiet", onclick: () => insert("![](" + file.name + ")")}, words.say("insert")) : null,
      make("button", {type: "button", class: "quiet", "aria-label": words.say("remove") + " " + file.name, onclick: () => {
        files = files.filter((one) => one !== file);
        showFiles();
        changed();
      }}, words.say("remove")))));
  }

  function insert(markdown) {
    const body = $("field-body");
    body.setRangeText("\n\n" + markdown + "\n\n", body.selectionStart, body.selectionEnd, "end");
    body.focus();
    changed();
  }

  return {build, read, raw, line, get askAgain() { return $("field-again").checked && $("field-must").checked; }};
})();
