"""Which output plays; the audio libraries are imported when they are first needed."""

from leanbreath.sound.outputs import NoDevice, Output, OutputName, PullSource, PushSource

FALLBACKS: dict[OutputName, tuple[OutputName, ...]] = {"auto": ("pulseaudio", "miniaudio", "simpleaudio")}


def open_output(
    name: OutputName, device: str, pre_roll_seconds: float, pulled: PullSource, pushed: PushSource
) -> Output:
    """Return the output of a name, or the first of `auto` that opens, once it plays; raise `NoDevice` if none does.

    An output that is pushed chunks plays so many seconds of near-silence first; to one that pulls, `pulled` gives them.
    """
    reasons = []
    for each in FALLBACKS.get(name, (name,)):
        try:
            if each == "simpleaudio":
                return _open_simpleaudio(pre_roll_seconds, pushed)
            if each == "pulseaudio":
                return _open_pulseaudio(device, pulled)
            return _open_miniaudio(device, pulled)
        except NoDevice as reason:
            reasons.append(reason)
    raise reasons[0]


def _open_pulseaudio(device: str, source: PullSource) -> Output:
    from leanbreath.sound.outputs.pulseaudio import PulseAudio

    output = PulseAudio(device)
    output.start(source)
    return output


def _open_miniaudio(device: str, source: PullSource) -> Output:
    from leanbreath.sound.outputs.miniaudio import Miniaudio

    output = Miniaudio(device)
    output.start(source)
    return output


def _open_simpleaudio(pre_roll_seconds: float, source: PushSource) -> Output:
    from leanbreath.sound.outputs.simpleaudio import Simpleaudio

    output = Simpleaudio(pre_roll_seconds)
    output.start(source)
    return output
