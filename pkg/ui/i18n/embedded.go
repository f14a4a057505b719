//go:build !js

package i18n

import (
	"embed"
	"encoding/json"

	"firstneuron/pkg/experiment"
)

//go:embed *.json
var files embed.FS

// embedded returns the catalogues of all languages.
func embedded() map[string]Catalogue {
	all := make(map[string]Catalogue)
	for _, lang := range experiment.LanguageCodes() {
		text, err := files.ReadFile(lang + ".json")
		if err != nil {
			panic("i18n: " + err.Error())
		}
		var messages map[string]string
		if err := json.Unmarshal(text, &messages); err != nil {
			panic("i18n: " + lang + ".json: " + err.Error())
		}
		all[lang] = newCatalogue(lang, messages)
	}
	return all
}
