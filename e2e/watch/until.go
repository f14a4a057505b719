package watch

import (
	"context"
	"errors"
	"time"
)

// The pause between two looks at the page: short at first, since most answers come at
// once, and longer then, since a look at a whole page costs some milliseconds of it.
const (
	firstGlance = 10 * time.Millisecond
	lastGlance  = 60 * time.Millisecond
)

// Until looks again and again until look returns nil or the context ends. It
// returns what the last look saw.
func Until(ctx context.Context, look func(ctx context.Context) error) error {
	var last error
	for pause := firstGlance; ; pause = min(pause*3/2, lastGlance) {
		err := look(ctx)
		if err == nil {
			return nil
		}
		// That time ran out in the middle of a look says less than what the
		// look before saw.
		if last == nil || !errors.Is(err, context.DeadlineExceeded) {
			last = err
		}
		select {
		case <-ctx.Done():
			return last
		case <-time.After(pause):
		}
	}
}
