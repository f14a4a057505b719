package hostile

import "strings"

// Fields are values for the boxes of the page.
func Fields() []Input {
	all := append(append([]Input{}, numbers...), texts...)
	for _, v := range numbers {
		all = append(all, Input{v.Name + " among blanks", "\u2003" + v.Text + "\t"}, Input{"minus " + v.Name, "-" + v.Text})
	}
	for _, whole := range []string{"0", "-1", "1", "2", "1000000", "1000001", "2147483648", "4294967297", "1e6", "1e7", "0.9999999999999999", "1.0", "1e0", "5e-1"} {
		all = append(all, Input{"number " + whole, whole}, Input{"numbers from " + whole, whole + "," + whole})
	}
	return append(all, Input{"64 KiB of digits", strings.Repeat("1", 64<<10)}, Input{"64 KiB of letters", strings.Repeat("é", 32<<10)})
}
