// Ten seconds more: whole breaths and reps, on both sides, by playing again what was just heard. Pure.

import { otherSideAhead, repetitions, workAhead } from "./passages.js";

const LONGER_SECONDS = 10;
const QUIET_STEP_SECONDS = 0.25;
const COUNTDOWN_SECONDS = 4;
const WORDS_A_SECOND = 2.2;

/**
 * Return the replays that lengthen the work at a frame, or the work that a gap leads to, and the other side if it is
 * still ahead; nothing where no work is left.
 * @param {any} data
 * @param {number} passage  the index of the passage that is heard
 * @param {number} frame
 * @returns {{from: number, at: number, passage: number, units: number}[]}
 */
export function replaysFor(data, passage, frame) {
  const work = workAhead(data.passages, passage);
  if (work < 0) return [];
  const offset = Math.max(frame - data.passages[work].at, 0);
  const other = otherSideAhead(data.passages, work);
  return [work, other].filter((index) => index >= 0).flatMap((index) => replaysOf(data, index, offset));
}

function replaysOf(data, index, offset) {
  const passage = data.passages[index];
  const from = Math.min(passage.at + offset, passage.end);
  const repeated = repetitions(data, index);
  const parts = repeated.length ? repetitionsAgain(data, repeated, from) : stretchAgain(data, index, from);
  return parts.map((part) => ({ ...part, passage: index }));
}

function repetitionsAgain(data, repeated, frame) {
  const found = repeated.findIndex((each) => frame < each.to);
  const current = found < 0 ? repeated.length - 1 : found;
  const { from, to } = repeated[current];
  let left = Math.max(Math.round((LONGER_SECONDS * data.rate) / (to - from)), 1);
  const parts = [];
  while (left > 0) {
    const first = Math.max(current - left + 1, 0);
    const played = repeated.slice(first, current + 1);
    parts.push({ from: played[0].from, at: to, units: played.reduce((sum, each) => sum + each.count, 0) });
    left -= played.length;
  }
  return parts;
}

function stretchAgain(data, index, frame) {
  const { at: start, end } = data.passages[index];
  const wanted = LONGER_SECONDS * data.rate;
  const at = isOpen(data, index) ? end : quietMoment(data, Math.max(frame, Math.min(start + wanted, end)), wanted, end);
  const parts = [];
  for (let left = wanted; left > 0; left -= at - parts[parts.length - 1].from) {
    parts.push({ from: Math.max(at - left, start), at, units: 0 });
  }
  return parts;
}

function isOpen(data, index) {
  return data.segments.some((segment) => segment.passage === index && segment.stop === "open");
}

/** Return the first moment from which nothing spoken is cut off by a jump back, before the last seconds tick. */
function quietMoment(data, earliest, length, end) {
  const step = QUIET_STEP_SECONDS * data.rate;
  const isQuiet = (frame) => !isSpoken(data, frame) && !isSpoken(data, frame - length);
  for (let frame = earliest; frame <= end - COUNTDOWN_SECONDS * data.rate; frame += step) {
    if (isQuiet(frame)) return Math.round(frame);
  }
  return earliest;
}

function isSpoken(data, frame) {
  return data.lines.some(({ at, text }) => {
    const seconds = text.split(" ").length / WORDS_A_SECOND + QUIET_STEP_SECONDS;
    return at < frame && frame < at + seconds * data.rate;
  });
}
