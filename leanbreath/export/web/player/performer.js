// Plays a session: the sound is the clock, and what is shown follows it. Everything that happens goes through `apply`.

import { announcement } from "./announcement.js";
import { showOnLockScreen } from "./media_keys.js";
import { heardUntil, paused, tapState } from "./session.js";
import { nextChange, shown } from "./timeline.js";

const SHORTEST_TIMER_MILLISECONDS = 2;
const DRAWING_SECONDS = 1 / 120; // What changes now is seen about half a picture later.
const INTERRUPTED = "Something else stopped the sound. Tap to resume.";

/** Plays one session after the other on a page; `phases` lists the segments shown, with the times of the sound then. */
export class Performer {
  /**
   * @param {any} data
   * @param {HTMLAudioElement} audio
   * @param {any} session  before its start
   * @param {{screen: any, announce: (text: string) => void, changed: (session: any) => void, refused: (error: any) => void}} page
   */
  constructor(data, audio, session, page) {
    Object.assign(this, { data, audio, session, page, phases: [] });
    this.announced = null;
    this.timer = 0;
    this.isAnimated = false;
    for (const name of ["timeupdate", "seeked", "ended"]) audio.addEventListener(name, () => this.follow());
    audio.addEventListener("playing", () => this.animate());
    audio.addEventListener("pause", () => this.noticePause());
  }

  /** Let the session become another: the sound and the screen follow. */
  apply(next) {
    const before = this.session;
    this.session = next;
    if (next.jumps !== before.jumps) this.seek();
    if (next.state === "playing" && this.audio.paused) this.play();
    if (next.state !== "playing" && !this.isRingingOut()) this.audio.pause();
    this.show();
    if (next.state !== before.state) this.page.changed(next);
    this.schedule();
  }

  /** Return whether the session is over and only its last tones ring on. */
  isRingingOut() {
    return this.session.state === "over" && this.session.frame >= this.data.audio_total;
  }

  /** Move the sound to where the session is; a sound that isn't known yet is moved once it is. */
  seek() {
    const seconds = this.session.frame / this.data.rate;
    if (this.audio.readyState > 0) this.audio.currentTime = seconds;
    else if (seconds > 0) this.audio.addEventListener("loadedmetadata", () => this.seek(), { once: true });
  }

  async play() {
    try {
      await this.audio.play();
    } catch (error) {
      if (error.name !== "AbortError") this.page.refused(error);
    }
  }

  show() {
    const { data, session, audio } = this;
    if (session.state === "ready" || session.state === "over") return;
    const view = shown(data, session);
    this.page.screen.show(view, session, tapState(data, session));
    if (session.state === "playing" && view.index !== this.phases[this.phases.length - 1]?.[0]) {
      this.phases.push([view.index, audio.currentTime]);
    }
    const said = announcement(this.announced, view, tapState(data, session));
    this.announced = said.announced;
    if (said.text) this.page.announce(said.text);
    showOnLockScreen(view.passage.title, data.title, session.state === "playing");
  }

  /** Follow the sound. While it looks for a place, the session knows that place; what else stops it, `pause` tells. */
  follow() {
    const { data, session, audio } = this;
    if (session.state !== "playing" || audio.seeking || (audio.paused && !audio.ended)) return;
    const heard = audio.ended ? data.audio_total : Math.floor(this.secondsShown() * data.rate);
    this.apply(heardUntil(data, session, heard, Date.now()));
  }

  /** Return the time of the sound at which what is drawn now will be seen. */
  secondsShown() {
    return this.audio.currentTime + DRAWING_SECONDS * this.audio.playbackRate;
  }

  /** Follow the sound at the very moment at which something changes next, whether or not the screen is drawn then. */
  schedule() {
    clearTimeout(this.timer);
    if (this.session.state !== "playing") return;
    const seconds = nextChange(this.data, this.session) / this.data.rate - this.secondsShown();
    const milliseconds = (seconds / this.audio.playbackRate) * 1000;
    this.timer = setTimeout(() => this.follow(), Math.max(milliseconds, SHORTEST_TIMER_MILLISECONDS));
  }

  animate() {
    if (this.isAnimated) return;
    this.isAnimated = true;
    requestAnimationFrame(() => {
      this.isAnimated = false;
      this.follow();
      if (this.session.state === "playing") this.animate();
    });
  }

  /** Pause the session where something else paused its sound, such as a call. */
  noticePause() {
    const { session, audio } = this;
    if (session.state === "playing" && audio.paused && !audio.ended) this.apply(paused(session, Date.now(), INTERRUPTED));
  }
}
