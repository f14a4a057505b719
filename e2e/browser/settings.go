package browser

import (
	"context"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Option says how a page is opened.
type Option func(*settings)

type settings struct {
	width, height int64
	language      string
	scheme        string
	paper         bool
	still         bool
	forced        bool
	touch         bool
	patience      time.Duration
	noScript      bool
	script        string
	screenshots   string
	link          *link
	fresh         bool
}

func defaults() settings {
	return settings{width: 1280, height: 900, language: "en-US", scheme: "light", patience: Patience}
}

// Viewport is the size of the window's content in CSS pixels; 1280×900 when
// nothing is said.
func Viewport(width, height int) Option {
	return func(s *settings) { s.width, s.height = int64(width), int64(height) }
}

// Language is the browser's first language, such as ko-KR.
func Language(tag string) Option {
	return func(s *settings) { s.language = tag }
}

// Scheme is the system's colour scheme: light or dark.
func Scheme(scheme string) Option {
	return func(s *settings) { s.scheme = scheme }
}

// Still is the system's wish that nothing moves by itself.
func Still() Option {
	return func(s *settings) { s.still = true }
}

// Patient is how long actions wait on a page that is at times too busy to
// answer.
func Patient(patience time.Duration) Option {
	return func(s *settings) { s.patience = patience }
}

// Touch makes the page one of a device with a touch screen.
func Touch() Option {
	return func(s *settings) { s.touch = true }
}

// WithoutScript is a reader whose browser runs no JavaScript.
func WithoutScript() Option {
	return func(s *settings) { s.noScript = true }
}

// Fresh gives the page processes of its own, of which nothing is compiled yet and
// in whose memory there is no other page.
func Fresh() Option {
	return func(s *settings) { s.fresh = true }
}

// Script runs in every document before the document's own scripts.
func Script(source string) Option {
	return func(s *settings) { s.script = source }
}

// Resize changes the size of the window's content.
func (p *Page) Resize(width, height int) {
	p.tb.Helper()
	Viewport(width, height)(&p.setup)
	p.try("resizing", func(ctx context.Context) error { return chromedp.Do(ctx, p.setup.viewport()) })
}

// SetScheme changes the system's colour scheme to light or dark.
func (p *Page) SetScheme(scheme string) {
	p.tb.Helper()
	Scheme(scheme)(&p.setup)
	p.try("changing the colour scheme", func(ctx context.Context) error { return chromedp.Do(ctx, p.setup.media()) })
}

// SetStill changes the system's wish that nothing moves by itself.
func (p *Page) SetStill(still bool) {
	p.tb.Helper()
	p.setup.still = still
	p.try("changing the wish for stillness", func(ctx context.Context) error { return chromedp.Do(ctx, p.setup.media()) })
}

// ForceColors has the system choose the colours of the page, or the page its own again.
func (p *Page) ForceColors(forced bool) {
	p.tb.Helper()
	p.setup.forced = forced
	p.try("forcing colours", func(ctx context.Context) error { return chromedp.Do(ctx, p.setup.media()) })
}

// Print shows the page as on paper of the window's width.
func (p *Page) Print() {
	p.tb.Helper()
	p.setup.paper = true
	p.try("printing", func(ctx context.Context) error { return chromedp.Do(ctx, p.setup.media()) })
}

func (s settings) viewport() chromedp.Action[chromedp.Void] {
	if s.touch {
		return chromedp.EmulateViewport(s.width, s.height, chromedp.EmulateTouch, chromedp.EmulateMobile)
	}
	return chromedp.EmulateViewport(s.width, s.height)
}

func (s settings) media() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: map[bool]string{true: "print"}[s.paper],
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: s.scheme},
				{Name: "prefers-reduced-motion", Value: map[bool]string{true: "reduce", false: "no-preference"}[s.still]},
				{Name: "forced-colors", Value: map[bool]string{true: "active", false: "none"}[s.forced]},
			},
		})
		return err
	})
}

func (s settings) apply() chromedp.Action[chromedp.Void] {
	steps := []chromedp.Action[chromedp.Void]{
		s.viewport(),
		s.media(),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			agent, err := chromedp.Evaluate[string]("navigator.userAgent")(ctx, t)
			if err != nil {
				return err
			}
			_, err = cdp.Call(ctx, t, emulation.SetUserAgentOverride,
				emulation.SetUserAgentOverrideParams{UserAgent: agent, AcceptLanguage: s.language})
			return err
		}),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			// Several tabs work at once, and each believes it has the focus.
			_, err := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled,
				emulation.SetFocusEmulationEnabledParams{Enabled: true})
			return err
		}),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
				emulation.SetScriptExecutionDisabledParams{Value: s.noScript})
			return err
		}),
	}
	if s.link != nil {
		steps = append(steps, s.link.apply())
	}
	return chromedp.Steps(steps...)
}
