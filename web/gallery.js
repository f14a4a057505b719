// The page of an activity: the lines to copy, which name this site's own address, and the
// page's language where that is not English.
"use strict";

const page = location.href.split(/[?#]/)[0];
const link = new URL(document.documentElement.dataset.to, page).href;
const [root, fragment] = link.split("#");
const lang = new URLSearchParams(fragment).get("lang");
for (const box of document.querySelectorAll("textarea[data-activity]")) {
  box.value = {
    link,
    iframe: `<iframe src="${link.replaceAll("&", "&amp;")}&amp;embed=1" title="${document.title.replaceAll('"', "&quot;")}" width="100%" height="640" allow="clipboard-write" frameborder="0" loading="lazy"></iframe>`,
    element: `<script async src="${root}embed-1.js"></script>\n<first-neuron activity="${box.dataset.activity}"${lang ? ` lang="${lang}"` : ""}></first-neuron>`,
    jupyter: `from IPython.display import IFrame\nIFrame("${link}&embed=1", width="100%", height=640)`,
    oembed: page,
  }[box.dataset.line];
}
