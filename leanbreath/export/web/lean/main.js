// The lean meter: the page follows the state, and each answer gives the next state.

import { Appearance } from "../shared/appearance.js";
import { byId, pageData, showText } from "../shared/elements.js";
import { localOffset, rfc3339 } from "../shared/moment.js";
import { askPanel } from "./ask_panel.js";
import { figureDrawing } from "./figure_drawing.js";
import { FrameControls } from "./frame_controls.js";
import { FrameViewer } from "./frame_viewer.js";
import { historyFrom, redone, undone, withPresent } from "./history.js";
import { overviewPanel, overviewWords } from "./overview_panel.js";
import { choicePanel, directionPanel, motionPanel, resumePanel } from "./question_panels.js";
import { resultPanel } from "./result_panel.js";
import { savedTaps, saveTaps } from "./saved_taps.js";
import { Stage } from "./stage.js";
import { StancePictures } from "./stance_pictures.js";
import { FIRST_STATE, askOf, hasTaps, moved, pointsInFrame, progressOf, secondsOfAsk } from "./steps.js";
import { wordingOf } from "./wording.js";

class LeanMeter {
  #history = historyFrom(FIRST_STATE);
  #figures = pageData().figures;
  #video = /** @type {HTMLVideoElement} */ (byId("video"));
  #canvas = /** @type {HTMLCanvasElement} */ (byId("marks"));
  #viewer = new FrameViewer(this.#video);
  #controls = new FrameControls(byId("frames"), this.#video, this.#viewer);
  #pictures = new StancePictures(this.#video, (seconds) => this.#controls.show(seconds));
  #stage = new Stage(
    { video: this.#video, canvas: this.#canvas, loupe: /** @type {HTMLCanvasElement} */ (byId("loupe")) },
    (point) => this.#does("answer", point),
  );

  start() {
    byId("undo").addEventListener("click", () => this.#go(undone(this.#history)));
    byId("redo").addEventListener("click", () => this.#go(redone(this.#history)));
    document.addEventListener("keydown", (event) => this.#pressKey(event));
    window.addEventListener("beforeunload", (event) => hasTaps(this.#state) && event.preventDefault());
    this.#render();
  }

  get #state() {
    return this.#history.present;
  }

  #does(/** @type {string} */ move, /** @type {any} */ value) {
    this.#go(withPresent(this.#history, moved(this.#state, move, value)));
  }

  #go(/** @type {import("./history.js").History<import("./steps.js").State>} */ history) {
    this.#history = history;
    if (hasTaps(this.#state)) saveTaps(this.#state);
    this.#render();
  }

  async #open(/** @type {File} */ file) {
    this.#say("Reading the video…");
    this.#history = historyFrom(FIRST_STATE); // what was marked in another video can't be redone in this one
    byId("stage").hidden = false; // a frame that isn't on the page has no time stamp
    try {
      const video = await this.#viewer.open(file);
      this.#say("");
      this.#does("open", { video, saved: savedTaps(video) });
    } catch (error) {
      byId("stage").hidden = true;
      this.#say(/** @type {Error} */ (error).message);
    }
  }

  async #render() {
    const state = this.#state;
    const ask = askOf(state);
    this.#stage.show([], false);
    byId("stage").hidden = !ask;
    byId("stage").classList.toggle("tapping", ask?.kind === "point");
    byId("frames").hidden = ask?.kind !== "frame";
    byId("appearance").hidden = byId("intro").hidden = state.phase !== "choose";
    this.#showHistoryButtons(ask !== null);
    if (!ask && this.#pictures.areMissing(state)) await this.#makePictures(state);
    if (state !== this.#state) return;
    this.#showWords(state, ask);
    if (ask) await this.#ask(state, ask);
    else byId("title").focus();
  }

  async #makePictures(/** @type {import("./steps.js").State} */ state) {
    byId("stage").hidden = false;
    await this.#pictures.make(state);
    byId("stage").hidden = true;
  }

  async #ask(/** @type {import("./steps.js").State} */ state, /** @type {import("./steps.js").Ask} */ ask) {
    this.#canvas.focus({ preventScroll: true });
    if (ask.kind === "point") {
      await this.#showFrame(secondsOfAsk(state, ask));
      if (state === this.#state) this.#stage.show(pointsInFrame(state), true);
    } else if (state.startAt !== null && progressOf(state).number === 1) {
      await this.#showFrame(state.startAt);
    } else {
      this.#controls.showPlace();
    }
  }

  async #showFrame(/** @type {number} */ seconds) {
    if (seconds !== this.#viewer.frame) await this.#controls.show(seconds);
  }

  #showWords(/** @type {import("./steps.js").State} */ state, /** @type {import("./steps.js").Ask | null} */ ask) {
    const { number, count } = progressOf(state);
    const stance = state.phase === "stance" ? `Stance ${state.stances.length + 1}` : "Standing";
    showText(byId("progress"), ask ? `${stance}, step ${number} of ${count}` : "");
    const { title, say, content, figure, mark } = this.#content(state, ask);
    byId("title").textContent = title;
    showText(byId("say"), say);
    byId("drawing").replaceChildren(
      ...(figure ? [figureDrawing(this.#figures[figure], mark, state.direction === -1)] : []),
    );
    byId("panel").replaceChildren(...content);
  }

  /** Return what the page shows in a state: words, a drawing and what stands below the picture. */
  #content(/** @type {import("./steps.js").State} */ state, /** @type {import("./steps.js").Ask | null} */ ask) {
    const does = (/** @type {string} */ move, /** @type {any} */ value) => this.#does(move, value);
    const answer = (/** @type {any} */ value) => this.#does("answer", value);
    if (ask) {
      const frame = (/** @type {{isNear?: boolean} | null} */ more) => answer(more && { ...more, seconds: this.#viewer.frame });
      const content = askPanel(state, ask, { answer: frame, leave: () => this.#does("leave") }, this.#pictures.of(state.standing));
      return { ...wordingOf(state, ask), content };
    }
    if (state.phase === "overview") return { ...overviewWords(state), content: overviewPanel(state, does, this.#pictures) };
    if (state.phase === "result") return { say: "", ...resultPanel(state, does, this.#pictures, presentTime()) };
    return { ...wordingOf(state, null), content: this.#question(state, does, answer) };
  }

  #question(/** @type {import("./steps.js").State} */ state, /** @type {(move: string) => void} */ does, /** @type {(value: any) => void} */ answer) {
    if (state.phase === "choose") return choicePanel((file) => this.#open(file));
    if (state.phase === "resume") return resumePanel(does);
    return state.phase === "motion" ? motionPanel(state, answer) : directionPanel(state, answer);
  }

  #showHistoryButtons(/** @type {boolean} */ isAsking) {
    const { past, future } = this.#history;
    byId("undo").textContent = isAsking ? "Undo" : "Back";
    byId("undo").hidden = !past.length || this.#state.phase === "result";
    byId("redo").hidden = !future.length;
  }

  #pressKey(/** @type {KeyboardEvent} */ event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.matches("textarea, input:not([type=range])")) return;
    if (this.#isHistoryKey(event) || (!target.matches("button") && this.#isAskKey(event))) event.preventDefault();
  }

  #isHistoryKey(/** @type {KeyboardEvent} */ { key, ctrlKey, metaKey, shiftKey }) {
    const isCommand = ctrlKey || metaKey;
    if ((isCommand && shiftKey && key.toLowerCase() === "z") || (isCommand && key === "y")) this.#go(redone(this.#history));
    else if ((isCommand && key === "z") || key === "Backspace") this.#go(undone(this.#history));
    else return false;
    return true;
  }

  #isAskKey(/** @type {KeyboardEvent} */ event) {
    const ask = askOf(this.#state);
    if (!ask || event.ctrlKey || event.metaKey || event.altKey) return false;
    return ask.kind === "frame" ? this.#controls.pressKey(event) : this.#stage.pressKey(event);
  }

  #say(/** @type {string} */ text) {
    showText(byId("message"), text);
  }
}

function presentTime() {
  const now = Date.now();
  return rfc3339(now, localOffset(now));
}

new Appearance({
  theme: /** @type {HTMLButtonElement} */ (byId("theme")),
  smaller: /** @type {HTMLButtonElement} */ (byId("smaller")),
  larger: /** @type {HTMLButtonElement} */ (byId("larger")),
});
new LeanMeter().start();
