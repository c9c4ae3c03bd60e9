// The card before a session: what it is, how long it takes, what it needs, and who should take care.

import { byId, showList, showText } from "../shared/elements.js";
import { capitalised } from "../shared/sentences.js";

/**
 * Fill the card.
 * @param {any} data
 */
export function fillReadyCard(data) {
  showText(byId("title"), data.title);
  showText(byId("length"), capitalised(data.length));
  showList(byId("before"), data.before);
  showText(byId("safety"), data.safety);
}
