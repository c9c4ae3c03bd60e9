"""Files to take along: audio."""
