// Taps that survive a reload, where the browser keeps anything for this page; the video has to be chosen again.

import { remember, remembered } from "../shared/remembered.js";

const NAME = "lean-taps";

/** Keep a state for later. */
export function saveTaps(/** @type {import("./steps.js").State} */ state) {
  remember(NAME, state.video ? JSON.stringify(state) : "");
}

/** Return the state that was kept for a video, or null. @param {import("./steps.js").Video} video @returns {import("./steps.js").State | null} */
export function savedTaps(video) {
  try {
    const state = JSON.parse(remembered(NAME) || "null");
    return state && isSameVideo(state.video, video) ? { ...state, video } : null;
  } catch {
    return null;
  }
}

function isSameVideo(/** @type {import("./steps.js").Video} */ a, /** @type {import("./steps.js").Video} */ b) {
  return a.name === b.name && a.size === b.size && a.width === b.width && a.height === b.height;
}
