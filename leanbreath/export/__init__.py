"""To take along: audio files."""
