import assert from "node:assert/strict";
import { test } from "node:test";

import { findingsOfClip, findingsOfStanding, movementOfRoll } from "../../../leanbreath/export/web/lean/refusals.js";
import { degreesFromSideOn, zeroOf } from "../../../leanbreath/export/web/lean/standing.js";
import { summaryOf } from "../../../leanbreath/export/web/lean/summary.js";
import { camera, clip, joints, PICTURE, seen } from "./bodies.mjs";

const EIGHT = [5, 7, 6, 8, 5, 7, 6, 8];
const near = (found, expected, within = 1e-9) => assert.ok(Math.abs(found - expected) <= within, `${found}, not ${expected}`);
const told = (of) => findingsOfClip(of).map(({ id, refuses, stance }) => [id, refuses, ...(stance === undefined ? [] : [stance])]);

/** Return a clip with some of its parts made anew. */
const changed = (of, { standing = {}, stances = (each) => each, ...more }) => ({
  ...of,
  standing: { ...of.standing, ...standing },
  stances: of.stances.map(stances),
  ...more,
});

/** Return the hips of a body that has turned from side-on: the far one is half a trunk behind the near one. */
function turnedHips(degrees, look) {
  const { hip } = joints({ trunkLean: -3 });
  const apart = 0.52 * 0.5 * Math.sin((degrees * Math.PI) / 180);
  return [look(hip), look({ x: hip.x + apart, y: hip.y })];
}

test("a good clip is neither refused nor doubted, with any camera's tilt and in both directions", () => {
  for (const roll of [-8, 0, 8])
    {for (const direction of [1, -1]) assert.deepEqual(findingsOfClip(clip({ leans: EIGHT, shown: { roll, direction } })), []);}
});

test("every finding gives a reason and a remedy in sentences", () => {
  const bad = changed(clip({ leans: [5, 60, 6], shown: { scale: 100 }, frameSeconds: 1 / 25 }), {
    direction: -1,
    standing: { hips: turnedHips(40, camera()), trunks: [-4, 0, 4].map((lean) => seen(joints({ trunkLean: lean }), camera({ scale: 100 }))) },
    stances: (each) => ({ ...each, background: { x: 0, y: 0 } }),
  });
  const found = findingsOfClip(bad);
  assert.ok(new Set(found.map((each) => each.id)).size >= 7, found.map((each) => each.id).join(" "));
  for (const { reason, remedy } of found)
    {for (const text of [reason, remedy]) assert.match(text, /^[A-Z0-9][^{}]*[.]$/, text);}
  assert.equal(summaryOf(bad).isRefused, true);
});

test("a body that has turned by more than 20 degrees is refused, by more than 10 doubted", () => {
  const of = (degrees, roll = 0) => {
    const shown = { roll };
    return told(changed(clip({ leans: EIGHT, shown }), { standing: { hips: turnedHips(degrees, camera(shown)) } }));
  };
  assert.deepEqual(of(9), []);
  for (const roll of [0, 25, -90]) {
    assert.deepEqual(of(11, roll), [["not-side-on", false]]);
    assert.deepEqual(of(21, roll), [["not-side-on", true]]);
  }
  assert.deepEqual(of(90), [["not-side-on", true]]);
});

test("how far a body has turned follows from how far its hips are apart", () => {
  for (const degrees of [0, 5, 10, 20, 45, 90]) {
    const zero = zeroOf({ ...clip({ leans: [], standing: 0 }).standing, hips: turnedHips(degrees, camera()) });
    near(degreesFromSideOn(zero.hipsApart), degrees, 1e-6);
  }
  assert.equal(degreesFromSideOn(9), 90);
});

test("a runner who fills less than a third of the picture's height is too small", () => {
  const tall = 0.08 + 0.9 + 0.52 + 0.22; // metres from ground to ear, of our body
  const of = (share) => {
    const shown = { scale: (share * PICTURE.height) / ((tall - 0.08) / 0.9) };
    return told(clip({ leans: EIGHT, standing: 0, shown })).map(([id]) => id);
  };
  assert.deepEqual(of(0.35), []);
  assert.deepEqual(of(0.31), ["too-small"]);
  const upright = clip({ leans: EIGHT, shown: { scale: 150 } });
  const { ankle, ear, ...trunkOnly } = upright.standing;
  assert.ok(ankle && ear);
  assert.deepEqual(findingsOfStanding(zeroOf(trunkOnly), PICTURE).map((each) => each.id), ["too-small"]);
  const large = clip({ leans: EIGHT, shown: { scale: 320 } }).standing;
  assert.deepEqual(findingsOfStanding(zeroOf({ trunks: large.trunks }), PICTURE), []);
});

test("fewer than four stances of a leg are too few", () => {
  assert.deepEqual(told(clip({ leans: EIGHT.slice(1) })), [["too-few-stances", true]]);
  assert.deepEqual(told(clip({ leans: [] })), [["too-few-stances", true]]);
  assert.match(findingsOfClip(clip({ leans: EIGHT.slice(1) }))[0].reason, /3 of 4 with the right foot\.$/);
  const oneLeg = changed(clip({ leans: [...EIGHT, ...EIGHT], step: 0.7 }), { stances: (each) => ({ ...each, leg: "left" }) });
  assert.match(findingsOfClip(oneLeg)[0].reason, /: 0 of 4 with the right foot\.$/);
});

test("a camera that moved enough to turn the picture by 2 degrees is refused, by 1 doubted, and less is a tap", () => {
  const moved = (pixels, stances = [2]) => {
    const of = clip({ leans: EIGHT });
    return told({
      ...of,
      stances: of.stances.map((each, index) =>
        stances.includes(index) ? { ...each, background: { x: each.background.x, y: each.background.y + pixels } } : each,
      ),
    });
  };
  near(movementOfRoll(2, PICTURE), 18.857, 0.001); // tan 2° of half the height
  assert.deepEqual(moved(9), []);
  assert.deepEqual(moved(10), [["camera-moved", false, 2]]);
  assert.deepEqual(moved(18), [["camera-moved", false, 2]]);
  assert.deepEqual(moved(19, [2, 5]), [["camera-moved", true, 2], ["camera-moved", true, 5]]);
});

test("a camera that was turned by 2 degrees about the phone's foot is refused wherever the point is in the picture", () => {
  const foot = { x: PICTURE.width / 2, y: PICTURE.height * 1.2 };
  const turn = (point, degrees) => {
    const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    const [x, y] = [point.x - foot.x, point.y - foot.y];
    return { x: foot.x + x * cosine - y * sine, y: foot.y + x * sine + y * cosine };
  };
  for (const background of [{ x: 200, y: 150 }, { x: 1800, y: 600 }, { x: 960, y: 700 }]) {
    const of = changed(clip({ leans: EIGHT }), { standing: { background } });
    const after = changed(of, { stances: (each) => ({ ...each, background: turn(background, 2.1) }) });
    assert.ok(findingsOfClip(after).every((each) => each.id === "camera-moved" && each.refuses));
    assert.equal(findingsOfClip(after).length, 8);
  }
});

test("a camera that follows the runner is explained", () => {
  const of = clip({ leans: EIGHT });
  const panned = changed(of, { stances: (each) => ({ ...each, background: { x: each.background.x - 400 * each.seconds - 193, y: 0 } }) });
  const [first] = findingsOfClip(panned);
  assert.deepEqual([first.id, first.refuses], ["camera-moved", true]);
  assert.match(first.reason, /followed you/);
});

test("a clip in which no background point was tapped says nothing about the camera", () => {
  const of = changed(clip({ leans: EIGHT }), { stances: ({ background, ...each }) => (background ? each : each) });
  assert.deepEqual(findingsOfClip(of), []);
});

test("a run against the direction of standing is refused", () => {
  assert.deepEqual(told(changed(clip({ leans: EIGHT }), { standing: { facing: -1 } })), [["other-way", true]]);
  assert.deepEqual(told(changed(clip({ leans: EIGHT }), { standing: { facing: null } })), []);
});

test("a direction that isn't the one in which the runner moves is refused", () => {
  const running = (by) => {
    const of = clip({ leans: EIGHT });
    const moved = (point, index) => ({ x: point.x + by(index), y: point.y });
    return { ...of, stances: of.stances.map((each, index) => ({ ...each, hip: moved(each.hip, index), neck: moved(each.neck, index) })) };
  };
  const ids = (of) => findingsOfClip(of).filter((each) => each.refuses).map((each) => each.reason);
  assert.deepEqual(ids(running((index) => 100 * (index - 4))), []);
  assert.deepEqual(ids(running((index) => -100 * (index - 4) - 60 * index)), ["You run the other way in the picture than you said."]);
  assert.deepEqual(ids(running((index) => 150 * Math.abs(index - 4))), ["In some stances you run the other way."]);
});

test("what can't be, or looks like another point, is said of its stance", () => {
  assert.deepEqual(told(clip({ leans: [5, 7, 50, 8, 5, 7, 6, 8] })), [["impossible-lean", true, 2]]);
  assert.deepEqual(told(clip({ leans: [5, 7, -31, 8, 5, 7, 6, 8] })), [["impossible-lean", true, 2]]);
  const of = clip({ leans: EIGHT });
  const toEar = { ...of, stances: of.stances.map((each, index) => (index === 3 ? { ...each, neck: each.ear } : each)) };
  assert.deepEqual(told(toEar), [["other-size", false, 3]]);
});

test("taps that scatter by more than 2 degrees while standing are doubted", () => {
  const scattered = (degrees) => {
    const trunks = [-degrees, 0, degrees].map((lean) => seen(joints({ trunkLean: lean - 3 }), camera()));
    return told(changed(clip({ leans: EIGHT }), { standing: { trunks } }));
  };
  assert.deepEqual(scattered(1.9), []);
  assert.deepEqual(scattered(2.1), [["unsteady-taps", false]]);
});

test("a stance far from where the runner stood is doubted", () => {
  const of = clip({ leans: EIGHT });
  const far = (each) => Object.fromEntries(Object.entries(each).map(([name, point]) => [name, point?.x && name !== "background" ? { x: point.x + 640, y: point.y } : point]));
  assert.deepEqual(told({ ...of, stances: [...of.stances.slice(0, 7), far(of.stances[7])] }), [["far-from-zero", false, 7]]);
});

test("few frames a second are doubted: below 60 for lean, below 120 for contacts", () => {
  const contacts = (each) => ({ ...each, contact: { seconds: each.seconds, hip: each.hip, ankle: each.ankle } });
  const of = (frames, slowMotion = 1, stances = (each) => each) =>
    told(changed(clip({ leans: EIGHT, frameSeconds: 1 / frames, step: 0.35 * slowMotion, slowMotion }), { stances })).map(([id]) => id);
  assert.deepEqual(of(30), ["few-frames"]);
  assert.deepEqual(of(50), ["few-frames"]);
  assert.deepEqual(of(59.94), []);
  assert.deepEqual(of(60, 1, contacts), ["few-frames"]);
  assert.deepEqual(of(119.88, 1, contacts), []);
  assert.deepEqual(of(30, 8, contacts), []); // filmed with 240
});

test("a slow-motion factor with which it would be no run is doubted", () => {
  const found = findingsOfClip(clip({ leans: EIGHT, step: 4 * 0.35 }));
  assert.deepEqual(found.map(({ id, refuses }) => [id, refuses]), [["other-slow-motion", false]]);
  assert.match(found[0].reason, /If the clip plays 4 times slower, you take 171 steps a minute/);
});

test("from which distances on a stance is far, or the camera follows, and which trunks have another length", () => {
  const of = clip({ leans: EIGHT });
  const shifted = (point, x) => ({ x: point.x + x, y: point.y });
  const last = (change) => told({ ...of, stances: of.stances.map((each, index) => (index === 7 ? { ...each, ...change(each) } : each)) });
  const apart = 1920 / 4 - (of.stances[7].hip.x - zeroOf(of.standing).hip.x);
  const place = (x) => last(({ hip, neck }) => ({ hip: shifted(hip, x), neck: shifted(neck, x) }));
  assert.ok(!place(apart - 2).some(([id]) => id === "far-from-zero"));
  assert.ok(place(apart + 2).some(([id]) => id === "far-from-zero"));
  const trunk = (ratio) =>
    last(({ hip, neck }) => ({ neck: { x: hip.x + (neck.x - hip.x) * ratio, y: hip.y + (neck.y - hip.y) * ratio } }));
  assert.deepEqual([0.86, 1.14].map(trunk), [[], []]);
  for (const ratio of [0.84, 1.16]) assert.deepEqual(trunk(ratio), [["other-size", false, 7]]);
  const reason = (pixels) => {
    const stances = of.stances.map((each) => ({ ...each, background: shifted(each.background, pixels) }));
    return findingsOfClip({ ...of, stances })[0].reason;
  };
  assert.match(reason(191), /^The camera moved: what stands still is 191 pixels/);
  assert.match(reason(193), /^The camera followed you/);
});
