import assert from "node:assert/strict";
import { test } from "node:test";

import { framesReplayed, pieceEntered, pieceHeard, pieces } from "../../../leanbreath/export/web/player/route.js";

const piece = (from, to, replay = null) => ({ from, to, replay });

test("without replays the sound is one piece", () => assert.deepEqual(pieces(100, []), [piece(0, 100)]));

test("replays stand where they are due, in the order in which they were asked for", () => {
  const replays = [{ from: 60, at: 80 }, { from: 10, at: 40 }, { from: 70, at: 80 }];
  const route = [piece(0, 40), piece(10, 40, 1), piece(40, 80), piece(60, 80, 0), piece(70, 80, 2), piece(80, 100)];
  assert.deepEqual(pieces(100, replays), route);
});

test("a replay at the end of the sound is the last piece", () => {
  assert.deepEqual(pieces(100, [{ from: 90, at: 100 }]), [piece(0, 100), piece(90, 100, 0)]);
});

test("what is heard where a replay is due is the piece before it; to enter there is to leave the replay out", () => {
  const route = pieces(100, [{ from: 20, at: 40 }]);
  assert.equal(pieceHeard(route, 40, null), 0);
  assert.equal(pieceHeard(route, 30, 0), 1);
  assert.equal(pieceEntered(route, 40), 2);
  assert.equal(pieceEntered(route, 39), 0);
  assert.equal(pieceEntered(route, 100), 2);
});

test("replays count as far as they were heard", () => {
  const route = pieces(100, [{ from: 20, at: 40 }]);
  assert.deepEqual([0, 1, 1, 2].map((index, place) => framesReplayed(route, index, [40, 20, 30, 50][place])), [0, 0, 10, 20]);
});
