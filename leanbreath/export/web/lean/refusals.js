// When a clip can't be measured, or only with doubts: each with its reason and what to do about it.

import { cadenceOf, possibleSlowMotions } from "./cadence.js";
import { inRadians, lengthBetween } from "./geometry.js";
import { directionsOfMovement, measuredStance } from "./stance.js";
import { degreesFromSideOn, zeroOf } from "./standing.js";

/**
 * A reason not to measure (`refuses`), or one to doubt what is measured; `stance` is the index of the one it is about.
 * @typedef {{id: string, refuses: boolean, reason: string, remedy: string, stance?: number}} Finding
 * @typedef {{width: number, height: number}} Picture
 * @typedef {import("./standing.js").Zero} Zero
 * @typedef {import("./stance.js").Stance} Stance
 */

/** The fewest stances of each leg; with both legs that is more than the seven steps that a stable mean needs. */
export const LEAST_STANCES = 4;

/** The least share of the picture's height that the runner must fill. */
export const LEAST_SHARE = 1 / 3;

/** Degrees from side-on. Turned by 10 the lean is up to 1.1 degrees too small, by 20 up to 2.3: more than what is
 * called a real change. */
export const TURNED_DOUBTFUL = 10;
export const TURNED_TOO_FAR = 20;

/** Degrees by which a moved camera may turn the picture: the least real change, and half of it. */
export const ROLL_TOO_FAR = 2;
export const ROLL_DOUBTFUL = 1;

/** A background point that moves by more than this share of the picture's width shows a camera that follows. */
const FOLLOWING = 0.1;

/** How far from the place of standing, as a share of the picture's width: a phone pitched by 3 degrees, which looks
 * level, turns what is a quarter of the picture away by 1 degree. */
const FARTHEST = 1 / 4;

const TRUNK_RATIOS = [0.85, 1.15]; // beyond: a tap on another point, or another distance from the camera
const POSSIBLE_LEANS = [-30, 45]; // beyond: a tap on another point, or another direction
const SLOWEST = 1 / 55; // seconds between frames for lean: 60 a second, as its frames are really stamped
const SLOWEST_FOR_CONTACT = 1 / 110;

/** Return the reasons against a clip, those of its standing and of each stance included. @param {import("./summary.js").Clip} clip @returns {Finding[]} */
export function findingsOfClip(clip) {
  const zero = zeroOf(clip.standing);
  return [
    ...findingsOfStanding(zero, clip.picture),
    ...findingsOfDirection(zero, clip),
    ...clip.stances.flatMap((each, index) =>
      findingsOfStance(each, zero, clip.picture, clip.direction).map((found) => ({ ...found, stance: index })),
    ),
    ...findingsOfCount(clip.stances),
    ...findingsOfFrames(clip),
    ...findingsOfSlowMotion(clip),
  ];
}

/** Return the reasons against a runner's standing. @param {Zero} zero @param {Picture} picture @returns {Finding[]} */
export function findingsOfStanding(zero, picture) {
  return [...sideOn(zero), ...size(zero, picture), ...taps(zero)];
}

/** @param {Zero} zero @returns {Finding[]} */
function sideOn(zero) {
  const turned = zero.hipsApart === null ? 0 : degreesFromSideOn(zero.hipsApart);
  if (turned <= TURNED_DOUBTFUL) return [];
  const reason = `Your hips are too far apart in the picture: you stand about ${Math.round(turned)}° from side-on.`;
  const remedy = "Stand so that one hip hides the other, with the phone straight out to your side, 7 to 10 m away.";
  return [{ id: "not-side-on", refuses: turned > TURNED_TOO_FAR, reason, remedy }];
}

/** @param {Zero} zero @param {Picture} picture @returns {Finding[]} */
function size(zero, picture) {
  const share = zero.bodyHeight / picture.height;
  if (share >= LEAST_SHARE) return [];
  const percent = Math.floor(100 * share);
  const reason = `You are too small: you fill about ${percent} % of the picture's height, and each tap counts too much.`;
  const remedy = "Zoom in, or film from 7 m, until you fill at least a third of the picture's height.";
  return [{ id: "too-small", refuses: true, reason, remedy }];
}

/** @param {Zero} zero @returns {Finding[]} */
function taps(zero) {
  if (zero.tapSpread === null || zero.tapSpread <= ROLL_TOO_FAR) return [];
  const reason = `Your taps while standing are ${zero.tapSpread.toFixed(1)}° apart from each other.`;
  const remedy = "Tap the same two points again, with the loupe.";
  return [{ id: "unsteady-taps", refuses: false, reason, remedy }];
}

/** Return the reason against a direction other than the runner faced while standing, or other than they move. @param {Zero} zero @param {import("./summary.js").Clip} clip @returns {Finding[]} */
export function findingsOfDirection(zero, { direction, stances, slowMotion }) {
  const moved = directionsOfMovement(stances, zero.trunkLength, slowMotion);
  if (moved.has(direction === 1 ? -1 : 1)) {
    const reason = moved.size > 1 ? "In some stances you run the other way." : "You run the other way in the picture than you said.";
    const remedy = "Use one direction, the way you face while standing: the other one turns forward into back.";
    return [{ id: "other-way", refuses: true, reason, remedy }];
  }
  if (zero.facing === null || zero.facing === direction) return [];
  const reason = "You stand facing one way and run the other, so your standing isn't the zero of your run.";
  const remedy = "Choose a run in the direction you face while standing, or film again.";
  return [{ id: "other-way", refuses: true, reason, remedy }];
}

/** Return the reasons against a stance. @param {Stance} stance @param {Zero} zero @param {Picture} picture @param {1 | -1} direction @returns {Finding[]} */
export function findingsOfStance(stance, zero, picture, direction) {
  return [...camera(stance, zero, picture), ...place(stance, zero, picture), ...body(stance, zero, direction)];
}

/**
 * Return the movement of a background point that goes with a turn of the picture by some degrees.
 *
 * A phone that is nudged or held turns about its lower end, so that what is in the picture moves at least as far as
 * half the picture's height from that end does.
 */
export function movementOfRoll(/** @type {number} */ degrees, /** @type {Picture} */ picture) {
  return Math.tan(inRadians(degrees)) * (picture.height / 2);
}

/** @param {Stance} stance @param {Zero} zero @param {Picture} picture @returns {Finding[]} */
function camera(stance, zero, picture) {
  const moved = stance.background && zero.background ? lengthBetween(zero.background, stance.background) : 0;
  if (moved <= movementOfRoll(ROLL_DOUBTFUL, picture)) return [];
  if (moved > FOLLOWING * picture.width) {
    const reason = "The camera followed you: what stands still moved through the picture, so your standing isn't its zero.";
    const remedy = "Put the phone on something that stands still, and run past it.";
    return [{ id: "camera-moved", refuses: true, reason, remedy }];
  }
  const reason = `The camera moved: what stands still is ${Math.round(moved)} pixels from where it was while you stood.`;
  const remedy = "Tap that point again. If it did move, put the phone on something that stands still, and film again.";
  return [{ id: "camera-moved", refuses: moved > movementOfRoll(ROLL_TOO_FAR, picture), reason, remedy }];
}

/** @param {Stance} stance @param {Zero} zero @param {Picture} picture @returns {Finding[]} */
function place(stance, zero, picture) {
  if (Math.abs(stance.hip.x - zero.hip.x) <= FARTHEST * picture.width) return [];
  const reason = "You are far from where you stood, and a phone that isn't quite level changes the angle there.";
  const remedy = "Use stances near the place where you stood; stand in the middle of the picture.";
  return [{ id: "far-from-zero", refuses: false, reason, remedy }];
}

/** @param {Stance} stance @param {Zero} zero @param {1 | -1} direction @returns {Finding[]} */
function body(stance, zero, direction) {
  const { lean, trunkRatio } = measuredStance(stance, zero, direction);
  const remedy = "Look at both taps again: the middle of the hips, and the base of the neck.";
  if (lean < POSSIBLE_LEANS[0] || lean > POSSIBLE_LEANS[1]) {
    const reason = `A lean of ${String(Math.round(lean)).replace("-", "−")}° can't be right for a runner.`;
    return [{ id: "impossible-lean", refuses: true, reason, remedy }];
  }
  if (trunkRatio >= TRUNK_RATIOS[0] && trunkRatio <= TRUNK_RATIOS[1]) return [];
  const percent = Math.round(100 * trunkRatio);
  return [{ id: "other-size", refuses: false, reason: `Your trunk is ${percent} % as long as while you stood.`, remedy }];
}

/** Return the reason against too few stances. @param {{leg: "left" | "right"}[]} stances @returns {Finding[]} */
export function findingsOfCount(stances) {
  const counts = ["left", "right"].map((leg) => ({ leg, n: stances.filter((each) => each.leg === leg).length }));
  const few = counts.filter((each) => each.n < LEAST_STANCES);
  if (!few.length) return [];
  const reason = `Too few stances: ${few.map((each) => `${each.n} of ${LEAST_STANCES} with the ${each.leg} foot`).join(", ")}.`;
  const remedy = "Mark more stances. If the clip has no more, run past again, or film on a treadmill.";
  return [{ id: "too-few-stances", refuses: true, reason, remedy }];
}

/** Return the doubts about a clip with few frames a second. @param {import("./summary.js").Clip} clip @returns {Finding[]} */
export function findingsOfFrames({ frameSeconds, slowMotion, stances }) {
  const seconds = frameSeconds / slowMotion;
  const hasContacts = stances.some((each) => each.contact);
  if (seconds <= (hasContacts ? SLOWEST_FOR_CONTACT : SLOWEST)) return [];
  const subject = seconds > SLOWEST ? "mid-stance may lie between two frames" : "the moment of contact may lie between two frames";
  const reason = `The clip has about ${Math.round(1 / seconds)} frames a second: ${subject}.`;
  return [{ id: "few-frames", refuses: false, reason, remedy: "Film in slow motion: 120 frames a second or more." }];
}

/** Return the doubt about a slow-motion factor with which a run would have another cadence. @param {import("./summary.js").Clip} clip @returns {Finding[]} */
export function findingsOfSlowMotion({ stances, slowMotion }) {
  const [likeliest] = possibleSlowMotions(stances);
  if (likeliest === undefined || likeliest === slowMotion) return [];
  const cadence = Math.round(cadenceOf(stances, likeliest)?.stepsPerMinute ?? 0);
  const played = likeliest === 1 ? "at normal speed" : `${likeliest} times slower`;
  const reason = `Is the slow motion right? If the clip plays ${played}, you take ${cadence} steps a minute.`;
  return [{ id: "other-slow-motion", refuses: false, reason, remedy: "Check it for your cadence; your lean is the same." }];
}
