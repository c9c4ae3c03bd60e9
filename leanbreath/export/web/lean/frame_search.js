// Neighbouring frames of a video, found by looking: a player only shows the frame at a time, and says when it begins.

/** How long before a frame begins the one before it is looked for, in seconds; half of the shortest frame, or less. */
const EDGE = 0.001;

/** The shortest frame that is expected, in seconds: 480 a second. */
const SHORTEST = 1 / 480;

/**
 * Look for the frame after one. Yields times to look at and receives the time at which the frame shown there begins.
 * `step` is how far frames have been apart, 0 if that isn't known; with `isProven`, it is the shortest step near here,
 * and one look is enough. Without, the time before what was found is looked at too, since frames may differ in length.
 * @param {number} frame @param {number} end @param {number} step @param {boolean} isProven
 * @returns {Generator<number, number | null, number>} the time at which the next frame begins, null at the end
 */
export function* frameAfter(frame, end, step, isProven) {
  let reach = (step || SHORTEST) + EDGE;
  let found = frame;
  for (let time = 0; found <= frame; reach *= 2) {
    if (time >= end - EDGE) return null;
    time = Math.min(frame + reach, end - EDGE);
    found = yield time;
  }
  while (!isProven || found - frame > 1.5 * step) {
    const before = yield found - EDGE;
    if (before <= frame || before >= found) return found;
    found = before;
  }
  return found;
}

/**
 * Look for the frame before one.
 * @param {number} frame @returns {Generator<number, number | null, number>} null at the beginning
 */
export function* frameBefore(frame) {
  if (frame - EDGE < 0) return null;
  const found = yield frame - EDGE;
  return found < frame ? found : null;
}
