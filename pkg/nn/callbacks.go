package nn

// callbackEntries are the rows of [Callbacks], each beside its callback.
var callbackEntries = []*Entry{
	&earlyStoppingEntry, &lambdaCallbackEntry, &learningRateSchedulerEntry, &reduceLROnPlateauEntry, &terminateOnNaNEntry,
}
