"use strict";

/** The way to the server: sign-in, tokens renewed once for many, problems as errors with a `code`. */
const link = (() => {
  const KEY = "garnitura-editor";
  let tokens = load();
  let renewing = null;
  let onSignedOut = () => {};

  function load() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch {
      return null;
    }
  }

  function keep(answer) {
    tokens = answer && {access: answer.access, refresh: answer.refresh, operator: answer.operator};
    try {
      if (tokens) sessionStorage.setItem(KEY, JSON.stringify(tokens));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Private windows may refuse; then the sign-in lives as long as the page.
    }
  }

  function device() {
    return "editor-page";
  }

  async function fetched(path, options) {
    try {
      return await fetch(path, options);
    } catch {
      throw Object.assign(new Error("offline"), {code: "offline"});
    }
  }

  async function refusal(response) {
    let body = {};
    try {
      body = await response.json();
    } catch {
      // A proxy may answer without JSON; the status says enough then.
    }
    return Object.assign(new Error(body.code ?? String(response.status)), body, {code: body.code ?? String(response.status), status: response.status});
  }

  async function signIn(login, password) {
    const response = await fetched("/v1/sign-in", json("POST", {login, password, device: device()}));
    if (!response.ok) throw await refusal(response);
    const answer = await response.json();
    if (!answer.operator.roles.some((role) => role === "editor" || role === "lead")) {
      throw Object.assign(new Error("forbidden"), {code: "forbidden"});
    }
    keep(answer);
  }

  async function signOut() {
    const access = tokens?.access;
    keep(null);
    if (access) await fetched("/v1/sign-out", {method: "POST", headers: {Authorization: "Bearer " + access}});
  }

  function json(method, body, headers = {}) {
    return {method, body: JSON.stringify(body), headers: {"Content-Type": "application/json", ...headers}};
  }

  function renew() {
    renewing ??= (async () => {
      const response = await fetched("/v1/tokens/refresh", json("POST", {refresh: tokens.refresh, device: device()}));
      if (response.ok) keep(await response.json());
      else if (response.status === 401) keep(null);
      renewing = null;
    })().catch((error) => {
      renewing = null;
      throw error;
    });
    return renewing;
  }

  async function call(path, options = {}, again = true) {
    const headers = {...options.headers, Authorization: "Bearer " + (tokens?.access ?? "")};
    const response = await fetched(path, {...options, headers});
    if (response.status !== 401) {
      if (!response.ok) throw await refusal(response);
      return response;
    }
    if (again && tokens) {
      await renew();
      if (tokens) return call(path, options, false);
    }
    keep(null);
    onSignedOut();
    throw Object.assign(new Error("signed_out"), {code: "signed_out"});
  }

  return {
    signIn,
    signOut,
    json,
    call,
    get: async (path) => (await call(path)).json(),
    send: async (method, path, body, headers) => (await call(path, json(method, body, headers))).json(),
    get operator() { return tokens?.operator ?? null; },
    set onSignedOut(then) { onSignedOut = then; },
  };
})();
