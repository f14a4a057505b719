// First Neuron: the words of the page's languages, each a file of the site that is fetched
// when it is needed (pkg/ui/i18n/file.go says what is in it). pkg/bundle puts this in front
// of boot.js.
//
// What has to be said when nothing can be fetched stands in the document, in its own
// language and in English, as <p data-key="program.died" lang="…">.
"use strict";

// wordsOf fetches and looks up words. languages has the file of each language and its tag, fetched
// is a function that fetches a file of the site or throws.
function wordsOf(languages, fetched) {
  const standard = [...languages.keys()][0]; // where no other can be had
  let here = ""; // the file that came first, whose language the page begins with
  return { load, first, say };

  // load fetches the file of a language, and throws where it is not the whole file.
  async function load(lang) {
    const response = await fetched(languages.get(lang).file);
    const text = await response.text();
    const [, told, count] = /^First Neuron words 1 ([a-z]+) (\d+)\n/.exec(text) ?? [];
    if (told !== lang || text.split("\n").length - 2 !== Number(count)) throw new Blocked(`${response.url}: another text in its place`);
    return text;
  }

  // first fetches the file of the page's first language, else English's.
  async function first(lang) {
    try {
      here = await load(lang);
    } catch (error) {
      if (lang === standard) throw error;
      console.warn("First Neuron:", error.message);
      here = await load(standard);
    }
    return here;
  }

  // say writes the message of a key into an element. Before the page has words it is the
  // document's.
  function say(element, key, percent = "") {
    const start = here.indexOf(`\n${key}=`) + 1;
    let text, lang;
    if (start > 0) {
      text = here.slice(start + key.length + 1, here.indexOf("\n", start)).replace(/\\(.)/g, (_, sign) => (sign === "n" ? "\n" : sign));
      lang = languages.get(here.split(" ", 5)[4]).tag;
    } else {
      const told = [...document.querySelectorAll(`[data-key="${key}"]`)];
      const found = told.find((part) => part.lang === document.documentElement.lang) ?? told[told.length - 1];
      text = found?.textContent ?? "";
      lang = found?.lang ?? "";
    }
    element.lang = lang;
    element.textContent = text.replace("{percent}", percent);
  }
}
