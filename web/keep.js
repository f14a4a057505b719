// First Neuron: what the browser keeps of the page, so that a reload, or a program
// that has ended, loses nothing that was made on it. pkg/bundle puts this in front of
// boot.js.
//
// The text is the program's (session.Snapshot); here it is a text alone. It stays in
// sessionStorage: in this tab, until the tab is closed.
"use strict";

// keepPage offers the program its window.firstneuronKept. lasts says whether what is
// kept outlasts a reload.
function keepPage(lasts) {
  const name = "firstneuron.page" + place();
  // Once: a page that ends again of what it was given begins with its link alone.
  let wanted = lasts && sessionStorage.getItem(name + ".wanted") === "1";
  if (wanted) sessionStorage.removeItem(name + ".wanted");
  let text = (lasts && sessionStorage.getItem(name)) || "";
  let given = wanted;
  const ask = (event) => {
    event.preventDefault();
    event.returnValue = ""; // for browsers before 2023
  };
  return {
    read: () => text,
    // write returns why the text is not kept: "forbidden", "full", or "" where it is.
    write(next) {
      text = next;
      if (!lasts) return next === "" ? "" : "forbidden";
      try {
        if (next === "") sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, next);
        return "";
      } catch {
        try {
          sessionStorage.removeItem(name); // an older one is of no use
        } catch {
          return "forbidden";
        }
        return "full";
      }
    },
    // wanted says, once, whether the learner has asked for the text.
    wanted() {
      const was = wanted;
      wanted = false;
      return was;
    },
    // unsaved says whether leaving the page would lose something. Then the browser
    // asks first.
    unsaved(loses) {
      removeEventListener("beforeunload", ask);
      if (loses) addEventListener("beforeunload", ask);
    },
    // The rest is for boot.js. offers says whether the page can go on with the text,
    // goOn has the next program do so; it returns whether that outlasts a reload.
    offers: () => text !== "" && !given,
    goOn() {
      given = true;
      try {
        if (!lasts || sessionStorage.getItem(name) !== text) throw new Error("it would not outlast a reload");
        sessionStorage.setItem(name + ".wanted", "1");
        return true;
      } catch {
        wanted = true;
        return false;
      }
    },
  };

  // place tells the frames of one course page apart, which share their storage.
  function place() {
    let path = "";
    try {
      for (let at = window; at !== at.parent; at = at.parent) {
        let i = 0;
        while (i < at.parent.length && at.parent[i] !== at) i++;
        path = "." + i + path;
      }
    } catch {
      // A frame that is being taken away.
    }
    return path;
  }
}
