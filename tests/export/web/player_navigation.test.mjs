import assert from "node:assert/strict";
import { test } from "node:test";

import { nextFrame, previousFrame } from "../../../leanbreath/export/web/player/navigation.js";
import { gap, hold, pageOf } from "./player_data.mjs";

// 0 count-in 0–3 · 1 hold 3–13 · 2 ready 13–18, 3 left 18–28, 4 switch 28–32, 5 right 32–42 · 6 wait 42–44 ·
// 7 count-in 44–47, 8 hold 47–57 · 9 rest 57–67 · 10 hold 67–77
const DATA = pageOf(
  gap("count-in", 3, { step: "1" }),
  hold(10, { step: "1" }),
  gap("ready", 5, { step: "2" }),
  hold(10, { step: "2", side: "left" }),
  gap("switch", 4, { step: "2" }),
  hold(10, { step: "2", side: "right" }),
  gap("wait", 2, { step: "3" }),
  gap("count-in", 3, { step: "4" }),
  hold(10, { step: "4" }),
  gap("rest", 10, { step: "5" }),
  hold(10, { step: "6" }),
);

/** Each: where it is pressed, the passage and the second, and the second where it leads. */
const NEXT = [
  ["from a step to what leads into the next", 1, 5, 13],
  ["from what leads into a step to its work", 2, 14, 18],
  ["from the count-in to the work", 0, 1, 3],
  ["from the first side to the next step, which is a wait", 3, 20, 42],
  ["from the second side too", 5, 33, 42],
  ["from the switch of sides to the next step", 4, 30, 42],
  ["from a wait to the count-in after it", 6, 43, 44],
  ["from work to a rest", 8, 50, 57],
  ["from a rest to the work after it", 9, 60, 67],
  ["from the last step to the end", 10, 70, 77],
];

const BACK = [
  ["within the first second of the session to its start", 0, 0.5, 0],
  ["within the first second of the first work to the start", 1, 3.9, 0],
  ["in the middle of a step to its start", 3, 25, 13],
  ["on the second side to the start of the step", 5, 35, 13],
  ["within three seconds of a step to the one before", 3, 20, 0],
  ["from what leads into a step to the step before", 2, 15, 0],
  ["from a wait to the step before it", 6, 44, 13],
  ["from after a wait to the step before it", 8, 48, 13],
  ["in the middle of work after a wait to its count-in", 8, 55, 44],
  ["just into a rest to the work before it", 9, 58, 44],
  ["just after a rest to the rest", 10, 68, 57],
];

for (const [claim, passage, second, expected] of NEXT) {
  test(`next leads ${claim}`, () => assert.equal(nextFrame(DATA, passage, second * 1000) / 1000, expected));
}

for (const [claim, passage, second, expected] of BACK) {
  test(`back leads ${claim}`, () => assert.equal(previousFrame(DATA, passage, second * 1000) / 1000, expected));
}

test("back leads from a long wait to the step before it, not to its start", () => {
  const data = pageOf(hold(10, { step: "1" }), gap("wait", 9, { step: "2" }), hold(10, { step: "3" }));
  assert.equal(previousFrame(data, 1, 17 * 1000), 0);
});
