// The session as it is seen: puts texts, the figure and what moves into the page, and touches only what changes.

import { byId, showText } from "../shared/elements.js";
import { Drawing } from "./drawing.js";

const MAIN_LABELS = { playing: "Pause", paused: "Resume", waiting: "Continue", open: "Done" };

/** Shows a session in the page. */
export class Screen {
  /** @param {any} data */
  constructor(data) {
    this.drawing = new Drawing(byId("figure"), data.figures);
    this.reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  }

  /**
   * Put a view of a session into the page.
   * @param {any} view
   * @param {any} session
   * @param {string} state  what a tap does now
   */
  show(view, session, state) {
    const isStill = this.reducedMotion.matches;
    for (const [id, text] of Object.entries(screenTexts(view, state, session.reason))) showText(byId(id), text);
    for (const id of ["word", "sub-word", "number"]) fitLetters(byId(id));
    this.drawing.show(view.figure, view.level, view.figureSeconds, isStill);
    showMotion(view, isStill);
    byId("hold").hidden = state !== "open";
    byId("end").hidden = !["paused", "waiting"].includes(state);
    byId("longer").hidden = ["open", "paused", "waiting"].includes(state);
  }
}

/**
 * Return the text of each element of the screen.
 * @param {any} view
 * @param {string} state  what a tap does now
 * @param {string} reason  why it is paused, if the runner didn't ask for it
 * @returns {Record<string, string>}
 */
export function screenTexts(view, state, reason) {
  return {
    drill: view.passage.title,
    detail: [view.side, view.round].filter(Boolean).join(" · "),
    ...readoutTexts(view, state, reason),
    next: `Next: ${view.next || "the end"}`,
    elapsed: view.elapsed,
    total: view.total,
    main: MAIN_LABELS[state] ?? "",
  };
}

function readoutTexts(view, state, reason) {
  if (state === "paused") return { word: "Paused", "sub-word": "", number: "", count: "", line: reason };
  return {
    word: view.word,
    "sub-word": view.subWord,
    number: view.number,
    count: view.count,
    line: newLine(view) || (state === "open" ? "Tap when you're done." : ""),
  };
}

/** Return the line, unless the title or what comes next says the same. */
function newLine({ line, next, passage }) {
  const said = [passage.title, `Next ${next}`].map(bareWords);
  return said.includes(bareWords(line)) ? "" : line;
}

function bareWords(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? "";
}

/** Let a text be as large as its letters allow; wide ones count for more. */
function fitLetters(element) {
  const text = element.textContent;
  if (element.dataset.fitted === text || element.hidden) return;
  element.dataset.fitted = text;
  const letters = Math.max(text.length, 2);
  element.style.setProperty("--letters", String(letters));
  const excess = element.scrollWidth / element.clientWidth;
  if (excess > 1) element.style.setProperty("--letters", (letters * excess * 1.02).toFixed(2));
}

function showMotion(view, isStill) {
  const percent = Math.floor(view.progress * 100);
  scale("tide", `scaleY(${(isStill ? stillGround(view) : view.ground).toFixed(3)})`);
  scale("bar", `scaleX(${(isStill ? percent / 100 : view.progress).toFixed(3)})`);
  const progress = byId("progress");
  if (progress.getAttribute("aria-valuenow") !== String(percent)) {
    progress.setAttribute("aria-valuenow", String(percent));
    progress.setAttribute("aria-valuetext", `${view.elapsed} of ${view.total}`);
  }
}

/** Return a ground that does not glide: full or empty with the breath, else empty. */
function stillGround({ segment, ground }) {
  return segment.kind === "breath" ? Math.round(ground) : 0;
}

function scale(id, transform) {
  const { style } = byId(id);
  if (style.transform !== transform) style.transform = transform;
}
