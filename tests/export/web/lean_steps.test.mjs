import assert from "node:assert/strict";
import { test } from "node:test";

import { clipOf, stanceCounts, stanceFindings, standingFindings } from "../../../leanbreath/export/web/lean/clip.js";
import { historyFrom, redone, undone, withPresent } from "../../../leanbreath/export/web/lean/history.js";
import { findingsOfClip } from "../../../leanbreath/export/web/lean/refusals.js";
import { savedTaps, saveTaps } from "../../../leanbreath/export/web/lean/saved_taps.js";
import * as steps from "../../../leanbreath/export/web/lean/steps.js";
import { footChoices, frameLabel, videoText, wordingOf } from "../../../leanbreath/export/web/lean/wording.js";

const VIDEO = { name: "run.mp4", size: 9, width: 1920, height: 1080, seconds: 20, frameSeconds: 1 / 120 };
const POINTS = {
  hip: { x: 960, y: 540 },
  neck: { x: 980, y: 380 },
  "near-hip": { x: 960, y: 540 },
  "far-hip": { x: 962, y: 540 },
  ankle: { x: 960, y: 800 },
  ear: { x: 990, y: 320 },
  background: { x: 300, y: 300 },
  "contact-ankle": { x: 1000, y: 790 },
  "contact-hip": { x: 950, y: 550 },
};

function begun(given = {}) {
  let state = steps.moved(steps.FIRST_STATE, "open", { video: VIDEO, saved: null });
  state = steps.moved(state, "answer", given.slowMotion ?? 1);
  return steps.moved(state, "answer", { direction: 1, isMirrored: false, isWholeBody: false, ...given.settled });
}

/** Answer everything that is asked until the phase ends; returns the state and what was asked for. */
function answeredAll(first, options = {}) {
  const { seconds, isNear, skips, points } = { seconds: 1, isNear: true, skips: false, points: POINTS, ...options };
  const asked = [];
  let state = first;
  for (let ask = steps.askOf(state); ask && state.phase === first.phase; ask = steps.askOf(state)) {
    asked.push(steps.keyOf(ask));
    const frame = ask.canSkip && skips ? null : { seconds: seconds + asked.length / 100, isNear };
    state = steps.moved(state, "answer", ask.kind === "frame" ? frame : points[ask.id]);
  }
  return { state, asked };
}

function withStances(count, options = {}) {
  let { state } = answeredAll(begun(options));
  for (let number = 0; number < count; number++) {
    const stance = { seconds: 2 + number, isNear: number % 2 === 0, ...options };
    state = answeredAll(steps.moved(state, "addStance"), stance).state;
  }
  return state;
}

test("standing asks for hip and neck three times, both hips, the ankle and a fixed point", () => {
  const { state, asked } = answeredAll(begun());
  const taps = ["hip-0", "neck-0", "hip-1", "neck-1", "hip-2", "neck-2"];
  assert.deepEqual(asked, ["stand", ...taps, "near-hip", "far-hip", "ankle", "background"]);
  assert.equal(state.phase, "overview");
  assert.equal(steps.askOf(state), null);
});

test("the whole-body line asks for an ear, and for an ankle and an ear in each stance", () => {
  const settled = { isWholeBody: true };
  const { state, asked } = answeredAll(begun({ settled }));
  assert.ok(asked.includes("ear"));
  const stance = answeredAll(steps.moved(state, "addStance")).asked;
  assert.deepEqual(stance.slice(-5), ["hip", "neck", "ankle", "ear", "background"]);
});

test("a contact that can't be seen is skipped with its taps, and the foot is asked for at mid-stance", () => {
  let state = steps.moved(answeredAll(begun()).state, "addStance");
  assert.ok(steps.asksForLeg(state));
  state = steps.moved(state, "answer", null);
  assert.equal(steps.askOf(state).id, "mid-stance");
  assert.ok(steps.asksForLeg(state));
  const { asked } = answeredAll(state);
  assert.deepEqual(asked, ["mid-stance", "hip", "neck", "background"]);
});

test("nothing else can be skipped", () => {
  const state = begun();
  assert.equal(steps.moved(state, "answer", null), state);
});

test("a move that a phase doesn't have changes nothing", () => {
  const states = [steps.FIRST_STATE, begun(), withStances(1), steps.moved(withStances(1), "finish")];
  for (const state of states) {
    for (const move of ["open", "addStance", "finish", "back", "leave", "resume", "nonsense", "toString"]) {
      assert.ok(steps.moved(state, move, { video: VIDEO }).phase);
    }
    assert.equal(steps.moved(state, "nonsense"), state);
  }
});

test("the three taps of the zero lie in frames of two filmed seconds, and never after the end of the video", () => {
  for (const [slowMotion, start, expected] of [[1, 3, [3, 3.75, 4.5]], [4, 3, [3, 6, 9]], [8, 12, [12, 18, 20 - 1 / 120]]]) {
    let state = steps.moved(begun({ slowMotion }), "answer", { seconds: start });
    const seen = [];
    for (let number = 0; number < 6; number++) {
      const ask = steps.askOf(state);
      seen.push(steps.secondsOfAsk(state, ask));
      state = steps.moved(state, "answer", POINTS[ask.id]);
    }
    assert.deepEqual(seen, expected.flatMap((each) => [each, each]));
  }
});

test("only points of the same frame are shown, so that a second tap can't copy the first", () => {
  let state = steps.moved(begun(), "answer", { seconds: 0 });
  state = steps.moved(state, "answer", POINTS.hip);
  assert.deepEqual(steps.pointsInFrame(state).map((each) => each.id), ["hip"]);
  state = steps.moved(state, "answer", POINTS.neck);
  assert.deepEqual(steps.pointsInFrame(state), []);
});

test("stances are kept in the order of time, whatever order they are marked in", () => {
  let { state } = answeredAll(begun());
  for (const seconds of [5, 3, 4]) state = answeredAll(steps.moved(state, "addStance"), { seconds }).state;
  assert.deepEqual(clipOf(state).stances.map((each) => Math.floor(each.seconds)), [3, 4, 5]);
});

test("a stance can be marked again from where it was, deleted, or left", () => {
  const state = withStances(3);
  const again = steps.moved(state, "markAgain", 1);
  assert.equal(again.stances.length, 2);
  assert.equal(again.startAt, state.stances[1].contact.seconds);
  assert.equal(answeredAll(again, { seconds: 3 }).state.stances.length, 3);
  assert.equal(steps.moved(state, "remove", 0).stances.length, 2);
  assert.deepEqual(steps.moved(steps.moved(state, "addStance"), "leave").stances, state.stances);
});

test("a video that is chosen again offers what was marked in it", () => {
  const saved = withStances(2);
  const state = steps.moved(steps.FIRST_STATE, "open", { video: VIDEO, saved });
  assert.equal(state.phase, "resume");
  assert.equal(steps.moved(state, "resume"), saved);
  const restarted = steps.moved(state, "restart");
  assert.deepEqual([restarted.phase, restarted.standing, restarted.stances.length], ["motion", null, 0]);
});

test("every tap can be undone and redone, back to the choice of the video", () => {
  let history = historyFrom(steps.FIRST_STATE);
  const seen = [history.present];
  for (const [move, value] of [["open", { video: VIDEO, saved: null }], ["answer", 1], ["answer", { direction: 1 }], ["answer", { seconds: 1 }], ["answer", POINTS.hip]]) {
    history = withPresent(history, steps.moved(history.present, move, value));
    seen.push(history.present);
  }
  for (const state of seen.slice(0, -1).reverse()) {
    history = undone(history);
    assert.equal(history.present, state);
  }
  assert.equal(undone(history), history);
  for (const state of seen.slice(1)) {
    history = redone(history);
    assert.equal(history.present, state);
  }
  assert.equal(redone(history), history);
});

test("a new answer after an undo forgets what was undone; no change adds no step", () => {
  const history = undone(withPresent(historyFrom("a"), "b"));
  assert.deepEqual(withPresent(history, "c"), { past: ["a"], present: "c", future: [] });
  assert.equal(withPresent(history, "a"), history);
});

test("the foot near the camera is the right one for a runner to the right, unless the picture is mirrored", () => {
  for (const [direction, isMirrored, near] of [[1, false, "right"], [-1, false, "left"], [1, true, "left"], [-1, true, "right"]]) {
    const settled = { direction, isMirrored };
    assert.deepEqual(footChoices(settled).map((each) => each.leg), near === "right" ? ["right", "left"] : ["left", "right"]);
    const counts = stanceCounts(withStances(3, { settled }));
    assert.equal(counts[near], 2);
  }
});

test("the clip holds what was tapped, the foot's landing only where it was seen", () => {
  const clip = clipOf(withStances(1, { slowMotion: 4 }));
  assert.deepEqual([clip.slowMotion, clip.frameSeconds, clip.picture], [4, 1 / 120, { width: 1920, height: 1080 }]);
  assert.deepEqual(clip.standing.trunks, Array(3).fill({ hip: POINTS.hip, neck: POINTS.neck }));
  assert.deepEqual(clip.stances[0].contact.ankle, POINTS["contact-ankle"]);
  assert.equal(clipOf(withStances(1, { skips: true })).stances[0].contact, null);
});

test("a runner who runs the other way than was said is found out by where the hips are", () => {
  let { state } = answeredAll(begun());
  for (const [seconds, x] of [[2, 1500], [3, 1000], [4, 500]]) {
    const points = { ...POINTS, hip: { x, y: 540 }, neck: { x: x + 20, y: 380 } };
    state = answeredAll(steps.moved(state, "addStance"), { seconds, points }).state;
  }
  assert.deepEqual([clipOf(state).direction, clipOf(state).standing.facing], [1, 1]);
  const against = findingsOfClip(clipOf(state)).filter((each) => each.id === "other-way");
  assert.deepEqual(against.map((each) => [each.refuses, each.reason]), [[true, "You run the other way in the picture than you said."]]);
});

test("what speaks against standing or a stance is known as soon as it is marked", () => {
  const turned = answeredAll(begun(), { points: { ...POINTS, "far-hip": { x: 1060, y: 540 } } }).state;
  assert.deepEqual(standingFindings(turned).map((each) => each.id), ["not-side-on"]);
  const points = { ...POINTS, background: { x: 340, y: 300 } };
  const moved = answeredAll(steps.moved(answeredAll(begun()).state, "addStance"), { points }).state;
  assert.deepEqual(stanceFindings(moved, moved.stances[0]).map((each) => each.id), ["camera-moved"]);
});

test("every step is put into words, with a drawing and a point in it", () => {
  const settled = { isWholeBody: true };
  for (const first of [begun({ settled }), steps.moved(answeredAll(begun({ settled })).state, "addStance")]) {
    let state = first;
    for (let ask = steps.askOf(state); ask && state.phase === first.phase; ask = steps.askOf(state)) {
      const { title, say, figure, mark } = wordingOf(state, ask);
      assert.ok(title && /[.?]$/.test(say), `${state.phase} ${ask.id}`);
      assert.ok(["standing", "contact", "mid-stance"].includes(figure));
      if (ask.kind === "point") assert.ok(["hip", "neck", "ankle", "ear", "background"].includes(mark));
      state = steps.moved(state, "answer", ask.kind === "frame" ? { seconds: 1, isNear: false } : POINTS[ask.id]);
    }
  }
  for (const phase of ["choose", "resume", "motion", "direction"]) assert.ok(wordingOf({ phase }, null).title);
});

test("taps are kept for the same video only, and nothing is kept that isn't one's own", () => {
  const store = new Map();
  globalThis.window = { localStorage: { getItem: (name) => store.get(name) ?? null, setItem: (name, text) => store.set(name, text) } };
  const state = withStances(1);
  saveTaps(state);
  const reopened = { ...VIDEO, frameSeconds: 1 / 119 };
  assert.deepEqual(savedTaps(reopened), { ...state, video: reopened });
  for (const other of [{ name: "other.mp4" }, { size: 8 }, { width: 640 }, { height: 480 }]) assert.equal(savedTaps({ ...VIDEO, ...other }), null);
  for (const text of ["", "no JSON", "null"]) {
    for (const name of store.keys()) store.set(name, text);
    assert.equal(savedTaps(VIDEO), null);
  }
  delete globalThis.window;
});

test("a page asks before it is left once something is answered that would be lost", () => {
  assert.equal(steps.hasTaps(begun()), false);
  assert.equal(steps.hasTaps(steps.moved(begun(), "answer", { seconds: 1 })), true);
  assert.equal(steps.hasTaps(withStances(0)), true);
});

test("a runner to the left faces left, and a foot whose landing wasn't seen is known from mid-stance", () => {
  const clip = clipOf(withStances(2, { settled: { direction: -1 }, skips: true }));
  assert.deepEqual([clip.standing.facing, clip.stances.map((each) => each.leg)], [-1, ["left", "right"]]);
});

test("the words name the foot that was said, the frame that is taken, and the video's frames a second", () => {
  let state = steps.moved(steps.moved(answeredAll(begun({ settled: { direction: -1 } })).state, "addStance"), "answer", { seconds: 1, isNear: false });
  for (const id of ["contact-ankle", "contact-hip"]) state = steps.moved(state, "answer", POINTS[id]);
  assert.match(wordingOf(state, steps.askOf(state)).say, /The right foot is on the ground/);
  for (const value of [{ seconds: 1.1 }, POINTS.hip, POINTS.neck, POINTS.background]) state = steps.moved(state, "answer", value);
  assert.deepEqual(stanceCounts(state), { left: 0, right: 1 });
  assert.deepEqual([{ id: "stand" }, { id: "mid-stance" }].map(frameLabel), ["I stand still here", "This is mid-stance"]);
  assert.equal(videoText({ ...VIDEO, frameSeconds: 0.008342 }), "run.mp4: 1920 × 1080, 120 frames a second");
});
