"use strict";

/** The page as a whole: the door, the places, the language. */
const editor = (() => {
  const LANG = "garnitura-editor-lang";
  const loads = {articles: () => list.refresh(), reports: () => reports.queue(), gaps: () => reports.gaps(), exchange: () => exchange.show()};
  let place = "articles";

  function go(next) {
    place = next;
    for (const name of Object.keys(loads)) $("place-" + name).hidden = name !== next;
    for (const button of $("places").querySelectorAll("button")) {
      if (button.dataset.go === next) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    Promise.resolve(loads[next]()).catch(tell);
  }

  function inside() {
    document.body.dataset.place = "inside";
    $("door").hidden = true;
    $("places").hidden = false;
    $("leave").hidden = false;
    $("who").textContent = link.operator.name;
    go(place);
    list.sections().catch(tell);
    link.get("/v1/kb/feedback").then(({flags, unfound}) => reports.count(flags.length + unfound.length)).catch(tell);
  }

  function outside(message) {
    document.body.dataset.place = "door";
    for (const name of Object.keys(loads)) $("place-" + name).hidden = true;
    $("door").hidden = false;
    $("places").hidden = true;
    $("leave").hidden = true;
    $("who").textContent = "";
    doorError(message);
    $("login").focus();
  }

  function doorError(message) {
    $("door-error").textContent = message;
    $("door-error").hidden = !message;
  }

  async function enter() {
    try {
      await link.signIn($("login").value.trim(), $("password").value);
      $("password").value = "";
      doorError("");
      inside();
    } catch (error) {
      const known = {bad_credentials: "badCredentials", forbidden: "forbidden", rate_limited: "tooMany", offline: "offline"}[error.code];
      doorError(words.say(known ?? "failed", {code: error.code, seconds: error.retryAfter}));
    }
  }

  function speak(lang) {
    words.use(lang);
    document.documentElement.lang = words.lang;
    words.fill(document);
    document.title = words.say("title");
    for (const button of document.querySelectorAll(".lang")) button.setAttribute("aria-pressed", String(button.dataset.lang === words.lang));
    try {
      localStorage.setItem(LANG, words.lang);
    } catch {
      // The language then lives as long as the page.
    }
    if (link.operator) {
      article.translate();
      go(place);
      list.sections().catch(tell);
    }
  }

  function start() {
    list.wire();
    article.wire();
    link.onSignedOut = () => outside(words.say("signedOut"));
    $("door").addEventListener("submit", (event) => {
      event.preventDefault();
      enter();
    });
    $("leave").addEventListener("click", () => link.signOut().catch(tell).finally(() => outside("")));
    for (const button of document.querySelectorAll(".lang")) button.addEventListener("click", () => speak(button.dataset.lang));
    for (const button of $("places").querySelectorAll("button")) button.addEventListener("click", () => go(button.dataset.go));
    speak(localStorage.getItem(LANG) ?? (navigator.language.startsWith("ru") ? "ru" : "en"));
    if (link.operator) inside();
    else outside("");
  }

  document.addEventListener("DOMContentLoaded", start);
  return {go};
})();
