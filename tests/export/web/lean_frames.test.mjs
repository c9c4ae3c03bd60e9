import assert from "node:assert/strict";
import { test } from "node:test";

import { frameAfter, frameBefore } from "../../../leanbreath/export/web/lean/frame_search.js";

/** Return where a search ends, and how often it looked, on a player that shows the latest frame that has begun. */
function searched(search, stamps) {
  let looks = 0;
  let step = search.next();
  while (!step.done) {
    looks += 1;
    const time = step.value;
    assert.ok(time >= 0, `looked before the beginning: ${time}`);
    step = search.next(stamps.filter((stamp) => stamp <= time).at(-1) ?? stamps[0]);
  }
  return { found: step.value, looks };
}

function evenly(rate, count, round = (seconds) => seconds) {
  return Array.from({ length: count }, (_, number) => round(number / rate));
}

function walked(stamps, end, step, isProven = step > 0) {
  const seen = [stamps[0]];
  let looks = 0;
  for (let frame = stamps[0]; frame !== null; ) {
    const next = searched(frameAfter(frame, end, step, isProven), stamps);
    looks += next.looks;
    frame = next.found;
    if (frame !== null) seen.push(frame);
  }
  return { seen, looks };
}

const milliseconds = (seconds) => Math.round(seconds * 1000) / 1000;
const microseconds = (seconds) => Math.round(seconds * 1e6) / 1e6;

test("every frame is found in its turn, at any rate, also where time stamps are rounded", () => {
  for (const rate of [24, 25, 29.97, 30, 59.94, 60, 119.88, 120, 240]) {
    for (const round of [(seconds) => seconds, microseconds, milliseconds]) {
      const stamps = evenly(rate, 20, round);
      assert.deepEqual(walked(stamps, 20 / rate, 0).seen, stamps, `${rate}`);
      assert.deepEqual(walked(stamps, 20 / rate, 1 / rate).seen, stamps, `${rate} with its step`);
    }
  }
});

test("with frames of one length, the next frame takes one look", () => {
  const stamps = evenly(120, 20);
  assert.ok(walked(stamps, 20 / 120, 1 / 120).looks <= 21);
});

test("no frame is skipped where frames differ in length", () => {
  const lengths = [1 / 240, 1 / 240, 1 / 30, 1 / 120, 1 / 24, 1 / 240, 1 / 60, 1 / 30, 1 / 240];
  const stamps = lengths.reduce((all, length) => [...all, all.at(-1) + length], [0]);
  const end = stamps.at(-1) + 1 / 30;
  for (const step of [0, 1 / 240]) assert.deepEqual(walked(stamps, end, step).seen, stamps);
  for (const step of [1 / 30, 1 / 24, 1 / 15]) assert.deepEqual(walked(stamps, end, step, false).seen, stamps);
});

test("the frame before is found in one look, and the first has none", () => {
  const stamps = [0, 0.033, 0.05, 0.083];
  assert.deepEqual(searched(frameBefore(0.083), stamps), { found: 0.05, looks: 1 });
  assert.deepEqual(searched(frameBefore(0.05), stamps), { found: 0.033, looks: 1 });
  assert.equal(searched(frameBefore(0), stamps).found, null);
});

test("a video that begins after 0 has no frame before its first", () => {
  assert.equal(searched(frameBefore(0.021), [0.021, 0.054]).found, null);
});

test("short frames after a longer one are not skipped, also with a proven step", () => {
  const stamps = [0, 0.004, 0.015, 0.019, 0.023, 0.027, 0.06];
  assert.deepEqual(walked(stamps, 0.1, 0.004).seen, stamps);
});
