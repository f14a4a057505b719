package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ending is how a word sounds at its end, which decides the Korean particle after
// it.
type ending int

const (
	unknown   ending = iota
	vowel            // 사과
	consonant        // 값
	rieul            // 물: a consonant, but with 로
)

// particles are the pairs of Korean particles as the texts have them, with the one
// after a consonant and the one after a vowel.
var particles = []struct{ written, afterConsonant, afterVowel string }{
	{"이(가)", "이", "가"},
	{"은(는)", "은", "는"},
	{"을(를)", "을", "를"},
	{"과(와)", "과", "와"},
	{"(으)로", "으로", "로"},
	{"(이)라", "이라", "라"},
}

// withParticle returns a text that follows a word, with its particle chosen by the
// last sound of the word: "이(가) 아닌가요" after "19" is "가 아닌가요". A text without
// a particle, and one after a word whose sound is not known, stays as it is.
// Quotation marks and brackets between the two have no sound. Only Korean texts have
// particles.
func withParticle(word, text string) string {
	closing := text[:len(text)-len(strings.TrimLeft(text, `”"’')]`))]
	for _, p := range particles {
		rest, ok := strings.CutPrefix(text[len(closing):], p.written)
		if !ok {
			continue
		}
		switch end := endingOf(word); {
		case end == unknown:
			return text
		case end == vowel, end == rieul && p.written == "(으)로":
			return closing + p.afterVowel + rest
		default:
			return closing + p.afterConsonant + rest
		}
	}
	return text
}

// endingOf returns the sound at the end of a word: Korean, a number, or a name or a
// word in Latin letters as Koreans read it.
func endingOf(word string) ending {
	word = strings.TrimRightFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(soundless, r)
	})
	last, size := utf8.DecodeLastRuneInString(word)
	switch {
	case size == 0:
		return unknown
	case last >= '가' && last <= '힣':
		switch (last - '가') % 28 {
		case 0:
			return vowel
		case 8:
			return rieul
		}
		return consonant
	case last >= '0' && last <= '9':
		return digits[last-'0']
	case last < utf8.RuneSelf && unicode.IsLetter(last):
		return latin(word)
	}
	if end, ok := signs[last]; ok {
		return end
	}
	return unknown
}

// digits are the ends of 영 일 이 삼 사 오 육 칠 팔 구. A 0 at the end is 영, 십, 백,
// 천 or 만, which all end in a consonant.
var digits = [10]ending{consonant, rieul, vowel, consonant, vowel, vowel, consonant, rieul, rieul, vowel}

// soundless are the signs that are read, so that they are not passed over.
const soundless = "%²³ŷδ∞"

// signs are the ends of 퍼센트, 제곱, 세제곱, 와이햇, 델타, 무한대.
var signs = map[rune]ending{'%': vowel, '²': consonant, '³': consonant, 'ŷ': consonant, 'δ': vowel, '∞': vowel}

// latin returns the sound at the end of what ends in a Latin letter. A single letter
// and an abbreviation in capitals end in the name of the letter, 엘, 엠, 엔, 알; a
// word as it is said.
func latin(word string) ending {
	start := strings.LastIndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf || !unicode.IsLetter(r) })
	_, size := utf8.DecodeRuneInString(word[max(start, 0):])
	if start >= 0 {
		word = word[start+size:]
	}
	lower := strings.ToLower(word)
	if end, ok := saidWords[lower]; ok {
		return end
	}
	named := len(word) == 1 || word == strings.ToUpper(word)
	switch last := lower[len(lower)-1]; {
	case last == 'l':
		return rieul
	case last == 'm' || last == 'n':
		return consonant
	case last == 'r' && named:
		return rieul
	case strings.HasSuffix(lower, "ng") && !named:
		return consonant
	}
	return vowel
}

// saidWords are words of the page whose end is not said as their last letter lets
// expect.
var saidWords = map[string]ending{
	"rmsprop": consonant, // 프롭
	"step":    consonant, // 스텝
	"map":     consonant, // 맵
	"set":     consonant, // 셋
	"fit":     consonant, // 핏
	"none":    consonant, // 논
	"time":    consonant, // 타임
	"name":    consonant, // 네임
	"line":    consonant, // 라인
}
