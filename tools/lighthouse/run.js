// run.js measures the site with Lighthouse as a phone and as a desktop, three
// times each, prints the medians and exits with 1 when one is below its aim.
//
//   node run.js http://localhost:8080/
import { execFileSync } from "node:child_process";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const RUNS = 3;
const AIMS = {
  mobile: { performance: 75, accessibility: 100, "best-practices": 100, seo: 100 },
  desktop: { performance: 90, accessibility: 100, "best-practices": 100, seo: 100 },
};
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"];
const SLOWEST_LCP = 2500; // ms, on the phone

const address = process.argv[2];
if (!address) {
  console.error("usage: node run.js ADDRESS");
  process.exit(2);
}

const chrome = await launch({
  chromePath: process.env.CHROMIUM || find("chromium", "chromium-browser", "google-chrome"),
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
let missed = 0;
try {
  for (const [device, aims] of Object.entries(AIMS)) {
    const reports = [];
    for (let i = 0; i < RUNS; i++) {
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" }, device === "desktop" ? desktopConfig : undefined);
      if (lhr.runtimeError) throw new Error(`${device}: ${lhr.runtimeError.message}`);
      reports.push(lhr);
      console.log(`${device.padEnd(8)} run ${i + 1}: ${METRICS.map((id) => `${id} ${value(lhr, id)}`).join(", ")}`);
    }
    for (const [category, aim] of Object.entries(aims)) {
      tell(device, category, median(reports.map((r) => Math.round(r.categories[category].score * 100))), aim, true);
    }
    const lcp = median(reports.map((r) => value(r, "largest-contentful-paint")));
    tell(device, "largest contentful paint, ms", lcp, device === "mobile" ? SLOWEST_LCP : Infinity, false);
    faults(device, reports[0]);
  }
} finally {
  chrome.kill();
}
process.exit(missed ? 1 : 0);

function value(report, id) {
  const v = report.audits[id].numericValue;
  return v > 1 ? Math.round(v) : Number(v.toFixed(4));
}

function tell(device, what, value, aim, atLeast) {
  const good = atLeast ? value >= aim : value <= aim;
  if (!good) missed++;
  const wanted = aim === Infinity ? "" : `, want ${atLeast ? "≥" : "≤"} ${aim}`;
  console.log(`${device.padEnd(8)} ${what}: ${value}${wanted}${good ? "" : "  MISSED"}`);
}

// faults prints what cost points outside of performance, and why.
function faults(device, report) {
  for (const category of ["accessibility", "best-practices", "seo"]) {
    for (const { id, weight } of report.categories[category].auditRefs) {
      const audit = report.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) {
        console.log(`${device.padEnd(8)} ${category}: ${audit.title}`);
        for (const item of (audit.details?.items ?? []).slice(0, 5)) {
          console.log(`         ${item.node?.snippet ?? item.description ?? JSON.stringify(item).slice(0, 200)}`);
        }
      }
    }
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function find(...names) {
  for (const name of names) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // the next one
    }
  }
  throw new Error(`no ${names.join(", ")} on the PATH: run tools/need.sh chromium, or set CHROMIUM`);
}
