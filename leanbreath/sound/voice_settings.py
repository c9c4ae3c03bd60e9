"""The voice in the settings."""

import shlex
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, cast, get_args

from leanbreath.routine.basic_notations import Notation, NotationError
from leanbreath.routine.form_fields import Help
from leanbreath.routine.name_suggestions import suggestion

VoiceEngine = Literal["auto", "off", "hibari", "espeak", "piper", "system", "command"]


def _engine(text: str) -> "VoiceSettings":
    if text not in get_args(VoiceEngine):
        raise NotationError(f'no voice engine "{text}"', suggestion(text, get_args(VoiceEngine)))
    return VoiceSettings(engine=cast(VoiceEngine, text))


@dataclass(frozen=True, kw_only=True)
class VoiceSettings:
    """A voice: an engine, the name of its voice, or a command that speaks a line into a WAV file."""

    notation: ClassVar[Notation] = Notation(_engine, "a voice", "auto|off|hibari|espeak|system", ("auto", "off"))

    engine: Annotated[VoiceEngine, Help("Who speaks; auto takes the first voice available.")] = "auto"
    name: Annotated[str, Help("The name of the voice, such as en-us.")] = "en"
    model: Annotated[
        str,
        Help("For the engine piper: the .onnx file of your voice.", "none", "~/voices/en_GB-alba-medium.onnx"),
    ] = ""
    command: Annotated[
        str, Help("For the engine command: a command that speaks into {file}.", "none", '"espeak-ng -w {file}"')
    ] = ""

    def __post_init__(self) -> None:
        try:
            words = shlex.split(self.command)
        except ValueError as error:
            raise NotationError(f"this command is cut short: {str(error).lower()}", "close its quotes") from None
        if self.engine == "command" and not words:
            raise NotationError('the engine "command" needs a command', 'add command: "... {file}"')
        if self.engine == "piper" and not self.model:
            raise NotationError('the engine "piper" needs a model', "add model: ~/voices/en_GB-alba-medium.onnx")
