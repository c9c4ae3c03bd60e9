// The small drawing beside an instruction: our figure, and a marker where to tap.

import { svgMarkup } from "./markup.js";

/**
 * A figure of the page's data: layers of outlines with their tags, and where its points are, in its own units.
 * @typedef {{view_box: number[], layers: {tag: string, shapes: string[]}[], points: Record<string, number[]>}} Figure
 */

/**
 * Return the drawing of a figure. It is decoration: the instruction says the same.
 * @param {Figure} figure @param {string | undefined} mark @param {boolean} isFacingLeft @returns {SVGSVGElement}
 */
export function figureDrawing(figure, mark, isFacingLeft) {
  const [left, , width] = figure.view_box;
  const mirror = isFacingLeft ? `translate(${2 * left + width} 0) scale(-1 1)` : null;
  const shapes = figure.layers.map(({ tag, shapes: outlines }) =>
    svgMarkup("g", { class: `layer ${tag}` }, ...outlines.map((d) => svgMarkup("path", { d }))),
  );
  const at = mark && figure.points[mark];
  const marker = at ? markerDrawing(at[0], at[1]) : [];
  return /** @type {SVGSVGElement} */ (
    svgMarkup("svg", { viewBox: figure.view_box.join(" "), "aria-hidden": "true" }, svgMarkup("g", { transform: mirror }, ...shapes, ...marker))
  );
}

function markerDrawing(/** @type {number} */ cx, /** @type {number} */ cy) {
  return [
    svgMarkup("circle", { class: "marker-ring", cx, cy, r: 11 }),
    svgMarkup("circle", { class: "marker", cx, cy, r: 5 }),
  ];
}
