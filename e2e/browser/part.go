package browser

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Part is a place of the page that the eye finds and that has no role and name
// of its own. Here alone are such places told by CSS selectors.
type Part string

// The parts that tests look at.
const (
	Notices       Part = ".notices p"
	RunButtons    Part = ".run-buttons button"
	FitTicks      Part = "#fit-chart .chart-tick"
	FitDrawing    Part = ".fit svg"
	TrainStatus   Part = "[role=status].status"
	FitPoints     Part = "#fit-chart .point"
	LastPoint     Part = "#fit-chart .point:last-child"
	PlanePoint    Part = "#plane-point"
	Prediction    Part = "#prediction"
	FitChart      Part = "#fit-chart"
	GuessHandles  Part = "[role=slider] .mark-handle"
	LitPoints     Part = ".lit"
	LitControls   Part = "[data-lit]"
	ToldLines     Part = ".told"
	Points        Part = ".points"
	CodeEditor    Part = ".editor"
	Log           Part = ".log"
	Options       Part = ".setup details"
	Dialog        Part = "dialog"
	ShareLink     Part = "#share-link"
	ShareFile     Part = "#share-file"
	ShareProblems Part = "#share .file .error"
	CopyButtons   Part = "#share .line button"
	InvalidFields Part = "[aria-invalid=true]"
	Remedies      Part = ".autopsy button"
	LessonNotice  Part = "#notice"
)

// Count is how many of them there are now.
func (p *Page) Count(part Part) int {
	p.tb.Helper()
	return len(p.PartTexts(part))
}

// WaitCount waits until there are so many of them.
func (p *Page) WaitCount(part Part, want int) {
	p.tb.Helper()
	p.WaitPart(part, func(texts []string) error {
		if len(texts) != want {
			return fmt.Errorf("%d of them, want %d", len(texts), want)
		}
		return nil
	})
}

// PartTexts are the texts of the parts, or what stands in them when they are
// fields, drawn or not.
func (p *Page) PartTexts(part Part) []string {
	p.tb.Helper()
	var texts []string
	p.try("reading "+string(part), func(ctx context.Context) (err error) {
		texts, err = partTexts(ctx, p, part)
		return err
	})
	return texts
}

func partTexts(ctx context.Context, p *Page, part Part) ([]string, error) {
	return evaluate[[]string](ctx, p, each(part, `(e) => e.matches("input, textarea, select") ? e.value : e.textContent`))
}

// WaitPart waits until see finds the texts of the parts as wanted.
func (p *Page) WaitPart(part Part, see func(texts []string) error) {
	p.tb.Helper()
	p.until("reading "+string(part), func(ctx context.Context) error {
		texts, err := partTexts(ctx, p, part)
		if err != nil {
			return err
		}
		return see(texts)
	})
}

// WaitPartTexts waits until the parts have these texts.
func (p *Page) WaitPartTexts(part Part, want ...string) {
	p.tb.Helper()
	p.WaitPart(part, func(texts []string) error {
		if !slices.Equal(texts, want) {
			return fmt.Errorf("%q, want %q", texts, want)
		}
		return nil
	})
}

// WaitPartHas waits until the texts of the parts have the given one in them.
func (p *Page) WaitPartHas(part Part, want string) {
	p.tb.Helper()
	p.WaitPart(part, func(texts []string) error {
		if !strings.Contains(strings.Join(texts, "\n"), want) {
			return fmt.Errorf("%q, want %q in it", texts, want)
		}
		return nil
	})
}

// PartProperty is a property of each of the parts, such as id, open or hidden.
func (p *Page) PartProperty(part Part, property string) []any {
	p.tb.Helper()
	return Evaluate[[]any](p, each(part, fmt.Sprintf(`(e) => e[%q]`, property)))
}

// WaitPartProperty waits until each of the parts, of which there is one at
// least, has the property as wanted.
func (p *Page) WaitPartProperty(part Part, property string, want any) {
	p.tb.Helper()
	p.Wait(fmt.Sprintf("reading %s of %s", property, part), func() error {
		got := p.PartProperty(part, property)
		if len(got) == 0 || slices.ContainsFunc(got, func(value any) bool { return value != want }) {
			return fmt.Errorf("%v, want %v", got, want)
		}
		return nil
	})
}

// Box is where a part lies in the window.
type Box struct{ X, Y, Width, Height float64 }

// Boxes are the boxes of the parts.
func (p *Page) Boxes(part Part) []Box {
	p.tb.Helper()
	return Evaluate[[]Box](p, each(part, `(e) => {
		const box = e.getBoundingClientRect();
		return {X: box.x, Y: box.y, Width: box.width, Height: box.height};
	}`))
}

// Extent is what a part holds and what it shows of it, in pixels.
type Extent struct{ Width, Height, InnerWidth, InnerHeight float64 }

// Extent returns that of the one such part.
func (p *Page) Extent(part Part) Extent {
	p.tb.Helper()
	var extents []Extent
	p.try("measuring "+string(part), func(ctx context.Context) (err error) {
		extents, err = evaluate[[]Extent](ctx, p, each(part, `(e) => (
			{Width: e.scrollWidth, Height: e.scrollHeight, InnerWidth: e.clientWidth, InnerHeight: e.clientHeight})`))
		if err == nil && len(extents) != 1 {
			err = fmt.Errorf("%d of them, want one", len(extents))
		}
		return err
	})
	return extents[0]
}

// Overflow is by how many pixels the document is wider than the window.
func (p *Page) Overflow() int {
	p.tb.Helper()
	return Evaluate[int](p, `document.documentElement.scrollWidth - window.innerWidth`)
}

// Choose gives a field for files one of the name and the text, as a learner
// would choose it.
func (p *Page) Choose(field Part, name, text string) {
	p.tb.Helper()
	p.try("choosing a file", func(ctx context.Context) error {
		chosen, err := evaluate[[]bool](ctx, p, each(field, fmt.Sprintf(`(input) => {
			const chosen = new window.DataTransfer();
			chosen.items.add(new window.File([%q], %q, {type: "text/plain"}));
			input.focus();
			input.files = chosen.files;
			input.dispatchEvent(new window.Event("change", {bubbles: true}));
			return true;
		}`, text, name)))
		if err == nil && len(chosen) != 1 {
			err = errors.New("there is no such field")
		}
		return err
	})
}

func each(part Part, function string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%q)].map(%s)`, string(part), function)
}

// Focus moves the focus to the element as Tab would, without all the keys.
func (p *Page) Focus(role, name string) {
	p.tb.Helper()
	p.onElement("Focus", role, name, `function() { this.focus({focusVisible: true}); return true; }`)
	p.WaitFocus(role, name)
}

// FocusPart moves the focus to the first of the parts.
func (p *Page) FocusPart(part Part) {
	p.tb.Helper()
	p.WaitPart(part, func(texts []string) error {
		if len(texts) == 0 {
			return errors.New("there is none")
		}
		return nil
	})
	Evaluate[[]bool](p, each(part, `(e, i) => i === 0 && (e.focus(), true)`))
}

// Remove takes the element out of the document, as a course page might.
func (p *Page) Remove(role, name string) {
	p.tb.Helper()
	p.onElement("Remove", role, name, `function() { this.remove(); return true; }`)
}

func (p *Page) onElement(what, role, name, function string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("%s(%s %q)", what, role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		_, err = call[bool](ctx, e.object, function)
		return err
	})
}
