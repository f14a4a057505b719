// A course system that forgives nothing: SCORM 1.2's rules, with the patterns
// by which Moodle checks what fields get. Each breach is noted in violations.
//
// With ?refuse=LMSInitialize in the address, that call answers "false"; with
// ?throw=LMSSetValue it throws. What is stored survives a reload.
"use strict";

const query = new URLSearchParams(location.search);
window.calls = [];
window.violations = [];

window.API = (() => {
  const decimal = /^-?[0-9]{0,3}(\.[0-9]*)?$/;
  const text = (length) => new RegExp(`^[\\u0000-\\uFFFF]{0,${length}}$`);
  const score = (value) => decimal.test(value) && /^[0-9]+(\.[0-9]{1,2})?$/.test(value) && Number(value) <= 100;
  const elements = {
    "cmi.core.student_id": { readOnly: true },
    "cmi.core.student_name": { readOnly: true },
    "cmi.core.lesson_location": { valid: (v) => text(255).test(v) },
    "cmi.core.credit": { readOnly: true },
    "cmi.core.lesson_status": { valid: (v) => /^(passed|completed|failed|incomplete|browsed)$/.test(v) },
    "cmi.core.entry": { readOnly: true },
    "cmi.core.score.raw": { valid: score },
    "cmi.core.score.min": { valid: score },
    "cmi.core.score.max": { valid: score },
    "cmi.core.session_time": {
      writeOnly: true,
      valid: (v) => /^([0-9]{2,4}):([0-9]{2}):([0-9]{2})(\.[0-9]{1,2})?$/.test(v) && v.split(":").slice(1).every((part) => Number(part) < 60),
    },
    "cmi.core.exit": { writeOnly: true, valid: (v) => /^(time-out|suspend|logout|)$/.test(v) },
    "cmi.suspend_data": { valid: (v) => text(4096).test(v) && /^[ -~]*$/.test(v) },
    "cmi.launch_data": { readOnly: true },
  };
  // Interactions are written one after the other, and are never read.
  const interaction = {
    id: (v) => /^[A-Za-z0-9_.-]{1,255}$/.test(v),
    type: (v) => /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/.test(v),
    student_response: (v) => /^([a-z0-9]|-?[0-9]+(\.[0-9]+)?)$/.test(v),
    result: (v) => /^(correct|wrong|unanticipated|neutral)$/.test(v),
  };
  const interactions = () => Object.keys(stored).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key)).length;
  const known = (element) => {
    const [, number, field] = element.match(/^cmi\.interactions\.(\d+)\.(\w+)$/) ?? [];
    if (field && interaction[field] && Number(number) <= interactions()) return { writeOnly: true, valid: interaction[field] };
    return elements[element];
  };
  const stored = JSON.parse(localStorage.getItem("strict") || "null") ?? { "cmi.core.lesson_status": "not attempted" };
  let phase = "new";
  let error = "0";

  const call = (name, run) => (...args) => {
    window.calls.push([name, ...args]);
    if (query.get("throw") === name) throw new Error("out of order");
    if (args.some((arg) => typeof arg !== "string")) violation(`${name} has arguments that are no strings`);
    if (!name.startsWith("LMSGetLast") && !name.startsWith("LMSGetErr")) error = "0";
    if (query.get("refuse") === name) return refuse("101");
    return run(...args);
  };
  const violation = (text) => void window.violations.push(text);
  const refuse = (code) => {
    error = code;
    return "false";
  };
  const running = (what) => {
    if (phase !== "running") violation(`${what} when the session is ${phase}`);
    return phase === "running";
  };

  return {
    LMSInitialize: call("LMSInitialize", (nothing) => {
      if (nothing !== "") violation("LMSInitialize has an argument");
      if (phase !== "new") {
        violation("LMSInitialize twice");
        return refuse("101");
      }
      phase = "running";
      return "true";
    }),
    LMSFinish: call("LMSFinish", (nothing) => {
      if (nothing !== "") violation("LMSFinish has an argument");
      if (!running("LMSFinish")) return refuse("301");
      phase = "finished";
      localStorage.setItem("strict", JSON.stringify(stored));
      return "true";
    }),
    LMSCommit: call("LMSCommit", (nothing) => {
      if (nothing !== "") violation("LMSCommit has an argument");
      if (!running("LMSCommit")) return refuse("301");
      localStorage.setItem("strict", JSON.stringify(stored));
      return "true";
    }),
    LMSGetValue: call("LMSGetValue", (element) => {
      if (!running("LMSGetValue")) return refuse("301") && "";
      if (element === "cmi.interactions._count") return String(interactions());
      const known = elements[element];
      if (!known || known.writeOnly) {
        violation(`LMSGetValue of ${element}`);
        error = known ? "404" : "401";
        return "";
      }
      return stored[element] ?? "";
    }),
    LMSSetValue: call("LMSSetValue", (element, value) => {
      if (!running("LMSSetValue")) return refuse("301");
      const field = known(element);
      if (!field || field.readOnly || !field.valid(value)) {
        violation(`LMSSetValue of ${element} to ${value}`);
        return refuse(!field ? "401" : field.readOnly ? "403" : "405");
      }
      stored[element] = value;
      return "true";
    }),
    LMSGetLastError: call("LMSGetLastError", () => error),
    LMSGetErrorString: call("LMSGetErrorString", (code) => (code === "101" ? "General exception" : "")),
    LMSGetDiagnostic: call("LMSGetDiagnostic", () => ""),
    stored,
  };
})();
