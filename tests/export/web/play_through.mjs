// Plays the pages whose data stand on standard input, one a line, and prints what is wrong with any of them.
import { readFileSync } from "node:fs";

import { replaysFor } from "../../../leanbreath/export/web/player/lengthen.js";
import { otherSideAhead } from "../../../leanbreath/export/web/player/passages.js";
import * as player from "../../../leanbreath/export/web/player/session.js";
import { elapsedFrames, nextChange, shown } from "../../../leanbreath/export/web/player/timeline.js";

const MOST_CHANGES = 100_000;

/** Yield what is wrong when a page plays from its start to its end, with a tap at each wait. */
function* faultsInPlaying(data) {
  const seen = new Set();
  let session = player.begun(data, player.newSession(data), 0);
  for (let change = 0; session.state !== "over"; change += 1) {
    if (session.state === "waiting") session = player.resumed(data, session, 0);
    const view = shown(data, session);
    seen.add(view.index);
    if (/NaN|undefined|null/.test(Object.values({ ...view, segment: "", passage: "", figure: "" }).join(" "))) yield `a text at ${session.frame}`;
    const next = nextChange(data, session);
    if (next <= session.frame || change > MOST_CHANGES) return yield `it stands still at ${session.frame}`;
    const before = elapsedFrames(data, session);
    session = player.heardUntil(data, session, next, 0);
    if (elapsedFrames(data, session) < before) yield `its clock goes back at ${session.frame}`;
  }
  if (elapsedFrames(data, session) !== data.total) yield `it ends at ${elapsedFrames(data, session)}, not ${data.total}`;
  const missing = data.segments.findIndex((segment, index) => segment.end > segment.at && !seen.has(index));
  if (missing >= 0) yield `segment ${missing} was not shown`;
}

/** Yield what is wrong with ten seconds more at some moments of each work. */
function* faultsInLengthening(data) {
  for (const [index, passage] of data.passages.entries()) {
    for (const part of passage.kind === "work" ? [0, 0.3, 0.99] : []) {
      const frame = Math.floor(passage.at + (passage.end - passage.at) * part);
      const replays = replaysFor(data, index, frame);
      const added = (work) => replays.filter((each) => each.passage === work).reduce((sum, each) => sum + each.at - each.from, 0);
      const other = otherSideAhead(data.passages, index);
      const isInside = (each) => data.passages[each.passage].at <= each.from && each.from < each.at && each.at <= data.passages[each.passage].end;
      if (!replays.every(isInside)) yield `passage ${index}: what is added lies elsewhere`;
      if (added(index) < 5 * data.rate) yield `passage ${index}: only ${added(index)} frames are added`;
      if (other >= 0 && Math.abs(added(other) - added(index)) > 1) yield `passage ${index}: the sides differ`;
    }
  }
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const data = JSON.parse(line);
  for (const fault of [...faultsInPlaying(data), ...faultsInLengthening(data)]) process.stdout.write(`${data.id}: ${fault}\n`);
}
