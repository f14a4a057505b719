// First Neuron: what links suffer on their way is undone.
//
// Mail programs, chats, course systems and writers of HTML escape a link once more
// than it wants, put marks behind it, and quote its signs. mendLink writes the
// address as it was meant, before the page or its program reads it. A link that the
// page has written itself is never changed: a browser test says so of many.
"use strict";

// mendLink mends the address of the page. In its path, and in what no rule of
// mendFragment knows, each percent sign that encodes nothing becomes %25, which
// means the same to both readers: the program's net/url, by which go-app reads the
// whole address, ends at one.
function mendLink() {
  const at = location.href.indexOf("#");
  const before = at < 0 ? location.href : location.href.slice(0, at);
  const fragment = at < 0 ? "" : "#" + mendFragment(location.href.slice(at + 1));
  const mended = (before + fragment).replace(/%(?![0-9a-f]{2})/gi, "%25");
  if (mended === location.href) return;
  try {
    history.replaceState(history.state, "", mended);
  } catch {
    // Some browsers take so many a second only. The next event mends it.
  }
}

// mendFragment returns the fragment of a link, without #, as it was before others
// changed it.
function mendFragment(fragment) {
  // The keys whose values are an author's words, where any sign may be meant.
  const WORDS = "{{words}}".split(" ");
  const ofWords = (pair) => WORDS.includes(pair.split("=")[0]);
  const lastHasWords = (text) => ofWords(text.slice(text.lastIndexOf("&") + 1));

  const mends = [withoutDirective, withoutStart, whollyEscaped, escapedTwice, separators, entities, quotedPrintable, withoutEnd];
  return mends.reduce((text, mend) => mend(text), fragment);

  // withoutDirective leaves out what a browser is to find in the text of the page,
  // and the secret by which WordPress knows its frames.
  function withoutDirective(text) {
    return text.replace(/(?::~:|#\?secret=).*$/s, "");
  }

  // withoutStart leaves out what belongs to another kind of address: #?w=0, #!w=0,
  // #/w=0, #%23w=0.
  function withoutStart(text) {
    return text.replace(/^(?:[?!/#&\s]|%(?:23|3F|26|20|0A|0D|09))+/i, "");
  }

  // whollyEscaped reads w%3D0%26b%3D0, however often it was escaped.
  function whollyEscaped(text) {
    for (let i = 0; i < 5 && !text.includes("=") && /%(?:25)*3D/i.test(text); i++) text = asciiUnescaped(text);
    return text;
  }

  // escapedTwice reads Six%2520points, where nothing is escaped once. The page
  // itself writes a percent sign before two digits as none of it would come out.
  function escapedTwice(text) {
    for (let i = 0; i < 5 && /%25[0-9a-f]{2}/i.test(text) && !/%(?!25)/.test(text); i++) {
      text = text.replace(/%25(?=[0-9a-f]{2})/gi, "%");
    }
    return text;
  }

  // separators reads w%3D0 and w=0%26b=0: no number and no name has such signs.
  function separators(text) {
    return text
      .split("&")
      .map((pair) => (ofWords(pair.replace(/%3D/i, "=")) ? pair.replace(/^([^=]*?)%3D/i, "$1=") : pair.replace(/%26/g, "&").replace(/%3D/gi, "=")))
      .join("&");
  }

  // entities reads the & of HTML, however often it was written so.
  function entities(text) {
    return text.replace(/&(?:(?:amp|#0*38|#x0*26)(?:;|%3B))+/gi, "&");
  }

  // quotedPrintable reads w=3D0&b=3D0, as mail has it: each sign of equality is
  // encoded, and one at the end of a line continues it.
  function quotedPrintable(text) {
    const pairs = text.split("&").filter((pair) => pair.includes("="));
    if (pairs.length === 0 || !pairs.every((pair) => /^[^=]+=3D/.test(pair)) || pairs.every(ofWords)) return text;
    return text.replace(/=3D/g, "\0").replace(/=/g, "").replaceAll("\0", "=");
  }

  // withoutEnd leaves out the mark of a sentence, a bracket or a quote that stood
  // behind the link. An author's words may end so.
  function withoutEnd(text) {
    if (lastHasWords(text)) return text;
    return text.replace(/(?:[\s)\]}>.,;:!?'"*`|\u00bb\u2019\u201d]|%(?:20|0A|0D|09|22|27|29|2A|2C|2E|3A|3B|3E|5D|60|7D|C2%A0|C2%BB|E2%80%8B|E2%80%99|E2%80%9D))+$/i, "");
  }

  // asciiUnescaped reads each escape of an ASCII sign, once.
  function asciiUnescaped(text) {
    return text.replace(/%([0-7][0-9a-f])/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  }
}
