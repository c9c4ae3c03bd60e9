// Buttons, a slider and keys that find a frame.

import { button, markup } from "./markup.js";
import { timeText } from "./wording.js";

/** How many frames the outer buttons go. */
const MANY = 10;

export class FrameControls {
  #viewer;
  #video;
  #slider;
  #readout = markup("output", { class: "readout" });
  /** What is under way: nothing else begins before it ends. @type {Promise<unknown> | null} */
  #work = null;
  /** The latest place of the slider that isn't shown yet. @type {number | null} */
  #wanted = null;

  /** @param {HTMLElement} box @param {HTMLVideoElement} video @param {import("./frame_viewer.js").FrameViewer} viewer */
  constructor(box, video, viewer) {
    this.#video = video;
    this.#viewer = viewer;
    this.#slider = /** @type {HTMLInputElement} */ (
      markup("input", { type: "range", min: 0, step: "any", "aria-label": "Place in the video", input: () => this.#slide() })
    );
    const row = markup(
      "div",
      { class: "row", role: "group", "aria-label": "Frames" },
      button("◀◀", () => this.step(-MANY), { "aria-label": "Ten frames back" }),
      button("◀", () => this.step(-1), { "aria-label": "A frame back" }),
      this.#readout,
      button("▶", () => this.step(1), { "aria-label": "A frame on" }),
      button("▶▶", () => this.step(MANY), { "aria-label": "Ten frames on" }),
    );
    box.append(this.#slider, row);
  }

  /** Go a frame, or about ten, on or back; ignored while the last step is under way. */
  async step(/** @type {number} */ frames) {
    if (this.#work) return;
    await this.#doing(async () => {
      const { frame, frameSeconds } = this.#viewer;
      if (frames === 1) await this.#viewer.showNext();
      else if (frames === -1) await this.#viewer.showPrevious();
      else await this.#viewer.show(Math.max(0, frame + frames * frameSeconds));
    });
  }

  /** Show the frame of a time. */
  show(/** @type {number} */ seconds) {
    return this.#doing(() => this.#viewer.show(seconds));
  }

  /** Go by an arrow key; return whether it is one. */
  pressKey(/** @type {KeyboardEvent} */ { key, shiftKey }) {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
    this.step((key === "ArrowRight" ? 1 : -1) * (shiftKey ? MANY : 1));
    return true;
  }

  async #slide() {
    this.#wanted = Number(this.#slider.value);
    while (this.#wanted !== null && !this.#work) {
      const seconds = this.#wanted;
      this.#wanted = null;
      await this.show(seconds);
    }
  }

  /** Do something with the video, after what is under way. */
  async #doing(/** @type {() => Promise<unknown>} */ action) {
    const before = this.#work;
    const work = Promise.resolve(before).then(action);
    this.#work = work;
    try {
      await work;
    } finally {
      if (this.#work === work) this.#work = null;
      this.showPlace();
    }
  }

  /** Show which frame it is. */
  showPlace() {
    this.#slider.max = String(this.#video.duration);
    if (this.#wanted === null) this.#slider.value = String(this.#viewer.frame);
    this.#slider.setAttribute("aria-valuetext", timeText(this.#viewer.frame));
    this.#readout.textContent = timeText(this.#viewer.frame);
  }
}
