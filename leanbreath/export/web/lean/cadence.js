// Steps a minute, from the time stamps of the frames only: a video's nominal rate can be wrong by a factor of eight.

/**
 * The moment of a step in the video, with its leg; all moments are of one kind, such as mid-stance.
 * @typedef {{seconds: number, leg: "left" | "right"}} StepMoment
 * @typedef {{stepsPerMinute: number, plusMinus: number, steps: number}} Cadence
 */

/** The fewest and most steps a minute that are taken for running; our own figures. */
export const RUNNING_CADENCE = [120, 240];

/** By how much a phone may slow a video down. */
export const SLOW_MOTION_FACTORS = [1, 2, 4, 8];

/** No gap of more steps is counted: with more, two numbers of steps could explain it. */
const MOST_STEPS = 4;

/**
 * Return the cadence, how far off it may be with frames `frameSeconds` apart, and of how many steps it is the mean; null
 * if no two moments tell how many steps are between them. A video played `slowMotion` times slower than it was filmed
 * has time stamps that far apart.
 * @param {StepMoment[]} moments @param {number} slowMotion @param {number} frameSeconds @returns {Cadence | null}
 */
export function cadenceOf(moments, slowMotion, frameSeconds = 0) {
  const gaps = gapsOf(moments, slowMotion).filter((gap) => gap.steps !== null);
  const steps = gaps.reduce((sum, gap) => sum + (gap.steps ?? 0), 0);
  const seconds = gaps.reduce((sum, gap) => sum + gap.seconds, 0);
  if (!steps) return null;
  const stepsPerMinute = (60 * steps) / seconds;
  return { stepsPerMinute, plusMinus: (stepsPerMinute * frameSeconds) / slowMotion / seconds, steps };
}

/**
 * Return the slow-motion factors with which some moments can be steps of a run, the likeliest first: the one in which
 * the fewest steps were left out.
 */
export function possibleSlowMotions(/** @type {StepMoment[]} */ moments) {
  const stepsWith = (/** @type {number} */ factor) => cadenceOf(moments, factor)?.steps ?? 0;
  const possible = SLOW_MOTION_FACTORS.filter((factor) => stepsWith(factor) > 0);
  return possible.sort((a, b) => stepsWith(a) - stepsWith(b));
}

/** Return the seconds from each moment to the next, as they were filmed, and the steps in them. */
function gapsOf(/** @type {StepMoment[]} */ moments, /** @type {number} */ slowMotion) {
  const inTime = [...moments].sort((a, b) => a.seconds - b.seconds);
  return inTime.slice(1).map((to, index) => {
    const from = inTime[index];
    const seconds = (to.seconds - from.seconds) / slowMotion;
    return { seconds, steps: stepsIn(seconds, to.leg === from.leg) };
  });
}

/** Return the one number of steps that a gap can be in a run: odd between two legs; null if there are none or two. */
function stepsIn(/** @type {number} */ seconds, /** @type {boolean} */ isSameLeg) {
  const fitting = [];
  for (let steps = isSameLeg ? 2 : 1; steps <= MOST_STEPS + 2; steps += 2) {
    const cadence = (60 * steps) / seconds;
    if (cadence >= RUNNING_CADENCE[0] && cadence <= RUNNING_CADENCE[1]) fitting.push(steps);
  }
  return fitting.length === 1 && fitting[0] <= MOST_STEPS ? fitting[0] : null;
}
