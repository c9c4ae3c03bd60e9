// The keys of a session: the same as in the terminal.

const KEY_ACTIONS = {
  " ": "main",
  Enter: "main",
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  "+": "longer",
  "=": "longer",
  p: "pause",
  P: "pause",
};

/**
 * Return what a key does, or null. Space and enter press a button that has the focus, as everywhere.
 * @param {{key: string, isOnControl: boolean, hasModifier: boolean, isRepeated: boolean}} press
 * @returns {string | null}
 */
export function keyAction(press) {
  if (press.hasModifier || press.isRepeated) return null;
  const action = KEY_ACTIONS[press.key] ?? null;
  return action === "main" && press.isOnControl ? null : action;
}

/**
 * Call an action for each key that does something.
 * @param {(action: string) => boolean} act  returns whether it did anything
 */
export function connectKeys(act) {
  document.addEventListener("keydown", (event) => {
    const isOnControl = Boolean(event.target?.closest?.("button, textarea, input, a"));
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
    const action = keyAction({ key: event.key, isOnControl, hasModifier, isRepeated: event.repeat });
    if (action && act(action)) event.preventDefault();
  });
}
