package experiment

import (
	"slices"
	"strings"
)

// Language is one that the page speaks. Its words are in the catalogue
// pkg/ui/i18n/<code>.json: a row here and that file are all that a language
// needs.
type Language struct {
	// Code is the first subtag of BCP 47, as links have it.
	Code string
	// Region is the rest of its tag, where documents have to say more: "BR", "Hans".
	Region string
	// Name is what its speakers call it.
	Name string
	// WholeWords keeps lines from breaking inside a word where the script would
	// let them, as Korean is set in books.
	WholeWords bool
	// RightToLeft is how its script runs.
	RightToLeft bool
}

// Tag is the language's tag of BCP 47, as documents have it.
func (l Language) Tag() string {
	if l.Region == "" {
		return l.Code
	}
	return l.Code + "-" + l.Region
}

// Dir is the direction of its script, as documents have it.
func (l Language) Dir() string {
	if l.RightToLeft {
		return "rtl"
	}
	return "ltr"
}

// English is the language of last resort: its catalogue is complete.
const English = "en"

// languages are in the order of the page's menu.
var languages = []Language{
	{Code: English, Name: "English"},
	{Code: "ko", Name: "한국어", WholeWords: true},
	{Code: "es", Name: "Español"},
	{Code: "pt", Region: "BR", Name: "Português (Brasil)"},
	{Code: "fr", Name: "Français"},
	{Code: "de", Name: "Deutsch"},
	{Code: "ja", Name: "日本語"},
	{Code: "zh", Region: "Hans", Name: "简体中文"},
	{Code: "hi", Name: "हिन्दी"},
	{Code: "ar", Name: "العربية", RightToLeft: true},
}

// LanguageOf returns the language of a code, and whether the page speaks it.
func LanguageOf(code string) (language Language, ok bool) {
	i := slices.IndexFunc(languages, func(l Language) bool { return l.Code == code })
	if i < 0 {
		return Language{}, false
	}
	return languages[i], true
}

// Languages returns the languages of the page, in the order of its menu and
// English first. Everything that depends on them is made of this list: the
// property lang, the catalogues, and by pkg/bundle the scripts, the declarations
// and the schema of web/.
func Languages() []Language { return slices.Clone(languages) }

// LanguageCodes returns the code of each language, in the same order.
func LanguageCodes() []string {
	codes := make([]string, len(languages))
	for i, language := range languages {
		codes[i] = language.Code
	}
	return codes
}

// LanguageFolder returns where the pages of a language are in the site, seen from its
// root, which has the English ones.
func LanguageFolder(code string) string {
	if code == English {
		return ""
	}
	return code + "/"
}

// CutLanguage returns the language of a page by its path in the site, and the path of the
// English one.
func CutLanguage(path string) (code, rest string) {
	for _, language := range languages {
		folder := LanguageFolder(language.Code)
		if rest, found := strings.CutPrefix(path, folder); found && folder != "" {
			return language.Code, rest
		}
	}
	return English, path
}

// langChoices returns what the property lang can be: "" leaves the choice to the
// browser.
func langChoices() []string { return append([]string{""}, LanguageCodes()...) }
