package browser

import (
	"context"
	"fmt"
	"time"
)

// WaitIdle waits until the page says, as package ui promises, that nothing will
// change it any more that has been done to it: no training, no playback, no
// study is under way, and the link is written. What has not happened by then
// does not happen.
func (p *Page) WaitIdle() {
	p.tb.Helper()
	p.try("waiting until the page is idle", func(ctx context.Context) error {
		_, err := evaluate[bool](ctx, p, `new Promise((resolve) => {
			window.addEventListener("firstneuron-idle", () => resolve(true), {once: true});
			window.dispatchEvent(new Event("firstneuron-idle-asked"));
		})`)
		return err
	})
}

// WaitFrames waits until the page has been drawn so many times.
func (p *Page) WaitFrames(count int) {
	p.tb.Helper()
	p.try("waiting for frames", func(ctx context.Context) error {
		_, err := evaluate[bool](ctx, p, fmt.Sprintf(`new Promise((resolve) => {
			let left = %d;
			requestAnimationFrame(function frame() {
				if (left-- === 0) resolve(true);
				else requestAnimationFrame(frame);
			});
		})`, count))
		return err
	})
}

// Rests reports whether the page becomes idle in this time.
func (p *Page) Rests(limit time.Duration) (bool, error) {
	return Ask[bool](p, fmt.Sprintf(`new Promise((resolve) => {
		const answer = () => resolve(true);
		window.addEventListener("firstneuron-idle", answer, {once: true});
		window.dispatchEvent(new Event("firstneuron-idle-asked"));
		setTimeout(() => {
			window.removeEventListener("firstneuron-idle", answer);
			resolve(false);
		}, %d);
	})`, limit.Milliseconds()))
}
