// The colours of all pages against each other, dark and light, as WCAG measures contrast.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const CSS = readFileSync(new URL("../../../leanbreath/export/web/shared/base.css", import.meta.url), "utf8");

/** Return the colours that a rule of the style sheet sets. */
function coloursOf(selector) {
  const rule = CSS.slice(CSS.indexOf(`${selector} {`));
  const found = rule.slice(0, rule.indexOf("}")).matchAll(/--([\w-]+): #([0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

function luminance(colour) {
  const [red, green, blue] = [0, 2, 4].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, two) {
  const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const FROM_AFAR = [["text", "ground"], ["text", "ground-2"], ["on-accent", "accent"], ["text", "button"]];
const FROM_NEAR = [["quiet", "ground"], ["quiet", "ground-2"], ["quiet", "button"], ["accent", "ground"]];
const SHAPES = [["focus", "ground"], ["focus", "ground-2"], ["body", "ground"], ["body", "ground-2"], ["accent", "ground-2"]];

for (const [name, selector] of [["light", ":root"], ["dark", ':root[data-theme="dark"]']]) {
  const colours = coloursOf(selector);
  for (const [pairs, least] of [[FROM_AFAR, 7], [FROM_NEAR, 4.5], [SHAPES, 3]]) {
    test(`${name}: ${pairs.map((pair) => pair.join(" on ")).join(", ")} have a contrast of ${least} at least`, () => {
      for (const [front, back] of pairs) assert.ok(contrast(colours[front], colours[back]) >= least, `${front} on ${back}: ${contrast(colours[front], colours[back])}`);
    });
  }
}

test("dark is the same whether the system or the runner chose it", () => {
  assert.deepEqual(coloursOf(':root:not([data-theme="light"])'), coloursOf(':root[data-theme="dark"]'));
});
