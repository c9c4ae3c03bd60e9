// What a clip says: lean of each leg and of both, its spread, and the change that would be real.

import { cadenceOf } from "./cadence.js";
import { meanOf, spreadOf } from "./geometry.js";
import { findingsOfClip } from "./refusals.js";
import { measuredStance } from "./stance.js";
import { zeroOf } from "./standing.js";

/**
 * A clip: the size of its picture, the direction of running, how many times slower it plays than it was filmed, the
 * time between its frames as their time stamps have it, and what was tapped.
 * @typedef {{picture: {width: number, height: number}, direction: 1 | -1, slowMotion: number, frameSeconds: number,
 *   standing: import("./standing.js").Standing, stances: import("./stance.js").Stance[]}} Clip
 * @typedef {{mean: number, spread: number | null, n: number}} Statistics
 * @typedef {Statistics & {realChange: number | null}} Lean
 * @typedef {{findings: import("./refusals.js").Finding[], isRefused: boolean, tapSpread: number | null,
 *   left: Lean | null, right: Lean | null, both: Lean | null, wholeBody: Statistics | null,
 *   footAhead: Statistics | null, cadence: import("./cadence.js").Cadence | null,
 *   stances: import("./stance.js").MeasuredStance[]}} Summary
 */

/** The least change of lean, in degrees, that is called real. */
export const LEAST_REAL_CHANGE = 2;

/** Return what a clip says, with every reason to doubt it; a refused one shows its numbers to nobody. @param {Clip} clip @returns {Summary} */
export function summaryOf(clip) {
  const zero = zeroOf(clip.standing);
  const stances = clip.stances.map((each) => measuredStance(each, zero, clip.direction));
  const findings = findingsOfClip(clip);
  return {
    findings,
    isRefused: findings.some((each) => each.refuses),
    tapSpread: zero.tapSpread,
    left: leanOf(stances.filter((each) => each.leg === "left")),
    right: leanOf(stances.filter((each) => each.leg === "right")),
    both: leanOf(stances),
    wholeBody: statisticsOf(stances.map((each) => each.wholeBody)),
    footAhead: statisticsOf(stances.map((each) => each.footAhead)),
    cadence: cadenceOf(clip.stances, clip.slowMotion, clip.frameSeconds),
    stances,
  };
}

/** Return the change between two clips with such a spread and number of stances that is real; null without a spread. */
export function realChange(/** @type {number | null} */ spread, /** @type {number} */ n) {
  return spread === null ? null : Math.max(LEAST_REAL_CHANGE, (1.96 * Math.SQRT2 * spread) / Math.sqrt(n));
}

/** Return mean, spread and number of values, those that are null left out; null if there are none. */
function statisticsOf(/** @type {(number | null)[]} */ values) {
  const known = values.filter((each) => each !== null);
  return known.length ? { mean: meanOf(known), spread: spreadOf(known), n: known.length } : null;
}

function leanOf(/** @type {import("./stance.js").MeasuredStance[]} */ stances) {
  const statistics = statisticsOf(stances.map((each) => each.lean));
  return statistics && { ...statistics, realChange: realChange(statistics.spread, statistics.n) };
}
