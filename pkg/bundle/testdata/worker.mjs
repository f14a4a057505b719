// worker.mjs WORKER ASK…: runs a service worker for the site https://site.invalid/n/ and
// prints what it answers to each address. "off" takes the network away, "portal" has a
// page of a filter in every answer, "on" ends both, "broken" takes the cache away.
import fs from "node:fs";
import vm from "node:vm";
import { webcrypto } from "node:crypto";

const [, , worker, ...asks] = process.argv;
const scope = "https://site.invalid/n/";
const kept = new Map();
const handlers = {};
let network = "on";
let broken = false;
let asked = false;

const html = (text) => new Response(text, { headers: { "Content-Type": "text/html" } });
class WorkersResponse extends Response {
  static redirect(url) {
    return { leadsTo: String(url).slice(scope.length) || "./" };
  }
}

vm.runInNewContext(fs.readFileSync(worker, "utf8"), {
  Response: WorkersResponse, Headers, URL, TextDecoder, crypto: webcrypto,
  registration: { scope },
  addEventListener: (name, handler) => (handlers[name] = handler),
  caches: {
    async open() {
      if (broken) throw new Error("no storage");
      return { match: async (file) => kept.get(file)?.clone(), put: async (file, response) => void kept.set(file, response) };
    },
  },
  async fetch(file) {
    asked = true;
    if (network === "off") throw new TypeError("no network");
    return html(network === "portal" ? "pay here" : `app.0123456789.css ${file}`);
  },
});

for (const ask of asks) {
  if (["on", "off", "portal"].includes(ask)) {
    network = ask;
    continue;
  }
  if (ask === "broken") {
    broken = true;
    continue;
  }
  let answer = null;
  asked = false;
  handlers.fetch({ request: { method: "GET", url: scope + ask }, respondWith: (given) => (answer = given) });
  const response = answer && (await answer);
  if (!response) console.log("the host's");
  else if (response.leadsTo) console.log("go to " + response.leadsTo);
  else console.log(`the page ${(await response.text()).split(" ")[1]}${asked ? ", asked for" : ""}`);
}
