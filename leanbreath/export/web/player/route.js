// The pieces of the sound in the order in which they are heard: all of it once, and parts of it again where the runner
// asked for more. A replay {from, at, passage, units} plays [from, at) again when `at` is reached; times are in frames.

/**
 * Return the pieces from the first to the last; `replay` is the index of the replay, null for the sound itself.
 * @param {number} total
 * @param {{from: number, at: number}[]} replays
 * @returns {{from: number, to: number, replay: number | null}[]}
 */
export function pieces(total, replays) {
  const route = [];
  let reached = 0;
  const inOrder = replays.map((replay, index) => ({ ...replay, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  for (const replay of inOrder) {
    if (replay.at > reached) route.push({ from: reached, to: replay.at, replay: null });
    reached = replay.at;
    route.push({ from: replay.from, to: replay.at, replay: replay.index });
  }
  if (reached < total || !route.length) route.push({ from: reached, to: total, replay: null });
  return route;
}

/**
 * Return the index of the piece that is being heard at a frame; where a replay begins there, of the one before it.
 * @param {{from: number, to: number, replay: number | null}[]} route
 * @param {number} frame
 * @param {number | null} replay
 * @returns {number}
 */
export function pieceHeard(route, frame, replay) {
  return route.findIndex((piece) => piece.replay === replay && piece.from <= frame && frame <= piece.to);
}

/**
 * Return the index of the piece with which to enter at a frame, after all replays that end there.
 * @param {{from: number, to: number, replay: number | null}[]} route
 * @param {number} frame
 * @returns {number}
 */
export function pieceEntered(route, frame) {
  const found = route.findIndex((piece) => piece.replay === null && piece.from <= frame && frame < piece.to);
  return found < 0 ? route.length - 1 : found;
}

/**
 * Return how many frames of replays were heard before a frame of a piece, with those of the piece itself.
 * @param {{from: number, to: number, replay: number | null}[]} route
 * @param {number} index
 * @param {number} frame
 * @returns {number}
 */
export function framesReplayed(route, index, frame) {
  const before = route.slice(0, index).filter((piece) => piece.replay !== null);
  const here = route[index].replay === null ? 0 : frame - route[index].from;
  return before.reduce((sum, piece) => sum + piece.to - piece.from, here);
}
