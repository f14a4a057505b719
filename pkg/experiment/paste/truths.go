package paste

import "strings"

// truths are words for yes and for no, in small letters.
var truths = [][2]string{
	{"true", "false"},
	{"yes", "no"},
	{"ja", "nein"},
	{"oui", "non"},
	{"sí", "no"},
	{"si", "no"},
	{"wahr", "falsch"},
	{"vrai", "faux"},
	{"verdadero", "falso"},
	{"sim", "não"},
	{"예", "아니오"},
	{"예", "아니요"},
	{"참", "거짓"},
	{"はい", "いいえ"},
	{"是", "否"},
	{"да", "нет"},
}

// readTruths makes numbers of a column that is all yes and no, true and false: 1 and 0. It
// reports how the first of each is written, and whether the column is one.
func (c *Column) readTruths() (yes, no string, ok bool) {
	for _, words := range truths {
		yes, no = "", ""
		ok = true
		for _, cell := range c.cells {
			switch word := strings.ToLower(strings.TrimSpace(cell.text)); {
			case word == words[0]:
				yes = strings.TrimSpace(cell.text)
			case word == words[1]:
				no = strings.TrimSpace(cell.text)
			case !isMissingMark(cell.text):
				ok = false
			}
			if !ok {
				break
			}
		}
		if ok && yes != "" && no != "" {
			for i, cell := range c.cells {
				switch strings.ToLower(strings.TrimSpace(cell.text)) {
				case words[0]:
					c.cells[i].text = "1"
				case words[1]:
					c.cells[i].text = "0"
				}
			}
			return yes, no, true
		}
	}
	return "", "", false
}
