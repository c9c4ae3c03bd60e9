// Where next, back and resume lead, as frames of the sound. Pure.

import { isLeadIn, repetitions, steps } from "./passages.js";

const REWIND_SECONDS = 3;

/**
 * Return where the next step begins; from what leads into a step, where its work begins; after the last, the end.
 * @param {any} data
 * @param {number} passage
 * @returns {number}
 */
export function nextFrame(data, passage) {
  const all = steps(data.passages);
  const here = stepAt(all, passage);
  if (isLeadIn(data.passages[passage]) && passage < all[here].entry) return data.passages[all[here].entry].at;
  return here + 1 < all.length ? data.passages[all[here + 1].first].at : data.audio_total;
}

/**
 * Return where this step begins, or the one before if this one has only just begun; waits are passed over.
 * @param {any} data
 * @param {number} passage
 * @param {number} frame
 * @returns {number}
 */
export function previousFrame(data, passage, frame) {
  const all = steps(data.passages);
  const here = stepAt(all, passage);
  const isBegun = frame - data.passages[all[here].entry].at > REWIND_SECONDS * data.rate;
  if (isBegun && data.passages[passage].kind !== "wait") return data.passages[all[here].first].at;
  const before = all.slice(0, here).reverse().find((step) => data.passages[step.entry].kind !== "wait");
  return data.passages[(before ?? all[0]).first].at;
}

/**
 * Return where to resume after a pause: a breath or rep from its start, anything else where it was.
 * @param {any} data
 * @param {number} passage
 * @param {number} frame
 * @returns {number}
 */
export function resumeFrame(data, passage, frame) {
  const current = repetitions(data, passage).find((each) => each.from <= frame && frame < each.to);
  return current ? current.from : frame;
}

function stepAt(all, passage) {
  return all.findIndex((step) => step.first <= passage && passage <= step.last);
}
