"""Run a submission where it can do no harm: a confined process, a narrow channel, and nothing to find."""
