"""Settings that every test shares."""

import hypothesis

pytest_plugins = ["transports"]

# The same examples in every run; no deadline, since a busy machine must not decide whether a test passes.
hypothesis.settings.register_profile("project", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("project")
