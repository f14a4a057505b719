package session

import (
	"context"
	"slices"
	"time"
)

// Job is something to work out beside the training: the loss over the weights,
// one step, the trainings from many initial weights, the saved runs once more. It
// is a plain value; the work happens in [Jobs].
type Job interface {
	// topic is what the job is about: a later one on the same topic takes its
	// place.
	topic() string
	// begin returns the work, nothing of it done.
	begin() work
}

// work is a job that has begun. Slice works until the deadline and returns what
// is known by then.
type work interface {
	slice(ctx context.Context, deadline time.Time) (m Msg, done bool)
}

// Jobs works on the jobs that Update begins, the latest first, in slices.
// Like the [Trainer] it changes in place and belongs to whoever performs the
// effects. The zero value is ready.
type Jobs struct {
	underway []underway // the latest last
}

type underway struct {
	topic string
	work  work
}

// Begin takes up a job, and drops an earlier one on the same topic.
func (s *Jobs) Begin(study Job) {
	s.Drop(study)
	s.underway = append(s.underway, underway{study.topic(), study.begin()})
}

// Drop leaves the job on a topic.
func (s *Jobs) Drop(study Job) {
	s.underway = slices.DeleteFunc(s.underway, func(u underway) bool {
		if u.topic != study.topic() {
			return false
		}
		u.drop()
		return true
	})
}

// dropLatest leaves the job that Slice works on.
func (s *Jobs) dropLatest() {
	if last := len(s.underway) - 1; last >= 0 {
		s.underway[last].drop()
		s.underway = s.underway[:last]
	}
}

// drop lets go of what the work holds.
func (u underway) drop() {
	if work, ok := u.work.(interface{ drop() }); ok {
		work.drop()
	}
}

// Idle reports whether there is nothing to work on.
func (s *Jobs) Idle() bool { return len(s.underway) == 0 }

// Slice works until the deadline, on the latest job first, and returns what
// is known by then.
func (s *Jobs) Slice(ctx context.Context, deadline time.Time) []Msg {
	var messages []Msg
	for len(s.underway) > 0 {
		latest := len(s.underway) - 1
		m, done := s.underway[latest].work.slice(ctx, deadline)
		if m != nil {
			messages = append(messages, m)
		}
		if !done {
			break
		}
		s.underway = s.underway[:latest]
		if !time.Now().Before(deadline) {
			break
		}
	}
	return messages
}

// beginJobs begins the jobs whose results the open views need and do not have.
func (s Session) beginJobs(effects []Effect) (Session, []Effect) {
	for _, next := range []func(Session) (Session, Job){
		Session.readProgram, Session.retrainSaved, Session.trainMultiStart, Session.computeSurface, Session.traceStep,
	} {
		var study Job
		if s, study = next(s); study != nil {
			effects = append(effects, BeginJob{Job: study})
		}
	}
	return s, effects
}

// droppedJobs are the jobs of the views that were open before and are not now. The
// surface cannot be closed, but that of a larger model, of which a single loss can take
// longer than a frame, waits while a training runs.
func (s Session) droppedJobs(before Session) []Effect {
	var effects []Effect
	for _, topic := range []struct {
		study       Job
		before, now bool
	}{
		{RetrainSaved{}, len(before.SavedRuns) > 0, len(s.SavedRuns) > 0},
		{TrainMultiStart{}, before.MultiStart.Open, s.MultiStart.Open},
		{TraceStep{}, before.StepTrace.Open, s.StepTrace.Open},
		{ComputeSurface{}, before.Run.Phase != Running, s.Run.Phase != Running || len(s.Shown().Params) <= 2},
	} {
		if topic.before && !topic.now {
			effects = append(effects, DropJob{Job: topic.study})
		}
	}
	return effects
}

// nextJob returns the session with the number of its next job.
func (s Session) nextJob() (Session, int) {
	s.jobs++
	return s, s.jobs
}
