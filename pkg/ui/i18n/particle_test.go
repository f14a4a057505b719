//go:build !js

package i18n

import (
	"regexp"
	"strings"
	"testing"
)

// TestParticlesGoByTheLastSound of Korean, of numbers, of letters and of words as
// Koreans read them.
func TestParticlesGoByTheLastSound(t *testing.T) {
	for _, test := range []struct{ word, text, want string }{
		{"사과", "이(가) 있습니다", "가 있습니다"},
		{"값", "이(가)", "이"},
		{"손실", "(으)로", "로"},
		{"값", "(으)로", "으로"},
		{"19", "이(가) 아닌가요?", "가 아닌가요?"},
		{"18.9815", "(으)로, 차이는", "로, 차이는"},
		{"0.01", "(으)로", "로"},
		{"0.01", "은(는)", "은"},
		{"10", "은(는)", "은"},
		{"100", "(으)로", "으로"},
		{"3", "을(를)", "을"},
		{"6", "이(가)", "이"},
		{"7", "(으)로", "로"},
		{"8", "이(가)", "이"},
		{"2", "이(가)", "가"},
		{"−0.9917", "(으)로", "로"},
		{"4.0217e-05", "을(를)", "를"},
		{"1 %", "은(는)", "는"},
		{"SGD", "이(가)", "가"},
		{"Adam", "이(가)", "이"},
		{"RMSprop", "(으)로", "으로"},
		{"Ftrl", "(으)로", "로"},
		{"AdamW", "은(는)", "는"},
		{"mean_squared_error", "이(가)", "가"},
		{"poisson", "이(가)", "이"},
		{"sgd", "을(를)", "를"},
		{"x", "은(는)", "는"},
		{"r", "이(가)", "이"},
		{"l", "(으)로", "로"},
		{"y = 2.0000 x − 1.0000", "(으)로", "으로"},
		{"learning_rate", "이(가)", "가"},
		{"model.fit", "을(를)", "을"},
		{"huber", "이(가)", "가"},
		{"abc", "”은(는) 숫자", "”는 숫자"},
		{"한글", "”이(가)", "”이"},
		{"[1, 2]", "은(는)", "는"},
		{"error²", "을(를)", "을"},
		{"日本", "은(는)", "은(는)"},
		{"", "이(가)", "이(가)"},
		{"19", " 이(가)", " 이(가)"},
		{"19", "입니다", "입니다"},
	} {
		if got := withParticle(test.word, test.text); got != test.want {
			t.Errorf("after %q %q is %q, want %q", test.word, test.text, got, test.want)
		}
	}
}

// TestMessagesHaveTheirParticles: none of the Korean texts shows both, whatever
// number or Latin word is filled in.
func TestMessagesHaveTheirParticles(t *testing.T) {
	if got, want := For("ko").Text("why.ask_exact", "exact", "19"), "왜 정확히 19가 아닌가요?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := For("ko").Text("why.ask_exact", "exact", "50"), "왜 정확히 50이 아닌가요?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	both := regexp.MustCompile(`이\(가\)|가\(이\)|을\(를\)|를\(을\)|은\(는\)|는\(은\)|와\(과\)|과\(와\)|\(으\)로|\(이\)`)
	for key, text := range catalogues["ko"].messages {
		var pairs []string
		for _, name := range placeholder.FindAllString(text, -1) {
			pairs = append(pairs, strings.Trim(name, "{}"), "19")
		}
		if got := For("ko").Text(key, pairs...); both.MatchString(got) {
			t.Errorf("%s is %q", key, got)
		}
	}
	// A learner's text is hers.
	if got := For("en").Text("why.ask_exact", "exact", "이(가)"); !strings.Contains(got, "이(가)") {
		t.Errorf("a filled text became %q", got)
	}
}
