// What is shown at a moment of a session. Pure: the same session always shows the same.

import { clockText } from "../shared/clock_text.js";
import { indexAt } from "./passages.js";
import { framesReplayed } from "./route.js";
import { nextTurn, segmentOf } from "./session.js";

const LINE_SECONDS = 6;
const SET_UP_LETTERS = 80;
const WAIT_WORDS = ["Tap", "when you're ready"];
const CLOCK_FROM_SECONDS = 100;
const STRETCHED = ["hold", "time"];

/**
 * Return what is shown: texts, how far the pacer and the session are (0 to 1), and which figure.
 * @param {any} data
 * @param {any} session
 */
export function shown(data, session) {
  const index = segmentOf(data, session);
  const segment = data.segments[index];
  const passage = data.passages[segment.passage];
  const isWait = segment.kind === "wait";
  const number = digits(data, session, segment);
  const count = countText(session, segment);
  return {
    index,
    segment,
    passage,
    word: segment.word ?? (isWait ? WAIT_WORDS[0] : ""),
    subWord: segment.sub_word ?? (isWait ? WAIT_WORDS[1] : ""),
    number: number || count,
    count: number ? count : "",
    side: passage.side ?? "",
    round: segment.round ?? "",
    line: instructionAt(data, session, passage),
    next: passage.next ?? "",
    level: level(data, segment, session.frame),
    ground: ground(data, session, segment),
    figure: segment.figure,
    figureSeconds: (session.frame - passage.at) / data.rate,
    ...clock(data, session),
  };
}

/**
 * Return the elapsed time and the total as the cue sheet counts them, with what was added, and their share.
 * @param {any} data
 * @param {any} session
 */
export function clock(data, session) {
  const added = session.replays.reduce((sum, each) => sum + each.at - each.from, 0);
  const total = data.total + added;
  const elapsed = session.state === "ready" ? 0 : elapsedFrames(data, session);
  const about = data.is_estimate ? "about " : "";
  return {
    elapsed: clockText(elapsed / data.rate),
    total: about + clockText((total + data.rate - 1) / data.rate),
    progress: Math.min(elapsed / Math.max(total, 1), 1),
  };
}

/** Return how many frames of the session have passed as the cue sheet counts them. */
export function elapsedFrames(data, session) {
  const { replay } = session.route[session.piece];
  const base = replay === null ? session.frame : session.replays[replay].at;
  return sheetFrame(data, base) + framesReplayed(session.route, session.piece, session.frame);
}

/** Return the frame of the cue sheet at a frame of the sound; it stands still in a count-in. */
export function sheetFrame(data, frame) {
  const index = indexAt(data.passages, frame);
  const passage = data.passages[index];
  const after = data.passages.slice(index + 1).find((each) => each.time !== null);
  const next = after ? after.time : data.total;
  return passage.time === null ? next : Math.min(passage.time + frame - passage.at, next);
}

/**
 * Return the frame at which something that is shown changes next.
 * @param {any} data
 * @param {any} session
 * @returns {number}
 */
export function nextChange(data, session) {
  const { frame } = session;
  const index = segmentOf(data, session);
  const segment = data.segments[index];
  const changes = [nextTurn(data, session), segment.end, nextSecond(frame - elapsedFrames(data, session), frame, data.rate)];
  if (segment.digits !== "none") changes.push(nextSecond(digitsOrigin(data, session, segment), frame, data.rate));
  const line = indexAt(data.lines, frame);
  for (const each of data.lines.slice(line, line + 2)) changes.push(each.at, each.at + LINE_SECONDS * data.rate);
  return Math.min(...changes.filter((change) => change > frame));
}

function nextSecond(origin, frame, rate) {
  return origin + (Math.floor((frame - origin) / rate) + 1) * rate;
}

function digitsOrigin(data, session, segment) {
  const passage = data.passages[segment.passage];
  if (segment.digits === "elapsed") return passage.at;
  return segment.digits === "passage" ? passage.end : segment.end;
}

function digits(data, session, segment) {
  if (segment.digits === "none") return "";
  const passage = data.passages[segment.passage];
  if (segment.digits === "elapsed") {
    return seconds(Math.floor((session.frame - passage.at + replayedIn(session, segment.passage)) / data.rate));
  }
  const end = segment.digits === "passage" ? passage.end : segment.end;
  const more = segment.digits === "passage" || STRETCHED.includes(segment.kind);
  const left = end - session.frame + (more ? replaysLeft(session, segment.passage) : 0);
  return seconds(Math.ceil(left / data.rate));
}

function seconds(number) {
  return number < CLOCK_FROM_SECONDS ? String(number) : clockText(number);
}

/** Return how many frames of a passage will be played again after the current piece. */
function replaysLeft(session, passage) {
  const ahead = session.route.slice(session.piece + 1).filter((piece) => isReplayOf(session, piece, passage));
  return ahead.reduce((sum, piece) => sum + piece.to - piece.from, 0);
}

function replayedIn(session, passage) {
  const before = session.route.slice(0, session.piece).filter((piece) => isReplayOf(session, piece, passage));
  return before.reduce((sum, piece) => sum + piece.to - piece.from, replayShift(session));
}

/** Return how far a replay lies behind the time it is played at. */
function replayShift(session) {
  const { replay, from, to } = session.route[session.piece];
  return replay === null ? 0 : to - from;
}

function isReplayOf(session, piece, passage) {
  return piece.replay !== null && session.replays[piece.replay].passage === passage;
}

/** Return the count as `3/10`, with the repetitions that the runner added. */
function countText(session, segment) {
  const [, number, of] = /^(\d+)\/(\d+)$/.exec(segment.count) ?? [];
  if (!number) return segment.count;
  const units = (list) => list.reduce((sum, each) => sum + each.units, 0);
  const all = session.replays.filter((each) => each.passage === segment.passage);
  const until = session.route.slice(0, session.piece + 1).filter((piece) => isReplayOf(session, piece, segment.passage));
  return `${Number(number) + units(until.map((piece) => session.replays[piece.replay]))}/${Number(of) + units(all)}`;
}

/** Return how to get into place for the work that comes next, as far as it is short, else the line that was said. */
function instructionAt(data, session, passage) {
  const [first, second] = passage.set_up;
  const both = `${first} ${second}`;
  return (second && both.length <= SET_UP_LETTERS ? both : first) || lineAt(data, session, passage);
}

/** Return the latest line of the passage, or one that has only just been said. */
function lineAt(data, session, passage) {
  const frame = session.state === "waiting" ? session.frame - 1 : session.frame; // at which what comes next is said
  const line = data.lines[indexAt(data.lines, frame)];
  if (!line || line.at > frame) return "";
  const isRecent = session.frame - line.at < LINE_SECONDS * data.rate;
  return isRecent || (session.state === "waiting" && line.at >= passage.at) ? line.text : "";
}

/** Return how high the ground stands: as full as the lungs in a paced breath, else as far as the work has come. */
function ground(data, session, segment) {
  if (segment.kind === "breath") return level(data, segment, session.frame);
  const passage = data.passages[segment.passage];
  if (passage.kind !== "work") return 0;
  const left = passage.end - session.frame + replaysLeft(session, segment.passage);
  const done = session.frame - passage.at + replayedIn(session, segment.passage);
  return done / Math.max(done + left, 1);
}

function level(data, segment, frame) {
  const curve = segment.curve === null ? null : data.curves[segment.curve];
  if (!curve) return 0;
  const passed = Math.min(Math.max((frame - segment.at) / Math.max(segment.end - segment.at, 1), 0), 1);
  const place = passed * (curve.length - 1);
  const before = Math.min(Math.floor(place), curve.length - 2);
  return curve[before] + (curve[before + 1] - curve[before]) * (place - before);
}

