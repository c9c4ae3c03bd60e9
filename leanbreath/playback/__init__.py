"""A session with its side effects: sound, diary, signals, the display kept awake."""
