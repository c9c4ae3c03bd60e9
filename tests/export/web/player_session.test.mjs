import assert from "node:assert/strict";
import { test } from "node:test";

import * as player from "../../../leanbreath/export/web/player/session.js";
import { breaths, gap, hold, open, pageOf, swings } from "./player_data.mjs";

/** Return a session after the sound was heard from where it is up to some seconds, in steps of a tenth. */
function heard(data, session, seconds) {
  let now = session;
  for (let frame = session.frame; frame <= seconds * 1000; frame += 100) now = player.heardUntil(data, now, frame, frame);
  return now;
}

const started = (data) => player.begun(data, player.newSession(data), 0);
const lasting = (data, session) => session.route.reduce((sum, piece) => sum + piece.to - piece.from, 0) / data.rate;

test("a session plays from its start to its end, and is complete then", () => {
  const data = pageOf(gap("count-in", 3), hold(20));
  const half = heard(data, started(data), 12);
  assert.deepEqual([half.state, half.frame], ["playing", 12000]);
  const over = heard(data, half, 23);
  assert.deepEqual([over.state, over.frame, over.isComplete], ["over", 23000, true]);
});

test("the sound never goes backwards by itself", () => {
  const data = pageOf(hold(20));
  assert.equal(player.heardUntil(data, heard(data, started(data), 5), 4900, 0).frame, 5000);
});

test("a wait stops the sound at its end until a tap, and not again after that", () => {
  const data = pageOf(hold(10), gap("wait", 2), gap("count-in", 3), hold(10));
  const waiting = heard(data, started(data), 14);
  assert.deepEqual([waiting.state, waiting.frame], ["waiting", 12000]);
  assert.equal(player.segmentOf(data, waiting), 1);
  const onwards = player.resumed(data, waiting, 0);
  assert.equal(onwards.state, "playing");
  assert.equal(player.heardUntil(data, onwards, 11990, 0).state, "playing");
  assert.equal(heard(data, onwards, 13).frame, 13000);
});

test("a tap while the words of a wait still sound ends it at once", () => {
  const data = pageOf(gap("wait", 4), gap("count-in", 3), hold(10));
  const playing = heard(data, started(data), 1);
  assert.equal(player.tapState(data, playing), "waiting");
  const onwards = player.answered(data, playing, 0);
  assert.deepEqual([onwards.state, onwards.frame, onwards.finished], ["playing", 4000, []]);
});

test("a wait without a length stops the sound, also first of all", () => {
  const data = pageOf(gap("wait", 0), hold(10));
  const waiting = started(data);
  assert.deepEqual([waiting.state, waiting.frame], ["waiting", 0]);
  assert.equal(heard(data, player.resumed(data, waiting, 0), 5).frame, 5000);
});

test("open work plays on until a tap, which leads to its end", () => {
  const data = pageOf(open(60, 30), hold(10));
  const playing = heard(data, started(data), 20);
  assert.equal(player.tapState(data, playing), "open");
  const onwards = player.answered(data, playing, 0);
  assert.deepEqual([onwards.frame, onwards.finished, onwards.jumps], [60000, [0], playing.jumps + 1]);
});

test("open work that is last ends the session, with a tap or at its most", () => {
  const data = pageOf(open(60, 30));
  assert.equal(heard(data, started(data), 60).state, "over");
  const onwards = player.answered(data, heard(data, started(data), 20), 0);
  assert.equal(player.heardUntil(data, onwards, 60000, 0).state, "over");
});

test("a breath resumes at its start, a hold where it was", () => {
  const table = [[breaths(3), 14, 10], [swings(10, 2), 5, 4], [hold(30), 14, 14], [gap("rest", 20), 14, 14]];
  for (const [row, second, resumed] of table) {
    const data = pageOf(row);
    const again = player.resumed(data, player.paused(heard(data, started(data), second), 0), 0);
    assert.deepEqual([again.state, again.frame], ["playing", resumed * 1000]);
  }
});

test("a pause from elsewhere says why, and resuming forgets it", () => {
  const data = pageOf(hold(30));
  const paused = player.paused(heard(data, started(data), 3), 0, "A call.");
  assert.equal(paused.reason, "A call.");
  assert.equal(player.resumed(data, paused, 0).reason, "");
});

test("ten seconds more play what was heard again, once, then what follows", () => {
  const data = pageOf(breaths(3), hold(10));
  const longer = player.lengthened(data, heard(data, started(data), 14));
  assert.equal(lasting(data, longer), 50);
  const again = player.heardUntil(data, longer, 20000, 0);
  assert.deepEqual([again.frame, again.jumps], [10000, longer.jumps + 1]);
  const onwards = heard(data, again, 20);
  assert.deepEqual([onwards.frame, onwards.jumps], [20000, again.jumps]);
  assert.equal(heard(data, onwards, 40).state, "over");
});

test("pressed twice, it is twenty seconds more, also during the first replay", () => {
  const data = pageOf(breaths(3));
  const first = player.lengthened(data, heard(data, started(data), 14));
  assert.equal(lasting(data, player.lengthened(data, first)), 50);
  const during = player.lengthened(data, heard(data, player.heardUntil(data, first, 20000, 0), 13));
  assert.equal(lasting(data, during), 50);
  assert.equal(during.route[during.piece].replay, 0);
  assert.equal(during.frame, 13000);
});

test("a hold goes back at once", () => {
  const data = pageOf(hold(30));
  const longer = player.lengthened(data, heard(data, started(data), 15));
  assert.equal(player.heardUntil(data, longer, 15000, 0).frame, 5000);
});

test("the last hold may be played again from its end", () => {
  const data = pageOf(hold(4));
  let session = player.lengthened(data, heard(data, started(data), 1));
  for (const back of [0, 0, 2]) {
    session = player.heardUntil(data, session, 4000, 0);
    assert.deepEqual([session.state, session.frame], ["playing", back * 1000]);
  }
  assert.equal(player.heardUntil(data, session, 4000, 0).state, "over");
});

test("after going back, what was added is played once more", () => {
  const data = pageOf(breaths(2), hold(10));
  const longer = heard(data, heard(data, player.lengthened(data, heard(data, started(data), 4)), 10), 19);
  const back = player.skippedBack(data, longer, 0);
  assert.equal(back.frame, 0);
  assert.equal(player.heardUntil(data, back, 10000, 0).frame, 0);
});

test("next and back keep a pause, and next ends a wait", () => {
  const data = pageOf(hold(10), gap("wait", 2), hold(10));
  const paused = player.paused(heard(data, started(data), 5), 0);
  assert.deepEqual([player.skippedBack(data, paused, 0).state, player.skippedBack(data, paused, 0).frame], ["paused", 0]);
  const waiting = heard(data, started(data), 12);
  assert.deepEqual([player.skippedAhead(data, waiting, 0).state, player.skippedAhead(data, waiting, 0).frame], ["playing", 12000]);
  assert.equal(player.skippedBack(data, waiting, 0).state, "playing");
});

test("after the last step, next ends the session", () => {
  const data = pageOf(hold(10));
  assert.equal(player.skippedAhead(data, heard(data, started(data), 5), 9).state, "over");
});

test("before the start and after the end nothing happens", () => {
  const data = pageOf(hold(10));
  const over = player.ended(started(data), 1);
  for (const session of [player.newSession(data), over]) {
    for (const press of [player.skippedAhead, player.skippedBack, player.lengthened, player.resumed, player.answered]) {
      assert.equal(press(data, session, 0), session);
    }
    assert.equal(player.paused(session, 0), session);
    assert.equal(player.heardUntil(data, session, 5000, 0), session);
  }
});

test("a session that was ended early is not complete", () => {
  const data = pageOf(hold(10));
  const over = player.ended(heard(data, started(data), 5), 77);
  assert.deepEqual([over.state, over.isComplete, over.ended], ["over", false, 77]);
});

test("what is heard is kept from pause to pause, with the time of day, and a pause at once adds nothing", () => {
  const data = pageOf(hold(30));
  const paused = player.paused(heard(data, started(data), 5), 77);
  assert.deepEqual(paused.heard, [{ from: 0, to: 5000, replay: null, until: 77 }]);
  const again = player.paused(player.resumed(data, paused, 80), 81);
  assert.deepEqual(again.heard, paused.heard);
});

test("a session whose last step is skipped is complete, one that is ended isn't", () => {
  const data = pageOf(hold(10));
  assert.equal(player.skippedAhead(data, heard(data, started(data), 5), 9).isComplete, true);
});

test("ten seconds more may be asked for in a pause", () => {
  const data = pageOf(hold(30));
  const longer = player.lengthened(data, player.paused(heard(data, started(data), 15), 0));
  assert.deepEqual([longer.state, lasting(data, longer)], ["paused", 40]);
});

test("ten seconds more of a hold that is played again are added where it ends", () => {
  const data = pageOf(hold(30));
  const again = player.heardUntil(data, player.lengthened(data, heard(data, started(data), 15)), 15000, 0);
  const longer = player.lengthened(data, player.heardUntil(data, again, 12000, 0));
  assert.deepEqual(longer.replays.map(({ from, at }) => [from, at]), [[5000, 15000], [5000, 15000]]);
});

test("a repetition that is played again resumes no earlier than its replay began", () => {
  const data = pageOf(swings(4, 7, { alternates: true }));
  const again = player.heardUntil(data, player.lengthened(data, heard(data, started(data), 3)), 14000, 0);
  const replay = again.route[again.piece];
  const resumed = player.resumed(data, player.paused(player.heardUntil(data, again, replay.from + 500, 0), 0), 0);
  assert.equal(resumed.frame, replay.from);
});
