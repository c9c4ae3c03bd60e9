// A reason not to measure, or to doubt: what is wrong, and what to do about it.

import { markup } from "./markup.js";

/** Return a reason as it is read; `about` says which stance it is about. @param {import("./refusals.js").Finding} finding @param {string} about */
export function findingMarkup({ refuses, reason, remedy }, about = "") {
  return markup(
    "p",
    { class: refuses ? "message refusal" : "message" },
    markup("strong", {}, `${about}${reason}`),
    ` ${remedy}`,
  );
}
