package e2e

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"testing"

	"firstneuron/pkg/scorm"
)

// builtSite are the files of the built site that a full package has.
func builtSite(t *testing.T) []scorm.File {
	t.Helper()
	var files []scorm.File
	names, err := fs.Glob(os.DirFS(dist), "*.*")
	if err != nil {
		t.Fatal(err)
	}
	hashed := regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z]+$`)
	for _, name := range names {
		if name != "index.html" && !hashed.MatchString(name) {
			continue
		}
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
	const fragment = "w=0&b=0&epochs=300&goal=loss:0.01,diverge"
	for name, p := range map[string]scorm.Package{
		"thin": {Fragment: fragment},
		"full": {Fragment: fragment, Site: builtSite(t)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			course := chromium.Open(t, coursePage(t, strictLMS, p, host(t)))
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
