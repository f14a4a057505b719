// First Neuron: everything the page needs before its Go program runs.
//
// This file takes the place of go-app's generated app.js. It offers the few
// functions that go-app calls (their names start with "goapp"), and adds what
// a course page asks for: it works in a sandboxed frame, shows real progress,
// and says so when the program cannot start or dies.
//
// pkg/bundle fills in BUILD: the program's address and its size, the address of
// its SIMD kernel, which kernel.js binds, of the program that reader.js starts, and of
// what follows; and the languages, each with the file of its words, which words.js
// fetches.
// Before this file in the page stand link.js, which reads the link, mend.js, which
// mends it, keep.js, which keeps what it cannot hold, and reasons.js, which knows why
// the program may not run.
"use strict";

(() => {
  const BUILD = {
    wasm: "{{wasm}}", kernel: "{{kernel}}", reader: "{{reader}}", size: Number("{{size}}"), version: "{{version}}", offline: "{{offline}}",
    // By their codes; the first where none is wished for.
    languages: new Map("{{languages}}".split(" ").map((row) => row.split(":")).map(([code, file, tag, dir]) => [code, { file, tag, dir }])),
  };

  const pageLang = comeHome();
  replaceForbiddenStorage("localStorage");
  const kept = (window.firstneuronKept = keepPage(!replaceForbiddenStorage("sessionStorage")));
  forgiveMovedNodes();
  // In capture, before the program hears of it.
  for (const event of ["popstate", "hashchange"]) addEventListener(event, mendLink, true);
  mendLink();
  const link = readLink(location.hash.slice(1));
  const lang = chooseLanguage();
  showPreferences();

  const words = wordsOf(BUILD.languages, fetchFile);
  // What go-app looks up on window.
  Object.assign(window, {
    goappGetenv: (name) =>
      ({ GOAPP_VERSION: BUILD.version, GOAPP_STATIC_RESOURCES_URL: ".", GOAPP_ROOT_PREFIX: "" })[name],
    goappNav() {},
    goappOnUpdate() {},
    goappOnAppInstallChange() {},
    goappIsAppInstallable: () => false,
  });
  // What the program calls for what reads programs.
  window.firstneuronReader = readerOf(BUILD.reader, fetchCompiled);
  // The language of the page's own address, which the program reads.
  window.firstneuronPageLang = pageLang;
  // What it calls for another language, and offline.js for a sentence.
  window.firstneuronLoadWords = words.load;
  window.firstneuronSay = words.say;

  const loader = () => document.getElementById("app-wasm-loader");
  const label = () => document.getElementById("app-wasm-loader-label");
  let died = false;
  let go = null; // the program that runs

  // The link's key start says when the program is wanted: now, when the page
  // comes into view, or on a click. An embed waits until it is seen.
  const wish = link.start || (window.parent === window ? "now" : "visible");
  const waits = wish === "visible" || wish === "click";
  // What is wanted now is fetched and compiled while the document is still read.
  let program = waits ? null : load();
  const typed = rememberTyping();

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", waitForWish, { once: true }); // scripts can send it again
  } else {
    waitForWish();
  }

  // waitForWish starts when that comes true, and whenever the page is touched.
  function waitForWish() {
    if (!waits) {
      start();
      return;
    }
    const touches = ["pointerdown", "keydown", "focusin"];
    const begin = () => {
      seen?.disconnect();
      for (const touch of touches) removeEventListener(touch, begin, true);
      program ??= load();
      start();
    };
    const seen = window.IntersectionObserver && new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) begin();
    });
    if (wish === "visible" && !seen) {
      begin(); // nobody tells when it is seen
      return;
    }
    if (wish === "visible") seen.observe(document.body);
    for (const touch of touches) addEventListener(touch, begin, true);
    const button = document.getElementById("program-start");
    if (wish !== "click" || !button) return;
    words.say(button, "program.start");
    firstWords().then(() => words.say(button, "program.start"), () => {});
    // The picture is the lesson's, and none of what the link says.
    const says = location.hash.slice(1).split("&").some((pair) => pair && !(pair.split("=")[0] in link));
    document.documentElement.toggleAttribute("data-waiting", says);
    button.hidden = loader().hidden = false;
    for (const part of [label(), loader().querySelector("progress")]) part.hidden = true;
    button.addEventListener("click", begin, { once: true });
  }

  async function start() {
    document.getElementById("program-start")?.remove();
    for (const part of [label(), loader()?.querySelector("progress")]) if (part) part.hidden = false;
    if (typeof WebAssembly !== "object") {
      fail(withoutWebAssembly(navigator.userAgent));
      return;
    }
    try {
      go = new Go();
      forgiveThrows(go);
      forgiveEnd(go);
      const bindKernel = importKernel(go.importObject, BUILD.kernel);
      const [module, text] = await program;
      const instance = await WebAssembly.instantiate(module, go.importObject);
      await bindKernel(instance);
      await painted();
      window.firstneuronWords = text;
      const focused = document.activeElement;
      // A program that ends, by exit or by panic, is a page that no longer answers.
      const ended = go.run(instance);
      document.documentElement.removeAttribute("data-waiting");
      loader()?.remove();
      typed.handOver(focused);
      document.documentElement.dataset.program = "running";
      stayOffline();
      await ended;
      fail("died");
    } catch (error) {
      console.error("First Neuron:", error);
      fail(document.documentElement.dataset.program ? "died" : whyUnloaded(error));
    }
  }

  // stayOffline lets the page open without the network from now on, where it
  // stands for itself: an embed leaves its host's browser as it found it.
  function stayOffline() {
    if (!BUILD.offline || window.parent !== window || link.embed === "1") return;
    import("./" + BUILD.offline).catch(() => {}); // then the page needs the network next time
  }

  // forgiveThrows makes a property that throws when it is read or written a missing one,
  // as pkg/ui/dom takes it. Go's own functions let it through the frames of the program,
  // which then stands still without a word.
  function forgiveThrows(go) {
    const js = go.importObject.gojs;
    const nothing = {
      valueGet: (sp) => go.mem.setFloat64(sp + 32, 0, true), // undefined, as Go's functions write it
      valueIndex: (sp) => go.mem.setFloat64(sp + 24, 0, true),
      valueLength: (sp) => go.mem.setFloat64(sp + 16, 0, true),
      valueInstanceOf: (sp) => go.mem.setUint8(sp + 24, 0),
      valueSet() {}, valueSetIndex() {}, valueDelete() {},
    };
    for (const [name, write] of Object.entries(nothing)) {
      const call = js["syscall/js." + name];
      js["syscall/js." + name] = (sp) => {
        try {
          call(sp);
        } catch {
          write(go._inst.exports.getsp() >>> 0); // which may have moved
        }
      };
    }
  }

  // forgiveEnd lets nothing more be heard of a program that has ended. It may end in an
  // event inside another one or inside a call of its own, which then find it gone when
  // they come back, and its listeners outlive it. That it has ended is told once.
  function forgiveEnd(go) {
    const resume = go._resume;
    go._resume = () => {
      try {
        resume.call(go);
      } catch (error) {
        if (!go.exited) throw error;
      }
    };
  }

  // painted waits until the document has been painted: the program holds the
  // page for a moment when it starts. A page that nobody sees is not painted.
  function painted() {
    return new Promise((resolve) => {
      setTimeout(resolve, document.hidden ? 0 : 1000);
      requestAnimationFrame(() => setTimeout(resolve));
    });
  }

  // A trap inside an event handler never reaches the await above.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail("died");
  });

  // rememberTyping notes what is typed into the document before the program
  // puts its own in its place, to type it again there, caret included. All of
  // that happens between two events of the learner.
  function rememberTyping() {
    const fields = new Map(); // by their ID, which is the same in both
    let done = false;
    const note = ({ target }) => target.id && fields.set(target.id, target);
    document.addEventListener("input", note);

    function handOver(focused) {
      document.removeEventListener("input", note);
      if (done) return; // the program has been there before
      done = true;
      const heir = focused.id && document.getElementById(focused.id);
      if (heir) heir.focus({ preventScroll: true });
      for (const [id, old] of fields) {
        const field = document.getElementById(id);
        if (!field) continue;
        if (field.type === "checkbox") {
          if (field.checked !== old.checked) field.click();
          continue;
        }
        field.value = old.value;
        if (field === heir && old.selectionStart !== null) field.setSelectionRange(old.selectionStart, old.selectionEnd);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        if (field !== heir) field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
    return { handOver };
  }

  // load fetches the program, which is compiled as it comes, and the words of its first
  // language. Who waits for both tells of an error.
  function load() {
    const text = firstWords();
    text.catch(() => {});
    const both = Promise.all([typeof WebAssembly === "object" ? fetchProgram() : null, text]);
    both.catch(() => {});
    return both;
  }

  // firstWords fetches them once.
  function firstWords() {
    return (firstWords.text ??= words.first(lang));
  }

  function fetchProgram() {
    // Who compiles it tells of an end too soon.
    return fetchCompiled(BUILD.wasm, (response) => watch(response.clone()).catch(() => {}));
  }

  // fetchCompiled fetches a program of this site and compiles it as it comes, and once more
  // where the network ends it: a browser ends what it reads for two when one of them lets
  // go. Seen is called with the response that brings it.
  async function fetchCompiled(address, seen = () => {}) {
    try {
      return await compiledFrom(address, seen);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // no error of the network
      return compiledFrom(address, seen);
    }
  }

  async function compiledFrom(address, seen) {
    const response = await fetchFile(address);
    const type = response.headers.get("Content-Type") || "";
    seen(response);
    if (WebAssembly.compileStreaming && type.trim().toLowerCase() === "application/wasm") {
      return WebAssembly.compileStreaming(response);
    }
    // A file host that does not know .wasm, or adds a charset to every type,
    // which browsers refuse.
    return WebAssembly.compile(await response.arrayBuffer());
  }

  // fetchFile fetches a file of this site, which is no page.
  async function fetchFile(address) {
    const response = await fetch(address);
    const type = response.headers.get("Content-Type") || "";
    if (!response.ok || /^\s*text\/html\b/i.test(type)) {
      const filtered = response.ok || [401, 403, 407, 451].includes(response.status);
      throw new (filtered ? Blocked : Error)(`${response.url}: ${response.status} ${response.statusText} ${type}`);
    }
    return response;
  }

  // watch reports the progress of a response. The size is that of the program
  // as built, since a compressed transfer does not tell it. What is compiled is
  // the response itself, which the browser can keep compiled.
  async function watch(response) {
    // One that is here at once needs no sign that it is coming.
    setTimeout(() => loader()?.removeAttribute("hidden"), 400);
    const reader = response.body.getReader();
    let loaded = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      loaded += value.byteLength;
      progress(loaded / BUILD.size);
    }
  }

  function progress(part) {
    const percent = Math.min(100, Math.round(part * 100));
    const text = label();
    if (text) words.say(text, "program.loading", percent);
    const bar = loader()?.querySelector("progress");
    if (bar) bar.value = percent;
  }

  // fail says why the page does not go on, and what can be done.
  function fail(reason) {
    if (died) return;
    died = true;
    loader()?.remove();
    delete document.documentElement.dataset.program;
    silence(go);
    const notice = document.getElementById("program-notice");
    if (!notice) return;
    if (reason === "died" && kept.offers()) reason = "kept";
    const [sentence, button] = notice.children;
    words.say(sentence, "program." + reason);
    words.say(button, reason === "kept" ? "program.go_on" : "program.reload");
    button.classList.toggle("primary", reason === "kept");
    button.onclick = () => {
      if (reason === "kept" && !kept.goOn()) {
        startAgain(notice);
        return;
      }
      kept.unsaved(false);
      location.reload();
    };
    notice.hidden = false;
    tellParent({ firstneuron: "failed", reason, message: sentence.textContent });
  }

  // tellParent says it to the course page, which waits for this one, now and when it
  // asks.
  function tellParent(message) {
    if (window.parent === window) return;
    const tell = () => window.parent.postMessage(message, "*");
    tell();
    addEventListener("message", ({ source, data }) => {
      if (died && source === window.parent && data?.firstneuron === "hello") tell();
    });
  }

  // silence lets nothing that still waits for a program wake it: its timers, and the
  // events of elements that are still there.
  function silence(ended) {
    if (!ended) return;
    for (const timer of ended._scheduledTimeouts.values()) clearTimeout(timer);
    ended._scheduledTimeouts.clear();
    ended._resume = () => {};
  }

  // startAgain runs the program a second time in the same document, where a reload
  // would lose what is kept.
  function startAgain(notice) {
    notice.hidden = true;
    died = false;
    start();
  }

  // Translators, reading views and ad blockers move and remove nodes of the page.
  // The program then takes away what is gone, and puts something beside what is
  // elsewhere, for which browsers throw: the cure that pages of React use.
  //
  // A translator puts elements of its own in the place of texts. The program would
  // go on writing into a text that nobody sees: each text is the only child of its
  // element (a test of pkg/ui says so), and goes back there when it changes. The
  // translator then translates the new one.
  function forgiveMovedNodes() {
    const { removeChild, insertBefore, replaceChild, appendChild } = Node.prototype;
    const homes = new WeakMap(); // the elements that the program has put texts into
    const settle = (node, home) => {
      if (node instanceof Text) homes.set(node, home);
    };
    const bringHome = (node) => {
      const home = homes.get(node);
      if (home && node.parentNode !== home) home.replaceChildren(node);
    };
    const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
    Object.defineProperty(Node.prototype, "nodeValue", {
      ...value,
      set(text) {
        bringHome(this);
        value.set.call(this, text);
      },
    });
    Node.prototype.appendChild = function (node) {
      settle(node, this);
      return appendChild.call(this, node);
    };
    Node.prototype.removeChild = function (child) {
      bringHome(child);
      if (!(child instanceof Node) || child.parentNode === this) return removeChild.call(this, child);
      child.parentNode?.removeChild(child);
      return child;
    };
    Node.prototype.insertBefore = function (node, before) {
      const here = !(before instanceof Node) || before.parentNode === this;
      return insertBefore.call(this, node, here ? before : null);
    };
    Node.prototype.replaceChild = function (node, old) {
      bringHome(old);
      settle(node, this);
      if (!(old instanceof Node) || old.parentNode === this) return replaceChild.call(this, node, old);
      if (old.parentNode) return old.parentNode.replaceChild(node, old);
      this.appendChild(node);
      return old;
    };
  }

  // In a frame with sandbox="allow-scripts" reading the storage throws, and
  // go-app reads it first of all. It returns whether it had to replace it.
  function replaceForbiddenStorage(name) {
    try {
      window[name].getItem("");
      return false;
    } catch {
      const items = new Map();
      const storage = {
        getItem: (key) => items.get(String(key)) ?? null,
        setItem: (key, value) => void items.set(String(key), String(value)),
        removeItem: (key) => void items.delete(String(key)),
        clear: () => items.clear(),
        key: (i) => [...items.keys()][i] ?? null,
        get length() {
          return items.size;
        },
      };
      Object.defineProperty(window, name, { value: storage, configurable: true });
      return true;
    }
  }

  // comeHome makes the address of a page of a language (/ko/), which is there for who
  // comes from elsewhere, that of the site, and returns the language. A reload knows it by the
  // state of the history.
  function comeHome() {
    const { pageLang: lang } = document.documentElement.dataset;
    if (!lang) return history.state?.lang ?? "";
    const icon = document.querySelector("link[rel=icon]"); // browsers look for it later
    if (icon) icon.setAttribute("href", icon.href);
    const home = "../" + location.search;
    try {
      history.replaceState({ lang }, "", home + location.hash);
    } catch {
      location.replace(home + (location.hash ? location.hash + "&" : "#") + "lang=" + lang);
    }
    return lang;
  }

  function chooseLanguage() {
    const stored = stringPreference("lang");
    const wanted = [link.lang, pageLang, stored, ...(navigator.languages || [])];
    for (const tag of wanted) {
      const primary = String(tag || "").toLowerCase().split("-")[0];
      if (BUILD.languages.has(primary)) return primary;
    }
    return [...BUILD.languages.keys()][0];
  }

  // showPreferences sets language, theme and layout before the first paint.
  function showPreferences() {
    const root = document.documentElement;
    const { tag, dir } = BUILD.languages.get(lang);
    root.lang = tag;
    root.dir = dir;
    const theme = link.theme || stringPreference("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    for (const key of ["embed", "transparent"]) if (link[key] === "1") root.dataset[key] = "";
    // Who comes for the first time, to an address that says nothing, gets the tour: the
    // page has its shape before it has its words (session.Navigated decides the same).
    root.toggleAttribute("data-tour", location.hash.length < 2 && !wasHere());
  }

  function wasHere() {
    try {
      return localStorage.getItem("firstneuron.tour") !== null;
    } catch {
      return false;
    }
  }

  function stringPreference(name) {
    try {
      const value = localStorage.getItem("firstneuron." + name);
      return /^[a-z]{2,5}$/.test(value || "") ? value : "";
    } catch {
      return "";
    }
  }
})();
