// An example's own address, which sites that show previews need, leads to the
// playground with that example; what stands behind ? and # comes along.
"use strict";

const [page, example] = document.documentElement.dataset.to.split("#");
location.replace(page + location.search + "#" + [example, location.hash.slice(1)].filter(Boolean).join("&"));
