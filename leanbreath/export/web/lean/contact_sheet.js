// The contact sheet: all stances of a clip in one picture to save.

import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./stance_picture.js";

const COLUMNS = 4;
const GAP = 12;
const LINE = 40;

/**
 * Return one picture of all stances in rows, with lines of text above them and a caption below each.
 * @param {{picture: HTMLCanvasElement, caption: string}[]} stances @param {string[]} lines
 */
export function contactSheet(stances, lines) {
  const columns = Math.min(COLUMNS, Math.max(stances.length, 2));
  const canvas = document.createElement("canvas");
  canvas.width = columns * (PICTURE_WIDTH + GAP) + GAP;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.font = font(26);
  const folded = lines.flatMap((line) => foldedText(context, line, canvas.width - 2 * GAP));
  const head = GAP + folded.length * LINE + GAP;
  canvas.height = head + Math.ceil(stances.length / columns) * (PICTURE_HEIGHT + LINE + GAP);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#10202c";
  context.font = font(26);
  folded.forEach((line, index) => context.fillText(line, GAP, GAP + (index + 0.75) * LINE));
  stances.forEach(({ picture, caption }, index) => {
    const x = GAP + (index % columns) * (PICTURE_WIDTH + GAP);
    const y = head + Math.floor(index / columns) * (PICTURE_HEIGHT + LINE + GAP);
    context.drawImage(picture, x, y);
    context.fillText(caption, x, y + PICTURE_HEIGHT + LINE * 0.75, PICTURE_WIDTH);
  });
  return canvas;
}

function font(/** @type {number} */ size) {
  return `${size}px system-ui, sans-serif`;
}

/** Return a text in lines that are no wider than some pixels. */
function foldedText(/** @type {CanvasRenderingContext2D} */ context, /** @type {string} */ text, /** @type {number} */ width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
