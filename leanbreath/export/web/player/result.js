// The session for the diary: a few short rows of CSV, which `leanbreath diary import -` reads. Pure.
//
// Rows are short on purpose: a terminal into which text is pasted may cut off lines of more than 1,024 characters.

import { rfc3339, trainingDay } from "../shared/moment.js";
import { workDone } from "./progress.js";

const VERSION_ROW = { type: "diary", version: 1 };
const TEXT_COLUMNS = ["title", "source", "step", "drill", "routine"];
const FORMULA = /^\s*[=+\-@\t\n＝＋－＠]/;

/**
 * Return the session as text for the diary; empty where nothing was done.
 *
 * `data.diary` holds what was settled when the page was written: the fields of the `session`, when a day starts, and the
 * fields of each row of `work`, whose `passage` is an index.
 * @param {any} data
 * @param {any} session
 * @param {string} id  of the session
 * @param {(milliseconds: number) => number} offsetAt  minutes east of UTC at a time
 * @returns {string}
 */
export function resultText(data, session, id, offsetAt) {
  const rows = resultRows(data, session, id, offsetAt);
  if (!rows.some((row) => row.done_seconds)) return "";
  const named = rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null && row[name] !== undefined));
  const columns = [...new Set(named)];
  const lines = [columns, ...rows.map((row) => columns.map((name) => cell(name, row[name])))];
  return lines.map((cells) => `${cells.join(",")}\n`).join("");
}

/**
 * Return the rows of the table: its version, the session, and its work.
 * @param {any} data
 * @param {any} session
 * @param {string} id
 * @param {(milliseconds: number) => number} offsetAt
 * @returns {Record<string, any>[]}
 */
export function resultRows(data, session, id, offsetAt) {
  const dayStarts = data.diary.day_starts;
  const moment = (name, at) => momentFields(name, at, offsetAt, dayStarts);
  const doneOf = Object.fromEntries(workDone(data, session).map((done) => [done.passage, done]));
  return [
    VERSION_ROW,
    {
      type: "session",
      id,
      revision: session.jumps + session.heard.length,
      ...data.diary.session,
      ...moment("started", session.begun),
      ...moment("ended", session.ended),
      ending: session.isComplete ? "done" : "left",
    },
    ...data.diary.work.map(({ passage, ...row }) => workRow(data, { session: id, ...row }, doneOf[passage], moment)),
  ];
}

function workRow(data, row, done, moment) {
  const seconds = (frames) => Math.round((frames / data.rate) * 1000) / 1000;
  return {
    type: "work",
    ...row,
    reps: done.endedBy === "runner" ? (row.reps ?? null) : null,
    extra_seconds: seconds(done.added),
    done_seconds: seconds(done.done),
    ended_by: done.endedBy,
    ...(done.until === null ? {} : moment("at", done.until)),
  };
}

function momentFields(name, at, offsetAt, dayStarts) {
  return { [name]: rfc3339(at, offsetAt(at)), [`${name}_day`]: trainingDay(at, offsetAt(at), dayStarts) };
}

function cell(name, value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(" ");
  const text = String(value);
  const isGuarded = TEXT_COLUMNS.includes(name) && (!text || FORMULA.test(text) || text.startsWith("'"));
  const guarded = isGuarded ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
