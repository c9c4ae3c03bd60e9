// The card after a session: how long it was, what was skipped, and the text for the diary.

import { clockText } from "../shared/clock_text.js";
import { byId, showList, showText } from "../shared/elements.js";
import { localOffset } from "../shared/moment.js";
import { framesPlayed, skippedWork } from "./progress.js";
import { resultText } from "./result.js";

/**
 * Fill the card.
 * @param {any} data
 * @param {any} session
 * @param {string} id  of the session in the diary
 */
export function fillDoneCard(data, session, id) {
  const skipped = skippedWork(data, session);
  const text = resultText(data, session, id, localOffset);
  const seconds = framesPlayed(data, session) / data.rate;
  showText(byId("done-title"), seconds < 1 ? "Skipped" : session.isComplete ? "Done" : "Stopped early");
  showText(byId("done-length"), `${data.title}: ${clockText(seconds)} done.`);
  showList(byId("skipped"), skipped);
  byId("skipped-part").hidden = !skipped.length;
  byId("diary-part").hidden = !text;
  byId("diary-text").value = text;
  showText(byId("copied"), "");
  byId("share").hidden = !navigator.share;
}

/** Let the buttons of the card copy and share the text. */
export function connectDoneCard() {
  byId("copy").addEventListener("click", async () => {
    showText(byId("copied"), (await copyText(byId("diary-text"))) ? "Copied." : "Select the text and copy it yourself.");
  });
  byId("share").addEventListener("click", async () => {
    try {
      await navigator.share({ text: byId("diary-text").value });
    } catch (error) {
      if (error.name !== "AbortError") showText(byId("copied"), "This browser can't share it. Copy it instead.");
    }
  });
}

/** Copy the text of a field; the older way is for pages that come from no secure place. */
async function copyText(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

/**
 * Return a new id for a session in the diary.
 * @returns {string}
 */
export function newSessionId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
