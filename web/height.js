// First Neuron: a framed page tells the page around it how tall it is, in the
// ways that hosts understand, from before its program runs.
//
//   ours          {firstneuron: "height", height}
//   Embedly       '{"context": "iframe.resize", "height": …, "src": …}', a text
//   Canvas        {subject: "lti.frameResize", height}
//   OpenLearning  '{"action": "resize", "height": …}', a text
//   H5P           hello, and then prepareResize and resize, each when asked
//
// A height says nothing about the learner, so anybody may hear it.
//
// A host that has opened a port hears the height there, too, as the event resize
// (pkg/protocol): by then it has one channel for everything, while the hosts
// above know no port, and want a height before the program has loaded.
"use strict";

(() => {
  if (window.parent === window) return;
  const pause = 100; // at most ten times a second
  let told = 0;
  let at = 0;
  let timer = 0;
  let asked = false; // an H5P host has said hello

  const post = (message) => window.parent.postMessage(message, "*");
  const h5p = (action, more) => post({ context: "h5p", action, ...more });

  function height() {
    const page = document.querySelector(".playground");
    return page ? Math.ceil(page.getBoundingClientRect().height) : 0;
  }

  function tell() {
    timer = 0;
    const now = height();
    if (!now || now === told) return;
    told = now;
    at = performance.now();
    post({ firstneuron: "height", height: now });
    post(JSON.stringify({ context: "iframe.resize", height: now, src: location.href.split("#")[0] }));
    post({ subject: "lti.frameResize", height: now });
    post(JSON.stringify({ action: "resize", height: now }));
    if (asked) prepare();
  }

  function prepare() {
    h5p("prepareResize", { scrollHeight: height(), clientHeight: document.documentElement.clientHeight });
  }

  // The program puts another element in the place of the prerendered one, so it
  // is looked for again whenever the body changes.
  const later = () => {
    timer ||= setTimeout(tell, Math.max(0, at + pause - performance.now()));
  };
  const sizes = window.ResizeObserver ? new ResizeObserver(later) : null; // browsers before 2020 have none
  function watch() {
    sizes?.disconnect();
    const page = document.querySelector(".playground");
    if (page && sizes) sizes.observe(page);
    else later();
  }

  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || data?.context !== "h5p") return;
    if (data.action === "ready") h5p("hello");
    if (data.action === "hello") asked = true;
    if (data.action === "hello" || data.action === "resize") prepare();
    if (data.action === "resizePrepared") h5p("resize", { scrollHeight: height() });
  });

  addEventListener("DOMContentLoaded", () => {
    watch();
    new MutationObserver(watch).observe(document.body, { childList: true });
    h5p("hello");
  }, { once: true });
})();
