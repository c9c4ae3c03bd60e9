"""How a session is ended from outside."""


class Stopped(BaseException):
    """A signal that ends the program, raised so that everything is put in order on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
