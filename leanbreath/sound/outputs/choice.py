"""Which output plays; the audio libraries are imported when they are first wanted."""

from collections.abc import Iterator

from leanbreath.sound.outputs import NoDevice, Output, OutputName, Source

FALLBACKS: dict[OutputName, tuple[OutputName, ...]] = {"auto": ("miniaudio", "simpleaudio")}


def started(name: OutputName, device: str, source: Source) -> Output:
    """Return the output of a name, or the first of `auto` that can be started; raise `NoDevice` where none can."""
    reasons = []
    for output in _outputs(name, device):
        try:
            output.start(source)
        except NoDevice as reason:
            reasons.append(reason)
        else:
            return output
    raise reasons[0]


def _outputs(name: OutputName, device: str) -> Iterator[Output]:
    for each in FALLBACKS.get(name, (name,)):
        if each == "miniaudio":
            from leanbreath.sound.outputs.miniaudio import Miniaudio

            yield Miniaudio(device)
        if each == "simpleaudio":
            from leanbreath.sound.outputs.simpleaudio import Simpleaudio

            yield Simpleaudio()
