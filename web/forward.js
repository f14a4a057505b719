// An example's own address, which sites that show previews need, leads to the
// playground with that example; what stands behind ? and # comes along.
"use strict";

location.replace(
  [document.documentElement.dataset.to, location.hash.slice(1)].filter(Boolean).join("&").replace("#", location.search + "#"),
);
