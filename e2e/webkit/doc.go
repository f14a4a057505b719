// Package webkit drives WebKitGTK, whose engine is that of Safari, by WebDriver: the
// first lesson, an embed, a drag, and the page in one file. It is apart from the other
// browser tests, since few machines have the package webkit2gtk-driver: `make webkit`
// runs it.
//
// Source: W3C, WebDriver (level 2), sections 8 to 15.
package webkit
