// The service worker: after one visit the page opens without the network,
// whatever stands behind ? or # in its address.
//
// It keeps one cache, whose name has this site's address and version, and never
// touches another: an origin may hold other sites, or this one twice. Files of
// the version are answered from the cache, all else is the network's.
//
// pkg/bundle fills in the version and the files.
"use strict";

const VERSION = "{{version}}";
const FILES = new Set("{{files}}".split(" "));
const HASHED = [...FILES].filter((file) => hashIn(file)); // every page of ours names some
const LANGUAGES = "{{languages}}".split(" "); // each has pages in a folder of its name
const BOOT = HASHED.find((file) => file.startsWith("boot.")); // and the document this

const scope = new URL(registration.scope);
const own = `firstneuron ${scope.href} `;
const cacheName = own + VERSION;

addEventListener("install", (event) => event.waitUntil(keep()));

// keep fetches every file of this version, and keeps all of them or none.
async function keep() {
  const kept = await Promise.all([...FILES].map(async (file) => [file, await fetched(file)]));
  try {
    const cache = await caches.open(cacheName);
    await Promise.all(kept.map(([file, response]) => cache.put(file, response)));
  } catch (error) {
    await caches.delete(cacheName).catch(() => {}); // there is no room for all
    throw error;
  }
}

// fetched is a file as the host has it. A name with a hash changes with its content;
// what has another must be the host's now. Captive portals and filters answer every
// address with a page of theirs: once kept, it would stay.
async function fetched(file) {
  const hash = hashIn(file);
  const response = await fetch(file, { cache: hash ? "default" : "reload" });
  const fail = (what) => {
    throw new Error(`${response.url}: ${what}`);
  };
  if (response.status !== 200) fail(response.status);
  const page = /^\s*text\/html\b/i.test(response.headers.get("Content-Type") || "");
  if (page && !file.endsWith("/")) fail("a page in its place");
  // Each is read to its end at once: a browser has six connections to a host, and one
  // whose answer waits to be read is not free for the next file.
  const body = await response.arrayBuffer();
  if (file.endsWith(".wasm") && (await hashOf(body)) !== hash) fail("another file in its place");
  if (file.endsWith("/")) {
    const text = new TextDecoder().decode(body);
    if (!(file === "./" ? [BOOT] : HASHED).some((name) => text.includes(name))) fail("another page in its place");
  }
  // It is kept unpacked. Some hosts lead from a folder to another name of it, and
  // browsers refuse to show a page that was come by that way: this answer was not.
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(body, { headers });
}

// hashIn is the hash in the name of a file whose content never changes.
function hashIn(file) {
  return /\.([0-9a-f]{10})\.[a-z0-9]+$/.exec(file)?.[1];
}

// hashOf is what pkg/bundle puts into the name of a file with this content.
async function hashOf(body) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...sum.subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The page asks for this when the learner wants the newer version.
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
});

addEventListener("activate", (event) => event.waitUntil(forget()));

// forget removes what earlier versions of this very site kept.
async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith(own) && name !== cacheName) await caches.delete(name);
  }
}

addEventListener("fetch", (event) => {
  const file = fileOf(event.request);
  if (FILES.has(file)) event.respondWith(answer(file, event.request));
  else if (englishOf(file)) event.respondWith(answerInLanguage(file));
});

// fileOf is the name of the file that a request asks for. The document has two
// names, and any question mark. A package for course systems asks for it, too,
// and it must be that of the other files.
function fileOf(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const path = url.pathname.slice(scope.pathname.length);
  if (path === "" || path === "index.html") return "./";
  return path;
}

// englishOf is the name of the English page of one in another language, "" where it is
// none.
function englishOf(file) {
  const [lang, ...path] = (file ?? "").split("/");
  const page = path.join("/") || "./";
  return LANGUAGES.includes(lang) && path.length > 0 && page.endsWith("/") && FILES.has(page) ? page : "";
}

// answerInLanguage answers with a page that nobody has fetched ahead, since a class reads
// one language of ten: it is kept once it was read. Where the host does not answer with
// it, the English one stands for it.
async function answerInLanguage(file) {
  let cache, kept;
  try {
    cache = await caches.open(cacheName);
    kept = await cache.match(file, { ignoreVary: true });
  } catch {
    // As below.
  }
  if (kept) return kept;
  try {
    const page = await fetched(file);
    await cache?.put(file, page.clone()).catch(() => {});
    return page;
  } catch {
    return Response.redirect(new URL(englishOf(file), scope));
  }
}

async function answer(file, request) {
  let kept;
  try {
    kept = await (await caches.open(cacheName)).match(file, { ignoreVary: true });
  } catch {
    // The browser lost what was kept, or keeps nothing any more.
  }
  return kept ?? fetch(request);
}
