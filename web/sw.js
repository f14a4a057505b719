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

const scope = new URL(registration.scope);
const own = `firstneuron ${scope.href} `;
const cacheName = own + VERSION;

addEventListener("install", (event) => event.waitUntil(keep()));

// keep fetches every file of this version, and keeps all of them or none. A name
// with a hash changes with its content; what has another must be the host's now.
async function keep() {
  const kept = [...FILES].map(async (file) => {
    const response = await fetch(file, { cache: /\.[0-9a-f]{10}\.[a-z]+$/.test(file) ? "default" : "reload" });
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    // Some hosts lead from a folder to another name of it. Browsers refuse to
    // show a page that was come by that way, so it is kept as one that was not.
    return [file, response.redirected ? new Response(await response.blob(), response) : response];
  });
  const cache = await caches.open(cacheName);
  await Promise.all((await Promise.all(kept)).map(([file, response]) => cache.put(file, response)));
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

async function answer(file, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(file, { ignoreVary: true })) ?? fetch(request);
}
