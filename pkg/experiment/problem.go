package experiment

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment/playground"
)

// Problem is a learner's mistake as data, so that the page can say it in her
// language: the message of Code with the placeholders of Args filled in.
type Problem struct {
	// Code is one of [Codes].
	Code string
	// Args are the arguments that the code has.
	Args map[string]string
	// Line and Column tell where in a text, counted from 1; zero when the
	// text is a single value. In a table, Column counts cells; in a Python
	// list, characters.
	Line, Column int
	// Step is the step of an activity that it is about, counted from 1; 0 for none.
	Step int
	// Key is the property it is about ("epochs"), or "".
	Key string
}

// A code is a kind of problem: its English message, whose placeholders are its
// arguments.
type code struct{ name, message string }

// codes lists every kind of problem this package reports.
var codes = []code{
	// One number.
	{"number_missing", "a number is missing: type one, such as 2 or -0.5"},
	{"not_a_number", "“{text}” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"not_whole", "“{text}” is not a whole number: write one from {min} to {max}"},
	{"out_of_range", "“{text}” is out of range: use a number from {min} to {max}"},
	{"separated_digits", "“{text}” has marks between its digits: write {fixed}"},
	{"ambiguous_comma", "“{text}” can mean {whole} or {decimal}: write the one you mean"},
	{"decimal_comma", "“{text}” has a decimal comma: write a point here, {fixed}"},
	{"typographic_minus", "“{text}” has a typographic minus sign: write the hyphen here, {fixed}"},

	// Pasted data.
	{"paste_too_long", "the text has {size} bytes, more than the {limit} that are read: paste fewer rows"},
	{"paste_too_many_lines", "the text has {count} lines, more than the {max} that are read: paste fewer rows"},
	{"no_points", "no points: give at least {min}, one “x, y” a line"},
	{"too_few_points", "{count} point is too few, since many lines pass through it: give at least {min}"},
	{"too_many_points", "{count} points are too many: use at most {max}"},
	{"missing_cell", "“{text}” stands alone in its row, and a point needs x and y: write both"},
	{"extra_cell", "“{text}” is one value more than the {count} that other rows have: remove it, or give every row as many"},
	{"missing_values", "{count} values of {have}, but none of {missing}: add a column, or a second list of as many values"},
	{"second_lengths_differ", "{count} values of x2 but {xs} of x1: give one for every point"},
	{"lengths_differ", "{xs} values of x but {ys} of y: give one y for every x"},
	{"mixed_decimals", "“{text}” writes decimals another way than the numbers before it: use only points, or only commas, and nothing between thousands"},
	{"unclosed_quote", "the quote that opens “{text}” is never closed: close it, or remove it"},
	{"unexpected_text", "“{text}” is not expected here: write {expected}"},
	{"not_a_list", "“{text}” is not a list of numbers: write [1, 2, 3] or np.array([1, 2, 3])"},
	{"assigned_twice", "“{text}” gives {have} a second time: keep one"},
	{"row_length", "a row has {count} values, and others have more or fewer: give every row as many"},
	{"mixed_list", "the list has numbers and lists in it: write one list of numbers for x and one for y, or a list of pairs"},
	{"numbers_elided", "the text leaves numbers out (…): print all of them and copy again"},
	{"too_many_cells", "the text has more than {max} numbers: give fewer columns or rows"},
	{"too_many_columns", "{count} columns are too many: copy at most {max}"},
	{"unit_differs", "“{text}” has another unit than the numbers above it: write all in one unit"},
	{"are_statistics", "“{text}”: these are statistics of data and not the data: paste the rows that they were counted from"},
	{"describes", "“{text}”: this describes a table or a model and has no points: paste the rows themselves, as print(df) shows them"},
	{"is_a_log", "“{text}”: this is what a training prints and no data: paste the xs and the ys"},
	{"series_of_words", "“{text}” is a name: there is one number for each name, and a point needs two: paste a table of two columns of numbers"},
	{"time_no_number", "“{text}” is a time and no number: put a number in its place, such as the minutes since the first"},
	{"date_no_number", "“{text}” is a date and no number: put a number in its place, such as the days since the first"},

	// What is left out of pasted data, which the learner is told.
	{"title_left_out", "“{text}” stands above the table and is left out"},
	{"around_left_out", "what stands around the data is left out: “{text}”"},
	{"truths_read", "“{yes}” is read as 1 and “{no}” as 0"},
	{"names_again", "rows that repeat the names are left out: {count}"},
	{"column_left_out", "the column “{text}” has no numbers and is left out"},
	{"classes_numbered", "the classes are numbered: {text}"},
	{"index_left_out", "the column that counts the rows is left out"},
	{"series_index", "pandas prints an index before each value of “{text}”: choose it as x only if it is data"},
	{"sentences_read", "of each sentence the first number is read as x, the second as y: choose them the other way round if that is meant"},
	{"rows_thinned", "of {count} rows {max} are used, evenly spaced"},
	{"rows_elided", "the text stands for more rows (…) than it has: only those that are there are read"},
	{"statements_left_out", "statements that are no lists of numbers are left out: {count}"},
	{"lists_left_out", "lists that have not {length} numbers are left out: {count}"},
	{"other_sheets", "only the first sheet is read; further ones are left out: {count}"},
	{"second_table", "only the first of the tables is read"},
	{"rows_left_out", "rows without a number in x or y are left out: {count}"},
	{"units_left_out", "beside the numbers is left out: {text}"},

	// Properties.
	{"unknown_name", "“{text}” is not known: did you mean {nearest}? There is {names}"},
	{"not_yes_no", "“{text}” is neither 1 (yes) nor 0 (no)"},
	{"not_a_part", "“{text}” does not name a part of the page: use letters, digits, - and _"},
	{"too_many_parts", "{count} parts are too many: name at most {max}"},
	{"too_many_layers", "{count} layers are too many: use at most {max}"},
	{"no_layers", "no layer: give at least one, such as 1"},
	{"no_link", "{text} is no link of this page or of TensorFlow Playground: paste the whole address, with what follows #"},
	{"output_classes", "the last layer has {units} units, but there are {classes} classes: give it as many"},
	{"not_a_class", "“{text}” is the number of no class: with so many classes y is a whole number from {min} to {max}"},
	{"only_one_class", "every y is {text}: with classes there must be points of at least two"},
	{"one_class", "1 class tells nothing apart: give 2 or more, or 0 when y is a number"},
	{"loss_of_numbers", "{loss} compares single numbers, but the last layer has a unit for each class: use {needs}"},
	{"loss_of_classes", "{loss} wants a last layer with a unit for each class: set the classes first"},
	{"feature_twice", "“{text}” is named twice: name each feature once"},
	{"features_need_inputs", "features are made of two inputs, and these points have one: give x2 too, or leave the features out"},
	{"place_inputs", "“{text}” gives {count} numbers for a place, and a point has {inputs}: give as many, such as 1;-2 for two"},
	{"set_has_classes", "“{text}” classes are named, but this set has its own number: leave it out"},
	{"output_units", "the last layer has {units} units, but each point has one y: give it 1"},
	{"start_needs_one_neuron", "a model of more than one neuron cannot be given one weight and one bias: use the layer “1”, or a seed"},
	{"no_such_option", "{kind} has no option “{text}”: choose another one first, or leave it out"},
	{"too_many_asked", "{count} more xs are too many: ask at most {max}"},
	{"asked_twice", "“{text}” is asked twice: ask each x once"},
	{"unknown_key", "there is no property “{text}”"},

	// What an author asks.
	{"text_too_long", "the text has {count} characters: write at most {max}"},
	{"not_a_goal", "“{text}” is not a goal: write loss:0.001:200 (loss below 0.001 within 200 epochs), predict:10:19:0.01 (at x = 10, within 0.01 of 19), guess:5 (a guess by hand with a loss below 5), epochs:5 or diverge"},
	{"too_many_goals", "{count} goals are too many: give at most {max}"},
	{"not_in_step", "“{text}” belongs to the page as a whole: a step sets data, model, training and views only"},
	{"too_many_steps", "there are more steps than the {max} that an activity may have: the others are left out"},
	{"activity_too_many_lines", "the activity has {count} lines, more than the {max} that are read: the others are left out"},
	{"no_steps", "an activity needs a step: write the word step on a line of its own, and what it says below"},
	{"choices_count", "{count} choices: give from 2 to {max}"},
	{"no_such_choice", "the right choice is not one of the choices: give its number, from 1 to {max}"},
	{"weights_unreadable", "the weights in the link cannot be read: copy the whole link again"},
	{"weights_count", "the link has {count} weights, but this model has {params}: they are not used"},

	// Links.
	{"fragment_too_long", "the link has {size} characters after #, more than the {limit} that are read: it is not used"},
	{"unknown_in_link", "the link says “{text}”, which this page does not know: it is passed over"},
	{"misspelt_in_link", "the link says “{text}”, which this page does not know: did you mean {nearest}?"},
	{"link_too_long", "the link has {size} characters after #, more than the {limit} that are read: a link does not bring this back, so hand it on as a file"},
	{"packed_unreadable", "the data in the link cannot be unpacked: copy the whole link again"},
	{"file_too_long", "the file has {size} bytes, more than the {limit} that are read: it is not used"},
	{"not_a_file", "this is no file of an experiment: its first line must be “{first}”"},
	{"workbook_unreadable", "the workbook cannot be read: save its sheet as CSV, or copy its cells and paste them"},
	{"packed_too_large", "the data in the link unpacks to more than {limit} bytes: it is not used"},

	// Training.
	{"cannot_train", "the model cannot be trained: {reason}"},
}

// Codes returns the names of the arguments of every code.
func Codes() map[string][]string {
	all := make(map[string][]string, len(codes))
	for _, c := range codes {
		all[c.name] = placeholders(c.message)
	}
	maps.Copy(all, playground.Codes())
	return all
}

// Messages returns the English message of every code.
func Messages() map[string]string {
	all := make(map[string]string, len(codes))
	for _, c := range codes {
		all[c.name] = c.message
	}
	maps.Copy(all, playground.Messages())
	return all
}

// placeholders returns the names in braces in a message.
func placeholders(message string) []string {
	var names []string
	for {
		_, after, found := strings.Cut(message, "{")
		if !found {
			return names
		}
		name, rest, _ := strings.Cut(after, "}")
		names, message = append(names, name), rest
	}
}

// Error says in English what is wrong and what to do, after the property and
// the place: "epochs: “0” is out of range: use a number from 1 to 1000000".
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.stepPlace())
	if p.Key != "" {
		b.WriteString(p.Key + ": ")
	}
	if p.Line > 0 {
		b.WriteString("line " + strconv.Itoa(p.Line) + ", column " + strconv.Itoa(p.Column) + ": ")
	}
	b.WriteString(p.message())
	return b.String()
}

func (p *Problem) message() string {
	names := slices.Sorted(maps.Keys(p.Args))
	if message, known := Messages()[p.Code]; known {
		oldnew := make([]string, 0, 2*len(names))
		for _, name := range names {
			oldnew = append(oldnew, "{"+name+"}", p.Args[name])
		}
		// One pass: a learner's text that itself holds braces stays as it is.
		return strings.NewReplacer(oldnew...).Replace(message)
	}
	// A code of another package, such as a session's own.
	text := p.Code
	for _, name := range names {
		text += " " + name + "=" + p.Args[name]
	}
	return text
}

// AsProblem returns the Problem inside an error, or one that quotes it; nil
// for nil.
func AsProblem(err error) *Problem {
	if err == nil {
		return nil
	}
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return NewProblem("cannot_train", "reason", err.Error())
}

// NewProblem makes a Problem from a code and pairs of argument name and value.
func NewProblem(code string, pairs ...string) *Problem {
	p := &Problem{Code: code, Args: make(map[string]string, len(pairs)/2)}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.Args[pairs[i]] = pairs[i+1]
	}
	return p
}

// At returns the problem placed in a text.
func (p *Problem) At(line, column int) *Problem {
	p.Line, p.Column = line, column
	return p
}

// about returns the problem placed at a property.
func (p *Problem) about(key string) *Problem {
	p.Key = key
	return p
}

// maxQuoted is how many characters of the offending text a message quotes.
const maxQuoted = 40

// Quote returns a text that fits into a message: valid, without control
// characters, and not too long.
func Quote(text string) string {
	var b strings.Builder
	for i, n := 0, 0; i < len(text); n++ {
		if n == maxQuoted {
			b.WriteString("…")
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r < ' ' || r == 0x7f {
			r = ' '
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}
