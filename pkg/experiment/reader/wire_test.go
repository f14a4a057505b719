package reader

import (
	"errors"
	"reflect"
	"strconv"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// fill gives every field of a value another value, down to the last, and fails for what
// no message could hold. Lists get as many items as n says, the first time none.
func fill(t testing.TB, v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n * -3))
	case reflect.Uint, reflect.Uint64:
		v.SetUint(uint64(*n) << 40)
	case reflect.Float64, reflect.Float32:
		v.SetFloat(float64(*n) / 8)
	case reflect.String:
		v.SetString("text “" + strconv.Itoa(*n) + "” \x00\xff")
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				fill(t, v.Field(i), n)
			} else if f.Name != "step" { // which follows from the session
				t.Errorf("%s has the field %s, which no message holds", v.Type(), f.Name)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(t, v.Index(i), n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), n)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range []string{"b", "a"} {
			item := reflect.New(v.Type().Elem()).Elem()
			fill(t, item, n)
			v.SetMapIndex(reflect.ValueOf(key), item)
		}
	default:
		t.Fatalf("%s is of a kind that no message holds", v.Type())
	}
}

// TestEveryFieldSurvives: of a question and of an answer with everything, with nothing,
// and with lists that are there and empty.
func TestEveryFieldSurvives(t *testing.T) {
	survives(t, Question{})
	survives(t, Answer{})
	survives(t, Answer{Cells: []string{}, Reading: script.Reading{Problems: []*script.Problem{nil, {}}}})
	var q Question
	var a Answer
	n := 0
	fill(t, reflect.ValueOf(&q).Elem(), &n)
	fill(t, reflect.ValueOf(&a).Elem(), &n)
	if n < 200 {
		t.Errorf("%d fields: the test misses most", n)
	}
	survives(t, q)
	survives(t, a)
}

func survives[T any](t *testing.T, value T) {
	t.Helper()
	got, err := Decode[T](Encode(value))
	if err != nil || !reflect.DeepEqual(got, value) {
		t.Errorf("%v: read as\n%+v\nwant\n%+v", err, got, value)
	}
}

// TestMessagesOfOtherVersionsAreRefused, and those that are cut or too long.
func TestMessagesOfOtherVersionsAreRefused(t *testing.T) {
	whole := Encode(Question{Text: "x = 1", Base: experiment.Default()})
	if _, err := Decode[Answer](whole); !errors.Is(err, errVersion) {
		t.Errorf("a question read as an answer: %v", err)
	}
	for n := range whole {
		if _, err := Decode[Question](whole[:n]); err == nil {
			t.Errorf("the first %d bytes of %d are read", n, len(whole))
		}
	}
	if _, err := Decode[Question](append(whole, 0)); !errors.Is(err, errCut) {
		t.Errorf("a byte too many: %v", err)
	}
	if _, err := Decode[Question](make([]byte, MaxMessage+1)); !errors.Is(err, errCut) {
		t.Errorf("a message too long: %v", err)
	}
	type point struct{ X, Y float64 }
	type renamed struct{ X, Z float64 }
	if version(reflect.TypeFor[point]()) == version(reflect.TypeFor[renamed]()) {
		t.Error("another field has the same version")
	}
}

// FuzzDecode: whatever comes is read or refused, in memory of about its size, and what
// is read is written again as a message of the same meaning.
func FuzzDecode(f *testing.F) {
	f.Add(Encode(Answer{}))
	f.Add(Encode(Answer{Reading: script.Written(experiment.Default())}))
	f.Add(Encode(Answer{State: Asking, Asks: Ask{About: Evaluation, Epoch: 3, Places: experiment.Places(1), Ys: []float64{2}}}))
	f.Add(Encode(Question{Kind: Read, Text: "import keras", Base: experiment.Default()}))
	f.Fuzz(func(t *testing.T, message []byte) {
		if a, err := Decode[Answer](message); err == nil {
			again, err := Decode[Answer](Encode(a))
			if err != nil || string(Encode(again)) != string(Encode(a)) {
				t.Errorf("an answer does not survive: %v", err)
			}
		}
		if q, err := Decode[Question](message); err == nil {
			if again, err := Decode[Question](Encode(q)); err != nil || string(Encode(again)) != string(Encode(q)) {
				t.Errorf("a question does not survive: %v", err)
			}
		}
	})
}
