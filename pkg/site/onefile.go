package site

// OneFile is the page as one document, for whoever has no network. It has scripts in it,
// which the policy of the site's documents forbids: it is handed out to be kept, and
// opened from there with a policy of its own.
const OneFile = "first-neuron.html"

// downloadHeaders go with it on top.
func downloadHeaders() []header {
	return []header{{"Content-Disposition", "attachment"}}
}
