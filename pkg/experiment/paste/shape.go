package paste

import "strconv"

// reshaped returns a list in another shape, where its numbers fill it.
func (v value) reshaped(shape []value) (value, bool) {
	var sizes []int
	for _, size := range shape {
		n, err := strconv.Atoi(size.cell.text)
		if err != nil {
			return v, false
		}
		sizes = append(sizes, n)
	}
	flat := v.flat(nil)
	if len(sizes) != 2 || sizes[1] == 1 || sizes[0] == 1 || sizes[1] == -1 && sizes[0] == len(flat) {
		return value{kind: listValue, items: flat}, len(sizes) > 0
	}
	columns := sizes[1]
	if columns == -1 && sizes[0] > 0 {
		columns = len(flat) / sizes[0]
	}
	if columns < 1 || len(flat)%columns != 0 {
		return v, false
	}
	shaped := value{kind: listValue}
	for i := 0; i < len(flat); i += columns {
		shaped.items = append(shaped.items, value{kind: listValue, items: flat[i : i+columns]})
	}
	return shaped, true
}

// flat are the numbers of lists in lists.
func (v value) flat(all []value) []value {
	for _, item := range v.items {
		if item.kind == listValue {
			all = item.flat(all)
		} else {
			all = append(all, item)
		}
	}
	return all
}

// turned returns a list of rows as one of columns.
func (v value) turned() value {
	if len(v.items) == 0 || v.items[0].kind != listValue {
		return v
	}
	width := len(v.items[0].items)
	turned := value{kind: listValue, items: make([]value, width)}
	for i := range width {
		turned.items[i].kind = listValue
		for _, row := range v.items {
			if i < len(row.items) {
				turned.items[i].items = append(turned.items[i].items, row.items[i])
			}
		}
	}
	return turned
}
