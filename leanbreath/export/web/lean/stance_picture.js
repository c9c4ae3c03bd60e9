// The picture of a stance: what was filmed around the runner, with the line of the trunk and its angle.

import { drawLine, drawRing, drawText } from "./marks.js";
import { inRadians, lengthBetween, leanOfLine } from "./geometry.js";

/** How far the picture reaches from the hip, in lengths of the trunk. */
const REACH = { up: 1.9, down: 2.2, aside: 1.7 };

/** How long the lines are, in lengths of the trunk. */
const LINE_LENGTH = 1.7;

/** The height of a picture, in pixels. */
export const PICTURE_HEIGHT = 480;
export const PICTURE_WIDTH = Math.round((PICTURE_HEIGHT * 2 * REACH.aside) / (REACH.up + REACH.down));

/**
 * Return what the video shows now around a runner, as a picture that stays.
 * @param {HTMLVideoElement} video @param {import("./geometry.js").Point} hip @param {import("./geometry.js").Point} neck
 */
export function runnerPicture(video, hip, neck) {
  const { left, top, scale } = frameAround(hip, neck);
  const canvas = blankPicture();
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.imageSmoothingQuality = "high";
  context.drawImage(video, left, top, PICTURE_WIDTH / scale, PICTURE_HEIGHT / scale, 0, 0, PICTURE_WIDTH, PICTURE_HEIGHT);
  return canvas;
}

/**
 * Return the picture of a stance: the trunk, where it would be while standing, and the lean between the two.
 * @param {HTMLCanvasElement} picture @param {import("./stance.js").Stance} stance @param {number} lean
 * @param {import("./standing.js").Zero} zero
 */
export function stancePicture(picture, { hip, neck }, lean, zero) {
  const canvas = blankPicture();
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(picture, 0, 0);
  const { left, top, scale } = frameAround(hip, neck);
  const placed = ({ x, y }) => ({ x: (x - left) * scale, y: (y - top) * scale });
  const [a, b] = [placed(hip), placed(neck)];
  context.setLineDash([8, 8]);
  drawLine(context, a, endOfLine(a, zero.trunkAngle, LINE_LENGTH * lengthBetween(a, b)), 2);
  context.setLineDash([]);
  drawLine(context, a, endOfLine(a, leanOfLine(hip, neck), LINE_LENGTH * lengthBetween(a, b)), 3);
  for (const each of [a, b]) drawRing(context, each, 7);
  drawText(context, degreesText(lean), { x: 12, y: PICTURE_HEIGHT - 16 }, 36);
  return canvas;
}

/** Return degrees of lean with one decimal; a sign shows leaning back. */
export function degreesText(/** @type {number} */ degrees) {
  const text = Math.abs(degrees).toFixed(1);
  return `${degrees < 0 && Number(text) ? "−" : ""}${text}°`;
}

function blankPicture() {
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE_WIDTH;
  canvas.height = PICTURE_HEIGHT;
  return canvas;
}

function frameAround(/** @type {import("./geometry.js").Point} */ hip, /** @type {import("./geometry.js").Point} */ neck) {
  const trunk = Math.max(lengthBetween(hip, neck), 1);
  const scale = PICTURE_HEIGHT / ((REACH.up + REACH.down) * trunk);
  return { left: hip.x - REACH.aside * trunk, top: hip.y - REACH.up * trunk, scale };
}

/** Return the end of a line of a length that leans to the right of the vertical by an angle. */
function endOfLine(/** @type {import("./geometry.js").Point} */ from, /** @type {number} */ angle, /** @type {number} */ length) {
  const turned = inRadians(angle);
  return { x: from.x + length * Math.sin(turned), y: from.y - length * Math.cos(turned) };
}
