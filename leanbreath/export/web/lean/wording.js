// What the page says at each step, and what its drawing marks.

import { legOf } from "./stance.js";
import { asksForLeg, keyOf } from "./steps.js";

/**
 * A step as it is read: `figure` is a drawing of the page, `mark` the point in it.
 * @typedef {import("./steps.js").State} State
 * @typedef {import("./steps.js").Ask} Ask
 * @typedef {{title: string, say: string, figure: string, mark?: string}} Wording
 */

const HIP = "Tap the middle of your hip.";
const NECK = "Tap the base of your neck, where it meets your shoulders.";

/** @type {Record<string, Wording>} */
const PHASE_WORDING = {
  choose: {
    title: "Choose your video",
    say: "Film from the side: phone at hip height, level, 7 to 10 m away. Stand still side-on for two seconds, then run past.",
    figure: "standing",
  },
  resume: {
    title: "You know this video",
    say: "You marked points in it before. Continue where you stopped?",
    figure: "standing",
  },
  motion: {
    title: "Is it in slow motion?",
    say: "How fast do you move when the video plays? Your cadence depends on it; your lean doesn't.",
    figure: "mid-stance",
  },
  direction: {
    title: "Which way do you run?",
    say: "Stand and run the same way. Leave out strides in the other direction.",
    figure: "mid-stance",
  },
};

/** @type {Record<string, Record<string, Wording>>} */
const ASK_WORDING = {
  standing: {
    stand: {
      title: "Find where you stand still",
      say: "Go to the start of two seconds in which you stand still, side-on, facing the way you run.",
      figure: "standing",
    },
    "hip-0": { title: "Your hip", say: HIP, figure: "standing", mark: "hip" },
    "neck-0": { title: "Your neck", say: NECK, figure: "standing", mark: "neck" },
    "hip-1": { title: "Your hip, a moment later", say: `${HIP} Look afresh.`, figure: "standing", mark: "hip" },
    "neck-1": { title: "Your neck, a moment later", say: NECK, figure: "standing", mark: "neck" },
    "hip-2": { title: "Your hip, a last time", say: HIP, figure: "standing", mark: "hip" },
    "neck-2": { title: "Your neck, a last time", say: NECK, figure: "standing", mark: "neck" },
    "near-hip": {
      title: "The hip near the camera",
      say: "Tap the middle of the hip nearer to the camera. This shows whether you stand side-on.",
      figure: "standing",
      mark: "hip",
    },
    "far-hip": {
      title: "The other hip",
      say: "Tap the middle of the hip farther away. If the near hip hides it, tap the same place.",
      figure: "standing",
      mark: "hip",
    },
    ankle: { title: "Your ankle", say: "Tap the ankle nearer to the camera.", figure: "standing", mark: "ankle" },
    ear: { title: "Your ear", say: "Tap your ear.", figure: "standing", mark: "ear" },
    background: {
      title: "A fixed point",
      say: "Tap something sharp that can't move: the corner of a window, a post. You will tap it again later.",
      figure: "standing",
      mark: "background",
    },
  },
  stance: {
    contact: {
      title: "Find where a foot lands",
      say: "Stop at the first frame in which the foot touches the ground. Which foot is it?",
      figure: "contact",
      mark: "ankle",
    },
    "contact-ankle": { title: "The ankle", say: "Tap the ankle of the foot that lands.", figure: "contact", mark: "ankle" },
    "contact-hip": { title: "Your hip", say: HIP, figure: "contact", mark: "hip" },
    "mid-stance": {
      title: "Find mid-stance",
      say: "Step on, frame by frame, until your hips are right above the foot on the ground and your knees are side by side.",
      figure: "mid-stance",
    },
    hip: { title: "Your hip", say: HIP, figure: "mid-stance", mark: "hip" },
    neck: { title: "Your neck", say: NECK, figure: "mid-stance", mark: "neck" },
    ankle: { title: "The ankle", say: "Tap the ankle of the foot on the ground.", figure: "mid-stance", mark: "ankle" },
    ear: { title: "Your ear", say: "Tap your ear.", figure: "mid-stance", mark: "ear" },
    background: {
      title: "The same fixed point",
      say: "Tap the same point of the background as while you stood. It shows whether the camera moved.",
      figure: "mid-stance",
      mark: "background",
    },
  },
};

/** Return what the page says at a step. @param {State} state @param {Ask | null} ask @returns {Wording} */
export function wordingOf(state, ask) {
  if (!ask) return PHASE_WORDING[state.phase];
  const words = ASK_WORDING[state.phase][keyOf(ask)];
  if (keyOf(ask) !== "mid-stance") return words;
  return { ...words, say: `${words.say}${asksForLeg(state) ? " Which foot is it?" : ` The ${footOf(state)} foot is on the ground.`}` };
}

/** Return the label of the button that takes a frame. */
export function frameLabel(/** @type {Ask} */ ask) {
  return ask.id === "stand" ? "I stand still here" : "This is mid-stance";
}

/** Return the two answers to which foot is on the ground: its label, and whether it is the near one. */
export function footChoices(/** @type {State} */ { direction, isMirrored }) {
  return [true, false].map((isNear) => {
    const leg = legOf(isNear, direction, isMirrored);
    return { isNear, leg, label: `${leg === "left" ? "Left" : "Right"} foot (${isNear ? "near" : "far"} side)` };
  });
}

/** Return a time in the video as it is read, such as 2.150 s. */
export function timeText(/** @type {number} */ seconds) {
  return `${seconds.toFixed(3)} s`;
}

/** Return what a video is, in words: its frames a second, and the size of its picture. */
export function videoText(/** @type {import("./steps.js").Video} */ { name, width, height, frameSeconds }) {
  return `${name}: ${width} × ${height}, ${Math.round(1 / frameSeconds)} frames a second`;
}

function footOf(/** @type {State} */ state) {
  const { isNear } = /** @type {import("./steps.js").FrameAnswer} */ (state.answers.contact);
  return legOf(isNear ?? true, state.direction, state.isMirrored);
}
