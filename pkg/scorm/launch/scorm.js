// The launch page of a SCORM 1.2 package: it frames the page, tells the course
// system how far the learner has come, and takes the experiment up again.
"use strict";

(() => {
  // What may have to be told, in the package's language, stands in the page.
  const notice = document.getElementById("notice");
  const texts = notice.dataset;
  const frame = document.querySelector("iframe");
  const { address, fragment: original } = frame.dataset;
  let problem = ""; // what keeps the course system from recording anything
  const course = new Course((reason, why) => tell((problem = texts[reason] + (why ? ` (${why})` : ""))));

  // What the course system knows. A score is never lowered: what was reached
  // stays reached.
  let best = Number.parseFloat(course.get("cmi.core.score.raw"));
  if (!(best >= 0 && best <= 100)) best = NaN; // what is no score is none to keep
  let kept = course.get("cmi.suspend_data");
  let done = ["passed", "completed", "failed"].includes(course.get("cmi.core.lesson_status"));
  if (!done) course.set("cmi.core.lesson_status", "incomplete");

  let port = null;
  let waiting = 0; // the timer of the next commit
  addEventListener("message", greet);
  addEventListener("pagehide", () => course.finish());
  // A page that comes back from the browser's memory has finished its session.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  frame.src = address + "#" + resumed(kept, original);

  // greet answers the framed page, and nobody else, with a channel of its own. It
  // is the handshake of embed-1.js without that script, which a thin package
  // would have to load from another host.
  function greet(event) {
    if (event.source !== frame.contentWindow) return;
    const { firstneuron, versions, message } = event.data ?? {};
    if (firstneuron === "failed") failed(String(message));
    if (firstneuron !== "ready" || !Array.isArray(versions) || !versions.includes(1)) return;
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (message) => received(message.data);
    frame.contentWindow.postMessage({ firstneuron: "hello", version: 1 }, "*", [channel.port2]);
    const progress = progressed(kept);
    if (progress) port.postMessage({ id: "resume", method: "setState", params: { fragment: resumed(kept, original), progress } });
  }

  // failed leaves word for the teacher that the page could not run here. The frame
  // itself says it to the learner.
  function failed(message) {
    course.set("cmi.comments", `First Neuron: ${message}`.slice(0, 4096), { optional: true });
    commit();
  }

  function received(message) {
    const fragment = message?.state?.fragment; // of state, trained and diverged
    if (typeof fragment === "string") keep(fragment, message.state.progress);
    if (message?.event === "answered") answered(message);
    if (message?.event === "completed") reach(message.score, message.completed === true);
  }

  function keep(fragment, progress) {
    const text = suspended(fragment, original, progress);
    if (text === null) {
      tell(problem || texts.long);
      return;
    }
    tell(problem);
    if (text !== kept) {
      kept = text;
      course.set("cmi.suspend_data", text);
      waiting ||= setTimeout(commit, 10_000); // edits come in bursts
    }
  }

  // answered records an answer to a step, which a course system need not know.
  function answered({ step, kind, answer, right }) {
    const count = Number.parseInt(course.get("cmi.interactions._count"), 10);
    if (!(count >= 0)) return;
    const set = (element, value) => course.set(`cmi.interactions.${count}.${element}`, value, { optional: true });
    set("id", `step-${step}`);
    set("type", kind === "choice" ? "choice" : "numeric");
    const response = kind === "choice" ? "abcdef"[answer - 1] : String(answer);
    if (/^([a-z]|-?\d+(\.\d+)?)$/.test(response)) set("student_response", response); // the standard has no exponents
    set("result", right === null ? "neutral" : right ? "correct" : "wrong");
    commit();
  }

  // reach takes a score that has risen, and whether nothing is left to reach.
  function reach(score, completed) {
    if (Number.isFinite(score)) {
      score = Math.round(Math.min(100, Math.max(0, score)) * 100) / 100;
      if (!(best >= score)) {
        best = score;
        course.set("cmi.core.score.min", "0", { optional: true });
        course.set("cmi.core.score.max", "100", { optional: true });
        course.set("cmi.core.score.raw", String(score));
      }
    }
    if (completed && !done) {
      done = true;
      course.set("cmi.core.lesson_status", "completed");
    }
    commit();
  }

  function commit() {
    clearTimeout(waiting);
    waiting = 0;
    course.commit();
  }

  // tell shows a notice; "" is none. An unchanged one is not read out again.
  function tell(text) {
    if (notice.textContent !== text) notice.textContent = text;
    notice.hidden = text === "";
  }
})();
