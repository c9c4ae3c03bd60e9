import assert from "node:assert/strict";
import { test } from "node:test";

import { angleError, leanOfLine, meanAngle, spreadOf, turnBetween } from "../../../leanbreath/export/web/lean/geometry.js";

const near = (found, expected, within = 1e-9) => assert.ok(Math.abs(found - expected) <= within, `${found}, not ${expected}`);

test("a line leans to the right of the picture's vertical, whose y counts down", () => {
  const foot = { x: 100, y: 500 };
  near(leanOfLine(foot, { x: 100, y: 400 }), 0);
  near(leanOfLine(foot, { x: 200, y: 400 }), 45);
  near(leanOfLine(foot, { x: 0, y: 400 }), -45);
  near(leanOfLine(foot, { x: 200, y: 500 }), 90);
});

test("a turn takes the short way round", () => {
  const table = [[0, 10, 10], [10, 0, -10], [179, -179, 2], [-179, 179, -2], [0, 180, 180], [180, 0, 180], [-170, 190, 0], [350, 10, 20], [-10, 350, 0]];
  for (const [from, to, turn] of table) near(turnBetween(from, to), turn);
});

test("angles on both sides of straight down have a mean between them", () => near(Math.abs(meanAngle([179, -179])), 180));

test("the spread is that of a sample, and one value has none", () => {
  near(spreadOf([2, 4, 4, 4, 5, 5, 7, 9]), Math.sqrt(32 / 7));
  assert.equal(spreadOf([3]), null);
});

test("ends that are 3 pixels off turn a line of 162 pixels by one and a half degrees", () => near(angleError(3, 162), 1.5, 0.001));
