"""What of a page is cut off or lies upon something else, by the boxes of its texts, buttons and pictures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FAULTS = """\
(isFixed) => {
  const SHARE = 0.18;  // letters leave this much of their line free above and below
  const SLACK = 1.5;
  const NO_TEXT = "script, style, noscript, textarea, option, svg";
  const isShown = (element) =>
    element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !element.closest(".unseen");
  const inner = ({left, top, right, bottom}, share) => {
    const free = (bottom - top) * share;
    return {left, right, top: top + free, bottom: bottom - free};
  };
  const textBoxes = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || element.closest(NO_TEXT) || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) found.push({element, name: node.data.trim(), box: inner(rect, SHARE)});
    }
    return found;
  };
  const solid = [...document.querySelectorAll("button, svg, textarea, video, canvas, input")].filter(isShown)
    .map((element) => ({element, name: element.id || element.tagName, box: element.getBoundingClientRect()}))
    .filter(({box}) => box.width && box.height);
  const all = [...textBoxes(), ...solid];
  const name = ({element, name}) => `${element.id || element.className || element.tagName} "${name.slice(0, 40)}"`;
  const faults = [];
  const {clientWidth, clientHeight} = document.documentElement;
  for (const each of all) {
    const {left, top, right, bottom} = each.box;
    if (left < -SLACK || right > clientWidth + SLACK) faults.push(`${name(each)} leaves the page sideways`);
    if (isFixed && (top < -SLACK || bottom > clientHeight + SLACK)) faults.push(`${name(each)} leaves the screen`);
    for (let around = each.element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const rect = around.getBoundingClientRect();
      if (style.overflowX !== "visible" && (left < rect.left - SLACK || right > rect.right + SLACK)
        || style.overflowY !== "visible" && (top < rect.top - SLACK || bottom > rect.bottom + SLACK)) {
        faults.push(`${name(each)} is cut off by ${around.id || around.className}`);
        break;
      }
    }
  }
  all.forEach((one, index) => {
    for (const other of all.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > SLACK && high > SLACK) faults.push(`${name(one)} lies upon ${name(other)}`);
    }
  });
  if (document.scrollingElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
  return [...new Set(faults)];
}
"""


def layout_faults(page: "Page", fixed: bool = False) -> list[str]:
    """Return what is cut off, or lies upon something else; a `fixed` page must also fit the screen's height."""
    faults: list[str] = page.evaluate(FAULTS, fixed)
    return faults
