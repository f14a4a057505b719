package e2e

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"firstneuron/e2e/browser"
)

// film is where `make film` writes the first minute as a moving picture.
var film = flag.String("film", "", "write the first minute as a WebP to this file")

// The film: a guess is dragged, trained from it, and asked; each part's milliseconds a
// picture.
const (
	holdTime = 900
	dragTime = 90
	playTime = 80
)

// TestFilm makes the film of the README. It shows the page as it is: each picture is a
// screenshot.
func TestFilm(t *testing.T) {
	if *film == "" {
		t.Skip("make film writes it")
	}
	folder := t.TempDir()
	chromium.Screenshots, chromium.Pictures = folder, true
	page := openStage(t, "#w=10&b=-10&play=0", browser.Viewport(960, 600))
	arguments := []string{"-loop", "0", "-lossy", "-q", "55", "-m", "6"}
	count := 0
	shoot := func(milliseconds int) {
		t.Helper()
		page.WaitIdle()
		name := fmt.Sprintf("%03d", count)
		page.Screenshot(name)
		arguments = append(arguments, "-d", fmt.Sprint(milliseconds), filepath.Join(folder, name+".png"))
		count++
	}
	shoot(holdTime)
	hold := page.Grab("slider", "First guess: weight")
	for range 8 {
		hold.Move(0, 8)
		shoot(dragTime)
	}
	hold.Drop()
	shoot(holdTime)
	train(page, 500)
	for epoch := 1; epoch < 500; epoch += max(1, epoch/5) {
		page.Slide("Epoch", float64(epoch))
		shoot(playTime)
	}
	page.Slide("Epoch", 500)
	shoot(3 * holdTime)
	out, err := filepath.Abs(*film)
	if err != nil {
		t.Fatal(err)
	}
	if message, err := exec.Command("img2webp", append(arguments, "-o", out)...).CombinedOutput(); err != nil {
		t.Fatalf("img2webp: %v: %s", err, message)
	}
	info, err := os.Stat(out)
	if err != nil {
		t.Fatal(err)
	}
	if most := int64(400 << 10); info.Size() > most {
		t.Errorf("the film has %d bytes, want %d at most", info.Size(), most)
	}
	t.Logf("%d pictures, %d bytes", count, info.Size())
}
