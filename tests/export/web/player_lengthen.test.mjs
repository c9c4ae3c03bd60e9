import assert from "node:assert/strict";
import { test } from "node:test";

import { replaysFor } from "../../../leanbreath/export/web/player/lengthen.js";
import { breaths, gap, hold, open, pageOf, steps, swings } from "./player_data.mjs";

const again = (from, at, units, passage = 0) => ({ from: from * 1000, at: at * 1000, units, passage });

/** Each: what is asserted, the routine, the passage heard, the second of it, the replays. */
const TABLE = [
  ["a breath of ten seconds is played again once", [breaths(3)], 0, 14, [again(10, 20, 1)]],
  ["in the first breath, the first breath", [breaths(3)], 0, 0, [again(0, 10, 1)]],
  ["in the last breath, the last breath", [breaths(3)], 0, 29.9, [again(20, 30, 1)]],
  ["a breath of 12 seconds is lengthened by a whole one", [breaths(2, { phases: [["In", 5], ["Out", 7]] })], 0, 1, [again(0, 12, 1)]],
  ["five reps of two seconds, those just heard", [swings(10, 2)], 0, 13, [again(4, 14, 5)]],
  ["of fewer reps heard, those and again as many as are missing", [swings(10, 2)], 0, 5, [again(0, 6, 3), again(2, 6, 2)]],
  ["in the first rep, that rep five times", [swings(10, 2)], 0, 0, [1, 2, 3, 4, 5].map(() => again(0, 2, 1))],
  ["reps of four seconds: the nearest whole number, upwards", [swings(4, 4)], 0, 12, [again(4, 16, 3)]],
  ["where sides alternate, three pairs of reps of two seconds", [swings(6, 2, { alternates: true })], 0, 8, [again(0, 12, 6)]],
  ["pairs of steps", [steps(60)], 0, 25, [again(16, 26, 20)]],
  ["a hold goes back ten seconds at once", [hold(30)], 0, 15, [again(5, 15, 0)]],
  ["early in a hold, as soon as ten seconds were heard", [hold(30)], 0, 2, [again(0, 10, 0)]],
  ["a hold of less than ten seconds is played again from its start until there are ten", [hold(4)], 0, 1, [again(0, 4, 0), again(0, 4, 0), again(2, 4, 0)]],
  ["open work is lengthened at its most", [open(60, 30)], 0, 5, [again(50, 60, 0)]],
  ["in a gap, the work that it leads to", [gap("ready", 5), breaths(2)], 0, 1, [again(5, 15, 1, 1)]],
  ["after the last work, nothing", [hold(20), gap("rest", 5)], 1, 21, []],
];

for (const [claim, rows, passage, second, expected] of TABLE) {
  test(`ten seconds more: ${claim}`, () => assert.deepEqual(replaysFor(pageOf(...rows), passage, second * 1000), expected));
}

const SIDES = [hold(20, { step: "1", side: "left" }), gap("switch", 4, { step: "1" }), hold(20, { step: "1", side: "right" })];

test("on the first side, the other gets the same", () => {
  assert.deepEqual(replaysFor(pageOf(...SIDES), 0, 15000), [again(5, 15, 0, 0), again(29, 39, 0, 2)]);
});

test("on the second side, it is that side alone", () => {
  assert.deepEqual(replaysFor(pageOf(...SIDES), 2, 39000), [again(29, 39, 0, 2)]);
});

test("in the change of sides, it is the side ahead", () => {
  assert.deepEqual(replaysFor(pageOf(...SIDES), 1, 21000), [again(24, 34, 0, 2)]);
});

test("of several sets, the same one on the other side", () => {
  const set = (side) => swings(2, 5, { step: "1", side });
  const rest = gap("rest", 10, { step: "1" });
  const data = pageOf(set("left"), rest, set("left"), gap("switch", 4, { step: "1" }), set("right"), rest, set("right"));
  assert.deepEqual(replaysFor(data, 2, 29000).map((each) => each.passage), [2, 6]);
});

test("the same drill in another step is no other side", () => {
  const data = pageOf(hold(20, { step: "1", side: "left" }), hold(20, { step: "2", side: "right" }));
  assert.deepEqual(replaysFor(data, 0, 15000).map((each) => each.passage), [0]);
});

test("a hold goes back where no line is cut off", () => {
  const data = { ...pageOf(hold(60)), lines: [{ at: 4000, text: "Sink a little further with each breath out." }] };
  const [{ from, at }] = replaysFor(data, 0, 15000);
  assert.equal(at - from, 10000);
  assert.ok(from > 7500 && at < 19000, `${from} to ${at}`);
});

test("a hold that nears its end doesn't go back into the seconds that are counted down", () => {
  const data = { ...pageOf(hold(30)), lines: [{ at: 24000, text: "Stay with the breath, soft and low, and let the shoulders hang." }] };
  assert.deepEqual(replaysFor(data, 0, 25000), [again(15, 25, 0)]);
});

test("what is being said when ten seconds more are asked for is said to its end", () => {
  const data = { ...pageOf(hold(60)), lines: [{ at: 29000, text: "Sink a little further with each breath out." }] };
  const [{ at }] = replaysFor(data, 0, 30000);
  assert.ok(at > 32000, `${at}`);
});

test("in a gap of any length, the work after it is lengthened from its start", () => {
  const data = pageOf(gap("ready", 30), swings(10, 2));
  assert.deepEqual(replaysFor(data, 0, 1000), [1, 2, 3, 4, 5].map(() => again(30, 32, 1, 1)));
});

test("a shorter set on the other side is lengthened at its end", () => {
  const data = pageOf(hold(40, { step: "1", side: "left" }), hold(20, { step: "1", side: "right" }));
  assert.deepEqual(replaysFor(data, 0, 35000), [again(25, 35, 0), again(50, 60, 0, 1)]);
});
