// The steps of a measurement: what is asked next, and what each answer changes. States are plain values.

/**
 * A thing to ask for: a frame of the video to find, or a point to tap in it. `moment` numbers the three taps of the
 * zero; `isExtra` is asked for the whole-body line only; `after` is asked only if that answer was not skipped.
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {{id: string, kind: "frame" | "point", moment?: number, canSkip?: boolean, isExtra?: boolean,
 *   after?: string}} Ask
 *
 * @typedef {{name: string, size: number, width: number, height: number, seconds: number, frameSeconds: number}} Video
 * @typedef {{seconds: number, isNear?: boolean}} FrameAnswer
 * @typedef {Record<string, FrameAnswer | Point | null>} Answers
 * @typedef {{phase: string, video: Video | null, slowMotion: number, direction: 1 | -1, isMirrored: boolean,
 *   isWholeBody: boolean, answers: Answers, standing: Answers | null, stances: Answers[],
 *   startAt: number | null, saved: State | null}} State
 * `startAt` is where in the video a stance that is marked again begins; `saved` is what was tapped in the same video
 * before the page was closed. Stances are in the order of time.
 */

/** How long the runner stands still, and when in it the three taps of the zero are made, in filmed seconds. */
export const STANDING_MOMENTS = [0, 0.75, 1.5];

/** @type {Ask[]} */
const STANDING_ASKS = [
  { id: "stand", kind: "frame" },
  ...STANDING_MOMENTS.flatMap((_, moment) => [
    point("hip", { moment }),
    point("neck", { moment }),
  ]),
  point("near-hip"),
  point("far-hip"),
  point("ankle"),
  point("ear", { isExtra: true }),
  point("background"),
];

/** @type {Ask[]} */
const STANCE_ASKS = [
  { id: "contact", kind: "frame", canSkip: true },
  point("contact-ankle", { after: "contact" }),
  point("contact-hip", { after: "contact" }),
  { id: "mid-stance", kind: "frame" },
  point("hip"),
  point("neck"),
  point("ankle", { isExtra: true }),
  point("ear", { isExtra: true }),
  point("background"),
];

/** @type {Record<string, Ask[]>} */
const ASKS = { standing: STANDING_ASKS, stance: STANCE_ASKS };

/** The state before a video is chosen. @type {State} */
export const FIRST_STATE = {
  phase: "choose",
  video: null,
  slowMotion: 1,
  direction: 1,
  isMirrored: false,
  isWholeBody: false,
  answers: {},
  standing: null,
  stances: [],
  startAt: null,
  saved: null,
};

/**
 * What can be done in each phase, and the state that it leads to.
 * @type {Record<string, Record<string, (state: State, value: any) => State>>}
 */
const MOVES = {
  choose: {
    open: (state, { video, saved }) => ({ ...FIRST_STATE, phase: saved ? "resume" : "motion", video, saved }),
  },
  resume: {
    resume: ({ saved }) => saved ?? FIRST_STATE,
    restart: (state) => ({ ...state, phase: "motion", saved: null }),
  },
  motion: { answer: (state, slowMotion) => ({ ...state, phase: "direction", slowMotion }) },
  direction: { answer: (state, given) => ({ ...state, ...given, phase: "standing", answers: {} }) },
  standing: { answer: answered, standAgain: standingAgain },
  stance: { answer: answered, leave: (state) => ({ ...state, phase: "overview", answers: {} }) },
  overview: {
    addStance: (state) => ({ ...state, phase: "stance", answers: {}, startAt: null }),
    markAgain: (state, index) => ({ ...without(state, index), phase: "stance", startAt: beginOf(state.stances[index]) }),
    remove: without,
    standAgain: standingAgain,
    finish: (state) => ({ ...state, phase: "result" }),
  },
  result: { back: (state) => ({ ...state, phase: "overview" }) },
};

/** Return the state after a move; a move that the phase doesn't have changes nothing. */
export function moved(/** @type {State} */ state, /** @type {string} */ move, /** @type {any} */ value) {
  const moves = MOVES[state.phase];
  return Object.hasOwn(moves, move) ? moves[move](state, value) : state;
}

/** Return what is asked for now, or null in a phase that asks for no frame and no point. @returns {Ask | null} */
export function askOf(/** @type {State} */ state) {
  return asksOf(state).find((ask) => !(keyOf(ask) in state.answers)) ?? null;
}

/** Return how many things have been asked for in this phase, and how many there are. */
export function progressOf(/** @type {State} */ state) {
  const asks = asksOf(state);
  return { number: asks.filter((ask) => keyOf(ask) in state.answers).length + 1, count: asks.length };
}

/** Return the name under which the answer to something is kept: the second tap of the zero on the hip is `hip-1`. */
export function keyOf(/** @type {Ask} */ ask) {
  return ask.moment === undefined ? ask.id : `${ask.id}-${ask.moment}`;
}

/** Return the time of the frame in which a point is tapped. */
export function secondsOfAsk(/** @type {State} */ state, /** @type {Ask} */ ask) {
  return frameOfKey(state, keyOf(ask));
}

/** Return the time of the frame in which the fixed point of the background was tapped first. */
export function secondsOfFixedPoint(/** @type {State} */ state, /** @type {Answers} */ standing) {
  return frameOfKey({ ...state, phase: "standing", answers: standing }, "background");
}

/** Return whether anything was tapped that would be lost with the page. */
export function hasTaps(/** @type {State} */ { answers, standing }) {
  return Boolean(standing || Object.keys(answers).length);
}

/** Return the points that are tapped already in the frame of what is asked for, each with its name. */
export function pointsInFrame(/** @type {State} */ state) {
  const ask = askOf(state);
  if (!ask || ask.kind === "frame") return [];
  const seconds = secondsOfAsk(state, ask);
  return asksOf(state)
    .filter((each) => each.kind === "point" && state.answers[keyOf(each)])
    .filter((each) => frameOfKey(state, keyOf(each)) === seconds)
    .map((each) => ({ id: each.id, ...(/** @type {Point} */ (state.answers[keyOf(each)])) }));
}

/** Return whether the frame asked for tells which leg it is: the first one of a stance does. */
export function asksForLeg(/** @type {State} */ state) {
  const ask = askOf(state);
  return ask?.kind === "frame" && state.phase === "stance" && !state.answers.contact;
}

function point(/** @type {string} */ id, /** @type {Partial<Ask>} */ more = {}) {
  return { id, kind: /** @type {const} */ ("point"), ...more };
}

function asksOf(/** @type {State} */ state) {
  return (ASKS[state.phase] ?? []).filter(
    (ask) => (!ask.isExtra || state.isWholeBody) && (!ask.after || state.answers[ask.after] !== null),
  );
}

/** Return the state with one more answer; the last one completes the standing or the stance. @returns {State} */
function answered(/** @type {State} */ state, /** @type {FrameAnswer | Point | null} */ value) {
  const ask = askOf(state);
  if (!ask || (value === null && !ask.canSkip)) return state;
  const next = { ...state, answers: { ...state.answers, [keyOf(ask)]: value } };
  if (askOf(next)) return next;
  const done = next.phase === "standing" ? { standing: next.answers } : { stances: inTime([...next.stances, next.answers]) };
  return { ...next, ...done, phase: "overview", answers: {} };
}

/** Return the state without a stance. @returns {State} */
function without(/** @type {State} */ state, /** @type {number} */ index) {
  return { ...state, stances: state.stances.filter((_, each) => each !== index) };
}

function inTime(/** @type {Answers[]} */ stances) {
  return stances.sort((a, b) => midStanceOf(a).seconds - midStanceOf(b).seconds);
}

/** Return the time at which marking a stance begins. */
function beginOf(/** @type {Answers} */ stance) {
  return (/** @type {FrameAnswer | null} */ (stance.contact) ?? midStanceOf(stance)).seconds;
}

function midStanceOf(/** @type {Answers} */ stance) {
  return /** @type {FrameAnswer} */ (stance["mid-stance"]);
}

function standingAgain(/** @type {State} */ state) {
  return { ...state, phase: "standing", standing: null, answers: {} };
}

/** Return the time of the frame that holds a point. */
function frameOfKey(/** @type {State} */ state, /** @type {string} */ key) {
  const { answers } = state;
  const at = (/** @type {string} */ frame) => /** @type {FrameAnswer} */ (answers[frame])?.seconds ?? 0;
  if (state.phase === "stance") return at(key.startsWith("contact-") ? "contact" : "mid-stance");
  const moment = Number(/-(\d)$/.exec(key)?.[1] ?? STANDING_MOMENTS.length - 1);
  const last = (state.video?.seconds ?? 0) - (state.video?.frameSeconds ?? 0);
  return Math.min(at("stand") + STANDING_MOMENTS[moment] * state.slowMotion, Math.max(last, at("stand")));
}
