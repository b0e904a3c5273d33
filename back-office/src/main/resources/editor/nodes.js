"use strict";

const $ = (id) => document.getElementById(id);

/** An element: `make("p", {class: "muted", "data-x": 1, onclick: f}, "text", child)`. Text is always text. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else if (name === "checked") node.checked = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A button whose first press asks and whose second one does. */
function sureButton(word, sureWord, then, attributes = {}) {
  const button = make("button", {type: "button", class: "danger", ...attributes}, words.say(word));
  let timer;
  button.addEventListener("click", () => {
    if (button.dataset.sure) {
      clearTimeout(timer);
      delete button.dataset.sure;
      then();
      return;
    }
    button.dataset.sure = "yes";
    button.textContent = words.say(sureWord);
    timer = setTimeout(() => {
      delete button.dataset.sure;
      button.textContent = words.say(word);
    }, 4000);
  });
  return button;
}

let noticeTimer;
function notice(text, kind = "ok") {
  clearTimeout(noticeTimer);
  $("notice").textContent = text;
  $("notice").dataset.kind = kind;
  $("notice").hidden = !text;
  if (text && kind === "ok") noticeTimer = setTimeout(() => notice(""), 8000);
}

/** What went wrong, in words. */
function tell(error) {
  if (error.code === "signed_out") return;
  if (error.code === "offline") notice(words.say("offline"), "danger");
  else if (error.code === undefined) throw error;
  else notice(words.say("failed", {code: error.code}), "danger");
}
