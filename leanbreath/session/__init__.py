"""A controller under way: its states, its time line, its clock, and the account of what was done."""
