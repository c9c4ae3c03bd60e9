// The card before a session: what it is, how long it takes, what it needs, and who should take care.

import { byId, showList, showText } from "../shared/elements.js";
import { clock } from "./timeline.js";

/**
 * Fill the card.
 * @param {any} data
 * @param {any} session
 */
export function fillReadyCard(data, session) {
  showText(byId("title"), data.title);
  showText(byId("length"), lengthText(data, session));
  showList(byId("before"), data.before);
  showText(byId("safety"), data.safety);
}

/**
 * Return how long a session takes, and how often it waits.
 * @param {any} data
 * @param {any} session
 * @returns {string}
 */
export function lengthText(data, session) {
  const waits = data.segments.filter((segment) => segment.stop === "wait").length;
  const { total } = clock(data, session);
  const length = total.startsWith("about") ? `A${total.slice(1)}` : total;
  if (!waits) return length;
  return `${length} and ${waits === 1 ? "a wait" : `${waits} waits`}`;
}
