"""Reminders by the scheduler that the system has: what is written for each, as pure text, and what does it."""
