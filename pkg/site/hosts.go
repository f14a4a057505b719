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
		case name == OneFile:
			write(name, append(append(fileHeaders(), downloadHeaders()...), header{"Cache-Control", cacheChecked}))
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

// nginx sends a header without "always" with answers that are no errors. A year
// is for those alone: a browser would keep a file's 404 as long, which a learner
// got while the site was being copied.
func nginx(documents []header) []byte {
	var b strings.Builder
	b.WriteString("# Inside the server block; root is the folder of this file.\n# gzip_static and, with the Brotli module, brotli_static send the files beside.\n")
	b.WriteString("types { text/html html; text/css css; text/javascript js; image/svg+xml svg; application/wasm wasm; application/json json; image/png png; text/plain txt ts; }\n")
	// Caches between here and the learner keep the representations apart.
	b.WriteString("gzip_static on;\ngzip_vary on;\nerror_page 404 /" + missingName + ";\n")
	// A certificate is renewed by a file that the host puts there for a moment.
	b.WriteString("location ^~ /.well-known/acme-challenge/ { }\nlocation ~ /[._] { return 404; }\n")
	write := func(pattern string, headers []header) {
		b.WriteString("location " + pattern + " {\n")
		for _, h := range headers {
			always := " always"
			if h.value == cacheForever {
				always = ""
			}
			fmt.Fprintf(&b, "    add_header %s %q%s;\n", h.name, h.value, always)
		}
		b.WriteString("}\n")
	}
	write("/", append(fileHeaders(), header{"Cache-Control", cacheChecked}))
	// Of patterns nginx takes the first that matches.
	write(`~ "/`+strings.ReplaceAll(OneFile, ".", `\.`)+`$"`, append(append(fileHeaders(), downloadHeaders()...), header{"Cache-Control", cacheChecked}))
	write(`~ "(/|\.html)$"`, documents)
	write(`~ "\.[0-9a-f]{10}\.[a-z]+$"`, append(fileHeaders(), header{"Cache-Control", cacheForever}))
	return []byte(b.String())
}

// caddy sends each file the headers of one matcher: Caddy applies a header
// directive without a matcher last, over what others have said. A file that is
// missing is of no matcher but the last.
func caddy(documents []header) []byte {
	var b strings.Builder
	b.WriteString("# Inside the site block; root is the folder of this file.\n")
	b.WriteString("@hidden path_regexp /[._]\nerror @hidden 404\nfile_server {\n    precompressed br gzip\n}\n")
	// Of the content itself, too, which Caddy would send without it.
	b.WriteString("header {\n    Vary Accept-Encoding\n    defer\n}\n")
	b.WriteString("handle_errors {\n    rewrite * /" + missingName + "\n    header Cache-Control no-store\n    file_server\n}\n")
	const documentNames = "path */ *.html"
	const document, immutable = documentNames + "\n    not path */" + OneFile, `path_regexp \.[0-9a-f]{10}\.[a-z]+$`
	write := func(name, matcher string, headers []header) {
		b.WriteString(name + " {\n    " + matcher + "\n}\nheader " + name + " {\n")
		for _, h := range headers {
			fmt.Fprintf(&b, "    %s %q\n", h.name, h.value)
		}
		b.WriteString("}\n")
	}
	write("@document", document, documents)
	write("@hashed", immutable+"\n    file", append(fileHeaders(), header{"Cache-Control", cacheForever}))
	write("@download", "path */"+OneFile, append(append(fileHeaders(), downloadHeaders()...), header{"Cache-Control", cacheChecked}))
	write("@other", "not {\n        "+documentNames+"\n    }\n    not {\n        "+immutable+"\n        file\n    }", append(fileHeaders(), header{"Cache-Control", cacheChecked}))
	return []byte(b.String())
}
