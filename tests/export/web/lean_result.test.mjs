import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { resultData, resultJson, resultOption, resultSentences, resultText } from "../../../leanbreath/export/web/lean/result.js";
import { degreesText } from "../../../leanbreath/export/web/lean/stance_picture.js";

const SAVED = readFileSync(new URL("lean-result.json", import.meta.url), "utf8");

const SUMMARY = {
  findings: [
    { id: "few-frames", refuses: false, reason: "", remedy: "" },
    { id: "few-frames", refuses: false, reason: "", remedy: "" },
  ],
  isRefused: false,
  tapSpread: 0.8123,
  left: { mean: 7.0, spread: 1.6111, n: 4, realChange: 2.2328 },
  right: { mean: 5.5, spread: 0, n: 4, realChange: 2 },
  both: { mean: 6.2501, spread: 1.31, n: 8, realChange: 2 },
  wholeBody: { mean: 4.2, spread: 1, n: 8 },
  footAhead: { mean: 0.1251, spread: 0.02, n: 8 },
  cadence: { stepsPerMinute: 171.6, plusMinus: 1.4, steps: 7 },
  stances: [],
};
const SPARSE = { ...SUMMARY, tapSpread: null, wholeBody: null, footAhead: null, cadence: null };

test("a result is saved as the file that checkup reads in its own tests", () => {
  assert.equal(resultJson(SUMMARY, "2026-03-01T07:30:00+01:00"), SAVED);
});

test("what was not measured is null, and a time that isn't known is left out", () => {
  const { at, tap_spread_degrees: taps, whole_body_degrees: body, foot_ahead_share: foot, cadence } = resultData(SPARSE);
  assert.deepEqual([at, taps, body, foot, cadence], [undefined, null, null, null, null]);
});

test("the text says what it means, and ends in a line for checkup", () => {
  assert.equal(
    resultText(SUMMARY),
    [
      "# At mid-stance your trunk is 6.3° further forward than when you stand (8 stances, ± 0.8° from your own taps).",
      "# Left foot: 7.0° (4 stances, spread 1.6°). Right foot: 5.5° (4 stances, spread 0.0°).",
      "# A change of 2° or more between two clips is real.",
      "# From ankle to ear, your whole body is 4.2° further forward than when you stand.",
      "# At contact your foot is 0.13 of your leg ahead of your hip, ± 0.1.",
      "# 172 steps a minute, ± 2.",
      "# That is another measure than in studies: there, trunks leaned 4 to 10° from vertical. Yours counts from how you stand.",
      "video-lean-deg: 7/5.5 ± 2.3/2",
      "",
    ].join("\n"),
  );
  assert.equal(resultOption(SUMMARY), "video-lean-deg=7/5.5 ± 2.3/2");
});

test("a trunk that comes back behind where it stands is said so, and no number is minus zero", () => {
  const back = { ...SUMMARY, both: { ...SUMMARY.both, mean: -2.04 }, right: { ...SUMMARY.right, mean: -0.04 } };
  assert.match(resultSentences(back)[0], /2\.0° further back than when you stand/);
  assert.match(resultSentences(back)[1], /Right foot: 0\.0°/);
  assert.equal(Object.is(resultData(back).right.lean_degrees, 0), true);
  const level = { ...SUMMARY, both: { ...SUMMARY.both, mean: -0.01 } };
  assert.match(resultSentences(level)[0], /0\.0° further forward/);
});

test("a real change is rounded up, never down", () => {
  const of = (realChange) => resultData({ ...SUMMARY, left: { ...SUMMARY.left, realChange } }).left.real_change_degrees;
  assert.deepEqual([2, 2.01, 2.1, 2.3, 2.300001, 9.99].map(of), [2, 2.1, 2.1, 2.3, 2.4, 10]);
});

test("what is refused has no result", () => {
  assert.throws(() => resultJson({ ...SUMMARY, isRefused: true }), /refused/);
  assert.throws(() => resultOption({ ...SUMMARY, isRefused: true }), /refused/);
});

test("degrees have a sign where the trunk leans back, and none for nothing", () => {
  assert.deepEqual([7.04, -2.06, -0.04, 0].map(degreesText), ["7.0°", "−2.1°", "0.0°", "0.0°"]);
});
