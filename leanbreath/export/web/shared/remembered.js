// What a page remembers from one visit to the next. A browser may refuse, as some do for files: then it forgets.

const REMEMBERED_PREFIX = "leanbreath-";

/**
 * Return what was remembered under a name, or null.
 * @param {string} name
 * @returns {string | null}
 */
export function remembered(name) {
  try {
    return window.localStorage.getItem(REMEMBERED_PREFIX + name);
  } catch {
    return null;
  }
}

/**
 * Remember a text under a name where the browser allows it.
 * @param {string} name
 * @param {string} text
 */
export function remember(name, text) {
  try {
    window.localStorage.setItem(REMEMBERED_PREFIX + name, text);
  } catch {
    // The page works as well without.
  }
}
