package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"strings"
	"sync/atomic"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/scorm"
)

// builtSite returns the files of the built site that a full package has: those
// that the site itself lists for the share dialog.
func builtSite(t *testing.T) []scorm.File {
	t.Helper()
	list, err := os.ReadFile(path.Join(dist, "files.json"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	if err := json.Unmarshal(list, &names); err != nil {
		t.Fatal(err)
	}
	var files []scorm.File
	for _, name := range names {
		data, err := os.ReadFile(path.Join(dist, name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, scorm.File{Name: name, Data: data})
	}
	return files
}

// TestSCORMLessonIsReportedAndTakenUpAgain with the playground itself, framed
// from its own site and inside the package.
func TestSCORMLessonIsReportedAndTakenUpAgain(t *testing.T) {
	t.Parallel()
	const fragment = "w=0&b=0&epochs=300&play=0&open=all&goal=loss:0.01,diverge"
	for name, p := range map[string]scorm.Package{
		"thin": {Fragment: fragment},
		"full": {Fragment: fragment, Site: builtSite(t)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			course := chromium.Open(t, coursePage(t, strictLMS, p, light(t)))
			page := course.Frame("Lesson").Frame("First Neuron")
			waitLive(page)
			train(page, 300)
			waitCall(course, "LMSSetValue cmi.core.score.raw 50")
			page.Fill("spinbutton", "Learning rate", "0.5")
			page.Click("button", "Train")
			waitCall(course, "LMSSetValue cmi.core.score.raw 100")
			waitCall(course, "LMSSetValue cmi.core.lesson_status completed")
			waitCall(course, "LMSSetValue cmi.suspend_data 1&lr=0.5")
			stored := leave(course)
			if stored["cmi.suspend_data"] != "1&lr=0.5" || stored["cmi.core.score.raw"] != "100" {
				t.Errorf("stored %v, want the learning rate and the whole score", stored)
			}
			expectOneSession(t, course)

			course.Reload()
			page = course.Frame("Lesson").Frame("First Neuron")
			waitLive(page)
			page.WaitValue("spinbutton", "Learning rate", "0.5")
			page.WaitValue("spinbutton", "Epochs", "300")
			leave(course)
			expectOneSession(t, course)
		})
	}
}

// TestSCORMTakesAnActivityUpInTheMiddle: each answer is an interaction, the score rises
// with it, and the next session begins at the step at which this one was left; with the
// strict course system and with scorm-again.
func TestSCORMTakesAnActivityUpInTheMiddle(t *testing.T) {
	t.Parallel()
	for name, lms := range map[string]string{"strict": strictLMS, "again": againLMS} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			course := chromium.Open(t, coursePage(t, lms, scorm.Package{Fragment: "activity=one-step-by-hand&lang=en&embed=1&play=0"}, light(t)))
			page := course.Frame("Lesson").Frame("First Neuron")
			waitLive(page)
			page.Fill("textbox", "Your answer", "8")
			page.Press("Enter")
			waitCall(course, "LMSSetValue cmi.interactions.0.result wrong")
			page.Fill("textbox", "Your answer", "17")
			page.Press("Enter")
			waitCall(course, "LMSSetValue cmi.interactions.1.id step-1")
			waitCall(course, "LMSSetValue cmi.interactions.1.type numeric")
			waitCall(course, "LMSSetValue cmi.interactions.1.student_response 17")
			waitCall(course, "LMSSetValue cmi.interactions.1.result correct")
			waitCall(course, "LMSSetValue cmi.core.score.raw 25")
			page.Click("button", "Next")
			page.WaitFor("heading", "The weight")
			course.Wait("the step to be kept", func() error {
				if all := calls(course, "LMSSetValue cmi.suspend_data"); len(all) == 0 || !strings.Contains(all[len(all)-1], ".progress=1,1;") {
					return fmt.Errorf("kept are %q", all)
				}
				return nil
			})
			course.Remove("iframe", "Lesson")
			waitCall(course, "LMSFinish ")
			if name == "strict" {
				expectOneSession(t, course)
			}
			course.Reload()
			page = course.Frame("Lesson").Frame("First Neuron")
			waitLive(page)
			page.WaitFor("heading", "The weight")
			page.Fill("textbox", "Your answer", "1.3")
			page.Press("Enter")
			waitCall(course, "LMSSetValue cmi.core.score.raw 50")
		})
	}
}

// keepDownloads keeps what the page hands over as a file, and its name.
const keepDownloads = `
	const create = URL.createObjectURL;
	URL.createObjectURL = (blob) => { window.handed = blob; return create.call(URL, blob); };`

// unpacked are the files of the package that the page handed over.
func unpacked(t *testing.T, page *browser.Page) []scorm.File {
	t.Helper()
	page.WaitTrue(`window.handed?.type === "application/zip"`)
	text := browser.Evaluate[string](page, `new Promise((done) => {
		const reader = new FileReader();
		reader.onload = () => done(reader.result.split(",")[1]);
		reader.readAsDataURL(window.handed);
	})`)
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var files []scorm.File
	for _, entry := range reader.File {
		content, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, scorm.File{Name: entry.Name, Data: data})
	}
	return files
}

// TestShareDialogPacksForCourseSystems: what it hands over is uploaded as it
// is, and the lesson in it is the author's experiment.
func TestShareDialogPacksForCourseSystems(t *testing.T) {
	t.Parallel()
	for name, button := range map[string]string{"thin": "Package that loads this page", "full": "Package with the page inside"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := browser.Serve(t, host(t))
			author := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all&epochs=321", browser.Script(keepDownloads))
			waitLive(author)
			author.Click("button", "Share")
			author.Fill("textbox", "Title", `Six points & <one> "neuron"`)
			author.Click("button", button)
			files := unpacked(t, author)
			if manifest := string(files[0].Data); !strings.Contains(manifest, "Six points &amp; &lt;one&gt;") {
				t.Errorf("the manifest is %s, want the author's title", manifest)
			}
			inside := 0
			for _, file := range files {
				if strings.HasPrefix(file.Name, "site/") {
					inside++
				}
			}
			if want := map[string]int{"thin": 0, "full": len(builtSite(t))}[name]; inside != want {
				t.Errorf("%d files of the site are inside, want %d", inside, want)
			}
			mux := http.NewServeMux()
			system := browser.Serve(t, mux)
			courseSystem(mux, strictLMS, system, files)
			course := chromium.Open(t, system)
			page := course.Frame("Lesson").Frame("First Neuron")
			waitLive(page)
			page.WaitValue("spinbutton", "Epochs", "321")
			train(page, 321)
			waitCall(course, "LMSSetValue cmi.core.lesson_status completed")
			leave(course)
			expectOneSession(t, course)
		})
	}
}

// TestPackageIsOfOneVersion: the site has a newer document, which the author has
// not taken yet. The package has the one that goes with its other files.
func TestPackageIsOfOneVersion(t *testing.T) {
	t.Parallel()
	files := host(t)
	var newer atomic.Bool
	author := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if newer.Load() && (r.URL.Path == "/" || r.URL.Path == "/index.html") {
			_, _ = io.WriteString(w, "newer")
			return
		}
		files.ServeHTTP(w, r)
	}))+"/#w=0&b=0&play=0&open=all", browser.Script(keepDownloads))
	waitLive(author)
	waitKept(author)
	newer.Store(true)
	author.Reload()
	waitLive(author)
	author.Click("button", "Share")
	author.Click("button", "Package with the page inside")
	for _, file := range unpacked(t, author) {
		if file.Name == "site/index.html" && string(file.Data) == "newer" {
			t.Error("the document in the package is newer than the files that it loads")
		}
	}
}

// TestShareDialogSaysWhenItCannotPack: without the network, the site's files
// cannot be put into a package.
func TestShareDialogSaysWhenItCannotPack(t *testing.T) {
	t.Parallel()
	files := light(t)
	page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/files.json" {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))+"/#w=0&open=all&play=0")
	page.AllowConsole("404")
	waitLive(page)
	page.Click("button", "Share")
	page.Click("button", "Package with the page inside")
	waitAlert(page, "could not be made")
}
