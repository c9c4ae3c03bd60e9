"""What is the user's: paths, settings, language, and files written whole or not at all."""
