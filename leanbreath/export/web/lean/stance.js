// One stance: the moment when the hips pass over the foot, measured against the runner's own standing.

import { inRadians, lengthBetween, leanOfLine, turnBetween } from "./geometry.js";

/**
 * What was tapped in a stance, and the time stamp of its frame in the video (`seconds`). `contact` is the frame in which
 * the same foot first touches the ground; `direction` is 1 for running to the right of the picture, -1 to the left.
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {import("./standing.js").Zero} Zero
 * @typedef {1 | -1} Direction
 * @typedef {{leg: "left" | "right", seconds: number, hip: Point, neck: Point, ankle?: Point, ear?: Point,
 *   background?: Point, contact?: {seconds: number, hip: Point, ankle: Point}}} Stance
 *
 * What follows from it, forward positive: degrees of trunk and of the whole body, and how far the foot lands ahead of
 * the hip as a share of the leg. `trunkRatio` is the trunk's length to that while standing. What was not tapped is null.
 * @typedef {{leg: "left" | "right", seconds: number, lean: number, wholeBody: number | null, footAhead: number | null,
 *   trunkRatio: number}} MeasuredStance
 */

/**
 * Return what a stance measures.
 * @param {Stance} stance @param {Zero} zero @param {Direction} direction @returns {MeasuredStance}
 */
export function measuredStance(stance, zero, direction) {
  const { ankle = null, ear = null, contact = null } = stance;
  return {
    leg: stance.leg,
    seconds: stance.seconds,
    lean: direction * turnBetween(zero.trunkAngle, leanOfLine(stance.hip, stance.neck)),
    wholeBody:
      ankle && ear && zero.bodyAngle !== null ? direction * turnBetween(zero.bodyAngle, leanOfLine(ankle, ear)) : null,
    footAhead: contact && footAhead(contact, zero, direction),
    trunkRatio: lengthBetween(stance.hip, stance.neck) / zero.trunkLength,
  };
}

/** Return how far ahead of the hip a foot is, as a share of the leg's length; null without a leg while standing. */
function footAhead(/** @type {{hip: Point, ankle: Point}} */ contact, /** @type {Zero} */ zero, /** @type {Direction} */ direction) {
  if (zero.legAngle === null || zero.legLength === null) return null;
  const lean = direction * turnBetween(zero.legAngle, leanOfLine(contact.ankle, contact.hip));
  return (-Math.sin(inRadians(lean)) * lengthBetween(contact.ankle, contact.hip)) / zero.legLength;
}

/** In filmed seconds: two stances that are further apart may belong to two runs past the camera. */
const MOST_APART = 2;

/**
 * Return each direction in which the hips move from a stance to the next; none on a treadmill, where they stay.
 * @param {{seconds: number, hip: Point}[]} stances @param {number} trunkLength @returns {Set<Direction>}
 */
export function directionsOfMovement(stances, trunkLength, slowMotion = 1) {
  const inTime = [...stances].sort((a, b) => a.seconds - b.seconds);
  const pairs = inTime.slice(1).map((to, index) => ({ from: inTime[index], to }));
  const near = pairs.filter(({ from, to }) => to.seconds - from.seconds <= MOST_APART * slowMotion);
  const moves = near.map(({ from, to }) => to.hip.x - from.hip.x).filter((move) => Math.abs(move) > trunkLength / 2);
  return new Set(moves.map((move) => (move > 0 ? 1 : -1)));
}

/**
 * Return which leg it is, from whether it is the one near the camera; a front camera may mirror the picture.
 * @param {boolean} isNear @param {Direction} direction @param {boolean} isMirrored @returns {"left" | "right"}
 */
export function legOf(isNear, direction, isMirrored = false) {
  const nearIsRight = (direction === 1) !== isMirrored;
  return isNear === nearIsRight ? "right" : "left";
}
