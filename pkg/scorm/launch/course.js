// The course system, by the API that SCORM 1.2 defines.
//
// Source: ADL, SCORM 1.2 Run-Time Environment, sections 3.3 and 3.4.
"use strict";

// Course is one session with the course system: at most one LMSInitialize, at
// most one LMSFinish, and nothing outside of the two. When something is refused
// or fails, onProblem is told why once, and the lesson goes on.
class Course {
  #api;
  #window; // the one that has the API
  #open = false;
  #told = false;
  #began = performance.now();
  #onProblem;

  constructor(onProblem) {
    this.#onProblem = onProblem;
    ({ api: this.#api, window: this.#window } = Course.find() ?? {});
    if (!this.#api) {
      this.#fail("absent");
    } else if (this.#call("LMSInitialize", "") === "true") {
      this.#open = true;
    } else {
      this.#fail("failing");
    }
  }

  // find looks for the API, and the window that has it, around this one and around
  // the one that opened it; null when there is none. The steps are limited: a window may be its own opener.
  static find() {
    const around = (start) => {
      for (let win = start, steps = 0; win && steps < 20; win = win.parent, steps++) {
        try {
          const api = win.API;
          if (typeof api?.LMSInitialize === "function") return { api, window: win };
        } catch {
          // A window of another origin, whose parent may be one of ours.
        }
        if (win === win.parent) break;
      }
      return null;
    };
    let found = around(window);
    for (let win = window, steps = 0; !found && win && steps < 20; steps++) {
      let opener = null;
      try {
        opener = win.opener || win.top.opener;
      } catch {
        // As above.
      }
      found = around(opener);
      win = opener;
    }
    return found;
  }

  // get is the value of an element of the data model; "" where there is none.
  get(element) {
    return this.#open ? this.#call("LMSGetValue", element) : "";
  }

  // set changes an element. A course system need not know every element: what
  // is optional may be refused.
  set(element, value, { optional = false } = {}) {
    if (!this.#open) return;
    if (this.#call("LMSSetValue", element, value) !== "true" && !optional) this.#fail("failing");
  }

  commit() {
    if (this.#open && this.#call("LMSCommit", "") !== "true") this.#fail("failing");
  }

  // finish says how long the session took and ends it. The experiment is kept
  // for the next one, whatever was reached in this.
  finish() {
    if (!this.#open) return;
    this.set("cmi.core.session_time", timespan(performance.now() - this.#began));
    this.set("cmi.core.exit", "suspend");
    this.commit();
    this.#open = false;
    this.#call("LMSFinish", "");
  }

  #call(name, ...args) {
    try {
      // The API of a window that is closed answers as if it recorded.
      if (this.#window.closed) return "";
      return String(this.#api[name](...args));
    } catch {
      return "";
    }
  }

  #fail(reason) {
    if (this.#told) return;
    this.#told = true;
    const code = reason === "failing" ? this.#call("LMSGetLastError") : "";
    const why = code && code !== "0" ? this.#call("LMSGetErrorString", code) : "";
    this.#onProblem(reason, why);
  }
}

// timespan writes a duration as CMITimespan, HHHH:MM:SS.SS.
function timespan(milliseconds) {
  const hundredths = Math.min(Math.max(0, Math.round(milliseconds / 10)), 9999 * 360000 + 359999);
  const pad = (value, width) => String(Math.floor(value)).padStart(width, "0");
  return `${pad(hundredths / 360000, 4)}:${pad((hundredths / 6000) % 60, 2)}:${pad((hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`;
}
