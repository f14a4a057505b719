// A course system made of scorm-again, which keeps what was stored over a
// reload. Every call is noted as in strict.js.
"use strict";

window.calls = [];
window.again = new Scorm12API({ autocommit: false, logLevel: 5 });
const stored = localStorage.getItem("again");
if (stored) window.again.loadFromJSON(JSON.parse(stored));
window.API = {};
for (const name of ["Initialize", "Finish", "Commit", "GetValue", "SetValue", "GetLastError", "GetErrorString", "GetDiagnostic"]) {
  window.API["LMS" + name] = (...args) => {
    window.calls.push(["LMS" + name, ...args]);
    const answer = window.again["LMS" + name](...args);
    if (name === "Finish") localStorage.setItem("again", JSON.stringify(window.again.cmi.toJSON()));
    return answer;
  };
}
