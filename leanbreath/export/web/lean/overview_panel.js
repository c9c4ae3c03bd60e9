// What stands between two stances: the stances so far, what speaks against them, and what to do next.

import { stanceCounts, stanceFindings, stanceOf, standingFindings } from "./clip.js";
import { findingMarkup } from "./finding_markup.js";
import { button, markup } from "./markup.js";
import { LEAST_STANCES } from "./refusals.js";
import { timeText } from "./wording.js";

/**
 * Return the overview. `does` makes a move; `pictures` holds a picture for each stance.
 * @param {import("./steps.js").State} state
 * @param {(move: string, value?: any) => void} does
 * @param {import("./stance_pictures.js").StancePictures} pictures
 */
export function overviewPanel(state, does, pictures) {
  const standing = standingFindings(state);
  const isRefused = standing.some((each) => each.refuses);
  return [
    ...standing.map((each) => findingMarkup(each)),
    markup(
      "div",
      { class: "buttons" },
      ...(isRefused ? [] : nextButtons(state, does)),
      button("Mark standing again", () => does("standAgain"), { class: isRefused ? "primary" : null }),
    ),
    markup("ol", { class: "stances" }, ...state.stances.map((each, index) => stanceRow(state, each, index, does, pictures))),
  ];
}

/** Return the title of the overview and what it says. */
export function overviewWords(/** @type {import("./steps.js").State} */ state) {
  if (standingFindings(state).some((each) => each.refuses)) {
    return { title: "This can't be measured", say: "Mark your standing again, or go back and choose another video." };
  }
  const refused = refusedStances(state);
  if (refused.length) {
    const { finding, index } = refused[0];
    return { title: `Stance ${index + 1} can't be used`, say: `${finding.reason} ${finding.remedy}` };
  }
  const { left, right } = stanceCounts(state);
  const say = `Left foot: ${left} of ${LEAST_STANCES}. Right foot: ${right} of ${LEAST_STANCES}.`;
  if (isEnough(state)) return { title: "You have enough stances", say: `${say} More make the result steadier.` };
  if (state.stances.length) return { title: "Next stance", say };
  return { title: "Now mark your stances", say: `${say} In a stance, a foot lands and carries you until your hips are above it.` };
}

function nextButtons(/** @type {import("./steps.js").State} */ state, /** @type {(move: string) => void} */ does) {
  const add = button("Mark a stance", () => does("addStance"), { class: isEnough(state) ? null : "primary" });
  const finish = button("Show the result", () => does("finish"), { class: isEnough(state) ? "primary" : null });
  return state.stances.length ? [add, finish] : [add];
}

function stanceRow(state, stance, index, does, pictures) {
  const { leg, seconds } = stanceOf(stance, state);
  const name = `Stance ${index + 1}`;
  const picture = pictures.of(stance);
  const label = `${name}: ${leg} foot, ${timeText(seconds)}`;
  return markup(
    "li",
    {},
    ...(picture ? [withLabel(picture, label)] : []),
    markup("p", {}, label),
    ...stanceFindings(state, stance).map((each) => findingMarkup(each)),
    button("Mark again", () => does("markAgain", index), { "aria-label": `Mark again: ${name.toLowerCase()}` }),
    button("Delete", () => does("remove", index), { "aria-label": `Delete ${name.toLowerCase()}` }),
  );
}

function withLabel(/** @type {HTMLCanvasElement} */ picture, /** @type {string} */ label) {
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  return picture;
}

function refusedStances(/** @type {import("./steps.js").State} */ state) {
  return state.stances.flatMap((each, index) => {
    const finding = stanceFindings(state, each).find(({ refuses }) => refuses);
    return finding ? [{ finding, index }] : [];
  });
}

function isEnough(/** @type {import("./steps.js").State} */ state) {
  const { left, right } = stanceCounts(state);
  return Math.min(left, right) >= LEAST_STANCES;
}
