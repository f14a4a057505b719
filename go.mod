module firstneuron

go 1.26

require (
	github.com/andybalholm/brotli v1.2.8
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/google/go-cmp v0.7.0
	github.com/maxence-charriere/go-app/v10 v10.1.11
	pgregory.net/rapid v1.3.0
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/google/uuid v1.6.0 // indirect
)

// Liberation's twelve fonts cost 1.46 MB after brotli; the stub holds one small
// subset that plot needs for text widths (see third_party/liberation/README.md).
replace codeberg.org/go-fonts/liberation => ./third_party/liberation
