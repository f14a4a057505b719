package site

import (
	"strings"
	"testing"
)

func TestOptionsAreChecked(t *testing.T) {
	const origin, ancestors = "the public origin is", "frame ancestors are"
	for _, c := range []struct {
		options Options
		want    []string
	}{
		{Options{PublicOrigin: "neuron.example.org"}, []string{origin, "a scheme and a host"}},
		{Options{PublicOrigin: "https://neuron.example.org/"}, []string{origin, "no more"}},
		{Options{PublicOrigin: "https://a?b"}, []string{origin}},
		{Options{PublicOrigin: "https://user@a"}, []string{origin}},
		{Options{PublicOrigin: "https://"}, []string{origin}},
		{Options{PublicOrigin: "ftp://a"}, []string{origin}},
		{Options{PublicOrigin: "https://a;script-src *"}, []string{origin}},
		{Options{PublicOrigin: "https://*.example.org"}, []string{origin, "without *"}},
		{Options{PublicOrigin: "https://é.org"}, []string{origin, "xn--"}},
		{Options{PublicOrigin: `https://a"x`}, []string{origin, "the host is"}},
		{Options{PublicOrigin: "https://a'x"}, []string{origin, "the host is"}},
		{Options{PublicOrigin: "https://a:99999"}, []string{origin, "from 1 to 65535"}},
		{Options{PublicOrigin: "https://a:0"}, []string{origin, "from 1 to 65535"}},
		{Options{PublicOrigin: "https://a:"}, []string{origin, "from 1 to 65535"}},
		{Options{PublicOrigin: "https://a:080"}, []string{origin, "from 1 to 65535"}},
		{Options{PublicOrigin: "https://[::1]:8080"}, []string{origin, "IPv6"}},
		{Options{PublicOrigin: "https://256.0.0.1"}, []string{origin, "IPv4"}},
		{Options{PublicOrigin: "https://-a.org"}, []string{origin}},
		{Options{PublicOrigin: "https://a..org"}, []string{origin}},
		{Options{PublicOrigin: "https://" + strings.Repeat("a.", 150) + "org"}, []string{origin}},
		{Options{PublicOrigin: "https://a", PublicPath: "neuron"}, []string{"the public path is", "such as /neuron/"}},
		{Options{PublicOrigin: "https://a", PublicPath: "/neuron"}, []string{"the public path is"}},
		{Options{PublicOrigin: "https://a", PublicPath: "//b/"}, []string{"the public path is"}},
		{Options{PublicOrigin: "https://a", PublicPath: "/../"}, []string{"the public path is"}},
		{Options{PublicOrigin: "https://a", PublicPath: `/"/`}, []string{"the public path is"}},
		{Options{PublicPath: "/neuron/"}, []string{"no public origin"}},
		{Options{FrameAncestors: "*; script-src *"}, []string{ancestors, "separated by spaces"}},
		{Options{FrameAncestors: "https://a, https://b"}, []string{ancestors, "separated by spaces"}},
		{Options{FrameAncestors: "a\r\nSet-Cookie: b"}, []string{ancestors}},
		{Options{FrameAncestors: "'none' https://a"}, []string{ancestors, "'none' is nobody"}},
		{Options{FrameAncestors: "https://a 'NONE'"}, []string{ancestors, "'none' is nobody"}},
		{Options{FrameAncestors: "none"}, []string{ancestors, "give 'none', with its quotes"}},
		{Options{FrameAncestors: "self https://a"}, []string{ancestors, "give 'self', with its quotes"}},
		{Options{FrameAncestors: "'unsafe-inline'"}, []string{ancestors, "the host is"}},
		{Options{FrameAncestors: `"https://a"`}, []string{ancestors}},
		{Options{FrameAncestors: "https://a/course"}, []string{ancestors, "leave out"}},
		{Options{FrameAncestors: "https://a:99999"}, []string{ancestors, "from 1 to 65535"}},
		{Options{FrameAncestors: "https://é.org"}, []string{ancestors, "xn--"}},
		{Options{FrameAncestors: "https://a.*"}, []string{ancestors}},
		{Options{FrameAncestors: "1://a"}, []string{ancestors, "scheme"}},
	} {
		err := c.options.Check()
		if err == nil {
			t.Errorf("Check(%+v) = nil, want an error", c.options)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("Check(%+v) = %q, want %q in it", c.options, err, want)
			}
		}
	}
	for _, o := range []Options{
		{},
		{PublicOrigin: "http://localhost:8080", FrameAncestors: "'self' https://*.example.org"},
		{PublicOrigin: "https://neuron.example.org", PublicPath: "/neuron/"},
		{PublicOrigin: "https://neuron.example.org", PublicPath: "/"},
		{PublicOrigin: "https://xn--9ca.org:65535", PublicPath: "/a/b-1/"},
		{PublicOrigin: "http://127.0.0.1:8080"},
		{FrameAncestors: "*"},
		{FrameAncestors: "'none'"},
		{FrameAncestors: "  'SELF'   course.example.org  "},
		{FrameAncestors: "https://* http://*:*"},
		{FrameAncestors: "https: http: vscode-webview:"},
		{FrameAncestors: "https://a.example:* *.b.example:8443 vscode-webview://x"},
		{FrameAncestors: "http://192.0.2.1:8080 http://my_host"},
	} {
		if err := o.Check(); err != nil {
			t.Errorf("Check(%+v) = %v, want nil", o, err)
		}
	}
}
