// Small routines as a page holds them: passages of some seconds each, at a rate of 1,000 frames a second.

export const RATE = 1000;

const UNTIMED = ["count-in", "wait"];
const DIGITS = { breath: "segment", rep: "none", beat: "passage" };
const PASSAGE = { kind: "work", side: null, dose: "", next: "", set_up: [] };
const SEGMENT = { word: null, sub_word: null, count: "", round: "", digits: "passage", stop: null, curve: null, figure: null };

/**
 * Return the data of a page with some passages. Each is a gap or a hold of some `seconds`, or repetitions: `reps` times
 * the `phases`, a list of `[word, seconds]`. `planned` are the seconds on the cue sheet, if the sound has others.
 */
export function pageOf(...rows) {
  const data = { version: 1, id: "test", title: "Test", rate: RATE, lines: [], curves: [], figures: [] };
  const [passages, segments, work] = [[], [], []];
  let [at, time] = [0, 0];
  rows.forEach((row, index) => {
    const parts = row.reps ? repeatedParts(row, at) : [heldPart(row, at)];
    const end = parts.at(-1).end;
    segments.push(...parts.map((part) => ({ ...SEGMENT, ...part, passage: index })));
    passages.push(passageOf(row, { at, end, time, index }));
    if (row.kind === "work") work.push(workRow(passages[index], index));
    if (!UNTIMED.includes(row.kind)) time += row.planned === undefined ? end - at : row.planned * RATE;
    at = end;
  });
  return { ...data, passages, segments, diary: diaryOf(work, time), total: time, audio_total: at };
}

function passageOf(row, { at, end, time, index }) {
  const step = row.step ?? String(index + 1);
  const isWork = row.kind === "work";
  const names = { step, title: row.title ?? row.kind, drill: isWork ? `drill-${step}` : null };
  return { ...PASSAGE, ...names, kind: row.kind, side: row.side ?? null, at, end, time: row.kind === "count-in" ? null : time };
}

function heldPart(row, at) {
  const stop = row.kind === "wait" ? "wait" : (row.stop ?? null);
  return { at, end: at + row.seconds * RATE, kind: row.work ?? row.kind, stop, digits: stop === "open" ? "elapsed" : "passage" };
}

function repeatedParts(row, start) {
  const parts = [];
  for (let rep = 1; rep <= row.reps; rep += 1) {
    for (const [name, seconds] of row.phases) {
      const at = parts.at(-1)?.end ?? start;
      const word = row.alternates ? ["Right", "Left"][rep % 2] : name;
      const count = row.work === "beat" ? "" : `${rep}/${row.reps}`;
      parts.push({ at, end: at + seconds * RATE, kind: row.work, word, count, digits: DIGITS[row.work] });
    }
  }
  return parts;
}

function diaryOf(work, total) {
  return { session: { routine: "test", title: "Test", planned_seconds: total / RATE }, day_starts: "04:00", work };
}

function workRow({ step, drill, title, side, at, end }, passage) {
  const planned = (end - at) / RATE;
  return { passage, place: passage, step, drill, title, side, number: 1, planned_seconds: planned, muscles: ["gastrocnemius"], stretch: "none" };
}

export const breaths = (reps, more = {}) => ({ kind: "work", work: "breath", reps, phases: [["In", 4], ["Out", 6]], ...more });
export const swings = (reps, seconds, more = {}) => ({ kind: "work", work: "rep", reps, phases: [["Swing", seconds]], ...more });
export const steps = (reps, more = {}) => ({ kind: "work", work: "beat", reps, phases: [["Step", 0.5]], ...more });
export const hold = (seconds, more = {}) => ({ kind: "work", work: "hold", seconds, ...more });
export const open = (seconds, planned, more = {}) => hold(seconds, { stop: "open", planned, ...more });
export const gap = (kind, seconds, more = {}) => ({ kind, seconds, ...more });
