// First Neuron: the custom element <first-neuron>, for pages that may have
// scripts. A plain <iframe> does the same but for the comfort.
//
//   <first-neuron epochs="1000" w="0" b="0"><a href="…">First Neuron</a></first-neuron>
//
// Its attributes are the keys of links (docs/links.md). src is the page's
// address, http or https, by default the folder of this script; height fixes the height, which
// else follows the page's; loading="eager" does not wait until it is near. What
// is between its tags shows where scripts do not run; an <iframe> there is used.
//
// getState(), setState(fragment, answer, progress), train(), pause(), step(), reset(),
// set(key, value), predict(x), setLanguage(lang) and setTheme(theme) return
// promises. state, epoch, trained, diverged, completed, step, answered, resize and error are
// events, whose detail is the message. docs/embedding.md tells of each.
"use strict";

(() => {
  if (!window.customElements || customElements.get("first-neuron")) return;
  const version = 1;
  const languages = "{{languages}}".split(" "); // pkg/bundle fills them in
  const home = new URL(".", document.currentScript?.src || location.href).href;
  // Attributes that are about the element and not about the experiment.
  const own = /^(src|height|width|loading|id|class|style|slot|dir|hidden|inert|is|nonce|part|role|tabindex|translate|on.*|.*[^a-z0-9_.].*)$/;
  const elements = new Set();
  // The page drops messages of more than 64 KiB, and those above 50 a second:
  // the element sends half of that, so that a busy page that reads late drops none.
  const longest = 65000;
  const most = 25;
  const perMillisecond = 0.04;

  class FirstNeuron extends HTMLElement {
    #frame = null;
    #port = null;
    #ports = []; // offered, and not yet welcomed
    #waiting = []; // what is to be asked
    #asked = new Map(); // what waits for an answer, by number
    #training = []; // what waits for the end of a training
    #allowed = most;
    #since = 0; // when so much was allowed
    #timer = 0;
    #number = 0;
    #welcome = resolvers();
    #observer = new MutationObserver(() => this.#changed());
    #fragment = "";
    #failure = null; // why the page cannot answer

    connectedCallback() {
      elements.add(this);
      // The parser calls this before it has read what is between the tags.
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.#open(), { once: true });
      } else {
        this.#open();
      }
    }

    disconnectedCallback() {
      elements.delete(this);
      this.#observer.disconnect();
      const reason = new Error("first-neuron: the element was removed");
      this.#close(reason);
      for (const { reject } of this.#waiting.splice(0)) reject(reason);
      if (this.shadowRoot) this.shadowRoot.replaceChildren();
      this.#frame = null;
    }

    // ready resolves once the page answers.
    get ready() {
      return this.#welcome.promise;
    }

    getState() {
      return this.#ask("getState");
    }
    setState(fragment, answer = null, progress = null) {
      return this.#ask("setState", { fragment: String(fragment).replace(/^#/, ""), answer, progress });
    }
    // train resolves when the training has come to its end, or is paused.
    async train() {
      const state = await this.#ask("train");
      if (state.phase !== "running") return state;
      // Only events after the answer are about this training.
      return new Promise((resolve, reject) => this.#training.push({ resolve, reject }));
    }
    pause() {
      return this.#ask("pause");
    }
    step() {
      return this.#ask("step");
    }
    reset() {
      return this.#ask("reset");
    }
    set(key, value) {
      return this.#ask("set", { key, value });
    }
    async predict(x) {
      return (await this.#ask("predict", { x })).y;
    }
    setLanguage(lang) {
      return this.#ask("setLanguage", { lang });
    }
    setTheme(theme) {
      return this.#ask("setTheme", { theme });
    }

    // window is the source of the messages of this element's page.
    get window() {
      return this.#frame?.contentWindow ?? null;
    }

    #open() {
      if (!this.isConnected || this.#frame) return;
      this.#observer.observe(this, { attributes: true });
      this.#fragment = this.#written();
      const given = this.querySelector("iframe");
      if (given) {
        this.#frame = given;
      } else {
        const link = this.querySelector("a[href]");
        const address = this.getAttribute("src") || link?.href.split("#")[0] || home;
        const frame = document.createElement("iframe");
        frame.title = this.title || link?.textContent || "First Neuron";
        frame.loading = this.getAttribute("loading") === "eager" ? "eager" : "lazy";
        frame.style.cssText = "display:block;width:100%;border:0";
        frame.style.height = length(this.getAttribute("height") || "760");
        frame.src = page(address) + "#" + this.#fragment;
        const root = this.shadowRoot || this.attachShadow({ mode: "open" });
        const style = document.createElement("style");
        style.textContent = ":host{display:block}:host([hidden]){display:none}";
        root.replaceChildren(style, frame);
        this.#frame = frame;
      }
      this.hello(); // where the page was there before this script
    }

    // written is the fragment that the attributes spell.
    #written() {
      const pairs = ["embed=1"];
      for (let { name, value } of this.attributes) {
        // Any page may be in French: that is no wish of ours.
        if (name === "lang" && !languages.includes((value = value.toLowerCase().split("-")[0]))) continue;
        if (!own.test(name)) pairs.push(name + "=" + encodeURIComponent(value).replace(/%2C/g, ","));
      }
      return pairs.join("&");
    }

    #changed() {
      const fragment = this.#written();
      if (fragment === this.#fragment) return;
      this.#fragment = fragment;
      this.setState(fragment).catch(() => {});
    }

    // hello offers the page a port. Which of several it takes, its welcome tells.
    hello() {
      if (this.#port || !this.window) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => this.#hear(port1, data);
      this.#ports.push(port1);
      this.window.postMessage({ firstneuron: "hello", version }, "*", [port2]);
    }

    // again begins with a page that was loaded again in the frame.
    again() {
      if (this.#port) this.#close(new Error("first-neuron: the page was loaded again"));
      if (this.#failure) this.#welcome = resolvers();
      this.#failure = null;
      this.hello();
    }

    // failed tells everybody who waits for the page why it cannot run its program.
    failed({ reason, message }) {
      const error = Object.assign(new Error("first-neuron: " + message), { code: String(reason) });
      this.#failure = error;
      this.#close(error);
      this.#welcome.promise.catch(() => {}); // who has asked for it hears of it
      this.#welcome.reject(error);
      for (const { reject } of this.#waiting.splice(0)) reject(error);
      this.dispatchEvent(new CustomEvent("error", { detail: { event: "error", code: error.code, message: String(message) } }));
    }

    tall(height) {
      if (!this.hasAttribute("height")) this.#frame.style.height = height + "px";
    }

    // hear takes what the page says; what no page of ours would say is nothing.
    #hear(port, data) {
      if (data === null || typeof data !== "object") return;
      if (data.firstneuron === "welcome") {
        this.#port = port;
        for (const other of this.#ports) if (other !== port) other.close();
        this.#ports = [];
        this.#welcome.resolve(data);
        this.#welcome.done = true;
        this.#send();
      } else if (typeof data.event === "string") {
        if (data.state && data.state.phase !== "running") {
          for (const { resolve } of this.#training.splice(0)) resolve(data.state);
        }
        this.dispatchEvent(new CustomEvent(data.event, { detail: data }));
      } else if (this.#asked.has(data.id)) {
        const { resolve, reject } = this.#asked.get(data.id);
        this.#asked.delete(data.id);
        if (data.error) reject(Object.assign(new Error("first-neuron: " + data.error.message), { code: data.error.code }));
        else resolve(data.result);
        this.#send();
      }
    }

    async #ask(method, params) {
      // Plain and flat, as the page reads it: it refuses what becomes null.
      const text = JSON.stringify(params, (key, value) => (key && typeof value === "object" ? null : value));
      if (text?.length > longest) throw new Error("first-neuron: the message is larger than the page reads");
      if (this.#failure) throw this.#failure;
      return new Promise((resolve, reject) => {
        this.#waiting.push({ method, params: text && JSON.parse(text), resolve, reject });
        this.#send();
      });
    }

    // send asks the page as much as it reads now, and the rest in a while.
    #send() {
      if (!this.#port) return;
      const now = performance.now();
      this.#allowed = Math.min(most, this.#allowed + (now - this.#since) * perMillisecond);
      this.#since = now;
      while (this.#waiting.length && this.#allowed >= 1 && this.#asked.size < most) {
        const { method, params, ...ends } = this.#waiting.shift();
        this.#allowed--;
        this.#asked.set(++this.#number, ends);
        this.#port.postMessage({ id: this.#number, method, params });
      }
      if (!this.#waiting.length || this.#timer) return;
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.#send();
      }, 100);
    }

    #close(reason) {
      for (const { reject } of [...this.#asked.values(), ...this.#training.splice(0)]) reject(reason);
      this.#asked.clear();
      for (const port of [this.#port, ...this.#ports]) port?.close();
      this.#port = null;
      this.#ports = [];
      // Who waits for the first welcome waits for the next.
      if (this.#welcome.done) this.#welcome = resolvers();
    }
  }

  function resolvers() {
    const r = {};
    r.promise = new Promise((resolve, reject) => Object.assign(r, { resolve, reject }));
    return r;
  }

  // page is an address without its fragment. One of another scheme, such as
  // javascript:, would run in the host's name: then it is this script's folder.
  function page(address) {
    const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
    return /^https?:$/.test(url?.protocol) ? url.href.split("#")[0] : home;
  }

  // length reads "760" and "50vh" alike.
  function length(text) {
    return /^\d+$/.test(text) ? text + "px" : text;
  }

  addEventListener("message", ({ source, data }) => {
    if (!data?.firstneuron) return;
    for (const element of elements) {
      if (!source || element.window !== source) continue;
      if (data.firstneuron === "ready" && Array.isArray(data.versions) && data.versions.includes(version)) element.again();
      if (data.firstneuron === "height" && data.height > 0) element.tall(data.height);
      if (data.firstneuron === "failed") element.failed(data);
    }
  });

  customElements.define("first-neuron", FirstNeuron);
})();
