"""What to do next: grades and limiters, and what suits today."""
