package hostile

import "fmt"

// Scripts are texts that run a script wherever a page takes one for markup: each
// attempt in each wrapping. A script that runs sets the window's property pwned.
func Scripts() []string {
	var all []string
	for _, attempt := range attempts {
		for _, wrapping := range wrappings {
			all = append(all, fmt.Sprintf(wrapping, attempt))
		}
	}
	return all
}

// SomeScripts are each attempt in one wrapping, and each wrapping about two.
func SomeScripts() []string {
	var some []string
	for i, attempt := range attempts {
		some = append(some, fmt.Sprintf(wrappings[i%len(wrappings)], attempt))
	}
	return some
}

var attempts = []string{
	`<script>parent.pwned=window.pwned=1</script>`,
	`<img src=x onerror="parent.pwned=window.pwned=1">`,
	`<svg onload="parent.pwned=window.pwned=1">`,
	`<svg><script>window.pwned=1</script></svg>`,
	`<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
	`<a href="javascript:window.pwned=1" autofocus onfocus="window.pwned=1">x</a>`,
	`<body onload=window.pwned=1>`,
	`<details open ontoggle=window.pwned=1>`,
	`<input autofocus onfocus=window.pwned=1>`,
	`<video><source onerror=window.pwned=1></video>`,
	`<math><mtext><style><img src=x onerror=window.pwned=1></style></mtext></math>`,
	`<style>@import "javascript:window.pwned=1";</style>`,
	`<object data="javascript:window.pwned=1"></object>`,
	`<base href="javascript:/">`,
	`<meta http-equiv=refresh content="0;url=javascript:window.pwned=1">`,
	`javascript:window.pwned=1//`,
	`" onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1`,
	`' onfocus='window.pwned=1' autofocus='`,
}

var wrappings = []string{
	"%s", `">%s`, `'>%s`, "</textarea>%s", "</title></style></script>%s", "<!--%s--><b>", "]]>\n%s\n", "&lt;%s&#62;", "{{%s}}",
}
