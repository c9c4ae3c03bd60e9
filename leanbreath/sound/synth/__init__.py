"""Makes the bundled sound packs from nothing but numbers."""
