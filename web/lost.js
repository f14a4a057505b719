// On the page for addresses that name nothing the way home keeps what stands behind
// #: it may be an experiment, and nobody else has it. Where the # came escaped
// (…/%23w=0&b=0), or was lost (…/w=0&b=0), the experiment is found in the path.
"use strict";

const escapedHash = /%(?:25)*23/i;
const asked = location.pathname + location.search;
const at = asked.search(escapedHash);
if (at >= 0) {
  // As the server does, which is not asked on a file host. Once only: what comes
  // then is the page at home, or this one without a hash in its path.
  location.replace(asked.slice(0, at) + "#" + asked.slice(at).replace(escapedHash, ""));
} else {
  const pairs = asked.slice(asked.lastIndexOf("/") + 1);
  const fragment = location.hash || (/^[a-z0-9_]+=/i.test(pairs) ? "#" + pairs : "");
  for (const link of document.links) link.hash = fragment;
}
