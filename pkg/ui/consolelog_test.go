package ui

import "testing"

func TestArrowsGoToTheNextLineOfTheConsole(t *testing.T) {
	for _, test := range []struct{ shown, step, want int }{
		{-1, -1, 20}, {-1, 1, 50}, {10, 1, 20}, {10, -1, 1}, {1, -1, 1}, {50, 1, 50}, {13, 1, 20}, {13, -1, 10}, {0, 1, 1}, {60, -1, 50},
	} {
		if got := beside([]int{1, 10, 20, 50}, test.shown, test.step); got != test.want {
			t.Errorf("from epoch %d by %d: %d, want %d", test.shown, test.step, got, test.want)
		}
	}
}
