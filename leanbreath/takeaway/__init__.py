"""What a runner takes along: a routine as an audio file."""
