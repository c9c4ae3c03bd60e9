// A loupe: the pixels around a point, four times as large as in the picture, away from the finger that covers them.

import { drawCross } from "./marks.js";

export const MAGNIFICATION = 4;

/** The width of the loupe and how far it is from the point, in CSS pixels. */
const WIDTH = 144;
const DISTANCE = 40;

export class Loupe {
  #canvas;
  #video;

  constructor(/** @type {HTMLCanvasElement} */ canvas, /** @type {HTMLVideoElement} */ video) {
    this.#canvas = canvas;
    this.#video = video;
    canvas.width = canvas.height = WIDTH * window.devicePixelRatio;
  }

  /**
   * Show the pixels around a point of the video. `scale` is CSS pixels per pixel of the video; `finger` is the place in
   * the picture that stays free, in CSS pixels.
   * @param {import("./geometry.js").Point} point @param {number} scale @param {import("./geometry.js").Point} finger
   */
  show(point, scale, finger) {
    const shown = WIDTH / (MAGNIFICATION * scale);
    const { width } = this.#canvas;
    const context = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext("2d"));
    context.imageSmoothingEnabled = false;
    context.fillStyle = "#555";
    context.fillRect(0, 0, width, width);
    context.drawImage(this.#video, point.x - shown / 2, point.y - shown / 2, shown, shown, 0, 0, width, width);
    drawCross(context, { x: width / 2, y: width / 2 }, width / 6);
    this.#canvas.hidden = false;
    this.#place(finger);
  }

  hide() {
    this.#canvas.hidden = true;
  }

  /** Put the loupe above the finger, or below it where there is no room. */
  #place(/** @type {import("./geometry.js").Point} */ finger) {
    const { left, top, width } = this.#video.getBoundingClientRect();
    const above = finger.y - DISTANCE - WIDTH;
    const isRoomAbove = top + above >= 0;
    const x = Math.min(Math.max(finger.x - WIDTH / 2, -left), Math.max(width, WIDTH) - WIDTH);
    this.#canvas.style.transform = `translate(${x}px, ${isRoomAbove ? above : finger.y + DISTANCE}px)`;
  }
}
