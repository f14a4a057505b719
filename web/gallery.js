// The page of an activity: the lines to copy, which name this site's own address.
"use strict";

const root = new URL("../../", location.href.split(/[?#]/)[0]);
for (const box of document.querySelectorAll("textarea[data-activity]")) {
  const link = root.href + "#activity=" + box.dataset.activity;
  box.value = {
    link,
    iframe: `<iframe src="${link}&amp;embed=1" title="${document.title.replaceAll('"', "&quot;")}" width="100%" height="640" allow="clipboard-write" loading="lazy"></iframe>`,
    element: `<script async src="${root.href}embed-1.js"></script>\n<first-neuron activity="${box.dataset.activity}"></first-neuron>`,
    jupyter: `from IPython.display import IFrame\nIFrame("${link}&embed=1", width="100%", height=640)`,
    oembed: location.href.split(/[?#]/)[0],
  }[box.dataset.line];
}
