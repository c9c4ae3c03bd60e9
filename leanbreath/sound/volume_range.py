"""The range of the volume, and the step of its keys, in decibels."""

LOUDEST_DB, SOFTEST_DB = 6, -36
STEP_DB = 3
