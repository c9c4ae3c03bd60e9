// The zero: a runner who stands side-on in the same shot, facing the way they will run.

import { lengthBetween, inDegrees, inRadians, leanOfLine, meanAngle, meanOf, middleOf, spreadOfAngles } from "./geometry.js";

/**
 * What was tapped while standing: hip and neck three times, and where they were asked for both hips (the near one
 * first), ankle, ear and a fixed point of the background. `facing` is 1 to the right of the picture, -1 to the left.
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {{trunks: {hip: Point, neck: Point}[], hips?: Point[], ankle?: Point, ear?: Point, background?: Point,
 *   facing?: 1 | -1}} Standing
 *
 * What follows from it: angles of the lines from the picture's vertical, positive to the right; lengths in pixels.
 * `tapSpread` is the spread of the trunk's angle over the runner's own taps. What was not tapped is null.
 * @typedef {{trunkAngle: number, tapSpread: number | null, trunkLength: number, hip: Point, legAngle: number | null,
 *   legLength: number | null, bodyAngle: number | null, bodyHeight: number, hipsApart: number | null,
 *   background: Point | null, facing: 1 | -1 | null}} Zero
 */

// The proportions of our own figure, and of people within a tenth: trunk (middle of the hips to base of the neck), and
// ankle to ear, as shares of the body's height.
const TRUNK_OF_HEIGHT = 0.3;
const ANKLE_TO_EAR_OF_HEIGHT = 0.9;

/** How far the hips of a body are apart, as a share of its trunk: about 25 cm of 50, from the outside of the near hip
 * to the middle of the far one, which is what can be tapped. Our own figure. */
export const HIPS_OF_TRUNK = 0.5;

/** Return the zero of a standing runner. @param {Standing} standing @returns {Zero} */
export function zeroOf(standing) {
  const angles = standing.trunks.map((each) => leanOfLine(each.hip, each.neck));
  const trunkAngle = meanAngle(angles);
  const trunkLength = meanOf(standing.trunks.map((each) => lengthBetween(each.hip, each.neck)));
  const hip = middleOf(standing.trunks.map((each) => each.hip));
  const { hips = null, background = null, facing = null } = standing;
  return {
    trunkAngle,
    tapSpread: spreadOfAngles(angles),
    trunkLength,
    hip,
    ...legOfZero(standing, hip),
    ...bodyOfZero(standing, trunkLength),
    hipsApart: hips && lengthAcross(hips, trunkAngle) / trunkLength,
    background,
    facing,
  };
}

function legOfZero(/** @type {Standing} */ { ankle }, /** @type {Point} */ hip) {
  if (!ankle) return { legAngle: null, legLength: null };
  return { legAngle: leanOfLine(ankle, hip), legLength: lengthBetween(ankle, hip) };
}

function bodyOfZero(/** @type {Standing} */ { ankle, ear }, /** @type {number} */ trunkLength) {
  if (!ankle || !ear) return { bodyAngle: null, bodyHeight: trunkLength / TRUNK_OF_HEIGHT };
  return { bodyAngle: leanOfLine(ankle, ear), bodyHeight: lengthBetween(ankle, ear) / ANKLE_TO_EAR_OF_HEIGHT };
}

/** Return how far two hips are apart across the trunk, so that a tilted camera makes no difference. */
function lengthAcross(/** @type {Point[]} */ hips, /** @type {number} */ trunkAngle) {
  const angle = inRadians(trunkAngle);
  return Math.abs((hips[1].x - hips[0].x) * Math.cos(angle) + (hips[1].y - hips[0].y) * Math.sin(angle));
}

/** Return how far, in degrees, a body has turned from side-on when its hips are so many trunks apart. */
export function degreesFromSideOn(/** @type {number} */ hipsApart) {
  return inDegrees(Math.asin(Math.min(1, hipsApart / HIPS_OF_TRUNK)));
}
