package experiment

import (
	"reflect"
	"testing"
)

// TestTheChangesOfTwoHandsBothCount: for every field, one hand changes it, the other
// none or another one.
func TestTheChangesOfTwoHandsBothCount(t *testing.T) {
	typ := reflect.TypeFor[Experiment]()
	for i := range typ.NumField() {
		from, to, e := Default(), Default(), Default()
		name, field := typ.Field(i).Name, reflect.ValueOf(&to).Elem().Field(i)
		if field.Kind() == reflect.Struct {
			first := field.Field(0)
			if first.Kind() == reflect.Bool {
				first.SetBool(true)
			} else {
				set(t, name, first)
			}
		} else {
			set(t, name, field)
		}
		if to.Equal(from) {
			t.Fatalf("%s is not changed", name)
		}
		other := "Epochs"
		if name == other {
			other = "Batch"
		}
		reflect.ValueOf(&e).Elem().FieldByName(other).SetInt(77)
		got := e.WithChanges(from, to)
		if a, b := reflect.ValueOf(got).Field(i).Interface(), reflect.ValueOf(to).Field(i).Interface(); !reflect.DeepEqual(a, b) {
			t.Errorf("%s is %v, want %v as one hand has it", name, a, b)
		}
		if n := reflect.ValueOf(got).FieldByName(other).Int(); n != 77 {
			t.Errorf("%s changed: %s is %d, want 77 as the other hand has it", name, other, n)
		}
		if !e.WithChanges(from, from).Equal(e) {
			t.Errorf("without a change, e is another")
		}
	}
}
