// A video of which a frame at a time is shown, to the frame.

import { frameAfter, frameBefore } from "./frame_search.js";

/** A little after a frame begins, in seconds: time stamps are rounded, and a player never shows a later frame. */
const INSIDE = 0.0005;

/** How long a frame that was sought may take to appear, in milliseconds; a browser may skip one that is shown already. */
const PATIENCE = 400;

/** Frames a second that cameras film with. */
const USUAL_RATES = [24, 25, 30, 50, 60, 100, 120, 200, 240];

/** For how much of a video a proven step counts, in parts of a second: frames may differ in length. */
const PARTS = 10;

/** How long a video is played to count its frames, in milliseconds. */
const PLAYED = 800;

/** How many frames are looked at to find how far they are apart. */
const MEASURED_FRAMES = 4;

const UNREADABLE =
  "This browser can't read this file. Try another browser on the same device, or save the video as H.264 (.mp4) and choose it again.";

export class FrameViewer {
  #video;
  /** Whether the browser tells when the frame begins that it shows; some tell the time that was sought instead. */
  #hasFrameTimes = true;
  /** The step from a frame to the next that was proven in each part of the video. @type {Map<number, number>} */
  #steps = new Map();
  /** The time at which the frame that is shown begins, in seconds. */
  frame = 0;
  /** How far frames are apart, from the first ones, in seconds. */
  frameSeconds = 0;

  constructor(/** @type {HTMLVideoElement} */ video) {
    this.#video = video;
  }

  /**
   * Open a file and return what there is to know of it; raise `Error` with a reason if this browser can't show it.
   * @param {File} file @returns {Promise<import("./steps.js").Video>}
   */
  async open(file) {
    const video = this.#video;
    if (video.src) URL.revokeObjectURL(video.src);
    this.frame = this.frameSeconds = 0;
    this.#steps.clear();
    video.src = URL.createObjectURL(file);
    await eventOf(video, "loadedmetadata");
    if (!video.videoWidth) throw new Error("This file has no picture. Choose a video.");
    if (!Number.isFinite(video.duration)) await this.#look(Number.MAX_SAFE_INTEGER);
    await this.#measureFrames();
    const { videoWidth: width, videoHeight: height, duration: seconds } = video;
    return { name: file.name, size: file.size, width, height, seconds, frameSeconds: this.frameSeconds };
  }

  /** Show the frame of a time. */
  async show(/** @type {number} */ seconds) {
    await this.#look(seconds + INSIDE);
  }

  /** Show the next frame; return whether there is one. */
  async showNext() {
    const from = this.frame;
    const part = Math.floor(from * PARTS);
    const step = this.#steps.get(part);
    const search = frameAfter(from, this.#video.duration, step ?? this.frameSeconds, step !== undefined);
    const found = await this.#search(search);
    if (found === null) return this.show(from).then(() => false);
    if (this.frame !== found) await this.show(found);
    this.#steps.set(part, Math.min(step ?? Infinity, found - from));
    return true;
  }

  /** Show the frame before; return whether there is one. */
  async showPrevious() {
    return (await this.#search(frameBefore(this.frame))) !== null;
  }

  async #measureFrames() {
    this.#hasFrameTimes = hasFrameTimes(this.#video);
    await this.show(0); // which also makes a phone read the first picture
    this.#hasFrameTimes &&= (await this.#look(2 * INSIDE)) !== 2 * INSIDE;
    if (!this.#hasFrameTimes) this.frameSeconds = await playedFrameSeconds(this.#video);
    else await this.#measureSteps();
    await this.show(0);
  }

  async #measureSteps() {
    const first = this.frame;
    let frames = 0;
    while (frames < MEASURED_FRAMES && (await this.showNext())) frames += 1;
    if (frames) this.frameSeconds = (this.frame - first) / frames;
  }

  async #search(/** @type {Generator<number, number | null, number>} */ search) {
    let looked = search.next();
    while (!looked.done) looked = search.next(await this.#look(looked.value));
    return looked.value;
  }

  /** Show a time and return when the frame shown there begins. */
  async #look(/** @type {number} */ seconds) {
    const video = this.#video;
    const time = Math.max(0, Math.min(seconds, video.duration));
    if (Math.abs(video.currentTime - time) < 1e-6) return this.frame;
    const presented = hasFrameTimes(video) ? nextFrameTime(video) : null;
    video.currentTime = time;
    await eventOf(video, "seeked");
    const told = await presented;
    this.frame = this.#hasFrameTimes && told !== null ? told : this.#frameOf(time);
    return this.frame;
  }

  /** Return when a frame begins where the browser doesn't tell, as if all were equally long. */
  #frameOf(/** @type {number} */ time) {
    return this.frameSeconds ? Math.floor((time + INSIDE) / this.frameSeconds) * this.frameSeconds : time;
  }
}

/** Whether the browser tells the time stamp of each frame that it shows. */
function hasFrameTimes(/** @type {HTMLVideoElement} */ video) {
  return "requestVideoFrameCallback" in video;
}

/** Return the time stamp of the next frame that is shown, null if none is. @returns {Promise<number | null>} */
function nextFrameTime(/** @type {HTMLVideoElement} */ video) {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback((_, { mediaTime }) => resolve(mediaTime));
    video.addEventListener("seeked", () => setTimeout(resolve, PATIENCE, null), { once: true });
  });
}

/** Return how far frames are apart, from how many a browser played in a part of a second. */
async function playedFrameSeconds(/** @type {HTMLVideoElement} */ video) {
  const played = () => ({ frames: video.getVideoPlaybackQuality().totalVideoFrames, seconds: video.currentTime });
  const from = played();
  await video.play();
  await new Promise((resolve) => {
    setTimeout(resolve, PLAYED);
  });
  video.pause();
  const to = played();
  return usualFrameSeconds(to.frames > from.frames ? (to.seconds - from.seconds) / (to.frames - from.frames) : 1 / 30);
}

/** Return the usual distance of frames that is nearest to one that was counted. */
function usualFrameSeconds(/** @type {number} */ seconds) {
  const off = (/** @type {number} */ rate) => Math.abs(Math.log(rate * seconds));
  return 1 / USUAL_RATES.reduce((best, rate) => (off(rate) < off(best) ? rate : best));
}

/** Wait for an event of a video; raise `Error` if the video turns out to be unreadable first. */
function eventOf(/** @type {HTMLVideoElement} */ video, /** @type {string} */ name) {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const end = (/** @type {(reason?: any) => void} */ settle, /** @type {any} */ value) => {
      done.abort();
      settle(value);
    };
    video.addEventListener(name, () => end(resolve, null), { signal: done.signal });
    video.addEventListener("error", () => end(reject, new Error(UNREADABLE)), { signal: done.signal });
  });
}
