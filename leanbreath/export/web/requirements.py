"""The package that a page with sound needs."""

from importlib.util import find_spec

from leanbreath.routine.problems import InvalidRequest


def require_page_packages() -> None:
    """Raise `InvalidRequest` if the package that encodes the sound of a page is missing, or its library."""
    if find_spec("soundfile") is None:
        raise InvalidRequest("a web page needs one more package; install it with  pip install 'leanbreath[render]'")
    try:
        import soundfile  # noqa: F401 - on some systems it comes without its library
    except (ImportError, OSError) as error:
        raise InvalidRequest(
            f"a web page needs the library libsndfile; install it with your system ({error})"
        ) from error
