"use strict";

const $ = (id) => document.getElementById(id);

/** What the page shows: a list of messages and who is on the other side. */
const view = {
  items: new Map(),
  marks: {delivered: 0, read: 0},
  operator: null,
  ahead: 0,
  state: "waiting",
  link: "connecting",
  lastDay: null,
  past: 0,
};

const link = new VisitLink({
  event: onEvent,
  state: (name) => {
    view.link = name;
    if (name === "expired") finish("expired");
    if (name === "offline") {
      hideTyping();
      showOutbox();
    }
    showStatus();
  },
  trouble: (code, seconds, key) => {
    if (code === "rate_limited") banner(words.say("slowDown", {seconds}), seconds * 1000);
    if (code === "session_closed") finish("ended");
    if (key) mark(key, "failed");
  },
});

function onEvent(frame) {
  if (frame.t === "welcome") {
    view.state = frame.state;
    view.operator = frame.operator ? frame.operator.name : null;
    view.ahead = frame.ahead;
    view.past = frame.seq;
    view.marks.read = Math.max(view.marks.read, frame.operatorReadUpto);
    showMarks();
    if (frame.state === "closed") finish("ended");
  } else if (frame.t === "msg") {
    showMessage(frame);
  } else if (frame.t === "receipt") {
    if (frame.by === "operator") {
      view.marks[frame.kind] = Math.max(view.marks[frame.kind], frame.upto);
      showMarks();
    }
  } else if (frame.t === "note") {
    onNote(frame);
  } else if (frame.t === "typing") {
    showTyping(frame.ttl);
  }
  if (link.seq >= view.past) showOutbox();
  showStatus();
}

function onNote(frame) {
  if (frame.kind === "assigned") {
    view.state = "assigned";
    view.operator = frame.name;
    addNote("assigned", {name: frame.name});
  } else if (frame.kind === "requeued") {
    view.state = "waiting";
    view.operator = null;
    addNote("requeued");
  } else if (frame.kind === "left") {
    addNote("left");
    finish("ended");
  } else if (frame.kind === "closed") {
    addNote(frame.by === "customer" ? "left" : "closedNote", {name: frame.name});
    finish("ended");
  }
}

function showStatus() {
  const status = $("status");
  let text = "";
  if (!$("talk").hidden) {
    if (view.state === "closed") text = words.say("closed");
    else if (view.operator) text = words.say("online", {name: view.operator});
    else text = words.say("searching") + (view.ahead > 0 ? " · " + words.say("ahead", {count: view.ahead}) : "");
  }
  if (status.textContent !== text) status.textContent = text;
  $("card").dataset.side = view.operator && view.state !== "closed" ? "operator" : "";
  const offline = view.link === "offline" && view.state !== "closed";
  if (offline) banner(words.say("offline"));
  else if ($("banner").dataset.offline) banner("");
  $("banner").dataset.offline = offline ? "yes" : "";
}

let bannerTimer;
function banner(text, forMillis) {
  clearTimeout(bannerTimer);
  $("banner").textContent = text;
  $("banner").hidden = !text;
  if (forMillis) bannerTimer = setTimeout(() => banner(""), forMillis);
}

/** Own messages appear at once and get their number when the server has them. */
function showMessage(frame) {
  const own = frame.from === "customer";
  const known = own && frame.key ? view.items.get(frame.key) : null;
  if (known) {
    known.dataset.seq = frame.seq;
    if (known.nextElementSibling && Number(known.nextElementSibling.dataset.seq) < frame.seq) append(known);
    setMark(known, "sent");
    showMarks();
    return;
  }
  const item = bubble(own, own ? words.say("you") : frame.name, frame.text, frame.at);
  item.dataset.seq = frame.seq;
  if (own) {
    view.items.set(frame.key, item);
    setMark(item, "sent");
  } else {
    hideTyping();
  }
  append(item);
  showMarks();
  tellRead();
}

function showPending(message) {
  const item = bubble(true, words.say("you"), message.text, message.at);
  view.items.set(message.key, item);
  setMark(item, "pending");
  append(item);
}

/** What has not left yet stands after the past, so it waits until the past is there. */
function showOutbox() {
  for (const message of link.outbox) {
    if (!view.items.has(message.key)) showPending(message);
  }
}

function bubble(own, author, text, at) {
  const time = new Date(at);
  addDay(time);
  const item = document.createElement("li");
  item.className = own ? "own" : "theirs";
  const who = document.createElement("span");
  who.className = own ? "hidden" : "author";
  who.textContent = author;
  const body = document.createElement("p");
  body.className = "text";
  body.dir = "auto";
  body.textContent = text;
  const foot = document.createElement("span");
  foot.className = "foot";
  const clock = document.createElement("time");
  clock.dateTime = time.toISOString();
  clock.textContent = time.toLocaleTimeString(words.locale, {hour: "2-digit", minute: "2-digit"});
  foot.append(clock);
  if (own) {
    const ticks = document.createElement("span");
    ticks.className = "ticks";
    foot.append(ticks);
  }
  item.append(who, body, foot);
  return item;
}

function setMark(item, kind) {
  if (item.dataset.mark === kind) return;
  item.dataset.mark = kind;
  const ticks = item.querySelector(".ticks");
  ticks.textContent = words.say(kind);
  ticks.title = words.say(kind);
}

function mark(key, kind) {
  const item = view.items.get(key);
  if (item) setMark(item, kind);
}

function showMarks() {
  for (const item of view.items.values()) {
    const seq = Number(item.dataset.seq);
    if (seq && seq <= view.marks.read) setMark(item, "read");
    else if (seq && seq <= view.marks.delivered) setMark(item, "delivered");
  }
}

function addDay(time) {
  const day = time.toDateString();
  if (day === view.lastDay) return;
  view.lastDay = day;
  const item = document.createElement("li");
  item.className = "day";
  const yesterday = new Date(Date.now() - 86400000).toDateString();
  if (day === new Date().toDateString()) item.textContent = words.say("today");
  else if (day === yesterday) item.textContent = words.say("yesterday");
  else item.textContent = time.toLocaleDateString(words.locale, {day: "numeric", month: "long"});
  append(item);
}

function addNote(key, values) {
  const item = document.createElement("li");
  item.className = "note";
  item.textContent = words.say(key, values);
  append(item);
}

function append(item) {
  const scroll = $("scroll");
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  $("messages").append(item);
  if (atEnd || item.className === "own") scroll.scrollTop = scroll.scrollHeight;
}

let typingTimer;
function showTyping(seconds) {
  $("typing-text").textContent = words.say("typing", {name: view.operator || words.say("operator")});
  $("typing").hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(hideTyping, seconds * 1000);
  const scroll = $("scroll");
  if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120) scroll.scrollTop = scroll.scrollHeight;
}

function hideTyping() {
  $("typing").hidden = true;
}

/** Read means: on the screen, in a window that is looked at. */
let readUpto = 0;
function tellRead() {
  if (document.hidden || !document.hasFocus()) return;
  const theirs = $("messages").querySelectorAll(".theirs");
  const last = theirs.length ? Number(theirs[theirs.length - 1].dataset.seq) : 0;
  if (last > readUpto && link.welcomed) {
    readUpto = last;
    link.put({t: "read", upto: last});
  }
}

function showTalk() {
  $("start").hidden = true;
  $("talk").hidden = false;
  $("end").hidden = false;
  $("card").dataset.place = "talk";
  $("composer").hidden = false;
  $("over").hidden = true;
  showStatus();
}

function finish(why) {
  view.state = "closed";
  hideTyping();
  $("composer").hidden = true;
  $("end").hidden = true;
  $("over").hidden = false;
  $("over").firstElementChild.dataset.word = why;
  $("over").firstElementChild.textContent = words.say(why);
  $("scroll").scrollTop = $("scroll").scrollHeight;
  showStatus();
}

function showStart() {
  link.forget();
  view.items.clear();
  view.marks = {delivered: 0, read: 0};
  Object.assign(view, {operator: null, ahead: 0, state: "waiting", lastDay: null, past: 0});
  readUpto = 0;
  $("messages").replaceChildren();
  $("question").value = "";
  $("talk").hidden = true;
  $("end").hidden = true;
  $("start").hidden = false;
  $("card").dataset.place = "start";
  banner("");
  showStatus();
  $("name").focus();
}

function complain(field, key, values) {
  const error = $(field + "-error");
  error.textContent = key ? words.say(key, values) : "";
  error.hidden = !key;
  const input = $(field);
  if (input.matches("input, textarea")) input.setAttribute("aria-invalid", String(Boolean(key)));
  return Boolean(key);
}

$("start").addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = $("name").value.trim();
  const phone = $("phone").value.trim();
  const question = $("question").value.trim();
  complain("start", null);
  const wrong = [
    complain("name", name ? null : "needName") && "name",
    complain("phone", phone && phone.replace(/\D/g, "").length < 10 ? "badPhone" : null) && "phone",
    complain("question", question ? null : "needQuestion") && "question",
  ].filter(Boolean);
  if (wrong.length) {
    $(wrong[0]).focus();
    return;
  }
  $("begin").disabled = true;
  $("begin").textContent = words.say("beginning");
  try {
    await link.open(name, phone, question);
    showTalk();
    showOutbox();
    $("text").focus();
  } catch (problem) {
    const limited = problem.code === "rate_limited";
    complain("start", limited ? "tooMany" : "cantStart", {seconds: problem.retryAfter});
  } finally {
    $("begin").disabled = false;
    $("begin").textContent = words.say("begin");
  }
});

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  showPending(link.write(text));
  $("text").value = "";
  grow();
  $("text").focus();
});

$("text").addEventListener("keydown", (event) => {
  const phone = matchMedia("(pointer: coarse)").matches;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !phone) {
    event.preventDefault();
    $("composer").requestSubmit();
  }
});

let typedAt = 0;
$("text").addEventListener("input", () => {
  grow();
  if (Date.now() - typedAt > 3000 && link.welcomed) {
    typedAt = Date.now();
    link.put({t: "typing", ttl: 5});
  }
});

function grow() {
  const text = $("text");
  text.style.height = "auto";
  text.style.height = Math.min(text.scrollHeight, 140) + "px";
}

let sureTimer;
function askedToEnd(asked) {
  clearTimeout(sureTimer);
  const end = $("end");
  end.dataset.sure = asked ? "yes" : "";
  end.dataset.word = asked ? "endSure" : "end";
  end.textContent = words.say(end.dataset.word);
  if (asked) sureTimer = setTimeout(() => askedToEnd(false), 4000);
}

$("end").addEventListener("click", () => {
  const sure = $("end").dataset.sure === "yes";
  askedToEnd(!sure);
  if (sure) link.put({t: "close"});
});
$("again").addEventListener("click", showStart);
window.addEventListener("focus", tellRead);
document.addEventListener("visibilitychange", tellRead);
setInterval(tellRead, 1000);

function useLanguage(lang) {
  words.use(lang);
  document.documentElement.lang = words.lang;
  for (const button of document.querySelectorAll(".lang")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === words.lang));
  }
  words.fill(document);
  for (const item of view.items.values()) {
    const kind = item.dataset.mark;
    item.dataset.mark = "";
    setMark(item, kind);
  }
  try {
    localStorage.setItem("garnitura-lang", words.lang);
  } catch {
    // The choice then lasts as long as the page.
  }
  showStatus();
}

for (const button of document.querySelectorAll(".lang")) {
  button.addEventListener("click", () => useLanguage(button.dataset.lang));
}

function preferred() {
  const asked = new URLSearchParams(location.search).get("lang");
  let kept = null;
  try {
    kept = localStorage.getItem("garnitura-lang");
  } catch {
    kept = null;
  }
  return asked || kept || (navigator.language.startsWith("ru") ? "ru" : "en");
}

useLanguage(preferred());
if (link.visit) {
  showTalk();
  link.resume();
}
