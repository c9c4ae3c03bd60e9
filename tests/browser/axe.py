"""What axe-core finds on a page: barriers for people who use a screen reader, a keyboard or large text."""

from typing import TYPE_CHECKING

from tests.node_packages import node_package

if TYPE_CHECKING:
    from playwright.sync_api import Page

SERIOUS = ("serious", "critical")

RUN = """\
async () => (await axe.run()).violations.flatMap(({id, impact, help, nodes}) =>
  nodes.map((node) => ({impact, text: `${id}: ${help}: ${node.html} ${node.failureSummary}`})))
"""


def serious_findings(page: "Page") -> list[str]:
    """Return the serious and critical findings of axe-core on a page as it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(node_package("axe-core/axe.min.js").read_text())
    return [each["text"] for each in page.evaluate(RUN) if each["impact"] in SERIOUS]
