package hostile

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/session"
)

// TestCorpusIsLarge enough, and no input has another's name.
func TestCorpusIsLarge(t *testing.T) {
	for name, c := range map[string]struct {
		inputs []Input
		least  int
	}{
		"links": {Links(), 300}, "programs": {Programs(), 130}, "pastes": {Pastes(), 90}, "fields": {Fields(), 200}, "files": {Files(), 20},
	} {
		if len(c.inputs) < c.least {
			t.Errorf("%d %s, want %d at least", len(c.inputs), name, c.least)
		}
		seen := map[string]bool{}
		for _, in := range c.inputs {
			if seen[in.Name] {
				t.Errorf("two %s are named %q", name, in.Name)
			}
			seen[in.Name] = true
		}
	}
}

// checkProblems fails unless each problem can be said in every language: its
// code is known, and its arguments are those of the code.
func checkProblems(t *testing.T, in Input, problems ...*experiment.Problem) {
	t.Helper()
	codes := experiment.Codes()
	maps.Copy(codes, program.Codes())
	for _, p := range problems {
		if p == nil {
			continue
		}
		arguments, known := codes[p.Code]
		if !known {
			t.Errorf("%s: problem of the unknown code %q", in.Name, p.Code)
		}
		for _, name := range arguments {
			if _, given := p.Args[name]; !given {
				t.Errorf("%s: problem %s lacks its argument %q, it has %v", in.Name, p.Code, name, p.Args)
			}
		}
	}
}

func codesOf(problems []*experiment.Problem) []string {
	var codes []string
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	return codes
}

func TestLinksAreRead(t *testing.T) {
	for _, in := range Links() {
		e, problems := experiment.Decode(in.Text)
		checkProblems(t, in, problems...)
		if len(in.Text) > experiment.MaxFragment && !slices.Contains(codesOf(problems), "fragment_too_long") {
			t.Errorf("%s: %d bytes give the problems %q, want fragment_too_long", in.Name, len(in.Text), codesOf(problems))
		}
		if experiment.LinkProblem(e) != nil {
			continue // more points than a link holds
		}
		again, problems := experiment.Decode(experiment.Encode(e))
		if len(problems) > 0 || !again.Equal(e) {
			t.Errorf("%s: what was read is written as a link that has %q and is read as %+v, want %+v", in.Name, codesOf(problems), again, e)
		}
	}
}

// TestScriptsInLinksAreWords: what an author writes comes out of the link letter by
// letter.
func TestScriptsInLinksAreWords(t *testing.T) {
	if got := len(Scripts()); got < 150 {
		t.Errorf("%d texts, want at least 150", got)
	}
	for _, text := range Scripts() {
		encoded := strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
		e, problems := experiment.Decode("title=" + encoded + "&text=" + encoded + "&feedback=" + encoded + "&ask=" + encoded)
		if len(problems) > 0 || e.Title != text || e.Text != text || e.Feedback != text || e.Question != text {
			t.Errorf("%q is read as %q, %q, %q and %q with the problems %q", text, e.Title, e.Text, e.Feedback, e.Question, codesOf(problems))
		}
	}
}

func TestPastesAreRead(t *testing.T) {
	for _, in := range Pastes() {
		table, problem := paste.Read(in.Text, program.Direct{})
		checkProblems(t, in, problem)
		checkProblems(t, in, table.Notes...)
		if points, _, p := table.Points(table.X, table.X2, table.Y); problem == nil && table.Settled() && (p != nil || len(points) < 2) {
			t.Errorf("%s: %d points, %v, and no problem", in.Name, len(points), p)
		}
		if len(in.Text) > experiment.MaxPaste && (problem == nil || problem.Code != "paste_too_long") {
			t.Errorf("%s: problem %v, want paste_too_long", in.Name, problem)
		}
	}
}

func TestProgramsAreRead(t *testing.T) {
	base := experiment.Default()
	for _, in := range append(Programs(), LongPrograms()...) {
		reading := program.Read(in.Text, base)
		var codes []string
		for _, p := range reading.Problems {
			checkProblems(t, in, p.Detail)
			codes = append(codes, p.Detail.Code)
		}
		if !reading.OK() && !reading.Experiment.Equal(base) {
			t.Errorf("%s: a program that cannot be used changes the experiment", in.Name)
		}
		if len(in.Text) > script.MaxSize && !slices.Contains(codes, "code_too_long") {
			t.Errorf("%s: problems %q, want code_too_long", in.Name, codes)
		}
	}
}

func TestFilesAreRead(t *testing.T) {
	for _, in := range Files() {
		_, problems, ok := experiment.DecodeFile(in.Text)
		checkProblems(t, in, problems...)
		if !ok && len(problems) != 1 {
			t.Errorf("%s: refused with %d problems, want one", in.Name, len(problems))
		}
		if len(in.Text) > experiment.MaxPaste && (ok || problems[0].Code != "file_too_long") {
			t.Errorf("%s: problems %q, want file_too_long", in.Name, codesOf(problems))
		}
	}
}

// TestSessionTakesTheCorpus: whatever is refused leaves the experiment as it was.
func TestSessionTakesTheCorpus(t *testing.T) {
	begin := session.New("w=0&b=0&epochs=77")
	send := func(s session.Session, messages ...session.Msg) session.Session {
		for _, m := range messages {
			s, _ = session.Update(s, m)
		}
		return s
	}
	keep := func(what string, in Input, refused bool, s session.Session) {
		t.Helper()
		if refused && !s.Experiment.Equal(begin.Experiment) {
			t.Errorf("%s %s is refused and changes the experiment to %+v", what, in.Name, s.Experiment)
		}
	}
	for _, in := range Links() {
		s := send(begin, session.Navigated{Fragment: in.Text})
		if len(s.Experiment.Points) == 0 {
			t.Errorf("link %s leaves no points", in.Name)
		}
		if fresh := session.New(in.Text); !fresh.Experiment.Equal(s.Experiment) {
			t.Errorf("link %s opens another experiment than it goes to", in.Name)
		}
	}
	for _, in := range Pastes() {
		table, problem := paste.Read(in.Text, program.Direct{})
		keep("paste", in, problem != nil || !table.Settled(), send(begin, session.PasteTyped{Text: in.Text}, session.PasteUsed{}))
	}
	for _, in := range append(Programs(), LongPrograms()...) {
		s := send(begin, session.CodeTyped{Text: in.Text})
		keep("program", in, !s.Code.Reading.OK(), s)
		if s.Code.Text != in.Text && len(in.Text) <= script.MaxSize {
			t.Errorf("program %s is not what the editor keeps", in.Name)
		}
	}
	for _, in := range Files() {
		_, _, ok := experiment.DecodeFile(in.Text)
		keep("file", in, !ok, send(begin, session.FileOpened{Text: in.Text}))
	}
	row := begin.Rows[0].ID
	for _, in := range Fields() {
		for _, key := range experiment.Keys() {
			_, problem := begin.Experiment.With(key, in.Text)
			keep("value of "+key+" "+strings.TrimSpace(in.Name), in, problem != nil, send(begin, session.SettingTyped{Key: key, Text: in.Text}, session.SettingLeft{Key: key}))
		}
		for _, axis := range []session.Axis{session.X, session.Y} {
			s := send(begin, session.PointTyped{Row: row, Axis: axis, Text: in.Text}, session.PointLeft{Row: row})
			if len(s.Rows) != len(begin.Rows) {
				t.Errorf("value %s leaves %d rows, want %d", in.Name, len(s.Rows), len(begin.Rows))
			}
		}
	}
}
