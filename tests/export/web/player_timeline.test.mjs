import assert from "node:assert/strict";
import { test } from "node:test";

import { begun, heardUntil, lengthened, newSession } from "../../../leanbreath/export/web/player/session.js";
import { clock, nextChange, sheetFrame, shown } from "../../../leanbreath/export/web/player/timeline.js";
import { breaths, gap, hold, open, pageOf, swings } from "./player_data.mjs";

const at = (data, seconds, session = begun(data, newSession(data), 0)) => heardUntil(data, session, seconds * 1000, 0);

/** Each: what is shown, the routine, the second, what is expected of the view. */
const VIEWS = [
  ["a breath: its word, its seconds, and which it is", [breaths(3)], 14.5, { word: "Out", number: "6", count: "2/3" }],
  ["the seconds are whole ones, counted down to 1", [breaths(3)], 13.001, { word: "In", number: "1" }],
  ["a rep: its number of how many", [swings(10, 2)], 5, { word: "Swing", number: "3/10", count: "" }],
  ["a hold: the seconds left", [hold(30)], 0.5, { number: "30", count: "" }],
  ["from 100 seconds on, minutes", [hold(150)], 0, { number: "2:30" }],
  ["open work counts up", [open(180, 90)], 61.5, { number: "61" }],
  ["a wait asks for a tap", [gap("wait", 3)], 1, { word: "Tap", subWord: "when you're ready" }],
  ["the side", [hold(10, { side: "left" })], 1, { side: "left" }],
];

for (const [claim, rows, second, expected] of VIEWS) {
  test(`what is shown: ${claim}`, () => {
    const data = pageOf(...rows);
    const view = shown(data, at(data, second));
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, view[name]])), expected);
  });
}

test("the time is that of the cue sheet: it stands still in count-ins and waits, and open work adds what was planned", () => {
  const data = pageOf(gap("count-in", 3), hold(10), gap("wait", 2), gap("count-in", 4), open(60, 20), hold(10));
  const table = [[0, 0], [2.9, 0], [3, 0], [8, 5], [13, 10], [14, 10], [17, 10], [19, 10], [29, 20], [39, 30], [70, 30], [79, 30], [84, 35]];
  for (const [second, sheet] of table) assert.equal(sheetFrame(data, second * 1000) / 1000, sheet, `at ${second}`);
});

test("elapsed and total count what was added", () => {
  const data = pageOf(breaths(3), hold(10));
  const longer = lengthened(data, at(data, 14));
  assert.deepEqual(clock(data, longer), { elapsed: "0:14", total: "0:50", progress: 14 / 50 });
  const again = heardUntil(data, longer, 20000, 0);
  assert.equal(clock(data, again).elapsed, "0:20");
  assert.equal(clock(data, at(data, 15, again)).elapsed, "0:25");
});

test("of an estimate, the total says so", () => {
  assert.equal(clock({ ...pageOf(open(60, 30)), is_estimate: true }, newSession(pageOf(open(60, 30)))).total, "about 0:30");
});

test("what was added counts on: the reps of how many, and the seconds of a hold", () => {
  const reps = pageOf(swings(10, 2));
  const longer = lengthened(reps, at(reps, 13));
  assert.equal(shown(reps, longer).number, "7/15");
  const again = heardUntil(reps, longer, 14000, 0);
  assert.equal(shown(reps, again).number, "8/15");
  assert.equal(shown(reps, at(reps, 19, heardUntil(reps, at(reps, 13.9, again), 14000, 0))).number, "15/15");
  const held = pageOf(hold(30));
  const more = lengthened(held, at(held, 20));
  assert.equal(shown(held, more).number, "20");
  assert.equal(shown(held, heardUntil(held, more, 20000, 0)).number, "20");
});

test("open work counts on through what was added", () => {
  const data = pageOf(open(20, 10));
  const again = heardUntil(data, lengthened(data, at(data, 15)), 20000, 0);
  assert.deepEqual([again.frame, shown(data, again).number], [10000, "20"]);
});

test("a line is shown for six seconds, and at a wait for as long as it lasts", () => {
  const data = { ...pageOf(hold(10), gap("wait", 2), hold(20)), lines: [{ at: 1000, text: "Tall." }, { at: 10000, text: "Find a wall." }] };
  const line = (session) => shown(data, session).line;
  assert.deepEqual([0.5, 1, 6.9, 7].map((second) => line(at(data, second))), ["", "Tall.", "Tall.", ""]);
  assert.equal(line(at(data, 12)), "Find a wall.");
});

test("where work comes next, how to get into place is shown instead", () => {
  const data = pageOf(gap("ready", 5), hold(10));
  data.passages[0].set_up = ["Hands on the wall.", "Heel down.", "More."];
  assert.equal(shown(data, at(data, 1)).line, "Hands on the wall. Heel down.");
  data.passages[0].set_up = ["Hands on the wall.", "Let one heel sink, only as far as nothing hurts, while the other bends."];
  assert.equal(shown(data, at(data, 1)).line, "Hands on the wall.");
});

test("the level lies on the line between the points of the curve", () => {
  const data = { ...pageOf(hold(16)), curves: [Array.from({ length: 17 }, (_, index) => index / 16)] };
  data.segments[0].curve = 0;
  for (const second of [0, 0.25, 4, 15.5]) assert.ok(Math.abs(shown(data, at(data, second)).level - second / 16) < 1e-9);
});

test("the ground is as full as the lungs, else as far as the work has come, with what was added; in a gap it is flat", () => {
  const curve = Array.from({ length: 17 }, (_, index) => index / 16);
  const data = { ...pageOf(breaths(1), gap("rest", 5), swings(10, 2)), curves: [curve] };
  for (const segment of data.segments) segment.curve = 0;
  const ground = (session) => Math.round(shown(data, session).ground * 1000) / 1000;
  assert.deepEqual([1, 3, 12, 15, 25, 34].map((second) => ground(at(data, second))), [0.25, 0.75, 0, 0, 0.5, 0.95]);
  const longer = lengthened(data, at(data, 25));
  assert.equal(ground(longer), 0.333);
  assert.equal(ground(heardUntil(data, at(data, 26.9, longer), 27000, 0)), 0.4);
});

test("the next change is the next whole second, line or segment, whichever comes first", () => {
  const data = { ...pageOf(breaths(3)), lines: [{ at: 2500, text: "Soft." }] };
  const table = [[0, 1000], [2.2, 2500], [2.5, 3000], [3.2, 4000], [8, 8500], [9.2, 10000]];
  for (const [second, change] of table) assert.equal(nextChange(data, at(data, second)), change);
});

test("every change of what is shown is known beforehand", () => {
  const rows = [gap("count-in", 3), breaths(2, { side: "left" }), gap("switch", 4), swings(3, 1.5), hold(7), open(20, 9)];
  const data = { ...pageOf(...rows), lines: [{ at: 3300, text: "Tall." }, { at: 31250, text: "Soft." }] };
  const texts = (session) => {
    const { level, ground, figureSeconds, progress, ...view } = shown(data, session);
    return JSON.stringify(view) + Number(level + ground + figureSeconds + progress > Infinity);
  };
  let session = begun(data, newSession(data), 0);
  while (session.state === "playing") {
    const change = nextChange(data, session);
    assert.ok(change > session.frame);
    assert.equal(texts(at(data, (change - 1) / 1000, session)), texts(session), `between ${session.frame} and ${change}`);
    session = at(data, change / 1000, session);
  }
});

test("while the sound waits, what is said after it is not shown yet", () => {
  const lines = [{ at: 0, text: "Walk back." }, { at: 3000, text: "Let's go." }];
  const data = { ...pageOf(gap("wait", 3), gap("count-in", 4), hold(10)), lines };
  const waiting = at(data, 3);
  assert.deepEqual([waiting.state, shown(data, waiting).line], ["waiting", "Walk back."]);
});

test("minutes are shown from 100 seconds on, and a total is never less than it lasts", () => {
  const data = pageOf(hold(120));
  assert.deepEqual([20, 20.5, 21].map((second) => shown(data, at(data, second)).number), ["1:40", "1:40", "99"]);
  assert.equal(clock(pageOf(hold(10.5)), newSession(pageOf(hold(10.5)))).total, "0:11");
});
