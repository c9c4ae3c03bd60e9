// Keeps the screen on while a session plays, where the browser can: only pages from a secure place may ask for it.

/** Keeps the screen on for as long as that is wanted; a browser lets go when the page is hidden, and is asked again. */
export class WakeLock {
  constructor() {
    this.lock = null;
    this.isWanted = false;
    document.addEventListener("visibilitychange", () => this.renew());
  }

  /** Keep the screen on, or let it go off. */
  set(isWanted) {
    this.isWanted = isWanted;
    this.renew();
  }

  renew() {
    const isVisible = document.visibilityState === "visible";
    if (this.isWanted && isVisible && !this.lock && navigator.wakeLock) this.ask();
    if (!this.isWanted) this.release();
  }

  /** Ask for the screen; one whose battery is low may refuse, and the session plays all the same. */
  ask() {
    const asked = navigator.wakeLock.request("screen").catch(() => null);
    this.lock = asked;
    asked.then((lock) => {
      if (!lock) this.forget(asked);
      else lock.addEventListener("release", () => this.forget(asked));
    });
  }

  /** Forget a lock that was let go, unless another one was asked for since. */
  forget(asked) {
    if (this.lock === asked) this.lock = null;
  }

  release() {
    this.lock?.then((lock) => lock?.release());
    this.lock = null;
  }
}
