// A page that speaks firstneuron/1 as the playground does, and says of itself
// what a test wants to hear.
"use strict";

let port = null;
const say = (event) => port.postMessage(event);

addEventListener("message", (event) => {
  if (event.source !== parent || event.data?.firstneuron !== "hello" || event.data.version !== 1 || port) return;
  port = event.ports[0];
  port.start();
  say({ event: "welcome" });
  document.getElementById("state").textContent = "connected";
});
document.getElementById("state").textContent = "alone";
document.getElementById("fragment").textContent = location.hash.slice(1);
parent.postMessage({ firstneuron: "ready", versions: [1] }, "*");
