package netip

import (
	"net/netip"
	"testing"
)

// TestParseAddrIsTheRealOne: the stand-in takes and refuses what the standard library does.
func TestParseAddrIsTheRealOne(t *testing.T) {
	for _, s := range []string{
		"", "1", "127.0.0.1", "127.0.0.01", "256.0.0.1", "1.2.3", "1.2.3.4.5", "a.b.c.d", "::1", "::", ":", ":::", "1::", "::1%eth0", "::1%",
		"fe80::1%25eth0", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::ffff:127.0.0.1", "::ffff:127.0.0.300",
		"1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4::", "1.2.3.4:5::", "12345::", "g::", "A::f", ":1", "1:", "1:2:3:4:5:6:7::",
		"::2:3:4:5:6:7:8", "1::3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "::1.2.3", "example.org",
	} {
		want, wantErr := netip.ParseAddr(s)
		got, err := ParseAddr(s)
		if (err == nil) != (wantErr == nil) || err == nil && got.Is4() != want.Is4() {
			t.Errorf("%q: %v, %v; want %v, %v", s, got, err, want, wantErr)
		}
	}
}
