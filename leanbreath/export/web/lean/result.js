// The result for the diary: JSON and text that `leanbreath checkup --from` reads, and the sentences that go with it.

/**
 * @typedef {import("./summary.js").Summary} Summary
 * @typedef {import("./summary.js").Lean} Lean
 */

export const ASSESSMENT = "video-lean-deg";
export const RESULT_VERSION = 1;

export const OTHER_MEASURE =
  "That is another measure than in studies: there, trunks leaned 4 to 10° from vertical. Yours counts from how you stand.";

/**
 * Return a result as data; `at` is when it was measured, with its zone, such as 2026-03-01T07:30:00+01:00.
 * A summary that is refused has no result.
 * @param {Summary} summary @param {string | null} at
 */
export function resultData(summary, at = null) {
  if (summary.isRefused || !summary.left || !summary.right || !summary.both) throw new Error("refused: no result");
  return {
    type: "lean-meter",
    version: RESULT_VERSION,
    ...(at ? { at } : {}),
    left: leanData(summary.left),
    right: leanData(summary.right),
    both: leanData(summary.both),
    tap_spread_degrees: rounded(summary.tapSpread, 1),
    whole_body_degrees: rounded(summary.wholeBody?.mean, 1),
    foot_ahead_share: rounded(summary.footAhead?.mean, 2),
    cadence: rounded(summary.cadence?.stepsPerMinute, 0),
    warnings: [...new Set(summary.findings.map((each) => each.id))],
  };
}

function leanData(/** @type {Lean} */ lean) {
  return {
    lean_degrees: rounded(lean.mean, 1),
    spread_degrees: rounded(lean.spread, 1),
    stances: lean.n,
    real_change_degrees: roundedUp(lean.realChange),
  };
}

/** Return a result as JSON. @param {Summary} summary @param {string | null} at */
export function resultJson(summary, at = null) {
  return `${JSON.stringify(resultData(summary, at), null, 2)}\n`;
}

/** Return what `leanbreath checkup --set` takes: both legs, and how much each must change to be real. @param {Summary} summary */
export function resultOption(summary) {
  const { left, right } = resultData(summary);
  return `${ASSESSMENT}=${left.lean_degrees}/${right.lean_degrees} ± ${left.real_change_degrees}/${right.real_change_degrees}`;
}

/** Return a result as text that can be pasted, read by people and by `leanbreath checkup --from`. @param {Summary} summary */
export function resultText(summary) {
  const lines = resultSentences(summary).map((line) => `# ${line}`);
  return `${[...lines, resultOption(summary).replace("=", ": ")].join("\n")}\n`;
}

/** Return what a result means, in sentences. @param {Summary} summary @returns {string[]} */
export function resultSentences(summary) {
  const { left, right, both, wholeBody, footAhead, cadence } = summary;
  if (!left || !right || !both) return [];
  return [
    leanSentence(both, summary.tapSpread),
    `Left foot: ${legWords(left)}. Right foot: ${legWords(right)}.`,
    `A change of ${roundedUp(both.realChange)}° or more between two clips is real.`,
    ...(wholeBody ? [`From ankle to ear, your whole body is ${forwardWords(wholeBody.mean)} than when you stand.`] : []),
    ...(footAhead ? [footSentence(footAhead.mean)] : []),
    ...(cadence ? [`${Math.round(cadence.stepsPerMinute)} steps a minute, ± ${Math.ceil(cadence.plusMinus)}.`] : []),
    OTHER_MEASURE,
  ];
}

function leanSentence(/** @type {Lean} */ both, /** @type {number | null} */ tapSpread) {
  const taps = tapSpread === null ? "" : `, ± ${tapSpread.toFixed(1)}° from your own taps`;
  return `At mid-stance your trunk is ${forwardWords(both.mean)} than when you stand (${both.n} stances${taps}).`;
}

function forwardWords(/** @type {number} */ degrees) {
  return `${Math.abs(degrees).toFixed(1)}° further ${Number(degrees.toFixed(1)) < 0 ? "back" : "forward"}`;
}

function legWords(/** @type {Lean} */ lean) {
  return `${signed(lean.mean.toFixed(1))}° (${lean.n} stances, spread ${lean.spread?.toFixed(1) ?? "unknown"}°)`;
}

function footSentence(/** @type {number} */ share) {
  const where = Number(share.toFixed(2)) < 0 ? "behind" : "ahead of";
  return `At contact your foot is ${Math.abs(share).toFixed(2)} of your leg ${where} your hip, ± 0.1.`;
}

function signed(/** @type {string} */ text) {
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

/** Return a number with some decimals, never -0; null for one that is missing. */
function rounded(/** @type {number | null | undefined} */ value, /** @type {number} */ decimals) {
  return value === null || value === undefined ? null : Number(value.toFixed(decimals)) + 0;
}

/** Return a number with one decimal, rounded up so that no change is called real that isn't. */
function roundedUp(/** @type {number | null} */ value) {
  return value === null ? null : Math.ceil(value * 10 - 1e-9) / 10;
}
