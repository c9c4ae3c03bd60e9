"""leanbreath leads runners through breathing, mobility and lean drills, on time to the sample."""

__version__ = "0.1.0"
