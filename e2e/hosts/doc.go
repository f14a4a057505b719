// Package hosts puts an activity into the programs that teachers have, as they would: into
// a WordPress that is installed for the test. A learner answers it there. The tests have
// the tag hosts, since they want a database and PHP; the command is make hosts.
package hosts
