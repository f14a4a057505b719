// First Neuron in one file: the document has every file of its site in it, each in a
// script that is no program, and this answers what the page asks its host for.
//
// pkg/bundle puts this, with inflate.js, in front of boot.js in first-neuron.html alone,
// whose policy lets no request out.
"use strict";

const fileOfSite = (() => {
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
  const folder = location.href.split(/[?#]/)[0].replace(/[^/]*$/, "");

  window.fetch = async (address) => {
    await parsed;
    const name = nameOf(address);
    const file = name !== null && find(name);
    if (!file) throw new TypeError(`First Neuron's file has nothing of the name ${address}`);
    return new Response(content(file), { headers: { "Content-Type": file.type } });
  };

  // nameOf is the name of a file of the site by its address, null where that is
  // elsewhere.
  function nameOf(address) {
    const whole = String(address).split(/[?#]/)[0];
    if (whole.startsWith(folder)) return whole.slice(folder.length);
    return /^[a-z][a-z0-9+.-]*:/i.test(whole) ? null : whole.replace(/^\.\//, "");
  }

  function find(name) {
    return [...document.querySelectorAll("script[data-file]")].find((file) => file.dataset.file === name);
  }

  // content is what is in a file: a stream where the browser can unpack one, so that a
  // program is compiled while it is unpacked.
  function content(file) {
    const bytes = decoded(file.textContent);
    if (!file.hasAttribute("data-packed")) return bytes;
    if (!window.DecompressionStream) return inflate(bytes);
    return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  }

  function decoded(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }

  return (name) => Boolean(find(name));
})();

// The site's other pages, of the activities and of the licences, are shown in a dialog.
// In capture, before the program takes the click for one to a page of its own.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const [address, hash] = (link?.getAttribute("href") ?? "").split("#");
  if (hash !== undefined && !address) {
    document.getElementById("site-page")?.close();
    return;
  }
  const page = pageOf(address);
  if (!link || !page) return;
  event.preventDefault();
  event.stopPropagation();
  showPage(page);
}, true);

// pageOf is the name of the page that an address from the site's folder names, "" where
// the site has none.
function pageOf(address) {
  const name = address.replace(/^\.\//, "");
  if (!name || name === "index.html") return "";
  return [name, name + "index.html"].find((name) => /\.(?:html|txt)$/.test(name) && fileOfSite(name)) ?? "";
}

// showPage shows a page of the site with its links and pictures: those of this file.
async function showPage(name) {
  const dialog = document.getElementById("site-page");
  const text = await (await fetch(name)).text();
  const shown = document.createElement("div");
  if (name.endsWith(".txt")) {
    shown.appendChild(document.createElement("pre")).textContent = text;
  } else {
    const page = new DOMParser().parseFromString(text, "text/html");
    const main = page.querySelector("main");
    // Lines for course pages name a host, and there is none.
    for (const box of main.querySelectorAll("textarea")) box.closest("details")?.remove();
    for (const link of main.querySelectorAll("a[href]")) lead(link, name);
    for (const picture of main.querySelectorAll("img[src]")) await bring(picture, name);
    shown.className = main.className;
    shown.lang = page.documentElement.lang; // which the dialog's page need not speak
    shown.dir = page.documentElement.dir;
    shown.append(...main.childNodes);
  }
  const close = dialog.querySelector("button");
  firstneuronSay(close, "share.close"); // boot.js has it from the page's words
  close.onclick = () => dialog.close();
  dialog.replaceChildren(close, shown);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

// within is an address of a page of the site, seen from the site's folder.
function within(address, page) {
  const host = "https://site.invalid/"; // the one that resolves, and is never asked
  const url = new URL(address, host + page);
  return url.href.startsWith(host) ? url.href.slice(host.length) : null;
}

// lead has a link of a page lead to the same in this file. One to what is not in it is a
// text.
function lead(link, page) {
  const address = within(link.getAttribute("href"), page);
  if (address === null) return;
  const [path, hash] = address.split("#");
  if (!path) link.setAttribute("href", "#" + (hash ?? ""));
  else if (pageOf(path)) link.setAttribute("href", "./" + path);
  else link.removeAttribute("href");
}

async function bring(picture, page) {
  const bytes = await (await fetch(within(picture.getAttribute("src"), page))).blob();
  picture.loading = "eager"; // it is here
  const reader = new FileReader();
  picture.src = await new Promise((resolve) => {
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(bytes);
  });
}
