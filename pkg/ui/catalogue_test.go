package ui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"
)

// TestEveryProblemHasAMessage: what a learner may do wrong is said in each
// language, with all that is known about it.
func TestEveryProblemHasAMessage(t *testing.T) {
	codes := experiment.Codes()
	maps.Copy(codes, program.Codes())
	codes[session.CodeDiverged] = []string{"epoch", "step", "rate"}
	codes[session.CodeAboveLimit] = []string{"epoch", "step", "rate", "limit"}
	codes[session.CodeSnapshotTooLarge] = []string{"size", "limit"}
	codes[script.CodeLacking], codes[script.CodeEnded] = nil, nil
	codes[session.CodeWordsLacking] = []string{"language"}
	codes[session.CodeNoActivity] = []string{"text"}
	codes[session.CodeStorageFull], codes[session.CodeStorageForbidden] = nil, nil
	for _, language := range i18n.Languages() {
		for code, arguments := range codes {
			problem := &experiment.Problem{Code: code, Args: make(map[string]string)}
			for _, argument := range arguments {
				problem.Args[argument] = "<" + argument + ">"
			}
			text := widget.ProblemText(language.Code, problem)
			if text == "problem."+code {
				t.Errorf("%s: the code %q has no message", language.Code, code)
				continue
			}
			for _, argument := range slices.Compact(arguments) {
				if !strings.Contains(text, "<"+argument+">") {
					t.Errorf("%s: the message of %q is %q, want <%s> in it", language.Code, code, text, argument)
				}
			}
		}
	}
}
