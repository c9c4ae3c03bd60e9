// Points and lines drawn over a picture, visible on light and on dark.

/**
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {CanvasRenderingContext2D} Context
 */

const MARK = "#ffd60a";
const EDGE_COLOUR = "#000";

/** Draw a cross with a free middle, so that the pixel it points at stays visible. */
export function drawCross(/** @type {Context} */ context, /** @type {Point} */ at, /** @type {number} */ size) {
  const gap = size / 4;
  drawEdged(context, 2, () => {
    for (const [x, y] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(at.x + x * gap, at.y + y * gap);
      context.lineTo(at.x + x * size, at.y + y * size);
    }
  });
}

/** Draw a ring around a point. */
export function drawRing(/** @type {Context} */ context, /** @type {Point} */ at, /** @type {number} */ radius) {
  drawEdged(context, 2, () => {
    context.moveTo(at.x + radius, at.y);
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  });
}

/** Draw a line between two points. */
export function drawLine(/** @type {Context} */ context, /** @type {Point} */ a, /** @type {Point} */ b, /** @type {number} */ width = 3) {
  drawEdged(context, width, () => {
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
  });
}

/** Draw a text with an edge; `at` is the left end of its base line. */
export function drawText(/** @type {Context} */ context, /** @type {string} */ text, /** @type {Point} */ at, /** @type {number} */ size) {
  context.font = `bold ${size}px system-ui, sans-serif`;
  context.lineJoin = "round";
  context.lineWidth = size / 4;
  context.strokeStyle = EDGE_COLOUR;
  context.strokeText(text, at.x, at.y);
  context.fillStyle = MARK;
  context.fillText(text, at.x, at.y);
}

function drawEdged(/** @type {Context} */ context, /** @type {number} */ width, /** @type {() => void} */ trace) {
  for (const [colour, more] of /** @type {[string, number][]} */ ([[EDGE_COLOUR, 2], [MARK, 0]])) {
    context.beginPath();
    trace();
    context.strokeStyle = colour;
    context.lineWidth = width + more;
    context.stroke();
  }
}
