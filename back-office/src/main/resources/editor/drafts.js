"use strict";

/** What is written and not yet published, by article, in this browser: closing the page or losing the server loses nothing. */
const drafts = (() => {
  const PREFIX = "garnitura-draft:";
  const ASIDE = "garnitura-aside:";

  function find(id) {
    try {
      return JSON.parse(localStorage.getItem(PREFIX + id));
    } catch {
      return null;
    }
  }

  /** @param draft {base, article, at}: the revision it began from, and the fields */
  function keep(id, draft) {
    try {
      localStorage.setItem(PREFIX + id, JSON.stringify({...draft, at: new Date().toISOString()}));
    } catch {
      // A full or refused storage: the text still stands in the form.
    }
  }

  function drop(id) {
    localStorage.removeItem(PREFIX + id);
  }

  function setAside(id, article) {
    localStorage.setItem(ASIDE + id, JSON.stringify(article));
  }

  function aside(id) {
    return JSON.parse(localStorage.getItem(ASIDE + id));
  }

  return {setAside, aside, dropAside: (id) => localStorage.removeItem(ASIDE + id), find, keep, drop, has: (id) => localStorage.getItem(PREFIX + id) !== null};
})();
