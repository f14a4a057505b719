package browser

import (
	"context"
	"errors"
	"fmt"
)

// ErrStill is in the error of a page that did not answer in the page's patience.
var ErrStill = errors.New("the page stands still")

// Ask is [Evaluate] that fails no test.
func Ask[T any](p *Page, expression string) (T, error) {
	var v T
	err := p.once(func(ctx context.Context) (err error) {
		v, err = evaluate[T](ctx, p, expression)
		return err
	})
	return v, err
}

// once runs f once, within the page's patience.
func (p *Page) once(f func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(p.doc, p.setup.patience)
	defer cancel()
	err := f(ctx)
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("%w: no answer in %v: %w", ErrStill, p.setup.patience, err)
	}
	return err
}
