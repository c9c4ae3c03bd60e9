import assert from "node:assert/strict";
import { test } from "node:test";

import { covered, framesPlayed, skippedWork, workDone } from "../../../leanbreath/export/web/player/progress.js";
import { resultRows, resultText } from "../../../leanbreath/export/web/player/result.js";
import * as player from "../../../leanbreath/export/web/player/session.js";
import { breaths, gap, hold, open, pageOf } from "./player_data.mjs";

const BEGUN = Date.parse("2026-03-01T02:59:00Z");
const IN_BERLIN = () => 60;

/** Return a session after the sound was heard from where it is up to some seconds; the time of day passes with it. */
function heard(data, session, seconds) {
  return player.heardUntil(data, session, seconds * 1000, BEGUN + seconds * 1000);
}

const started = (data) => player.begun(data, player.newSession(data), BEGUN);
const done = (data, session) => workDone(data, session).map((each) => [each.added / 1000, each.done / 1000, each.endedBy]);

test("frames in several ranges count once", () => {
  assert.equal(covered([[5, 10], [0, 3], [8, 12], [2, 4]]), 11);
  assert.equal(covered([]), 0);
});

test("what was heard was done", () => {
  const data = pageOf(gap("count-in", 3), hold(20), gap("rest", 5), hold(10));
  assert.deepEqual(done(data, player.ended(heard(data, started(data), 30), BEGUN)), [[0, 20, null], [0, 2, null]]);
});

test("what was done twice counts once, and what was skipped not at all", () => {
  const data = pageOf(hold(20), hold(10), hold(10));
  const back = player.skippedBack(data, heard(data, started(data), 15), BEGUN);
  const skipped = player.skippedAhead(data, player.skippedAhead(data, heard(data, back, 8), BEGUN), BEGUN);
  const over = heard(data, skipped, 40);
  assert.equal(over.state, "over");
  assert.deepEqual(done(data, over), [[0, 15, null], [0, 0, null], [0, 10, null]]);
  assert.equal(framesPlayed(data, over), 25000);
});

test("a drill that was skipped is named once, with its side if only one was, and whether a part of it was done", () => {
  const sides = (title) => [hold(10, { title, side: "left" }), hold(10, { title, side: "right" })];
  const data = pageOf(...sides("Calf"), ...sides("Hip"), hold(10, { title: "Head" }), hold(10, { title: "Plank" }));
  const over = player.ended(heard(data, player.skippedAhead(data, heard(data, started(data), 14), BEGUN), 24), BEGUN);
  assert.deepEqual(skippedWork(data, over), ["Calf, right (part of it)", "Hip (part of it)", "Head", "Plank"]);
});

test("what was added counts beyond, as far as it was done", () => {
  const data = pageOf(breaths(2));
  const longer = player.lengthened(data, heard(data, started(data), 4));
  const again = heard(data, longer, 10);
  assert.deepEqual(done(data, player.ended(heard(data, again, 6), BEGUN)), [[10, 16, null]]);
  assert.deepEqual(done(data, heard(data, heard(data, again, 10), 20)), [[10, 30, null]]);
});

test("open work was ended by the runner or at its most, or left", () => {
  const data = pageOf(open(60, 20), hold(10));
  const half = heard(data, started(data), 30);
  assert.deepEqual(done(data, player.answered(data, half, BEGUN))[0], [0, 30, "runner"]);
  assert.deepEqual(done(data, heard(data, half, 65))[0], [0, 60, "most"]);
  assert.deepEqual(done(data, player.skippedAhead(data, half, BEGUN))[0], [0, 30, null]);
  assert.deepEqual(skippedWork(data, heard(data, player.answered(data, half, BEGUN), 70)), []);
});

test("the rows have the moments of the runner's clock, and the training day", () => {
  const data = pageOf(hold(30), hold(90));
  const over = player.ended(heard(data, heard(data, started(data), 40), 61), BEGUN + 61000);
  const [, session, ...work] = resultRows(data, over, "0a", IN_BERLIN);
  const { started: began, started_day: day, ended, ended_day: last, ending } = session;
  assert.deepEqual([began, day], ["2026-03-01T03:59:00+01:00", "2026-02-28"]);
  assert.deepEqual([ended, last, ending], ["2026-03-01T04:00:01+01:00", "2026-03-01", "left"]);
  assert.deepEqual(work.map((row) => [row.session, row.done_seconds, row.at_day]), [["0a", 30, "2026-03-01"], ["0a", 31, "2026-03-01"]]);
});

test("the rows are short enough to be pasted into a terminal", () => {
  const data = pageOf(...Array.from({ length: 20 }, () => hold(30, { title: "A drill with a title of usual length", side: "left" })));
  const over = heard(data, started(data), 600);
  const lines = resultText(data, over, "0".repeat(32), IN_BERLIN).split("\n");
  assert.ok(Math.max(...lines.map((line) => line.length)) < 400);
});

test("a text that a spreadsheet would take for a formula, and one with a comma, stay what they are", () => {
  const data = pageOf(hold(10));
  Object.assign(data.diary.work[0], { title: '=1+1,"x"', drill: "-a" });
  const text = resultText(data, heard(data, started(data), 10), "0a", IN_BERLIN);
  assert.ok(text.includes(`"'=1+1,""x"""`) && text.includes(",'-a,"), text);
});

test("of a session in which nothing was done there is nothing to write", () => {
  const data = pageOf(hold(10));
  assert.equal(resultText(data, player.ended(started(data), BEGUN), "0a", IN_BERLIN), "");
});

test("open work that the runner ended has its reps, and at its most it has none", () => {
  const data = pageOf(open(60, 20), hold(10));
  data.diary.work[0].reps = 8;
  const half = heard(data, started(data), 30);
  const reps = (session) => resultRows(data, player.ended(session, BEGUN), "0a", IN_BERLIN)[2].reps;
  assert.deepEqual([reps(player.answered(data, half, BEGUN)), reps(heard(data, half, 65))], [8, null]);
});

test("seconds have three decimals, and what was added is told", () => {
  const data = { ...pageOf(breaths(2)), rate: 1001 };
  const longer = heard(data, player.lengthened(data, heard(data, started(data), 4)), 10);
  const [, session, work] = resultRows(data, player.ended(longer, BEGUN), "0a", IN_BERLIN);
  assert.deepEqual([work.extra_seconds, work.done_seconds], [9.99, 9.99]);
  assert.equal(session.revision, longer.jumps + longer.heard.length);
});

test("lists are words with spaces, and a text is guarded that begins as a guard does or is empty", () => {
  const data = pageOf(hold(10), hold(10), hold(10));
  const [first, second, third] = data.diary.work;
  Object.assign(first, { title: "'tis", muscles: ["soleus", "gluteus"] });
  Object.assign(second, { title: "" });
  Object.assign(third, { title: "two\nlines", drill: "＋1" });
  const text = resultText(data, heard(data, started(data), 30), "0a", IN_BERLIN);
  for (const part of [",''tis,", ",',", '"two\nlines"', ",'＋1,", ",soleus gluteus,"]) assert.ok(text.includes(part), `${part} in ${text}`);
});

test("count-ins are no part of what was played, and a second too few is still all of it", () => {
  const data = pageOf(gap("count-in", 3), hold(20), hold(20));
  const over = heard(data, player.skippedAhead(data, heard(data, started(data), 22.5), BEGUN), 43);
  assert.equal(framesPlayed(data, over), 39500);
  assert.deepEqual(skippedWork(data, over), []);
});
