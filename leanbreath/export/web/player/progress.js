// What was done, read from what was heard; done twice counts once, and what the runner added counts beyond. Pure.

import { allHeard } from "./session.js";

/**
 * Return what was done of each passage of work, in frames, and when it was last worked on (null if never).
 * @param {any} data
 * @param {any} session
 * @returns {{passage: number, added: number, done: number, until: number | null, endedBy: string | null}[]}
 */
export function workDone(data, session) {
  const heard = allHeard(session, session.ended ?? session.begun ?? 0);
  return data.passages.flatMap((passage, index) => (passage.kind === "work" ? [doneOf(data, session, index, heard)] : []));
}

function doneOf(data, session, index, heard) {
  const { at, end } = data.passages[index];
  const own = (range) => range.replay === null && range.from < end && range.to > at;
  const again = (range) => range.replay !== null && session.replays[range.replay].passage === index;
  const mine = heard.filter((range) => own(range) || again(range));
  const added = session.replays.filter((replay) => replay.passage === index);
  const ranges = (replay) => mine.filter((range) => range.replay === replay).map(({ from, to }) => [Math.max(from, at), Math.min(to, end)]);
  const keys = [...new Set(mine.map((range) => range.replay))];
  return {
    passage: index,
    added: added.reduce((sum, replay) => sum + replay.at - replay.from, 0),
    done: keys.reduce((sum, key) => sum + covered(ranges(key)), 0),
    until: mine.length ? Math.max(...mine.map((range) => range.until)) : null,
    endedBy: endedBy(data, session, index, mine),
  };
}

/** Return what ended open work, null for other work and for open work that was left. */
function endedBy(data, session, index, heard) {
  if (session.finished.includes(index)) return "runner";
  const isOpen = data.segments.some((segment) => segment.passage === index && segment.stop === "open");
  return isOpen && heard.some((range) => range.to >= data.passages[index].end) ? "most" : null;
}

/**
 * Return how many frames of the routine were heard, count-ins left out.
 * @param {any} data
 * @param {any} session
 * @returns {number}
 */
export function framesPlayed(data, session) {
  const heard = allHeard(session, session.ended ?? session.begun ?? 0);
  const keys = [...new Set(heard.map((range) => range.replay))];
  const counted = data.passages.filter((passage) => passage.time !== null);
  return keys.reduce((sum, key) => {
    const ranges = heard.filter((range) => range.replay === key).map(({ from, to }) => [from, to]);
    return sum + (key === null ? counted.reduce((all, each) => all + covered(clipped(ranges, each)), 0) : covered(ranges));
  }, 0);
}

function clipped(ranges, { at, end }) {
  return ranges.map(([from, to]) => [Math.max(from, at), Math.min(to, end)]).filter(([from, to]) => from < to);
}

/**
 * Return how many frames lie in at least one range.
 * @param {number[][]} ranges
 * @returns {number}
 */
export function covered(ranges) {
  let frames = 0;
  let reached = -Infinity;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    frames += Math.max(to - Math.max(from, reached), 0);
    reached = Math.max(reached, to);
  }
  return frames;
}

/**
 * Return a line for each drill of which something was left out: its title, the side if only one was, and whether a part
 * of it was done.
 * @param {any} data
 * @param {any} session
 * @returns {string[]}
 */
export function skippedWork(data, session) {
  const work = workDone(data, session).map((done) => ({ ...data.passages[done.passage], ...done }));
  const isSkipped = ({ at, end, added, endedBy: by, done }) => !by && done < end - at + added - data.rate;
  const skipped = work.filter(isSkipped);
  return [...new Set(skipped.map(({ title }) => title))].map((title) => {
    const mine = skipped.filter((each) => each.title === title);
    const sides = new Set(mine.map((each) => each.side));
    const side = sides.size === 1 && mine[0].side ? `, ${mine[0].side}` : "";
    const wasBegun = work.some((each) => each.title === title && sides.has(each.side) && each.done >= data.rate);
    return `${title}${side}${wasBegun ? " (part of it)" : ""}`;
  });
}
