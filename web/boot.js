// First Neuron: everything the page needs before its Go program runs.
//
// This file takes the place of go-app's generated app.js. It offers the few
// functions that go-app calls (their names start with "goapp"), and adds what
// a course page asks for: it works in a sandboxed frame, shows real progress,
// and says so when the program cannot start or dies.
//
// cmd/bundle fills in BUILD: the program's address and its size, the address of
// its SIMD kernel, which kernel.js binds, and of what follows.
"use strict";

(() => {
  const BUILD = {
    wasm: "{{wasm}}", kernel: "{{kernel}}", size: Number("{{size}}"), version: "{{version}}", offline: "{{offline}}",
  };

  replaceForbiddenStorage("localStorage");
  replaceForbiddenStorage("sessionStorage");
  const query = new URLSearchParams(location.hash.slice(1));
  const lang = chooseLanguage();
  showPreferences();

  // What go-app looks up on window.
  Object.assign(window, {
    goappGetenv: (name) =>
      ({ GOAPP_VERSION: BUILD.version, GOAPP_STATIC_RESOURCES_URL: ".", GOAPP_ROOT_PREFIX: "" })[name],
    goappNav() {},
    goappOnUpdate() {},
    goappOnAppInstallChange() {},
    goappIsAppInstallable: () => false,
  });

  const loader = () => document.getElementById("app-wasm-loader");
  const label = () => document.getElementById("app-wasm-loader-label");
  let died = false;

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", waitForWish);
  } else {
    waitForWish();
  }

  // waitForWish starts when the link's key start says so: at once, when the page
  // comes into view, or on a click; and whenever it is touched.
  function waitForWish() {
    const wish = query.get("start") || (window.parent === window ? "now" : "visible");
    if (wish !== "visible" && wish !== "click") {
      start();
      return;
    }
    const touches = ["pointerdown", "keydown", "focusin"];
    const begin = () => {
      seen.disconnect();
      for (const touch of touches) removeEventListener(touch, begin, true);
      start();
    };
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) begin();
    });
    if (wish === "visible") seen.observe(document.body);
    for (const touch of touches) addEventListener(touch, begin, true);
    const button = document.getElementById("program-start");
    if (wish !== "click" || !button) return;
    button.textContent = button.dataset[lang];
    button.hidden = loader().hidden = false;
    for (const part of [label(), loader().querySelector("progress")]) part.hidden = true;
    button.addEventListener("click", begin, { once: true });
  }

  async function start() {
    for (const part of [loader(), label(), loader()?.querySelector("progress")]) if (part) part.hidden = false;
    document.getElementById("program-start")?.remove();
    if (typeof WebAssembly !== "object") {
      fail("unsupported");
      return;
    }
    progress(0);
    try {
      const go = new Go();
      const bindKernel = importKernel(go.importObject, BUILD.kernel);
      const response = counted(await fetch(BUILD.wasm));
      const { instance } = await instantiate(response, go.importObject);
      await bindKernel(instance);
      // A program that ends, by exit or by panic, is a page that no longer answers.
      const ended = go.run(instance);
      loader()?.remove();
      document.documentElement.dataset.program = "running";
      stayOffline();
      await ended;
      fail("died");
    } catch (error) {
      console.error("First Neuron:", error);
      fail(document.documentElement.dataset.program ? "died" : "unloaded");
    }
  }

  // stayOffline lets the page open without the network from now on, where it
  // stands for itself: an embed leaves its host's browser as it found it.
  function stayOffline() {
    if (window.parent !== window || query.get("embed") === "1") return;
    import("./" + BUILD.offline).catch(() => {}); // then the page needs the network next time
  }

  // A trap inside an event handler never reaches the await above.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail("died");
  });

  function instantiate(response, imports) {
    const type = response.headers.get("Content-Type") || "";
    if (WebAssembly.instantiateStreaming && type.startsWith("application/wasm")) {
      return WebAssembly.instantiateStreaming(response, imports);
    }
    // A file host that does not know .wasm.
    return response.arrayBuffer().then((bytes) => WebAssembly.instantiate(bytes, imports));
  }

  // counted passes a response on and reports its progress. The size is that of
  // the program as built, since a compressed transfer does not tell it.
  function counted(response) {
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
    let loaded = 0;
    const count = new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        progress(loaded / BUILD.size);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), { headers: response.headers });
  }

  function progress(part) {
    const percent = Math.min(100, Math.round(part * 100));
    const text = label();
    if (text) text.textContent = text.dataset[lang === "ko" ? "ko" : "en"].replace("{percent}", percent);
    const bar = loader()?.querySelector("progress");
    if (bar) bar.value = percent;
  }

  // fail shows one of the notices that stand hidden in the page.
  function fail(reason) {
    if (died) return;
    died = true;
    loader()?.remove();
    delete document.documentElement.dataset.program;
    const notice = document.getElementById("program-notice");
    if (!notice) return;
    for (const part of notice.querySelectorAll("[data-reason]")) {
      part.hidden = part.dataset.reason !== reason || part.lang !== lang;
    }
    const button = notice.querySelector(`button[lang="${lang}"]`);
    for (const other of notice.querySelectorAll("button")) other.hidden = other !== button;
    button.addEventListener("click", () => location.reload());
    notice.hidden = false;
  }

  // In a frame with sandbox="allow-scripts" reading the storage throws, and
  // go-app reads it first of all.
  function replaceForbiddenStorage(name) {
    try {
      window[name].getItem("");
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
    }
  }

  function chooseLanguage() {
    const stored = stringPreference("lang");
    const wanted = [query.get("lang"), stored, ...(navigator.languages || [])];
    for (const tag of wanted) {
      const primary = String(tag || "").toLowerCase().split("-")[0];
      if (primary === "ko" || primary === "en") return primary;
    }
    return "en";
  }

  // showPreferences sets language, theme and layout before the first paint.
  function showPreferences() {
    const root = document.documentElement;
    root.lang = lang;
    const theme = query.get("theme") || stringPreference("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    for (const key of ["embed", "transparent"]) if (query.get(key) === "1") root.dataset[key] = "";
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
