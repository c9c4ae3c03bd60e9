"""What will happen and when: a routine composed into segments and cues on one line of frames."""
