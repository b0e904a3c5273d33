"use strict";

/**
 * Shows the server's rendering of a draft. The HTML is parsed into a document that never runs or loads anything, and only
 * what stands on the list is made anew from it: names from a list, no attribute but our own.
 */
const preview = (() => {
  const ALLOWED = new Set(["H1", "H2", "H3", "H4", "H5", "H6", "P", "UL", "OL", "LI", "STRONG", "EM", "CODE", "PRE",
    "BLOCKQUOTE", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "HR", "BR"]);
  const MAX_DEPTH = 80;
  const pictures = new Map();
  let newest = 0;

  /** @param files attachments of the draft */
  async function show(target, body, files) {
    const mine = ++newest;
    const answer = await link.send("POST", "/v1/kb/preview", {body});
    if (mine !== newest) return;
    const inert = new DOMParser().parseFromString(answer.html, "text/html");
    const shown = document.createDocumentFragment();
    copy(inert.body, shown, files, 0);
    target.replaceChildren(shown);
  }

  function copy(from, to, files, depth) {
    if (depth > MAX_DEPTH) return;
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) to.append(node.nodeValue);
      else if (node.nodeType === Node.ELEMENT_NODE) element(node, to, files, depth);
    }
  }

  function element(node, to, files, depth) {
    if (node.tagName === "A") to.append(reference(node));
    else if (node.tagName === "IMG") to.append(picture(node, files));
    else if (ALLOWED.has(node.tagName)) {
      const made = document.createElement(node.tagName);
      if (node.tagName === "OL" && /^\d{1,9}$/.test(node.getAttribute("start") ?? "")) made.start = Number(node.getAttribute("start"));
      copy(node, made, files, depth + 1);
      to.append(made);
    } else {
      to.append(node.textContent);
    }
  }

  function reference(node) {
    const article = node.getAttribute("data-article");
    const outside = node.getAttribute("data-outside");
    const span = make("span", {class: article ? "link" : "outside"}, node.textContent);
    if (article) span.title = article;
    else if (outside) span.append(" (" + words.say("outside", {address: outside}) + ")");
    return span;
  }

  function picture(node, files) {
    const name = node.getAttribute("data-file") ?? "";
    const caption = node.getAttribute("alt") ?? "";
    const file = files.find((one) => one.name === name || "blob:" + one.sha256 === name);
    if (!file || !/^image\/(png|jpeg|gif|webp)$/.test(file.type)) {
      return make("span", {class: "outside"}, caption + " (" + words.say("noFile", {name}) + ")");
    }
    const shown = make("img", {alt: caption});
    load(file).then((address) => { shown.src = address; }).catch(tell);
    return shown;
  }

  async function load(file) {
    if (!pictures.has(file.sha256)) {
      const response = await link.call("/v1/blobs/sha256/" + file.sha256);
      pictures.set(file.sha256, URL.createObjectURL(await response.blob()));
    }
    return pictures.get(file.sha256);
  }

  return {show};
})();
