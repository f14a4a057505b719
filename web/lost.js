// On the page for addresses that name nothing the way home keeps what stands
// behind #: it may be an experiment, and nobody else has it.
"use strict";

for (const link of document.links) link.hash = location.hash;
