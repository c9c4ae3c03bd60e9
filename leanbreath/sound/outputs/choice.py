"""Which output plays; the audio libraries are imported when they are first wanted."""

from collections.abc import Iterator

from leanbreath.sound.outputs import NoDevice, Output, OutputName, Source

FALLBACKS: dict[OutputName, tuple[OutputName, ...]] = {"auto": ("miniaudio", "simpleaudio")}


def started(name: OutputName, device: str, pre_roll: float, source: Source) -> Output:
    """Return the output of a name, or the first of `auto` that can be started; raise `NoDevice` where none can.

    An output that asks for frames is given near-silence first, and one that does not plays so many seconds of it.
    """
    reasons = []
    for output in _outputs(name, device, pre_roll):
        try:
            output.start(source)
        except NoDevice as reason:
            reasons.append(reason)
        else:
            return output
    raise reasons[0]


def _outputs(name: OutputName, device: str, pre_roll: float) -> Iterator[Output]:
    for each in FALLBACKS.get(name, (name,)):
        if each == "miniaudio":
            from leanbreath.sound.outputs.miniaudio import Miniaudio

            yield Miniaudio(device)
        if each == "simpleaudio":
            from leanbreath.sound.outputs.simpleaudio import Simpleaudio

            yield Simpleaudio(pre_roll)
