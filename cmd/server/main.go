// Command server hands out the playground: one binary with the site inside.
//
//	firstneuron -addr localhost:8080
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"firstneuron/pkg/site"
	"firstneuron/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks, a second one is the system's again and ends the
	// program at once.
	context.AfterFunc(ctx, stop)
	m := NewMain()
	if err := m.ParseFlags(os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		fmt.Fprintln(os.Stderr, "firstneuron:", err)
		os.Exit(1)
	}
	if err := m.Run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "firstneuron:", err)
		os.Exit(1)
	}
}

// Main is the program: its flags and its server.
type Main struct {
	// Addr is where it listens.
	Addr string
	// Dir is a folder to serve instead of the site inside.
	Dir string
	// Grace is how long requests under way may take after SIGTERM.
	Grace time.Duration
	// Limits say what a client may take.
	Limits site.Limits
	// Options decide the headers.
	Options site.Options
	// Version and Licences make it say those and end.
	Version, Licences bool
	// Stdout is where it answers what it is asked on the command line, Stderr
	// where it writes its log.
	Stdout, Stderr io.Writer

	// Listening is called with the address once the port is open.
	Listening func(net.Addr)
}

// NewMain returns the program with its defaults.
func NewMain() *Main {
	return &Main{Addr: "localhost:8080", Grace: 10 * time.Second, Limits: site.DefaultLimits(), Stdout: os.Stdout, Stderr: os.Stderr}
}

// ParseFlags reads the command line.
func (m *Main) ParseFlags(args []string) error {
	flags := flag.NewFlagSet("firstneuron", flag.ContinueOnError)
	flags.SetOutput(m.Stderr)
	flags.StringVar(&m.Addr, "addr", m.Addr, "the `address` to listen on")
	flags.StringVar(&m.Dir, "dir", "", "a `folder` to serve instead of the site inside")
	flags.StringVar(&m.Options.PublicOrigin, "public-origin", "", "the `origin` at which learners reach the site, such as https://neuron.example.org")
	flags.StringVar(&m.Options.PublicPath, "public-path", "", "the `folder` at the public origin, such as /neuron/, where a proxy has the site in one")
	flags.StringVar(&m.Options.FrameAncestors, "frame-ancestors", "*", "`who` may frame the page, as in Content-Security-Policy")
	flags.DurationVar(&m.Grace, "grace", m.Grace, "how long requests may `take` to finish after SIGTERM")
	flags.BoolVar(&m.Version, "version", false, "say which version this is, and end")
	flags.BoolVar(&m.Licences, "licences", false, "say the licences of all that is in it, and end")
	flags.BoolVar(&m.Licences, "licenses", false, "the same as -licences")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: give flags only, see -h", flags.Arg(0))
	}
	if m.Grace < 0 {
		return fmt.Errorf("-grace is %v: give a duration that is not negative, such as 10s", m.Grace)
	}
	return m.Options.Check()
}

// Run serves until the context ends, and then lets the requests under way
// finish within the grace.
func (m *Main) Run(ctx context.Context) error {
	if m.Version || m.Licences {
		return m.say()
	}
	s, err := m.load(ctx)
	if s == nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(m.Stderr, nil))
	for _, name := range s.LeftOut {
		log.Warn("left out", "file", name)
	}
	listener, err := site.Listen(m.Addr, m.Limits)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use by another program: choose another with -addr", m.Addr)
	}
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", m.Addr, err)
	}
	server := site.NewServer(site.Handler(s, m.Options), log, m.Limits)
	fmt.Fprintf(m.Stderr, "First Neuron is at http://%s\n", listener.Addr())
	if m.Listening != nil {
		m.Listening(listener.Addr())
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), m.Grace)
	defer cancel()
	if err := server.Shutdown(grace); err != nil && !errors.Is(err, http.ErrServerClosed) {
		_ = server.Close() // the grace is over
	}
	return nil
}

// load reads the site, or returns nil where the context ends before: a folder
// on a host that does not answer can take forever.
func (m *Main) load(ctx context.Context) (*site.Site, error) {
	type result struct {
		site *site.Site
		err  error
	}
	read := make(chan result, 1)
	go func() {
		var r result
		if m.Dir != "" {
			r.site, r.err = site.LoadFolder(m.Dir)
		} else {
			r.site, r.err = site.Load(web.Dist())
		}
		read <- r
	}()
	select {
	case r := <-read:
		return r.site, r.err
	case <-ctx.Done():
		return nil, nil
	}
}
