// Plays a session from the data of a page on standard input as a runner might, and prints its text for the diary.
import { readFileSync } from "node:fs";

import { localOffset } from "../../../leanbreath/export/web/shared/moment.js";
import { resultText } from "../../../leanbreath/export/web/player/result.js";
import * as player from "../../../leanbreath/export/web/player/session.js";
import { nextChange } from "../../../leanbreath/export/web/player/timeline.js";

const data = JSON.parse(readFileSync(0, "utf8"));
const now = Date.parse("2026-03-01T07:30:00Z");

/** Play up to a frame of the sound, or to the end, with a tap at each wait. */
function played(session, until) {
  let latest = session;
  while (latest.state !== "over" && latest.frame < until) {
    if (latest.state === "waiting") latest = player.resumed(data, latest, now);
    latest = player.heardUntil(data, latest, Math.min(nextChange(data, latest), until), now + latest.frame / 48);
  }
  return latest;
}

const [first, second] = data.diary.work.map(({ passage }) => data.passages[passage]);
const begun = player.begun(data, player.newSession(data), now);
const lengthened = player.lengthened(data, played(begun, (first.at + first.end) / 2));
const skipped = player.skippedAhead(data, played(lengthened, second.at + data.rate), now);
process.stdout.write(resultText(data, played(skipped, data.audio_total), "0123456789abcdef", localOffset));
