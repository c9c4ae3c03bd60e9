// The picture on the page: a frame of the video, the points tapped in it, and a cross for the next one.

import { drawCross, drawLine, drawRing } from "./marks.js";
import { Loupe } from "./loupe.js";

/** How much slower than a finger a point moves: a finger is less exact than the pixels of a video. */
const FINGER_RATIO = 1 / 4;

/** How far an arrow key moves the cross, in pixels of the video; with Shift, ten times as far. */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {Point & {id: string}} Mark
 */

export class Stage {
  #video;
  #canvas;
  #loupe;
  #onPoint;
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Point | null} */
  #cross = null;
  /** Where a press began: the finger in CSS pixels, and the point it set. @type {{finger: Point, point: Point} | null} */
  #press = null;
  #isAsking = false;

  /** @param {{video: HTMLVideoElement, canvas: HTMLCanvasElement, loupe: HTMLCanvasElement}} elements @param {(point: Point) => void} onPoint */
  constructor({ video, canvas, loupe }, onPoint) {
    this.#video = video;
    this.#canvas = canvas;
    this.#loupe = new Loupe(loupe, video);
    this.#onPoint = onPoint;
    canvas.addEventListener("pointerdown", (event) => this.#pressed(event));
    canvas.addEventListener("pointermove", (event) => this.#moved(event));
    canvas.addEventListener("pointerup", (event) => this.#released(event));
    canvas.addEventListener("pointercancel", () => this.#cancelled());
    canvas.addEventListener("pointerleave", () => this.#press || this.#loupe.hide());
    new ResizeObserver(() => this.#draw()).observe(canvas);
  }

  /** Show points, and ask for another one or not. */
  show(/** @type {Mark[]} */ marks, /** @type {boolean} */ isAsking) {
    this.#marks = marks;
    this.#isAsking = isAsking;
    this.#press = null;
    this.#loupe.hide();
    this.#canvas.classList.toggle("asking", isAsking);
    if (!isAsking) this.#cross = null;
    if (isAsking) this.#canvas.scrollIntoView({ block: "nearest" }); // the button pressed last may be far below it
    this.#draw();
  }

  /** Move the cross by a key, or set the point where it is; return whether the key did something. */
  pressKey(/** @type {KeyboardEvent} */ { key, shiftKey }) {
    if (!this.#isAsking) return false;
    const step = ARROWS[/** @type {keyof ARROWS} */ (key)];
    if (step) this.#moveCross(step[0] * (shiftKey ? 10 : 1), step[1] * (shiftKey ? 10 : 1));
    else if ((key === "Enter" || key === " ") && this.#cross) this.#onPoint(this.#cross);
    else return false;
    return true;
  }

  #moveCross(/** @type {number} */ x, /** @type {number} */ y) {
    const from = this.#cross ?? { x: this.#video.videoWidth / 2, y: this.#video.videoHeight / 2 };
    this.#aim({ x: from.x + x, y: from.y + y });
  }

  #pressed(/** @type {PointerEvent} */ event) {
    if (!this.#isAsking || !event.isPrimary || event.button) return;
    this.#canvas.setPointerCapture(event.pointerId);
    const finger = this.#placeOf(event);
    this.#press = { finger, point: this.#pointAt(finger) };
    this.#aim(this.#press.point, finger);
  }

  #moved(/** @type {PointerEvent} */ event) {
    if (!this.#isAsking || !event.isPrimary) return;
    const finger = this.#placeOf(event);
    if (this.#press) this.#aim(this.#dragged(event, this.#press), finger);
    else if (event.pointerType === "mouse") this.#aim(this.#pointAt(finger), finger);
  }

  #released(/** @type {PointerEvent} */ event) {
    if (!this.#press || !event.isPrimary) return;
    const point = this.#dragged(event, this.#press);
    this.#press = null;
    this.#onPoint(this.#inside(point));
  }

  #cancelled() {
    this.#press = null;
    this.#loupe.hide();
  }

  /** Return the point that a press has been dragged to. @param {PointerEvent} event @param {{finger: Point, point: Point}} press */
  #dragged(event, { finger, point }) {
    const ratio = (event.pointerType === "mouse" ? 1 : FINGER_RATIO) / this.#scale;
    const place = this.#placeOf(event);
    return { x: point.x + (place.x - finger.x) * ratio, y: point.y + (place.y - finger.y) * ratio };
  }

  /** Put the cross on a point, and the loupe over it. */
  #aim(/** @type {Point} */ point, /** @type {Point | null} */ finger = null) {
    this.#cross = this.#inside(point);
    const scale = this.#scale;
    this.#loupe.show(this.#cross, scale, finger ?? { x: this.#cross.x * scale, y: this.#cross.y * scale });
    this.#draw();
  }

  /** Return where in the picture an event is, in CSS pixels and their parts. */
  #placeOf(/** @type {PointerEvent} */ { clientX, clientY }) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #pointAt(/** @type {Point} */ place) {
    return { x: place.x / this.#scale, y: place.y / this.#scale };
  }

  #inside(/** @type {Point} */ { x, y }) {
    const { videoWidth, videoHeight } = this.#video;
    return { x: Math.min(Math.max(x, 0), videoWidth), y: Math.min(Math.max(y, 0), videoHeight) };
  }

  /** CSS pixels per pixel of the video. */
  get #scale() {
    return this.#canvas.clientWidth / this.#video.videoWidth || 1;
  }

  #draw() {
    const canvas = this.#canvas;
    const ratio = window.devicePixelRatio;
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(ratio, ratio);
    const placed = this.#marks.map(({ id, x, y }) => ({ id, x: x * this.#scale, y: y * this.#scale }));
    const at = (/** @type {string} */ id) => placed.find((each) => each.id === id);
    const [hip, neck] = [at("hip"), at("neck")];
    if (hip && neck) drawLine(context, hip, neck, 1.5);
    for (const each of placed) drawRing(context, each, 6);
    if (this.#cross) drawCross(context, { x: this.#cross.x * this.#scale, y: this.#cross.y * this.#scale }, 16);
  }
}
