import assert from "node:assert/strict";
import { test } from "node:test";

import { cadenceOf, possibleSlowMotions } from "../../../leanbreath/export/web/lean/cadence.js";

const near = (found, expected, within = 1e-9) => assert.ok(Math.abs(found - expected) <= within, `${found}, not ${expected}`);

/** Return the moments of a run at a cadence; `steps` are the numbers of those that were marked. */
function marked(cadence, steps, slowMotion = 1, framesASecond = 0) {
  return steps.map((step) => {
    const seconds = ((step * 60) / cadence) * slowMotion;
    const shown = framesASecond ? Math.round(seconds * framesASecond) / framesASecond : seconds;
    return { seconds: 3 + shown, leg: step % 2 ? "right" : "left" };
  });
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7];

test("the cadence is the steps by the time between them, however slowly the video plays", () => {
  for (const cadence of [125, 150, 172, 198, 235])
    {for (const slowMotion of [1, 2, 4, 8]) {
      const found = cadenceOf(marked(cadence, ALL, slowMotion), slowMotion);
      near(found.stepsPerMinute, cadence, 1e-6);
      assert.equal(found.steps, 7);
    }}
});

test("steps that were left out are counted, and gaps that two numbers of steps explain are not", () => {
  for (const steps of [[0, 1, 4, 5], [0, 2, 4, 6], [0, 3, 4, 7], [0, 1, 2, 31, 32, 33], [7, 3, 4, 0]])
    {near(cadenceOf(marked(172, steps), 1).stepsPerMinute, 172, 1e-6);}
  assert.equal(cadenceOf(marked(172, [0, 21]), 1), null);
});

test("no moments, one, or two at once tell nothing", () => {
  for (const steps of [[], [0]]) assert.equal(cadenceOf(marked(172, steps), 1), null);
  assert.equal(cadenceOf([...marked(172, [0]), ...marked(172, [0])], 1), null);
});

test("what lies between frames is within what is said about it", () => {
  for (const framesASecond of [30, 60, 120])
    {for (const cadence of [151, 168.3, 177, 189]) {
      const found = cadenceOf(marked(cadence, ALL, 1, framesASecond), 1, 1 / framesASecond);
      assert.ok(Math.abs(found.stepsPerMinute - cadence) <= found.plusMinus, `${found.stepsPerMinute} ± ${found.plusMinus}`);
    }}
  near(cadenceOf(marked(180, ALL), 1, 1 / 30).plusMinus, (180 * (1 / 30)) / (7 / 3));
});

test("frames of uneven length make no difference, since only their time stamps count", () => {
  const stamps = [3, 3.351, 3.69, 4.05]; // of a variable rate
  const moments = stamps.map((seconds, index) => ({ seconds, leg: index % 2 ? "right" : "left" }));
  near(cadenceOf(moments, 1).stepsPerMinute, (60 * 3) / 1.05);
});

test("the slow-motion factor that makes every gap a step of a run is the likeliest", () => {
  for (const real of [1, 2, 4, 8])
    {for (const cadence of [125, 130, 172, 210, 235]) assert.equal(possibleSlowMotions(marked(cadence, ALL, real))[0], real);}
  assert.deepEqual(possibleSlowMotions(marked(210, ALL, 8)), [8, 2]); // or every third step was marked, at 157
  assert.equal(cadenceOf(marked(210, ALL, 2), 1), null);
  assert.deepEqual(possibleSlowMotions(marked(172, [0])), []);
});

test("the order in which stances were marked makes no difference", () => {
  near(cadenceOf(marked(172, [6, 0, 3, 1]), 1).stepsPerMinute, 172, 1e-6);
  assert.equal(cadenceOf(marked(172, [6, 0, 3, 1]), 1).steps, 6);
  assert.deepEqual(possibleSlowMotions(marked(172, ALL, 4).reverse()), possibleSlowMotions(marked(172, ALL, 4)));
});

test("frames of a clip in slow motion are nearer to each other than their time stamps", () => {
  near(cadenceOf(marked(180, ALL, 4), 4, 1 / 30).plusMinus, (180 * (1 / 120)) / (7 / 3));
});

test("six steps or more are not counted, also where no other number fits", () => {
  assert.equal(cadenceOf(marked(125, [0, 5]), 1), null);
});
