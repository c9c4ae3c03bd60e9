// Passages and segments of the page's data: which is at a frame, and which belong together. Pure.

const LEAD_INS = ["ready", "count-in"];

/**
 * Return the index of the last of some rows that begins at or before a frame; of the first if none does.
 * @param {{at: number}[]} rows
 * @param {number} frame
 * @returns {number}
 */
export function indexAt(rows, frame) {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rows[middle].at <= frame) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Return whether a passage leads into work that follows it.
 * @param {{kind: string}} passage
 * @returns {boolean}
 */
export function isLeadIn(passage) {
  return LEAD_INS.includes(passage.kind);
}

/**
 * Return the steps of a session: the indices of their first passage, of that with which they begin after what leads
 * into it (`entry`), and of their last. A count-in belongs to the step that it leads to.
 * @param {any[]} passages
 * @returns {{first: number, entry: number, last: number}[]}
 */
export function steps(passages) {
  const found = [];
  let first = 0;
  passages.forEach((passage, index) => {
    if (passage.kind === "count-in" && index + 1 < passages.length) return;
    const before = found[found.length - 1];
    if (before && before.last === index - 1 && isSameStep(passages[before.last], passage)) before.last = index;
    else found.push({ first, entry: entryOf(passages, first), last: index });
    first = index + 1;
  });
  return found;
}

function isSameStep(one, two) {
  return one.step === two.step && (one.drill === two.drill || one.kind !== "work" || two.kind !== "work");
}

function entryOf(passages, first) {
  let entry = first;
  while (isLeadIn(passages[entry]) && entry + 1 < passages.length) entry += 1;
  return entry;
}

/**
 * Return the index of the work at a passage, or of the next after it, or -1.
 * @param {any[]} passages
 * @param {number} index
 * @returns {number}
 */
export function workAhead(passages, index) {
  const found = passages.slice(index).findIndex((passage) => passage.kind === "work");
  return found < 0 ? -1 : found + index;
}

/**
 * Return the index of the same set on the other side, if it comes later in the same step, or -1.
 * @param {any[]} passages
 * @param {number} index
 * @returns {number}
 */
export function otherSideAhead(passages, index) {
  const work = passages[index];
  const step = steps(passages).find((each) => each.first <= index && index <= each.last);
  if (!step || !work.side) return -1;
  const sets = { left: [], right: [] };
  for (let other = step.first; other <= step.last; other += 1) {
    const { kind, side } = passages[other];
    if (kind === "work" && side in sets) sets[side].push(other);
  }
  const other = sets[work.side === "left" ? "right" : "left"][sets[work.side].indexOf(index)];
  return other > index ? other : -1;
}

/**
 * Return the repetitions of a passage of breaths, reps or steps, each from where to where, and its number of each
 * count; nothing where the work is not made of repetitions. Where sides alternate, two of them belong together.
 * @param {any} data
 * @param {number} index
 * @returns {{from: number, to: number, count: number}[]}
 */
export function repetitions(data, index) {
  const segments = data.segments.filter((segment) => segment.passage === index && segment.end > segment.at);
  if (!segments.length || !segments.every((segment) => REPEATED.includes(segment.kind))) return [];
  const single = [];
  for (const segment of segments) {
    const last = single[single.length - 1];
    if (last && isSameRepetition(last.first, last.latest, segment)) Object.assign(last, { to: segment.end, latest: segment });
    else single.push({ from: segment.at, to: segment.end, count: 1, first: segment, latest: segment });
  }
  return (alternates(single) ? paired(single) : single).map(({ from, to, count }) => ({ from, to, count }));
}

const REPEATED = ["breath", "rep", "beat"];

function isSameRepetition(first, latest, segment) {
  if (segment.kind === "beat") return false;
  return segment.count ? segment.count === first.count : segment.word !== first.word && latest.count === "";
}

function alternates(single) {
  if (single[0].first.kind === "beat") return true;
  const words = single.slice(0, 3).map((each) => each.first.word);
  return words.length > 1 && words[0] !== words[1] && (words.length < 3 || words[0] === words[2]);
}

function paired(single) {
  const pairs = [];
  for (let index = 0; index < single.length; index += 2) {
    const [one, two] = [single[index], single[index + 1] ?? single[index]];
    pairs.push({ from: one.from, to: two.to, count: one === two ? 1 : 2 });
  }
  return pairs;
}
