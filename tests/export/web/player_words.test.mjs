// What is drawn, told, pressed and written in a page, without the page.
import assert from "node:assert/strict";
import { test } from "node:test";

import { announcement } from "../../../leanbreath/export/web/player/announcement.js";
import { keyAction } from "../../../leanbreath/export/web/player/keys.js";
import { localOffset, rfc3339, trainingDay } from "../../../leanbreath/export/web/shared/moment.js";
import { figurePlace, pathBetween } from "../../../leanbreath/export/web/player/outline.js";
import { screenTexts } from "../../../leanbreath/export/web/player/screen.js";
import { speedIn } from "../../../leanbreath/export/web/player/sound.js";
import { sizeStepped, themeAfter } from "../../../leanbreath/export/web/shared/appearance.js";
import { clockText } from "../../../leanbreath/export/web/shared/clock_text.js";
import { sentence } from "../../../leanbreath/export/web/shared/sentences.js";

test("a clock shows minutes and seconds, and hours where there are any", () => {
  const table = [[0, "0:00"], [59.99, "0:59"], [60, "1:00"], [388, "6:28"], [3599.9, "59:59"], [3600, "1:00:00"], [-0.1, "0:00"]];
  for (const [seconds, text] of table) assert.equal(clockText(seconds), text);
});

test("the path between two outlines has numbers between theirs", () => {
  const [one, two] = [[0, 105, 30, -40, 20, 50, 60, 10, 80, 90], [100, 205, 50, -20, 20, 50, 83, 10, 80, -90]];
  assert.equal(pathBetween(one, two, 0), "M0 10.5A3 3 0 0 1 -4 2L5 6A1 1 0 0 1 8 9Z");
  assert.equal(pathBetween(one, two, 0.5), "M5 15.5A4 4 0 0 1 -3 2L5 7.15A1 1 0 0 1 8 0Z");
  assert.equal(pathBetween(one, two, 1), "M10 20.5A5 5 0 0 1 -2 2L5 8.3A1 1 0 0 1 8 -9Z");
});

test("a figure follows the pacer, its own seconds, or settles; without motion it keeps to key positions", () => {
  const figure = (moves, seconds) => ({ moves, seconds, frames: Array.from({ length: 13 }) });
  const table = [
    ["level", 0, 0.25, 100, false, 3],
    ["level", 0, 0.75, 100, true, 12],
    ["cycle", 2, 0, 1, false, 6],
    ["cycle", 2, 0, 5.5, false, 9],
    ["cycle", 2, 0, 5.5, true, 0],
    ["settle", 3, 0, 1.5, false, 6],
    ["settle", 3, 0, 60, false, 12],
    ["settle", 3, 0, 0, true, 12],
  ];
  for (const [moves, seconds, level, passed, isStill, place] of table) {
    assert.equal(figurePlace(figure(moves, seconds), level, passed, isStill), place, `${moves} ${passed}`);
  }
  assert.equal(figurePlace({ moves: "level", seconds: 0, frames: [[]] }, 0.5, 1, false), 0);
});

test("a moment has the offset of the runner's clock, and the training day begins when it does", () => {
  const table = [
    ["2026-03-01T07:30:00Z", 60, "2026-03-01T08:30:00+01:00", "2026-03-01"],
    ["2026-03-01T02:30:00Z", 60, "2026-03-01T03:30:00+01:00", "2026-02-28"],
    ["2026-03-01T03:00:00Z", 60, "2026-03-01T04:00:00+01:00", "2026-03-01"],
    ["2026-01-01T02:00:00Z", -210, "2025-12-31T22:30:00-03:30", "2025-12-31"],
    ["2026-06-01T20:00:00Z", 345, "2026-06-02T01:45:00+05:45", "2026-06-01"],
  ];
  for (const [utc, offset, text, day] of table) {
    assert.equal(rfc3339(Date.parse(utc), offset), text);
    assert.equal(trainingDay(Date.parse(utc), offset, "04:00"), day);
  }
  assert.equal(trainingDay(Date.parse("2026-03-01T00:10:00Z"), 0, "00:00"), "2026-03-01");
});

test("a screen reader is told each drill, each action once and each line, and nothing when only seconds pass", () => {
  const passage = { title: "Soft belly breath", dose: "3 breaths" };
  const view = (word, line = "") => ({ passage, word, subWord: "", side: "", line });
  const told = [];
  let before = null;
  const views = [view("In", "Hands on your belly."), view("In"), view("Out"), view("In"), view("Out", "Longer."), view("Out", "Longer.")];
  for (const each of views) {
    const said = announcement(before, each, "playing");
    before = said.announced;
    told.push(said.text);
  }
  assert.deepEqual(told, ["Soft belly breath, 3 breaths. In. Hands on your belly.", "", "Out.", "", "Longer.", ""]);
  assert.equal(announcement(before, view("Out"), "paused").text, "Paused.");
});

test("a screen reader is told an action once: in full, or with what stands under it", () => {
  const table = [["In", "BREATHE IN", "Breathe in."], ["Ready", "left side", "Ready, left side."], ["March", "", "March."], ["", "", ""]];
  for (const [word, subWord, text] of table) {
    assert.equal(announcement(null, { passage: {}, word, subWord, side: "", line: "" }, "playing").text, text);
  }
});

test("keys do what they do in the terminal, and leave buttons, shortcuts and held keys alone", () => {
  const press = (key, more = {}) => keyAction({ key, isOnControl: false, hasModifier: false, isRepeated: false, ...more });
  const table = { " ": "main", Enter: "main", ArrowRight: "next", ArrowLeft: "back", "+": "longer", "=": "longer", p: "pause", x: null };
  for (const [key, action] of Object.entries(table)) assert.equal(press(key), action);
  assert.equal(press(" ", { isOnControl: true }), null);
  assert.equal(press("ArrowRight", { isOnControl: true }), "next");
  assert.equal(press("p", { hasModifier: true }), null);
  assert.equal(press("+", { isRepeated: true }), null);
});

test("the screen says why it is paused and what the main button does", () => {
  const view = { passage: { title: "Plank" }, side: "left", round: "Round 1 of 2", word: "Hold", subWord: "still", number: "20", count: "", line: "Long neck.", next: "", elapsed: "0:10", total: "1:00" };
  assert.deepEqual(["playing", "paused", "waiting", "open"].map((state) => screenTexts(view, state, "").main), ["Pause", "Resume", "Continue", "Done"]);
  const paused = screenTexts(view, "paused", "A call.");
  assert.deepEqual([paused.word, paused.number, paused.line, paused.detail], ["Paused", "", "A call.", "left · Round 1 of 2"]);
  assert.equal(screenTexts({ ...view, line: "" }, "open", "").line, "Tap when you're done.");
});

test("a line that only repeats the title or what comes next isn't shown a second time", () => {
  const view = { passage: { title: "Look far" }, side: "", round: "", word: "Ready", subWord: "", number: "7", count: "", next: "Look far · 20 seconds", elapsed: "0:10", total: "1:00" };
  const table = { "Look far.": "", "Next: Look far. 20 seconds.": "", "Look far and breathe.": "Look far and breathe.", "": "" };
  for (const [line, shown] of Object.entries(table)) assert.equal(screenTexts({ ...view, line }, "playing", "").line, shown);
  assert.equal(screenTexts({ ...view, line: "Look far." }, "open", "").line, "Tap when you're done.");
});

test("the address may ask for a speed that a browser can play", () => {
  const table = [["", 1], ["#speed=4", 4], ["#a=1&speed=0.5", 0.5], ["#speed=0", 1], ["#speed=99", 1], ["#speed=x", 1], ["#speed=1.2.3", 1]];
  for (const [hash, speed] of table) assert.equal(speedIn(hash), speed);
});

test("themes follow each other, and sizes end where there are no more", () => {
  assert.deepEqual(["system", "light", "dark", "?"].map(themeAfter), ["light", "dark", "system", "system"]);
  assert.deepEqual([sizeStepped(0, -1), sizeStepped(1, 1), sizeStepped(4, 1), sizeStepped(99, 0)], [0, 2, 4, 4]);
});

test("the offset is that of the runner's clock at that time, also after it was put forward in a session", () => {
  const zone = process.env.TZ;
  process.env.TZ = "Europe/Berlin";
  assert.deepEqual(["2026-03-29T00:59:00Z", "2026-03-29T01:01:00Z"].map((utc) => localOffset(Date.parse(utc))), [60, 120]);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.equal(trainingDay(Date.parse("2026-03-01T04:20:00Z"), 0, "04:30"), "2026-02-28");
});

test("a state is told when it begins only, and a line once however long it is gone", () => {
  const view = { passage: { title: "Plank" }, word: "", subWord: "", side: "" };
  const first = announcement(null, { ...view, line: "Tall." }, "playing").announced;
  const without = announcement(first, { ...view, passage: first.passage, line: "" }, "playing").announced;
  assert.equal(announcement(without, { ...view, passage: first.passage, line: "Tall." }, "playing").text, "");
  const paused = announcement(first, { ...view, passage: first.passage, line: "" }, "paused");
  assert.deepEqual([paused.text, announcement(paused.announced, { ...view, passage: first.passage, line: "" }, "paused").text], ["Paused.", ""]);
});

test("a text ends like a sentence", () => assert.deepEqual(["Ready?", "Go!", "Tall.", "In"].map(sentence), ["Ready?", "Go!", "Tall.", "In."]));
