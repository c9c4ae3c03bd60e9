// The pictures of what was tapped: each stance, and the fixed point of the background. They are made once.

import { secondsOfFixedPoint } from "./steps.js";
import { runnerPicture } from "./stance_picture.js";

/** How much of the video is shown around the fixed point, as a share of its height, and how large, in pixels. */
const AROUND = 0.15;
const SIZE = 192;

export class StancePictures {
  #video;
  #show;
  /** @type {Map<object, HTMLCanvasElement>} */
  #made = new Map();

  /** @param {HTMLVideoElement} video @param {(seconds: number) => Promise<void>} show shows the frame of a time */
  constructor(video, show) {
    this.#video = video;
    this.#show = show;
  }

  /** Return the picture of a stance or of the fixed point, if it is made. @param {object | null} tapped */
  of(tapped) {
    return (tapped && this.#made.get(tapped)) ?? null;
  }

  /** Return whether pictures of a state are missing. @param {import("./steps.js").State} state */
  areMissing({ standing, stances }) {
    return [...(standing ? [standing] : []), ...stances].some((each) => !this.#made.has(each));
  }

  /** Make the pictures of a state that are missing. @param {import("./steps.js").State} state */
  async make(state) {
    const { standing, stances } = state;
    if (standing && !this.#made.has(standing)) {
      await this.#show(secondsOfFixedPoint(state, standing));
      this.#made.set(standing, this.#around(standing.background));
    }
    for (const each of stances) {
      if (this.#made.has(each)) continue;
      await this.#show(each["mid-stance"].seconds);
      this.#made.set(each, runnerPicture(this.#video, each.hip, each.neck));
    }
  }

  #around(/** @type {import("./geometry.js").Point} */ { x, y }) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIZE;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const length = AROUND * this.#video.videoHeight;
    context.drawImage(this.#video, x - length / 2, y - length / 2, length, length, 0, 0, SIZE, SIZE);
    return canvas;
  }
}
