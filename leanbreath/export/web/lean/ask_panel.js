// What stands below the picture while a frame is found or a point is tapped.

import { button, markup } from "./markup.js";
import { asksForLeg } from "./steps.js";
import { footChoices, frameLabel } from "./wording.js";

/**
 * Return the buttons below the picture. `answer` takes the frame that is shown, with the foot where it is asked for,
 * or null to skip it; `leave` gives the stance up; `fixedPoint` is a picture of the point to tap again.
 * @param {import("./steps.js").State} state @param {import("./steps.js").Ask} ask
 * @param {{answer: (frame: {isNear?: boolean} | null) => void, leave: () => void}} does
 * @param {HTMLCanvasElement | null} fixedPoint
 */
export function askPanel(state, ask, does, fixedPoint) {
  const buttons = ask.kind === "frame" ? frameButtons(state, ask, does.answer) : [];
  const isSame = state.phase === "stance" && ask.id === "background";
  const leave = button("Discard this stance", does.leave);
  return [
    ...(ask.kind === "point" ? tapHints() : []),
    ...(isSame && fixedPoint ? [markup("figure", { class: "fixed-point" }, fixedPoint, markup("figcaption", {}, "This is the point you tapped."))] : []),
    ...(buttons.length ? [markup("div", { class: "choices" }, ...buttons)] : []),
    markup(
      "div",
      { class: "buttons" },
      ...(ask.canSkip ? [button("Skip: I can't see it land", () => does.answer(null))] : []),
      ...(state.phase === "stance" ? [leave] : []),
    ),
  ];
}

function frameButtons(/** @type {import("./steps.js").State} */ state, /** @type {import("./steps.js").Ask} */ ask, /** @type {(frame: {isNear?: boolean} | null) => void} */ answer) {
  if (!asksForLeg(state)) return [button(frameLabel(ask), () => answer({}), { class: "primary" })];
  return footChoices(state).map(({ isNear, label }) => button(label, () => answer({ isNear }), { class: "primary" }));
}

function tapHints() {
  return [
    markup("p", { class: "hint for-touch" }, "Press, slide until the loupe shows the spot, and let go."),
    markup("p", { class: "hint for-mouse" }, "Click. Or move the cross with the arrow keys (with Shift: ten pixels) and press Enter."),
  ];
}
