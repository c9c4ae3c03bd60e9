// Undo and redo: the states before and after the present one.

/**
 * @template T
 * @typedef {{past: T[], present: T, future: T[]}} History
 */

/**
 * Return a history that begins with a state.
 * @template T
 * @param {T} present @returns {History<T>}
 */
export function historyFrom(present) {
  return { past: [], present, future: [] };
}

/**
 * Return the history with a new present; a state that is the present one already adds nothing.
 * @template T
 * @param {History<T>} history @param {T} present @returns {History<T>}
 */
export function withPresent(history, present) {
  if (present === history.present) return history;
  return { past: [...history.past, history.present], present, future: [] };
}

/**
 * Return the history one state back; the first one stays.
 * @template T
 * @param {History<T>} history @returns {History<T>}
 */
export function undone(history) {
  if (!history.past.length) return history;
  const present = history.past[history.past.length - 1];
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

/**
 * Return the history one state on, after an undo.
 * @template T
 * @param {History<T>} history @returns {History<T>}
 */
export function redone(history) {
  if (!history.future.length) return history;
  const [present, ...future] = history.future;
  return { past: [...history.past, history.present], present, future };
}
