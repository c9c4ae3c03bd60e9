// Keys of a headset, a watch or a lock screen.

/**
 * Let media keys do what the buttons do, and name the session on the lock screen.
 * @param {{title: string}} data
 * @param {{play: () => void, pause: () => void, next: () => void, back: () => void}} actions
 */
export function connectMediaKeys(data, actions) {
  if (!navigator.mediaSession) return;
  if (window.MediaMetadata) {
    navigator.mediaSession.metadata = new window.MediaMetadata({ title: data.title, artist: "leanbreath" });
  }
  const handlers = { play: actions.play, pause: actions.pause, nexttrack: actions.next, previoustrack: actions.back };
  for (const [name, handler] of Object.entries(handlers)) {
    try {
      navigator.mediaSession.setActionHandler(name, handler);
    } catch {
      // An older browser doesn't know this key.
    }
  }
}

/**
 * Tell the lock screen what is done now and whether it plays.
 * @param {string} title
 * @param {string} routine
 * @param {boolean} isPlaying
 */
export function showOnLockScreen(title, routine, isPlaying) {
  if (!navigator.mediaSession) return;
  const state = isPlaying ? "playing" : "paused";
  if (navigator.mediaSession.playbackState !== state) navigator.mediaSession.playbackState = state;
  const metadata = navigator.mediaSession.metadata;
  if (metadata && metadata.title !== title) {
    Object.assign(metadata, { title, artist: routine });
  }
}
