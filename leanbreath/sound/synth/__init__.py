"""Synthesises the bundled sound packs."""
