package firefox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"firstneuron/e2e/watch"
)

// Browser is one running Firefox. Its pages share nothing but the process.
type Browser struct {
	// Screenshots is the folder that receives the pictures of pages on which a
	// test failed; "" means that none are kept.
	Screenshots string
	// Meter notes what the tests that open pages cost; nil notes nothing.
	Meter *watch.Meter

	process *exec.Cmd
	profile string
	*connection
}

// startupLimit is generous: the first start on a cold disk takes seconds, and
// other browsers may start at the same time.
const startupLimit = 3 * time.Minute

// preferences keep the browser from asking anything of anybody: it shows what
// a test serves and nothing else.
const preferences = `
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.safebrowsing.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("extensions.systemAddon.update.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("intl.accept_languages", "en-US");
user_pref("media.gmp-manager.updateEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.dns.disablePrefetch", true);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.server", "data:,");
`

// Find returns the path of a Firefox: $FIREFOX, or the first of firefox-esr
// and firefox on the PATH.
func Find() (string, error) {
	if path := os.Getenv("FIREFOX"); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", fmt.Errorf("firefox: FIREFOX is %q: want the path of a Firefox: %w", path, err)
		}
		return found, nil
	}
	for _, name := range []string{"firefox-esr", "firefox"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("firefox: no firefox-esr or firefox on the PATH; run tools/need.sh firefox-esr, or set FIREFOX to the path of one")
}

// Start starts the Firefox that [Find] finds.
func Start() (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "firefox-profile-")
	if err != nil {
		return nil, err
	}
	b := &Browser{profile: profile}
	if err := b.start(path); err != nil {
		b.Close()
		return nil, fmt.Errorf("firefox: starting %s: %w", path, err)
	}
	return b, nil
}

func (b *Browser) start(path string) error {
	if err := os.WriteFile(filepath.Join(b.profile, "user.js"), []byte(preferences), 0o600); err != nil {
		return err
	}
	b.process = exec.Command(path, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", b.profile)
	stderr, err := b.process.StderrPipe()
	if err != nil {
		return err
	}
	if err := b.process.Start(); err != nil {
		b.process = nil
		return err
	}
	said := make(chan string, 1)
	go listening(stderr, said)
	ctx, cancel := context.WithTimeout(context.Background(), startupLimit)
	defer cancel()
	select {
	case address := <-said:
		if address == "" {
			return errors.New("it ended without saying where it listens")
		}
		b.connection, err = connect(ctx, address+"/session")
		return err
	case <-ctx.Done():
		return fmt.Errorf("no answer within %v", startupLimit)
	}
}

// listening reads all that the browser says, since a full pipe would stop it,
// and passes on the address of its protocol; "" when it ended before.
func listening(stderr io.Reader, said chan<- string) {
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if address, found := strings.CutPrefix(lines.Text(), "WebDriver BiDi listening on "); found {
			said <- address
		}
	}
	_, _ = io.Copy(io.Discard, stderr) // a line too long for the scanner
	select {
	case said <- "":
	default: // nobody waits for it any more
	}
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	if b.connection != nil {
		b.close()
	}
	if b.process != nil {
		_ = b.process.Process.Kill() // it may have ended by itself
		_ = b.process.Wait()
	}
	_ = os.RemoveAll(b.profile)
}
