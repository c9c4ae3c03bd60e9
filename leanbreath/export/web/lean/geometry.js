// Angles and lengths of points in a picture: pixels of the video, y down, angles in degrees.

/** @typedef {{x: number, y: number}} Point */

const DEGREES = 180 / Math.PI;

/** Return the degrees of an angle in radians. */
export function inDegrees(/** @type {number} */ radians) {
  return radians * DEGREES;
}

/** Return the radians of an angle in degrees. */
export function inRadians(/** @type {number} */ degrees) {
  return degrees / DEGREES;
}

/** Return how many pixels two points are apart. */
export function lengthBetween(/** @type {Point} */ a, /** @type {Point} */ b) {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Return the middle of several points. */
export function middleOf(/** @type {Point[]} */ points) {
  return { x: meanOf(points.map((each) => each.x)), y: meanOf(points.map((each) => each.y)) };
}

/** Return how far a line leans to the right of the picture's vertical, from its lower end to its upper one. */
export function leanOfLine(/** @type {Point} */ lower, /** @type {Point} */ upper) {
  return inDegrees(Math.atan2(upper.x - lower.x, lower.y - upper.y));
}

/** Return the turn from one angle to another, more than -180 and at most 180. */
export function turnBetween(/** @type {number} */ from, /** @type {number} */ to) {
  const turn = (to - from) % 360;
  if (turn > 180) return turn - 360;
  return turn <= -180 ? turn + 360 : turn;
}

/** Return the mean of angles that lie near each other. */
export function meanAngle(/** @type {number[]} */ angles) {
  return angles[0] + meanOf(angles.map((each) => turnBetween(angles[0], each)));
}

/** Return the spread (standard deviation of a sample) of angles that lie near each other; null for fewer than two. */
export function spreadOfAngles(/** @type {number[]} */ angles) {
  return spreadOf(angles.map((each) => turnBetween(angles[0], each)));
}

/** Return the mean of numbers. */
export function meanOf(/** @type {number[]} */ values) {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** Return the spread (standard deviation of a sample) of numbers; null for fewer than two. */
export function spreadOf(/** @type {number[]} */ values) {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
}

/** Return the spread of the angle of a line when both its ends are off by a spread of `pixels` each way. */
export function angleError(/** @type {number} */ pixels, /** @type {number} */ length) {
  return inDegrees(Math.atan2(Math.SQRT2 * pixels, length));
}
