"""A session under way: its states, timeline, clock, moves and progress."""
