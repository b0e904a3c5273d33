"use strict";

/**
 * The visit and its socket: resumes by sequence number, sends each message until the server has it, doubles nothing.
 * What is not yet on the server lies in localStorage, so that closing the page loses nothing.
 */
class VisitLink {
  static KEY = "garnitura-visit";
  static SLOWEST = 30000;

  /** @param listener {event(frame), state(name), trouble(code, seconds)} */
  constructor(listener) {
    this.listener = listener;
    this.visit = VisitLink.load();
    this.tries = 0;
    this.sent = new Set();
    window.addEventListener("online", () => this.connectNow());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.connectNow();
    });
    // Other tabs of the same visit share the outbox.
    window.addEventListener("storage", (change) => {
      if (change.key === VisitLink.KEY && this.visit) {
        const now = VisitLink.load();
        if (now && now.token === this.visit.token) this.visit.outbox = now.outbox;
      }
    });
  }

  static load() {
    try {
      return JSON.parse(localStorage.getItem(VisitLink.KEY));
    } catch {
      return null;
    }
  }

  save() {
    try {
      localStorage.setItem(VisitLink.KEY, JSON.stringify(this.visit));
    } catch {
      // Private windows may refuse; then the visit lives as long as the page.
    }
  }

  get outbox() {
    return this.visit ? this.visit.outbox : [];
  }

  async open(name, phone, question) {
    const answer = await fetch("/v1/visitor/visits", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify({name, phone: phone || null, language: words.lang, channel: "site"}),
    });
    const body = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(body.code), {code: body.code, retryAfter: body.retryAfter});
    this.visit = {token: body.token, name, outbox: []};
    this.seq = 0;
    this.write(question);
    this.connect();
  }

  resume() {
    this.seq = 0;
    this.connect();
  }

  /** Puts the message into the outbox; it leaves when it can. */
  write(text) {
    const message = {key: VisitLink.key(), text, at: new Date().toISOString()};
    this.visit.outbox.push(message);
    this.save();
    this.flush();
    return message;
  }

  static key() {
    if (crypto.randomUUID) return crypto.randomUUID();
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  }

  connectNow() {
    if (this.visit && !this.finished && (!this.socket || this.socket.readyState > WebSocket.OPEN)) {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  connect() {
    clearTimeout(this.timer);
    this.finished = false;
    this.welcomed = false;
    this.sent.clear();
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}/v1/visitor`);
    this.socket = socket;
    this.listener.state("connecting");
    socket.onopen = () => this.put({t: "hello", token: this.visit.token, seq: this.seq});
    socket.onmessage = (message) => {
      if (socket === this.socket) this.receive(JSON.parse(message.data));
    };
    socket.onclose = (end) => {
      if (socket === this.socket && !this.finished) this.lost(end.code);
    };
  }

  lost(code) {
    this.welcomed = false;
    if (code === 4401) {
      this.forget();
      this.listener.state("expired");
      return;
    }
    this.listener.state("offline");
    const ceiling = Math.min(VisitLink.SLOWEST, 500 * 2 ** this.tries);
    this.tries += 1;
    this.timer = setTimeout(() => this.connect(), 300 + Math.random() * ceiling);
  }

  receive(frame) {
    if (frame.t === "welcome") {
      this.tries = 0;
      this.welcomed = true;
      this.listener.event(frame);
      this.listener.state("online");
      this.flush();
    } else if (frame.t === "error") {
      this.refused(frame);
    } else if (frame.seq === undefined) {
      this.listener.event(frame);
    } else if (frame.seq === this.seq + 1) {
      this.apply(frame);
    } else if (frame.seq > this.seq) {
      this.put({t: "gap", from: this.seq + 1, to: frame.seq});
    } else if (frame.key) {
      this.settle(frame.key);
    }
  }

  apply(frame) {
    this.seq = frame.seq;
    if (frame.t === "msg" && frame.key) this.settle(frame.key);
    this.listener.event(frame);
    if (frame.t === "msg" && frame.from === "operator") this.put({t: "ack", seq: frame.seq});
  }

  /** The server has it. */
  settle(key) {
    this.visit.outbox = this.visit.outbox.filter((message) => message.key !== key);
    this.sent.delete(key);
    this.save();
  }

  refused(frame) {
    if (frame.code === "rate_limited" && frame.key) {
      this.sent.delete(frame.key);
      this.listener.trouble(frame.code, frame.retryAfter);
      setTimeout(() => this.flush(), frame.retryAfter * 1000);
    } else if (frame.key) {
      this.settle(frame.key);
      this.listener.trouble(frame.code, 0, frame.key);
    }
  }

  flush() {
    if (!this.welcomed) return;
    for (const message of this.outbox) {
      if (!this.sent.has(message.key)) {
        this.sent.add(message.key);
        this.put({t: "msg", key: message.key, text: message.text});
      }
    }
  }

  put(frame) {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  /** Ends the connection for good; a new visit may begin. */
  forget() {
    this.finished = true;
    clearTimeout(this.timer);
    if (this.socket) this.socket.close();
    this.visit = null;
    try {
      localStorage.removeItem(VisitLink.KEY);
    } catch {
      // Nothing was kept where nothing may be kept.
    }
  }
}
