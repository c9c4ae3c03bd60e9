// Outlines between two moments: the same path with every number some of the way from one to the other. Pure.

const NUMBER_PATTERN = /-?\d+(?:\.\d+)?/g;

/**
 * Return a path as its numbers and the text between them.
 * @param {string} path
 * @returns {{numbers: number[], texts: string[]}}
 */
export function parsedPath(path) {
  return { numbers: (path.match(NUMBER_PATTERN) ?? []).map(Number), texts: path.split(NUMBER_PATTERN) };
}

/**
 * Return the path some of the way (0 to 1) from one to another of the same structure.
 * @param {{numbers: number[], texts: string[]}} one
 * @param {{numbers: number[], texts: string[]}} two
 * @param {number} share
 * @returns {string}
 */
export function pathBetween(one, two, share) {
  let path = one.texts[0];
  one.numbers.forEach((number, index) => {
    const value = number + (two.numbers[index] - number) * share;
    path += Math.round(value * 100) / 100 + one.texts[index + 1];
  });
  return path;
}

/**
 * Return where a figure is among its frames, from 0 to their number less one.
 *
 * It follows the pacer's level, its own seconds, or settles once within them; without motion it keeps to key positions.
 * @param {{moves: string, seconds: number, frames: any[]}} figure
 * @param {number} level
 * @param {number} seconds  since its passage began
 * @param {boolean} isStill  whether the runner asked for less motion
 * @returns {number}
 */
export function figurePlace(figure, level, seconds, isStill) {
  const last = figure.frames.length - 1;
  if (last < 1) return 0;
  if (figure.moves === "level") return last * (isStill ? Math.round(level) : level);
  if (figure.moves === "settle") return last * (isStill ? 1 : Math.min(Math.max(seconds, 0) / figure.seconds, 1));
  return isStill ? 0 : last * ((Math.max(seconds, 0) / figure.seconds) % 1);
}
