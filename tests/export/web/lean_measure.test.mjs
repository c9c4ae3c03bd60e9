import assert from "node:assert/strict";
import { test } from "node:test";

import { directionsOfMovement, legOf, measuredStance } from "../../../leanbreath/export/web/lean/stance.js";
import { zeroOf } from "../../../leanbreath/export/web/lean/standing.js";
import { realChange, summaryOf } from "../../../leanbreath/export/web/lean/summary.js";
import { BODY, camera, clip, joints, seen } from "./bodies.mjs";

const near = (found, expected, within = 1e-9) => assert.ok(Math.abs(found - expected) <= within, `${found}, not ${expected}`);
const EIGHT = [5, 7, 6, 8, 5, 7, 6, 8];

test("the lean is that between standing and running, whatever the camera's tilt, the scale and the direction", () => {
  const rolls = [-30, -7, 0, 4, 12, 90, 180];
  const cases = rolls.flatMap((roll) => [1, -1].flatMap((direction) => [60, 320, 700].map((scale) => ({ roll, direction, scale }))));
  for (const shown of cases) {
    for (const standing of [-8, 0, 5]) {
      const { both, left, right } = summaryOf(clip({ leans: EIGHT, standing, shown }));
      near(both.mean, 6.5);
      near(left.mean, 5.5);
      near(right.mean, 7.5);
    }
  }
});

test("a mirrored picture in which the runner goes the other way shows the same lean", () => {
  const plain = clip({ leans: EIGHT, shown: { roll: 5 } });
  const flip = (value) => {
    if (Array.isArray(value)) return value.map(flip);
    if (value === null || typeof value !== "object") return value;
    if ("x" in value) return { x: plain.picture.width - value.x, y: value.y };
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, flip(each)]));
  };
  const mirrored = { ...flip(plain), picture: plain.picture, direction: -1 };
  mirrored.standing.facing = -1;
  near(summaryOf(mirrored).both.mean, summaryOf(plain).both.mean);
  assert.deepEqual(summaryOf(mirrored).findings, []);
});

test("leaning back is negative", () => near(summaryOf(clip({ leans: EIGHT.map((each) => -each) })).both.mean, -6.5));

test("mean, spread and number are those of each leg and of both", () => {
  const { left, right, both } = summaryOf(clip({ leans: [4, 8, 6, 8, 8, 8, 6, 8] }));
  near(left.spread, Math.sqrt(8 / 3)); // 4 6 8 6
  near(right.spread, 0);
  near(both.mean, 7);
  near(both.spread, Math.sqrt(16 / 7));
  assert.deepEqual([left.n, right.n, both.n], [4, 4, 8]);
});

test("a change is real beyond 1.96 × √2 × spread / √n, and never below 2 degrees", () => {
  near(realChange(2, 4), 2.7718585822512662);
  near(realChange(3, 9), 2.7718585822512662);
  assert.equal(realChange(1, 4), 2);
  assert.equal(realChange(0, 4), 2);
  assert.equal(realChange(null, 1), null);
});

test("the spread of the taps is that of the standing trunk's angle over three taps", () => {
  const look = camera({ roll: 20 });
  const trunks = [-1, 0, 1].map((lean) => seen(joints({ trunkLean: lean }), look));
  near(zeroOf({ trunks }).tapSpread, 1);
  near(zeroOf({ trunks }).trunkAngle, 20);
  assert.equal(zeroOf({ trunks: trunks.slice(1, 2) }).tapSpread, null);
});

test("the whole body leans from ankle to ear, against the same line while standing", () => {
  const look = camera({ roll: -6, direction: -1 });
  const upright = seen(joints({ trunkLean: 0 }), look);
  const zero = zeroOf({ trunks: [upright], ankle: upright.ankle, ear: upright.ear });
  const leaning = seen(joints({ trunkLean: 5, legLean: 5 }), look);
  near(measuredStance({ ...leaning, leg: "left", seconds: 0 }, zero, -1).wholeBody, 5);
  const { ankle, ...without } = leaning;
  assert.ok(ankle);
  assert.equal(measuredStance({ ...without, leg: "left", seconds: 0 }, zero, -1).wholeBody, null);
});

test("the foot is ahead of the hip by a share of the leg, whatever the camera's tilt and the direction", () => {
  const cases = [-15, 0, 8].flatMap((roll) => [1, -1].map((direction) => ({ roll, direction })));
  for (const shown of cases) {
    const look = camera(shown);
    const upright = seen(joints({ trunkLean: 0 }), look);
    const zero = zeroOf({ trunks: [upright], ankle: upright.ankle });
    for (const ahead of [-0.1, 0, 0.15, 0.3]) {
      const ankle = { x: 0.4 + ahead * BODY.leg, y: 0.12 };
      const contact = { seconds: 0, hip: look({ x: 0.4, y: 0.95 }), ankle: look(ankle) };
      near(measuredStance({ ...upright, leg: "left", seconds: 0, contact }, zero, shown.direction).footAhead, ahead);
    }
  }
});

test("without an ankle while standing there is no share of a leg", () => {
  const upright = seen(joints({}), camera());
  const contact = { seconds: 0, hip: upright.hip, ankle: upright.ankle };
  assert.equal(measuredStance({ ...upright, leg: "left", seconds: 0, contact }, zeroOf({ trunks: [upright] }), 1).footAhead, null);
});

test("the direction of a run follows from where the hips go; on a treadmill they stay, and between two runs they jump", () => {
  const at = (...places) => places.map(([seconds, x]) => ({ seconds, hip: { x, y: 0 } }));
  const of = (stances, slowMotion) => [...directionsOfMovement(stances, 170, slowMotion)];
  const right = [[0, 100], [0.4, 400], [1.1, 900]];
  assert.deepEqual(of(at(...right)), [1]);
  assert.deepEqual(of(at(...right).reverse()), [1]);
  assert.deepEqual(of(at(...right.map(([seconds, x]) => [seconds, -x]))), [-1]);
  assert.deepEqual(of(at([0, 500], [0.35, 520], [0.7, 490])), []);
  assert.deepEqual(of(at(...right, [9, 120], [9.3, 400])), [1]);
  assert.deepEqual(of(at(...right, [9, 800], [9.3, 300])), [1, -1]);
  assert.deepEqual(of(at([0, 100], [3, 400])), []);
  assert.deepEqual(of(at([0, 100], [3, 400]), 4), [1]);
  assert.deepEqual(of([]), []);
});

test("the leg near the camera is the right one when running to the right, and a mirrored picture swaps them", () => {
  assert.deepEqual([legOf(true, 1), legOf(false, 1), legOf(true, -1), legOf(false, -1)], ["right", "left", "left", "right"]);
  assert.deepEqual([legOf(true, 1, true), legOf(true, -1, true)], ["left", "right"]);
});
