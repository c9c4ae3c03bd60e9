"""Code blocks of a page, by the mark before them."""

import re


def code_block(page: str, mark: str) -> str:
    """Return the code block that follows a mark, `<!-- mark -->`."""
    found = re.search(rf"<!-- {re.escape(mark)} -->\n```\w*\n(.*?)```", page, re.DOTALL)
    assert found, mark
    return found[1]
