package site

import (
	"errors"
	"fmt"
	"net/netip"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Check reports an option that a header cannot have, or that a browser would
// read as something else.
func (o Options) Check() error {
	if o.PublicOrigin != "" {
		if err := checkPublicOrigin(o.PublicOrigin); err != nil {
			return fmt.Errorf("the public origin is %q: %w", o.PublicOrigin, err)
		}
	}
	if err := checkPublicPath(o.PublicPath); err != nil {
		return fmt.Errorf("the public path is %q: %w", o.PublicPath, err)
	}
	if o.PublicPath != "" && o.PublicOrigin == "" {
		return fmt.Errorf("the public path is %q and there is no public origin: give both", o.PublicPath)
	}
	return o.checkFrameAncestors()
}

func checkPublicOrigin(origin string) error {
	scheme, rest, _ := strings.Cut(origin, "://")
	if (scheme != "https" && scheme != "http") || rest == "" || strings.ContainsAny(rest, "/?#@") {
		return errors.New("give a scheme and a host and no more, such as https://neuron.example.org")
	}
	if strings.Contains(rest, "*") {
		return errors.New("give one host, without *")
	}
	return checkHost(rest)
}

// publicPath matches folders whose every letter stands for itself in an
// address, in HTML and in JSON.
var publicPath = regexp.MustCompile(`^/([A-Za-z0-9._~-]+/)*$`)

func checkPublicPath(folder string) error {
	if folder == "" {
		return nil
	}
	if !publicPath.MatchString(folder) || path.Clean(folder) != strings.TrimSuffix(folder, "/") && folder != "/" {
		return errors.New("give the folder of the site there, with a slash at both ends, such as /neuron/")
	}
	return nil
}

// checkFrameAncestors takes what the directive takes, and no path, which
// browsers compare with nothing.
//
// Source: Content Security Policy Level 3, section 2.3.1, "Source Lists".
func (o Options) checkFrameAncestors() error {
	sources := strings.Fields(o.FrameAncestors)
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("frame ancestors are %q: %w", o.FrameAncestors, fmt.Errorf(format, args...))
	}
	for _, r := range o.FrameAncestors {
		if r < ' ' || r == ';' || r == ',' {
			return wrong("give origins separated by spaces, such as \"https://course.example.org\", or *")
		}
	}
	if len(sources) > 1 && slices.ContainsFunc(sources, func(s string) bool { return strings.EqualFold(s, "'none'") }) {
		return wrong("'none' is nobody: give it alone, or the others alone")
	}
	for _, source := range sources {
		switch lower := strings.ToLower(source); lower {
		case "*", "'self'", "'none'":
			continue
		case "self", "none":
			return wrong("%s is a host here: give '%s', with its quotes", source, lower)
		}
		if schemeOnly.MatchString(source) {
			continue
		}
		host := source
		if scheme, rest, found := strings.Cut(source, "://"); found {
			if !schemeOnly.MatchString(scheme + ":") {
				return wrong("%s has no scheme that can be one, such as https", source)
			}
			host = rest
		}
		if strings.ContainsAny(host, "/?#@") {
			return wrong("%s has more than a scheme, a host and a port: leave out what stands behind them", source)
		}
		host = strings.TrimSuffix(host, ":*")
		if host == "*" {
			continue
		}
		if err := checkHost(strings.TrimPrefix(host, "*.")); err != nil {
			return wrong("%s: %w", source, err)
		}
	}
	return nil
}

var (
	// schemeOnly matches a source such as https:.
	schemeOnly = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:$`)
	// hostName matches a name of ASCII letters, as names are in headers.
	hostName = regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$`)
)

// checkHost takes a host name or an IPv4 address, with or without a port.
func checkHost(host string) error {
	if strings.HasPrefix(host, "[") {
		return errors.New("a policy cannot name an address of IPv6: give a host name")
	}
	name, port, found := strings.Cut(host, ":")
	if n, err := strconv.Atoi(port); found && (err != nil || n < 1 || n > 65535 || strconv.Itoa(n) != port) {
		return fmt.Errorf("the port is %q: give a number from 1 to 65535", port)
	}
	for _, r := range name {
		if r > '~' {
			return fmt.Errorf("the host %s has letters that headers cannot have: give the name in its ASCII form, which begins with xn--", name)
		}
	}
	if len(name) > 253 || !hostName.MatchString(name) {
		return fmt.Errorf("the host is %q: give a name such as course.example.org", name)
	}
	last := name[strings.LastIndex(name, ".")+1:]
	if _, err := strconv.Atoi(last); err == nil {
		if _, err := netip.ParseAddr(name); err != nil {
			return fmt.Errorf("the host is %q, which ends like an IPv4 address and is none", name)
		}
	}
	return nil
}
