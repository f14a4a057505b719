//go:build rough

package e2e

import (
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	corpus "firstneuron/e2e/hostile"
	"firstneuron/pkg/scorm"
)

// TestSCORMTakesUpWhatIsLeftOfAnExperiment: a course system may cut what it
// keeps, mix it up, or give what a learner wrote there. What the author asks
// stays what it is.
func TestSCORMTakesUpWhatIsLeftOfAnExperiment(t *testing.T) {
	t.Parallel()
	const original = "w=0&b=0&goal=loss:0.01,diverge&lock=lr"
	course := chromium.Open(t, coursePage(t, strictLMS, scorm.Package{Fragment: original}, child()))
	launched(course)
	lesson := course.Frame("Lesson")
	for suspended, want := range map[string]string{
		"1&epochs=9":                            original + "&epochs=9",
		"1&-b":                                  "w=0&goal=loss:0.01,diverge&lock=lr",
		"1&text=Six%20points%2":                 original,
		"1&epochs=9&text=Six%":                  original + "&epochs=9",
		"1&-goal":                               original,
		"1&goal=loss:1e9&-lock&ask=x":           original,
		"1&epochs=9&goa":                        original + "&epochs=9",
		"":                                      original,
		"2&epochs=9":                            original,
		"null":                                  original,
		"1&__proto__=1":                         original + "&__proto__=1",
		"1&" + cutMarkup:                        original,
		"1&epochs=" + strings.Repeat("9", 5000): original,
	} {
		if got := browser.Evaluate[string](lesson, `window.resumed(`+corpus.Literal(suspended)+`, "`+original+`")`); got != want {
			t.Errorf("%.80q is taken up as %q, want %q", suspended, got, want)
		}
	}
	if got := browser.Evaluate[string](lesson, `window.suspended("w=0&epochs=9", "`+original+`")`); got != "1&epochs=9&-b" {
		t.Errorf("an experiment without the goals is kept as %q, want what the learner has changed", got)
	}

	leave(course)
	browser.Evaluate[bool](course, `(localStorage.setItem("strict", JSON.stringify({"cmi.suspend_data": "1&-goal&epochs=9&text=Six%20points%2"})), true)`)
	course.Reload()
	launched(course).WaitText("output", "Fragment", original+"&epochs=9")
	leave(course)
	expectOneSession(t, course)
}

const cutMarkup = `"><img data-hostile src=x onerror=window.hostile=1>`

// TestSCORMTakesNoAnswerAmiss: course systems that answer what the standard
// does not know. Either that is told, or what matters is recorded.
func TestSCORMTakesNoAnswerAmiss(t *testing.T) {
	t.Parallel()
	const api = `<script>
		window.calls = [];
		const answer = (name, run) => (...args) => { window.calls.push([name, ...args]); return run(name, ...args); };
		const system = (run) => Object.fromEntries(["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"].map((name) => ["LMS" + name, answer("LMS" + name, run)]));
		window.API = `
	for name, c := range map[string]struct{ system, notice string }{
		"objects without a text": {`system(() => Object.create(null))`, "does not record"},
		"symbols":                {`system(() => Symbol("x"))`, "does not record"},
		"promises":               {`system(() => Promise.resolve("true"))`, "does not record"},
		"nothing":                {`system(() => undefined)`, "does not record"},
		"a megabyte":             {`system(() => "x".repeat(1 << 20))`, "does not record"},
		"markup": {
			`system((name) => name === "LMSGetErrorString" ? "<img data-hostile src=x onerror=window.hostile=1>" : name === "LMSGetLastError" ? "101" : "false")`,
			"<img data-hostile",
		},
		"no other methods": {`({LMSInitialize: () => "true"})`, "does not record"},
		"true for all":     {`system(() => true)`, ""},
		"a score of 1e9":   {`system((name) => name === "LMSGetValue" ? "1e9" : "true")`, ""},
		"a score of -1":    {`system((name) => name === "LMSGetValue" ? "-1" : "true")`, ""},
		"an endless score": {`system((name) => name === "LMSGetValue" ? "Infinity" : "true")`, ""},
		"an API only once": {`null; { let api = system(() => "true"), times = 0; Object.defineProperty(window, "API", {get() { if (times++) throw new Error("once"); return api; }}); }`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			course := chromium.Open(t, coursePage(t, api+c.system+`</script>`, scorm.Package{Fragment: "w=0"}, child()))
			page := launched(course)
			page.WaitText("output", "Fragment", "w=0")
			say(page, `{event: "completed", score: 40, completed: true}`)
			if c.notice == "" {
				waitCall(course, "LMSSetValue cmi.core.score.raw 40")
			} else {
				waitAlert(course.Frame("Lesson"), c.notice)
			}
			if browser.Evaluate[bool](course.Frame("Lesson"), `document.querySelector("[data-hostile]") !== null`) {
				t.Error("the course system's markup is in the lesson")
			}
		})
	}
}

// TestSCORMSaysWhenItsCourseSystemIsClosed: the window that opened the lesson
// goes, and its functions still answer.
func TestSCORMSaysWhenItsCourseSystemIsClosed(t *testing.T) {
	t.Parallel()
	page := chromium.Open(t, coursePage(t, noLMS, scorm.Package{Fragment: "w=0"}, child())+"/lesson/index.html")
	waitAlert(page, "No course system answers")
	got := browser.Evaluate[string](page, `(async () => {
		const Course = window.eval("Course"), told = [];
		const system = window.open("about:blank");
		const yes = () => "true";
		system.API = {LMSInitialize: yes, LMSSetValue: yes, LMSGetValue: yes, LMSCommit: yes, LMSFinish: yes};
		Object.defineProperty(window, "opener", {value: system});
		const course = new Course((reason) => told.push(reason));
		course.set("cmi.core.score.raw", "1");
		told.push("open");
		system.close();
		while (!system.closed) await new Promise((resolve) => setTimeout(resolve, 10));
		course.set("cmi.core.score.raw", "2");
		return told.join(" ");
	})()`)
	if want := "open failing"; got != want {
		t.Errorf("the lesson tells %q, want %q", got, want)
	}
}

// TestLessonWithBrokenEscapesWorks: a package whose experiment has a percent
// sign that encodes nothing, and what is kept of it another.
func TestLessonWithBrokenEscapesWorks(t *testing.T) {
	t.Parallel()
	course := chromium.Open(t, coursePage(t, strictLMS, scorm.Package{Fragment: "w=0&b=0&epochs=50&title=50%"}, light(t)))
	waitCall(course, "LMSInitialize ")
	leave(course)
	browser.Evaluate[bool](course, `(localStorage.setItem("strict", JSON.stringify({"cmi.suspend_data": "1&epochs=60&text=Six%20points%2"})), true)`)
	course.Reload()
	page := course.Frame("Lesson").Frame("First Neuron")
	waitLive(page)
	waitBody(page, `50%`)
	train(page, 60)
	waitCall(course, "LMSSetValue cmi.core.lesson_status completed")
}
