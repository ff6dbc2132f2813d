"""Grade the course's assignments: release, confined execution, comparison, gradebook, feedback and report."""
