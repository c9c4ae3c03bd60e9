// From what was answered on the page to the clip that is measured.

import { findingsOfStance, findingsOfStanding } from "./refusals.js";
import { legOf } from "./stance.js";
import { zeroOf } from "./standing.js";
import { STANDING_MOMENTS } from "./steps.js";

/**
 * @typedef {import("./steps.js").State} State
 * @typedef {import("./steps.js").Answers} Answers
 */

/** Return the clip of a state whose standing is complete. @param {State} state @returns {import("./summary.js").Clip} */
export function clipOf(state) {
  const { video, direction, slowMotion } = state;
  const [standing, stances] = [standingOf(state), state.stances.map((each) => stanceOf(each, state))];
  return { picture: pictureOf(state), direction, slowMotion, frameSeconds: video.frameSeconds, standing, stances };
}

/** Return a stance as it is measured. @param {Answers} answers @param {State} state @returns {import("./stance.js").Stance} */
export function stanceOf(answers, { direction, isMirrored }) {
  const { contact } = answers;
  const isNear = (contact ?? answers["mid-stance"]).isNear;
  return {
    leg: legOf(isNear, direction, isMirrored),
    seconds: answers["mid-stance"].seconds,
    hip: answers.hip,
    neck: answers.neck,
    ankle: answers.ankle,
    ear: answers.ear,
    background: answers.background,
    contact: contact && { seconds: contact.seconds, hip: answers["contact-hip"], ankle: answers["contact-ankle"] },
  };
}

/** Return the reasons against the standing as it was tapped. */
export function standingFindings(/** @type {State} */ state) {
  return findingsOfStanding(zeroOf(standingOf(state)), pictureOf(state));
}

/** Return the reasons against one stance. */
export function stanceFindings(/** @type {State} */ state, /** @type {Answers} */ answers) {
  return findingsOfStance(stanceOf(answers, state), zeroOf(standingOf(state)), pictureOf(state), state.direction);
}

/** Return how many stances there are of each leg. */
export function stanceCounts(/** @type {State} */ state) {
  const legs = state.stances.map((each) => stanceOf(each, state).leg);
  return { left: legs.filter((leg) => leg === "left").length, right: legs.filter((leg) => leg === "right").length };
}

function standingOf({ standing, direction }) {
  return {
    trunks: STANDING_MOMENTS.map((_, moment) => ({ hip: standing[`hip-${moment}`], neck: standing[`neck-${moment}`] })),
    hips: [standing["near-hip"], standing["far-hip"]],
    ankle: standing.ankle,
    ear: standing.ear,
    background: standing.background,
    facing: direction,
  };
}

function pictureOf({ video }) {
  return { width: video.width, height: video.height };
}
