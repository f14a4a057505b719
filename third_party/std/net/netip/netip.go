// Package netip stands in for net/netip in the page's program: see ../../README.md.
// net/url asks it whether what stands in the brackets of an address, as in
// http://[::1]:8080/, is one of IPv6.
package netip

import (
	"errors"
	"strings"
)

// Addr is an address, of which only the kind is kept.
type Addr struct{ four bool }

// Is4 reports whether the address is one of IPv4.
func (a Addr) Is4() bool { return a.four }

// ParseAddr reads an address of IPv4 (127.0.0.1) or IPv6 (::1, fe80::1%eth0,
// ::ffff:127.0.0.1).
func ParseAddr(s string) (Addr, error) {
	if !strings.Contains(s, ":") {
		if !isQuad(s) {
			return Addr{}, errors.New("netip: want an address of IPv4 or IPv6, got " + s)
		}
		return Addr{four: true}, nil
	}
	groups, zone, zoned := strings.Cut(s, "%")
	left, right, elided := strings.Cut(groups, "::")
	before, okBefore := countGroups(left, !elided)
	behind, okBehind := countGroups(right, true)
	count := before + behind
	if !okBefore || !okBehind || zoned && zone == "" || elided && count > 7 || !elided && count != 8 {
		return Addr{}, errors.New("netip: want an address of IPv6, got " + s)
	}
	return Addr{}, nil
}

// countGroups counts groups of four hexadecimal digits at most with a colon between two of
// them. Where they end the address, the last may be one of IPv4, which is as long as two.
func countGroups(s string, atEnd bool) (count int, ok bool) {
	if s == "" {
		return 0, true
	}
	groups := strings.Split(s, ":")
	for i, group := range groups {
		if atEnd && i == len(groups)-1 && strings.Contains(group, ".") {
			return count + 2, isQuad(group)
		}
		if group == "" || len(group) > 4 || strings.Trim(group, "0123456789abcdefABCDEF") != "" {
			return 0, false
		}
		count++
	}
	return count, true
}

// isQuad reports whether a text is four numbers up to 255 with points between them.
func isQuad(s string) bool {
	numbers := strings.Split(s, ".")
	for _, number := range numbers {
		if number == "" || len(number) > 3 || strings.Trim(number, "0123456789") != "" ||
			len(number) > 1 && number[0] == '0' || len(number) == 3 && number > "255" {
			return false
		}
	}
	return len(numbers) == 4
}
