"use strict";

/** The whole base in and out. */
const exchange = (() => {
  const TEXTS = /\.(md|markdown|html?)$/i;

  function show() {
    const folder = make("input", {type: "file", id: "folder", webkitdirectory: true, multiple: true, class: "hidden", tabindex: -1, "aria-hidden": true, onchange: (event) => takeFolder(event.target).catch(failed)});
    const file = make("input", {type: "file", id: "base-file", accept: ".zip,.jsonl,.gz", class: "hidden", tabindex: -1, "aria-hidden": true, onchange: (event) => takeFile(event.target).catch(failed)});
    $("place-exchange").replaceChildren(
      make("h2", {}, words.say("importTitle")), make("p", {class: "muted"}, words.say("importLead")), folder, file,
      make("div", {class: "bar"}, make("button", {type: "button", onclick: () => folder.click()}, words.say("pickFolder")), make("button", {type: "button", onclick: () => file.click()}, words.say("pickFile"))),
      make("div", {id: "report", role: "status", "aria-live": "polite"}),
      make("h2", {}, words.say("exportTitle")), make("p", {class: "muted"}, words.say("exportLead")),
      make("div", {class: "bar"}, make("button", {type: "button", onclick: () => give("zip").catch(tell)}, words.say("exportZip")), make("button", {type: "button", onclick: () => give("jsonl").catch(tell)}, words.say("exportLines"))));
  }

  function failed(error) {
    $("report").replaceChildren();
    tell(error);
  }

  async function takeFolder(input) {
    const files = Array.from(input.files, (blob) => ({path: blob.webkitRelativePath.split("/").slice(1).join("/") || blob.name, blob}));
    input.value = "";
    if (!files.some((file) => TEXTS.test(file.path))) {
      $("report").replaceChildren(make("p", {}, words.say("noText")));
      return;
    }
    $("report").replaceChildren(make("p", {}, words.say("packing")));
    await take(await pack.zip(files), "application/zip");
  }

  async function takeFile(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    const type = file.name.endsWith(".zip") ? "application/zip" : file.name.endsWith(".gz") ? "application/gzip" : "application/x-ndjson";
    await take(file, type);
  }

  async function take(body, type) {
    $("report").replaceChildren(make("p", {}, words.say("importing")));
    const report = await (await link.call("/v1/kb/import", {method: "POST", body, headers: {"Content-Type": type}})).json();
    $("report").replaceChildren(make("p", {}, words.say("imported", {...report, refused: report.refused.length})), report.refused.length ? refusals(report.refused) : "");
    await Promise.all([list.refresh(), list.sections()]);
  }

  function refusals(all) {
    return make("table", {}, make("thead", {}, make("tr", {}, make("th", {scope: "col"}, words.say("refusedName")), make("th", {scope: "col"}, words.say("refusedWhy")))),
      make("tbody", {}, ...all.slice(0, 500).map((one) => make("tr", {}, make("td", {}, place(one.name)),
        make("td", {}, words.say(words.knows("why_" + one.code) ? "why_" + one.code : "why_other"), " ", make("span", {class: "muted"}, one.reason))))));
  }

  // A file has its name; of a file of lines the line is named.
  function place(name) {
    const line = /^line (\d+)$/.exec(name);
    return line ? words.say("line", {number: line[1]}) : name;
  }

  async function give(format) {
    const response = await link.call("/v1/kb/export?format=" + format);
    const address = URL.createObjectURL(await response.blob());
    const anchor = make("a", {href: address, download: "knowledge-base." + format});
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  return {show};
})();
