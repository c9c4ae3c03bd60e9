"""What a runner takes along: files that are written from routines."""
