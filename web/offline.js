// Offline: keeps the page for when there is no network, and offers a newer
// version of it. boot.js brings this in where the page stands for itself, never
// in an embed.
"use strict";

(async () => {
  let workers, registration;
  try {
    workers = navigator.serviceWorker;
    if (!workers || self.origin === "null") return; // an insecure or a sandboxed page
    registration = await workers.register("./sw.js");
  } catch {
    // Forbidden, or no storage: the page works with the network only.
  }
  if (!registration?.addEventListener) return;
  const arrived = (worker) => {
    // Without a controller this is the first visit: there is nothing to update.
    if (worker?.state === "installed" && workers.controller) offer(worker);
  };
  arrived(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => arrived(next));
  });

  // offer shows the notice that stands empty in the page. Nothing changes
  // before its button is pressed, or before the page is closed everywhere.
  function offer(worker) {
    const notice = document.getElementById("update-notice");
    if (!notice) return;
    const keys = ["program.newer", "program.update", "program.later"];
    keys.forEach((key, i) => firstneuronSay(notice.children[i], key));
    notice.onclick = ({ target }) => {
      if (target.matches(".later")) notice.hidden = true;
      if (!target.matches(".primary")) return;
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    };
    notice.hidden = false;
  }
})();
