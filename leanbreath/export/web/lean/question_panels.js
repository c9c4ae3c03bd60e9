// What stands below an instruction before anything is tapped: the choice of a video, and two questions.

import { SLOW_MOTION_FACTORS } from "./cadence.js";
import { button, markup } from "./markup.js";
import { videoText } from "./wording.js";

/** Return the choice of a video. @param {(file: File) => void} choose */
export function choicePanel(choose) {
  const input = /** @type {HTMLInputElement} */ (
    markup("input", { type: "file", accept: "video/*", id: "file", change: () => input.files?.[0] && choose(input.files[0]) })
  );
  return [
    markup("label", { class: "file" }, markup("span", {}, "Choose a video"), input),
    markup("p", { class: "message" }, "Your video stays on this device: this page can't send anything."),
    markup(
      "ul",
      { class: "advice" },
      ...[
        "Fill at least a third of the picture's height, and keep your feet in it.",
        "Use slow motion: 60 frames a second or more; 120 for the landing of the foot.",
        "Wear tight clothes, in bright light. Keep the phone still, on something solid.",
        "Run at least four strides on each leg. A treadmill is fine.",
      ].map((each) => markup("li", {}, each)),
    ),
  ];
}

/** Return the question whether to continue with what was tapped before. @param {(move: string) => void} does */
export function resumePanel(does) {
  const resume = button("Continue", () => does("resume"), { class: "primary" });
  return [markup("div", { class: "buttons" }, resume, button("Start again", () => does("restart")))];
}

/** Return the question how much slower than life the video plays. @param {import("./steps.js").State} state @param {(factor: number) => void} answer */
export function motionPanel({ video }, answer) {
  const own = /** @type {HTMLInputElement} */ (
    markup("input", { type: "number", id: "own-factor", min: 0.1, max: 100, step: "any", inputmode: "decimal" })
  );
  const labels = ["Normal speed", "Half speed", "4 times slower", "8 times slower"];
  return [
    markup("p", { class: "hint" }, videoText(/** @type {import("./steps.js").Video} */ (video))),
    markup("div", { class: "buttons" }, ...SLOW_MOTION_FACTORS.map((each, index) => button(labels[index], () => answer(each)))),
    markup(
      "form",
      { class: "buttons", submit: (/** @type {Event} */ event) => ownAnswer(event, own, answer) },
      markup("label", { for: "own-factor" }, "Other, how many times slower:"),
      own,
      markup("button", {}, "Use it"),
    ),
  ];
}

/**
 * Return the question in which direction the runner runs, with what else is settled once.
 * @param {import("./steps.js").State} state
 * @param {(answer: {direction: 1 | -1, isMirrored: boolean, isWholeBody: boolean}) => void} answer
 */
export function directionPanel(state, answer) {
  const box = (/** @type {string} */ id, /** @type {boolean} */ isChecked) =>
    /** @type {HTMLInputElement} */ (markup("input", { type: "checkbox", id, checked: isChecked }));
  const [mirrored, wholeBody] = [box("mirrored", state.isMirrored), box("whole-body", state.isWholeBody)];
  const give = (/** @type {1 | -1} */ direction) =>
    answer({ direction, isMirrored: mirrored.checked, isWholeBody: wholeBody.checked });
  return [
    markup("label", { class: "option" }, wholeBody, "Also measure the line from ankle to ear: two more taps a stance"),
    markup("label", { class: "option" }, mirrored, "The picture is mirrored: writing in it reads backwards"),
    markup("div", { class: "buttons" }, button("← To the left", () => give(-1)), button("To the right →", () => give(1))),
  ];
}

function ownAnswer(/** @type {Event} */ event, /** @type {HTMLInputElement} */ input, /** @type {(factor: number) => void} */ answer) {
  event.preventDefault(); // there is nowhere to send it
  if (input.value && input.reportValidity()) answer(Number(input.value));
}
