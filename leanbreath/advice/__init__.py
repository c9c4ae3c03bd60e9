"""Training advice: what is unwise about a drill or a routine, why, and by which source."""
