package workbook

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"
)

// book is a workbook with the given files.
func book(t testing.TB, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func nothing() {}

// TestTextOfAWorkbook: the first sheet by the workbook's own order, with shared texts,
// dates by their style and numbers as they were typed.
func TestTextOfAWorkbook(t *testing.T) {
	data := book(t, map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="B" sheetId="2" r:id="rId7"/><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="/xl/worksheets/other.xml" Id="rId7"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>`,
		"xl/worksheets/other.xml": `<x:worksheet><x:sheetData>
<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c></x:row>
<x:row r="3"><x:c r="A3" s="1"><x:v>45296</x:v></x:c><x:c r="B3"/><x:c r="C3"><x:f>A1*2</x:f><x:v>0.60000000000000009</x:v></x:c></x:row>
<x:row r="5"><x:c r="A5" s="2"><x:v>0.5</x:v></x:c><x:c r="B5" t="inlineStr"><x:is><x:t>a &amp; b</x:t></x:is></x:c><x:c r="C5" t="b"><x:v>1</x:v></x:c><x:c r="D5" t="e"><x:v>#N/A</x:v></x:c></x:row>
</x:sheetData></x:worksheet>`,
		"xl/sharedStrings.xml": `<sst><si><t>Day</t></si><si><r><t>Sal</t></r><r><t>es&#10;(m)</t></r><rPh><t>spoken</t></rPh></si></sst>`,
		"xl/styles.xml":        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]h:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
	})
	got, sheets, err := Text(data, nothing)
	if want := "\nDay\t\tSales (m)\n2024-01-05\t\t0.6\n\n12:00\ta & b\tTRUE\t#N/A"; err != nil || got != want || sheets != 2 {
		t.Errorf("Text = %q, %d sheets, %v, want %q and 2", got, sheets, err, want)
	}
}

// TestAWorkbookOfALibrary reads what openpyxl has written.
func TestAWorkbookOfALibrary(t *testing.T) {
	data, err := os.ReadFile("testdata/hours.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, sheets, err := Text(string(data), nothing)
	if want := "Day\tHours\tScore\n2024-01-05\t1.5\t50\n2024-01-06\t2\t55.25\n2024-01-07\t3\t61"; err != nil || got != want || sheets != 1 {
		t.Errorf("Text = %q, %d sheets, %v, want %q", got, sheets, err, want)
	}
}

func TestWhatIsNoWorkbook(t *testing.T) {
	whole := book(t, map[string]string{"xl/worksheets/sheet1.xml": `<row r="1"><c r="A1"><v>9</v></c></row>`})
	for name, data := range map[string]string{
		"nothing":   "",
		"half":      whole[:len(whole)/2],
		"no sheet":  book(t, map[string]string{"readme.txt": "hello"}),
		"too wide":  book(t, map[string]string{"xl/worksheets/sheet1.xml": `<row r="1"><c r="ZZZZ1"><v>9</v></c></row>`}),
		"too long":  book(t, map[string]string{"xl/worksheets/sheet1.xml": `<row r="999999999"><c r="A1"><v>9</v></c></row>`}),
		"too large": book(t, map[string]string{"xl/worksheets/sheet1.xml": strings.Repeat(" ", maxInflated+1)}),
	} {
		if text, _, err := Text(data, nothing); err == nil {
			t.Errorf("%s is read as %q, want an error", name, text)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add(book(f, map[string]string{"xl/worksheets/sheet1.xml": `<row r="1"><c r="A1" s="1"><v>9</v></c></row>`, "xl/styles.xml": `<cellXfs><xf numFmtId="14"/>`}))
	f.Add("PK\x05\x06" + strings.Repeat("\xff", 18))
	f.Fuzz(func(t *testing.T, data string) {
		if text, _, err := Text(data, nothing); err != nil && text != "" {
			t.Errorf("%q and %v", text, err)
		}
	})
}
