// A session as a value: each function returns the session after something happened, and none knows a clock. Pure.
//
// `state` is ready, playing, paused, waiting or over. `frame` is where the sound is, `piece` the piece of the route that
// is heard. `jumps` grows whenever the sound has to go elsewhere. `heard` lists what was heard, with the time of day at
// which it ended, in milliseconds. `finished` lists the open work that the runner ended.

import { replaysFor } from "./lengthen.js";
import { nextFrame, previousFrame, resumeFrame } from "./navigation.js";
import { indexAt } from "./passages.js";
import { pieceEntered, pieceHeard, pieces } from "./route.js";

/**
 * Return a session that has not begun.
 * @param {any} data
 */
export function newSession(data) {
  const route = pieces(data.audio_total, []);
  return {
    state: "ready", reason: "", frame: 0, since: 0, piece: 0, jumps: 0, route, replays: [], heard: [], finished: [],
    wait: null, begun: null, ended: null, isComplete: false,
  };
}

/** Return the session after its start, at a time of day. */
export function begun(data, session, now) {
  return entered(data, { ...session, state: "playing", begun: now }, 0, now);
}

/** Return the session after a pause; `reason` says why, if the runner didn't ask for it. */
export function paused(session, now, reason = "") {
  if (session.state !== "playing") return session;
  return { ...noted(session, session.frame, now), state: "paused", reason };
}

/** Return the session after it was resumed or a wait was ended. */
export function resumed(data, session, now) {
  if (session.state === "waiting") {
    return moved({ ...session, state: "playing", wait: null }, session.frame);
  }
  if (session.state !== "paused") return session;
  const playing = { ...session, state: "playing", reason: "" };
  const { replay, from } = session.route[session.piece];
  const frame = Math.max(resumeFrame(data, passageOf(data, session), session.frame), from);
  return replay === null ? entered(data, playing, frame, now, session.piece) : moved(playing, frame);
}

/** Return the session after "next": the next step, or after a wait what comes then. */
export function skippedAhead(data, session, now) {
  if (session.state === "waiting") return resumed(data, session, now);
  const frame = nextFrame(data, passageOf(data, session));
  if (!isUnderWay(session)) return session;
  return frame >= data.audio_total ? over(session, now, session.frame, true) : entered(data, session, frame, now);
}

/** Return the session after "back". */
export function skippedBack(data, session, now) {
  if (!isUnderWay(session)) return session;
  const frame = previousFrame(data, passageOf(data, session), session.frame);
  const playing = session.state === "waiting" ? { ...session, state: "playing", wait: null } : session;
  return entered(data, playing, frame, now);
}

/** Return the session with ten seconds more of its work, or of the work that comes next. */
export function lengthened(data, session) {
  if (!["playing", "paused"].includes(session.state)) return session;
  const { replay } = session.route[session.piece];
  const at = replay === null ? session.frame : session.replays[replay].at;
  const replays = [...session.replays, ...replaysFor(data, passageOf(data, session), at)];
  const route = pieces(data.audio_total, replays);
  return { ...session, replays, route, piece: pieceHeard(route, session.frame, replay) };
}

/** Return the session after a tap ended open work, or a wait whose words still sound: its end comes at once. */
export function answered(data, session, now) {
  const { passage, stop, end } = data.segments[segmentOf(data, session)];
  if (!stop || session.state !== "playing") return session;
  const isWork = data.passages[passage].kind === "work";
  return entered(data, isWork ? { ...session, finished: [...session.finished, passage] } : session, end, now);
}

/** Return the session after the runner ended it early. */
export function ended(session, now) {
  return session.state === "ready" || session.state === "over" ? session : over(session, now, session.frame, false);
}

/**
 * Return the session after the sound has been heard up to a frame: it waits, goes elsewhere or is over where it has to.
 * @param {any} data
 * @param {ReturnType<typeof newSession>} session
 * @param {number} heard
 * @param {number} now
 */
export function heardUntil(data, session, heard, now) {
  if (session.state !== "playing") return session;
  const piece = session.route[session.piece];
  const wait = waitBetween(data, session.frame, piece);
  const limit = wait === null ? piece.to : data.segments[wait].end;
  if (heard < limit) return heard > session.frame ? { ...session, frame: heard } : session;
  const there = noted({ ...session, frame: limit }, limit, now);
  if (wait !== null) return { ...there, state: "waiting", wait };
  const next = session.route[session.piece + 1];
  if (!next) return over(there, now, limit, true);
  const onwards = { ...there, piece: session.piece + 1 };
  return next.from === limit ? onwards : moved(onwards, next.from);
}

/** Return the frame at which the session does something else by itself. */
export function nextTurn(data, session) {
  const piece = session.route[session.piece];
  const wait = waitBetween(data, session.frame, piece);
  return wait === null ? piece.to : data.segments[wait].end;
}

/** Return the index of the segment that is shown: a wait while it lasts, else the one at the frame. */
export function segmentOf(data, session) {
  return session.wait ?? indexAt(data.segments, session.frame);
}

/** Return what a tap does now: it is "ready", "playing", "paused", "waiting", "open" (work that a tap ends) or "over". */
export function tapState(data, session) {
  const { stop, kind } = data.segments[segmentOf(data, session)];
  if (session.state !== "playing" || !stop) return session.state;
  return kind === "wait" ? "waiting" : "open";
}

/** Return what was heard so far, with what is being heard. */
export function allHeard(session, now) {
  return noted(session, session.frame, now).heard;
}

function passageOf(data, session) {
  return data.segments[segmentOf(data, session)].passage;
}

function isUnderWay(session) {
  return ["playing", "paused", "waiting"].includes(session.state);
}

/** Return the session at another frame of the sound; a wait without a length stops it there. */
function entered(data, session, frame, now, piece = pieceEntered(session.route, frame)) {
  const there = moved({ ...noted(session, session.frame, now), piece, wait: null }, frame);
  const wait = data.segments.findIndex((each) => each.stop === "wait" && each.at === frame && each.end === frame);
  return wait >= 0 && there.state === "playing" ? { ...there, state: "waiting", wait } : there;
}

function moved(session, frame) {
  return { ...session, frame, since: frame, jumps: session.jumps + 1 };
}

function noted(session, until, now) {
  if (until <= session.since) return session;
  const { replay } = session.route[session.piece];
  const range = { from: session.since, to: until, replay, until: now };
  return { ...session, heard: [...session.heard, range], since: until };
}

function over(session, now, frame, isComplete) {
  return { ...noted(session, frame, now), frame, state: "over", wait: null, ended: now, isComplete };
}

function waitBetween(data, frame, piece) {
  if (piece.replay !== null) return null;
  const isReached = (each) => each.stop === "wait" && frame < each.end && each.end <= piece.to;
  const found = data.segments.findIndex(isReached);
  return found < 0 ? null : found;
}
