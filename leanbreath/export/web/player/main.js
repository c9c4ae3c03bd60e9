// The page of a routine: a card before, the session, a card after.

import { Appearance } from "../shared/appearance.js";
import { byId, pageData, showText } from "../shared/elements.js";
import { connectDoneCard, fillDoneCard, newSessionId } from "./done_card.js";
import { connectKeys } from "./keys.js";
import { connectMediaKeys } from "./media_keys.js";
import { Performer } from "./performer.js";
import { fillReadyCard } from "./ready_card.js";
import { Screen } from "./screen.js";
import { answered, begun, ended, lengthened, newSession, paused, resumed, skippedAhead, skippedBack, tapState } from "./session.js";
import { soundElement } from "./sound.js";
import { WakeLock } from "./wake_lock.js";

const REFUSED = "Your browser didn't start the sound. Tap Start again.";
const CANNOT_PLAY = "This browser can't play the sound of this page. Try another one.";

const data = pageData();
const audio = soundElement(data.sound);
const wakeLock = new WakeLock();
const player = new Performer(data, audio, newSession(data), {
  screen: new Screen(data),
  announce,
  changed: showState,
  refused: (error) => restart(error.name === "NotSupportedError" ? CANNOT_PLAY : REFUSED),
});
let sessionId = newSessionId();

const ACTIONS = {
  start: () => begun(data, player.session, Date.now()),
  main: () => MAIN_ACTIONS[tapState(data, player.session)]?.(),
  pause: () => (player.session.state === "paused" ? ACTIONS.play() : paused(player.session, Date.now())),
  quiet: () => paused(player.session, Date.now()), // what a headset asks for that is taken off, also in a pause
  play: () => resumed(data, player.session, Date.now()),
  next: () => skippedAhead(data, player.session, Date.now()),
  back: () => skippedBack(data, player.session, Date.now()),
  longer: () => lengthened(data, player.session),
  answer: () => answered(data, player.session, Date.now()),
  end: () => ended(player.session, Date.now()),
};

const MAIN_ACTIONS = {
  ready: ACTIONS.start,
  playing: ACTIONS.pause,
  paused: ACTIONS.play,
  waiting: () => (player.session.state === "waiting" ? ACTIONS.play() : ACTIONS.answer()),
  open: ACTIONS.answer,
};

const BUTTONS = { start: "start", main: "main", back: "back", "next-step": "next", longer: "longer", hold: "pause", end: "end" };

function announce(text) {
  showText(byId("announcement"), text);
}

/** Do what a button or key stands for, and return whether that changed anything. */
function act(name) {
  const next = ACTIONS[name]?.();
  if (!next || next === player.session) return false;
  player.apply(next);
  if (name === "longer") announce("Ten seconds more.");
  return true;
}

function showState(session) {
  const isOver = session.state === "over";
  const isReady = session.state === "ready";
  const wasHidden = byId("session").hidden;
  byId("ready").hidden = !isReady;
  byId("session").hidden = isReady || isOver;
  byId("done").hidden = !isOver;
  byId("appearance").hidden = !isReady && !isOver;
  wakeLock.set(session.state === "playing" || session.state === "waiting");
  if (isOver) fillDoneCard(data, session, sessionId);
  if (isOver) byId("done-title").focus();
  else if (!isReady && wasHidden) byId("main").focus({ preventScroll: true });
}

function restart(message) {
  sessionId = newSessionId();
  player.apply(newSession(data));
  showText(byId("message"), message);
  byId("start").focus();
}

fillReadyCard(data);
const appearance = new Appearance({ theme: byId("theme"), smaller: byId("smaller"), larger: byId("larger") });
connectDoneCard();
connectKeys(act);
connectMediaKeys(data, { play: () => act("play"), pause: () => act("quiet"), next: () => act("next"), back: () => act("back") });
for (const [id, action] of Object.entries(BUTTONS)) {
  byId(id).addEventListener("click", (event) => {
    act(action);
    if (event.detail && !byId("session").hidden) byId("main").focus({ preventScroll: true });
  });
}
byId("stage").addEventListener("click", () => {
  if (["open", "waiting", "paused"].includes(tapState(data, player.session))) act("main");
});
byId("again").addEventListener("click", () => restart(""));
audio.addEventListener("error", () => restart(CANNOT_PLAY));
window.leanbreath = { audio, phases: player.phases, appearance };
