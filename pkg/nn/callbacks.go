package nn

// callbackEntries are the rows of [Callbacks], each beside its callback.
var callbackEntries = []*Entry{
	&csvLoggerEntry, &earlyStoppingEntry, &lambdaCallbackEntry, &learningRateSchedulerEntry, &modelCheckpointEntry, &reduceLROnPlateauEntry, &swapEMAWeightsEntry, &terminateOnNaNEntry,
}
