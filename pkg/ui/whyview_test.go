package ui

import (
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// explained is the explanation of a trained link.
func explained(t *testing.T, fragment string) *whyView {
	t.Helper()
	p := opened(t, "play=0&"+fragment, session.TrainPressed{}, session.WhyOpened{Open: true})
	view := newExplorePanel("en", p.Session).Why
	if view == nil || !view.Known {
		t.Fatalf("%s is not explained", fragment)
	}
	return view
}

// TestWhyIsToldInThreeSentences, each with its picture.
func TestWhyIsToldInThreeSentences(t *testing.T) {
	v := explained(t, "w=0&b=0")
	html := strings.ReplaceAll(app.HTMLString(v.Render()), "\n", " ")
	for _, want := range []string{
		"18.9815 is 0.0185 away from 19. Every 222 epochs bring one digit more.", "Train 222 epochs more",
		"6 points prove nothing at 10", "never told the rule", "The mathematics", "−0.01850",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the explanation does not say %q", want)
		}
	}
	if got := strings.Count(html, `class="why-picture"`); got != 3 {
		t.Errorf("it has %d pictures, want 3", got)
	}
}

// TestWhatFloat32CannotTellIsSaid, and no number pretended.
func TestWhatFloat32CannotTellIsSaid(t *testing.T) {
	v := explained(t, "w=2&b=-1&lr=0.05")
	html := strings.ReplaceAll(app.HTMLString(v.Render()), "\n", " ")
	if !strings.Contains(html, "a difference of less than float32 can tell") || strings.Contains(html, "e-15") || strings.Contains(html, "epochs more") {
		t.Errorf("the explanation of a perfect answer is %s", html)
	}
	for _, difference := range []float64{3.6e-15, 2e-07, -1e-06} {
		if got := v.told(difference, 4); got != "less than float32 can tell" {
			t.Errorf("beside 19 a difference of %v is told as %s", difference, got)
		}
	}
	if got := v.told(0.5, 4); got != "0.5000" {
		t.Errorf("a difference of 0.5 is told as %s", got)
	}
}

// TestTheOtherRuleFitsThePoints and is another one at the x that is asked.
func TestTheOtherRuleFitsThePoints(t *testing.T) {
	for _, predict := range []string{"10", "-7", "2.5"} {
		v := explained(t, "w=0&b=0&predict="+predict)
		line := v.Explanation.Exact
		for _, p := range v.Points {
			if got, want := v.otherRule(p.X[0]), line.W*p.X[0]+line.B; math.Abs(got-want) > 1e-9 {
				t.Errorf("x = %s: at the point %v the other rule is %v, want %v", predict, p, got, want)
			}
		}
		x := v.Explanation.X
		if got, want := v.otherRule(x), line.W*x+line.B; math.Abs(got-want) < 1 {
			t.Errorf("at x = %s the other rule is %v, as the line %v", predict, got, want)
		}
	}
}

// TestNothingToExplainHasNoButton: a net has no exact answer.
func TestNothingToExplainHasNoButton(t *testing.T) {
	for fragment, want := range map[string]bool{"w=0&b=0": true, "layers=4:tanh,1": false, "w=0&b=0&loss=mean_absolute_error": false, "xs=1,1,1&ys=1,2,3": true} {
		p := opened(t, fragment, session.TrainPressed{})
		if got := strings.Contains(app.HTMLString(newExplorePanel("en", p.Session).Render()), "Why "); got != want {
			t.Errorf("%s: the button is there: %v, want %v", fragment, got, want)
		}
	}
}
