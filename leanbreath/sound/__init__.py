"""How it sounds: synthesis of the cues, sound packs, the mixer and the outputs."""
