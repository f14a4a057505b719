package site

import (
	"fmt"
	"slices"
	"strings"
)

// HostFiles returns, by name, what other hosts need to send the same headers
// for a site of the named files: _headers for Netlify and Cloudflare Pages, and
// snippets for nginx and Caddy. The names begin with an underscore, so that
// this package's own server keeps them to itself.
func HostFiles(names []string, options Options) map[string][]byte {
	documents := append(fileHeaders(), options.documentHeaders()...)
	documents = append(documents, header{"Cache-Control", cacheChecked})
	return map[string][]byte{
		"_headers":    netlify(names, documents),
		"_nginx.conf": nginx(documents),
		"_Caddyfile":  caddy(documents),
	}
}

// netlify lists every file: its patterns cannot tell a name that changes with
// its content from one that does not.
func netlify(names []string, documents []header) []byte {
	var b strings.Builder
	write := func(path string, headers []header) {
		b.WriteString("/" + path + "\n")
		for _, h := range headers {
			fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
		}
	}
	for _, name := range slices.Sorted(slices.Values(names)) {
		switch {
		case strings.HasSuffix(name, ".html"):
			write(name, documents)
			if folder, isIndex := strings.CutSuffix(name, "index.html"); isIndex {
				write(folder, documents)
			}
		case hashed.MatchString(name):
			write(name, append(fileHeaders(), header{"Cache-Control", cacheForever}))
		default:
			write(name, append(fileHeaders(), header{"Cache-Control", cacheChecked}))
		}
	}
	return []byte(b.String())
}

func nginx(documents []header) []byte {
	var b strings.Builder
	b.WriteString("# Inside the server block; root is the folder of this file.\n# gzip_static and, with the Brotli module, brotli_static send the files beside.\n")
	b.WriteString("types { text/html html; text/css css; text/javascript js; image/svg+xml svg; application/wasm wasm; application/json json; image/png png; text/plain txt ts; }\ngzip_static on;\n")
	// A certificate is renewed by a file that the host puts there for a moment.
	b.WriteString("location ^~ /.well-known/acme-challenge/ { }\nlocation ~ /[._] { return 404; }\n")
	write := func(pattern string, headers []header) {
		b.WriteString("location " + pattern + " {\n")
		for _, h := range headers {
			fmt.Fprintf(&b, "    add_header %s %q always;\n", h.name, h.value)
		}
		b.WriteString("}\n")
	}
	write("/", documents)
	write(`~ "\.[0-9a-f]{10}\.[a-z]+$"`, append(fileHeaders(), header{"Cache-Control", cacheForever}))
	return []byte(b.String())
}

func caddy(documents []header) []byte {
	var b strings.Builder
	b.WriteString("# Inside the site block; root is the folder of this file.\n")
	b.WriteString("@hidden path_regexp /[._]\nrespond @hidden 404\nfile_server {\n    precompressed br gzip\n}\n")
	b.WriteString("@hashed path_regexp \\.[0-9a-f]{10}\\.[a-z]+$\n@document path */ *.html\n")
	write := func(matcher string, headers []header) {
		b.WriteString(strings.TrimRight("header "+matcher, " ") + " {\n")
		for _, h := range headers {
			fmt.Fprintf(&b, "    %s %q\n", h.name, h.value)
		}
		b.WriteString("}\n")
	}
	write("", append(fileHeaders(), header{"Cache-Control", cacheChecked}))
	write("@document", documents)
	write("@hashed", append(fileHeaders(), header{"Cache-Control", cacheForever}))
	return []byte(b.String())
}
