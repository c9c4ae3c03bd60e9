"""The bundled packs: one set of cues in three timbres."""

from dataclasses import dataclass

from leanbreath.sound.synth.tones import PARTIALS, Mono, Stereo, edged, glide, melody, panned, tick

D3, D4, A4, C5, E5, A5 = 146.83, 293.66, 440.0, 523.25, 659.26, 880.0
CS5 = 554.37


@dataclass(frozen=True)
class Timbre:
    """The timbre of a pack: pitches relative to the warm pack, and times in seconds and overtones of its tones."""

    ratio: float = 1.0
    partials: tuple[tuple[float, float], ...] = PARTIALS
    attack: float = 0.004
    decay: float = 1.0
    in_overtones: tuple[float, ...] = (0.3, 0.18, 0.08)
    out_overtones: tuple[float, ...] = (0.08,)
    short_overtones: tuple[float, ...] = (0.1,)
    knock: float = 1200.0
    knock_decay: float = 0.008
    knock_attack: float = 0.001
    knock_level: float = 1.0


WARM = Timbre()
BRIGHT = Timbre(
    ratio=2.0,
    partials=((1.0, 1.0), (2.0, 0.5), (3.0, 0.3), (4.2, 0.15)),
    attack=0.002,
    decay=0.8,
    in_overtones=(0.5, 0.35, 0.2),
    out_overtones=(0.25, 0.1),
    short_overtones=(0.4, 0.2),
    knock=2400.0,
    knock_decay=0.006,
    knock_attack=0.0005,
)
NIGHT = Timbre(
    ratio=0.5,
    partials=((1.0, 1.0), (2.0, 0.2), (3.0, 0.05)),
    attack=0.03,
    decay=1.5,
    in_overtones=(0.25, 0.1),
    out_overtones=(0.12,),
    short_overtones=(0.2,),
    knock=420.0,
    knock_decay=0.014,
    knock_attack=0.005,
    knock_level=0.78,
)

PACKS = {"warm": WARM, "bright": BRIGHT, "night": NIGHT}


def sounds(timbre: Timbre) -> dict[str, Stereo]:
    """Return the sound of each cue: shape (frames, 2), at its level."""
    return {
        "inhale": panned(_inhale(timbre), 0.0, 0.30),
        "exhale": panned(_exhale(timbre), 0.0, 0.30),
        "hold": panned(_short(timbre, A4, timbre.short_overtones), 0.0, 0.18),
        "rest": panned(_short(timbre, D3 * 2, (2 * timbre.short_overtones[0],)), 0.0, 0.18),
        "tick": panned(_knock(timbre, 1.0), 0.0, 0.22 * timbre.knock_level),
        "left": panned(_knock(timbre, 0.75), -0.7, 0.26 * timbre.knock_level),
        "right": panned(_knock(timbre, 1.125), 0.7, 0.26 * timbre.knock_level),
        "start": panned(_bells(timbre, ((0.0, A4), (0.13, E5)), 0.7, 0.12), 0.0, 0.34),
        "half": panned(_bells(timbre, ((0.0, C5), (0.2, C5)), 0.7, 0.10), 0.0, 0.26),
        "switch": panned(_bells(timbre, ((0.0, E5), (0.15, A4), (0.30, E5)), 0.9, 0.12), 0.0, 0.34),
        "step": panned(_bells(timbre, ((0.0, E5),), 0.6, 0.14), 0.0, 0.32),
        "done": panned(_bells(timbre, ((0.0, E5), (0.16, A4)), 0.8, 0.14), 0.0, 0.32),
        "end": panned(_bells(timbre, ((0.0, A4), (0.22, CS5), (0.44, E5), (0.66, A5)), 2.4, 0.35), 0.0, 0.42),
    }


def _inhale(timbre: Timbre) -> Mono:
    """Return a rising tone that swells and brightens."""
    return edged(glide(D4 * timbre.ratio, A4 * timbre.ratio, 0.9, timbre.in_overtones), 0.35, 0.25)


def _exhale(timbre: Timbre) -> Mono:
    """Return a falling, round tone that starts abruptly and fades away."""
    return edged(glide(A4 * timbre.ratio, D4 * timbre.ratio, 1.1, timbre.out_overtones), 0.03, 0.85)


def _short(timbre: Timbre, pitch: float, overtones: tuple[float, ...]) -> Mono:
    return edged(glide(pitch * timbre.ratio, pitch * timbre.ratio, 0.28, overtones), 0.05, 0.2)


def _knock(timbre: Timbre, ratio: float) -> Mono:
    return tick(timbre.knock * ratio, timbre.knock_decay, timbre.knock_attack)


def _bells(timbre: Timbre, notes: tuple[tuple[float, float], ...], length: float, decay: float) -> Mono:
    struck = tuple((second, pitch * timbre.ratio) for second, pitch in notes)
    return melody(struck, length, decay * timbre.decay, timbre.partials, timbre.attack)
