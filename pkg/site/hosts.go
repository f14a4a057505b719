package site

import (
	"fmt"
	"strings"
)

// HostFiles returns, by name, what other hosts need to send the same headers:
// _headers for Netlify and Cloudflare Pages, and snippets for nginx and Caddy.
// The names begin with an underscore, so that this package's own server keeps
// them to itself.
func HostFiles() map[string][]byte {
	documents := append(fileHeaders(), Options{}.documentHeaders()...)
	documents = append(documents, header{"Cache-Control", cacheChecked})
	return map[string][]byte{
		"_headers":    netlify(documents),
		"_nginx.conf": nginx(documents),
		"_Caddyfile":  caddy(documents),
	}
}

func netlify(documents []header) []byte {
	var b strings.Builder
	for _, pattern := range []string{"/", "/index.html"} {
		b.WriteString(pattern + "\n")
		for _, h := range documents {
			fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
		}
	}
	for _, extension := range []string{"js", "css", "svg", "wasm"} {
		fmt.Fprintf(&b, "/*.%s\n", extension)
		for _, h := range append(fileHeaders(), header{"Cache-Control", cacheForever}) {
			fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
		}
	}
	return []byte(b.String())
}

func nginx(documents []header) []byte {
	var b strings.Builder
	b.WriteString("# Inside the server block; root is the folder of this file.\n# gzip_static and, with the Brotli module, brotli_static send the files beside.\n")
	b.WriteString("types { text/html html; text/css css; text/javascript js; image/svg+xml svg; application/wasm wasm; }\ngzip_static on;\n")
	b.WriteString("location ~ /[._] { return 404; }\n")
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
	b.WriteString("@hashed path_regexp \\.[0-9a-f]{10}\\.[a-z]+$\n@document path / /index.html\n")
	write := func(matcher string, headers []header) {
		b.WriteString("header " + matcher + " {\n")
		for _, h := range headers {
			fmt.Fprintf(&b, "    %s %q\n", h.name, h.value)
		}
		b.WriteString("}\n")
	}
	write("@document", documents)
	write("@hashed", append(fileHeaders(), header{"Cache-Control", cacheForever}))
	return []byte(b.String())
}
