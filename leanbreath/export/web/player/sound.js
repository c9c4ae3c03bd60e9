// The sound of the page, which it holds as text.

/**
 * Return an audio element with the sound of the page.
 * @param {{type: string, base64: string}} sound
 * @returns {HTMLAudioElement}
 */
export function soundElement(sound) {
  const letters = atob(sound.base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  const audio = new Audio(URL.createObjectURL(new Blob([bytes], { type: sound.type })));
  audio.preload = "auto";
  audio.playbackRate = speedIn(window.location.hash);
  audio.defaultPlaybackRate = audio.playbackRate;
  return audio;
}

/**
 * Return the speed that the address asks for (`#speed=4`), for rehearsal; else 1.
 * @param {string} hash
 * @returns {number}
 */
export function speedIn(hash) {
  const speed = Number(/(?:^#|&)speed=([\d.]+)/.exec(hash)?.[1] ?? 1);
  return speed >= 0.25 && speed <= 16 ? speed : 1;
}
