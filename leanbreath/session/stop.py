"""How a session is ended from outside."""


class TerminalGone(Exception):
    """Says that the terminal of a session was closed."""


class Stopped(BaseException):
    """A signal that ends the program, raised so that everything is put in order on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
