"""What is the user's: paths, library, settings, languages and the log."""
