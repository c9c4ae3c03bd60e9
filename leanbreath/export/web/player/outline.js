// Outlines between two moments: every number some of the way from one to the other. Pure.

/**
 * Return the SVG path, in centimetres, some of the way (0 to 1) from one outline to another.
 *
 * An outline is a list of millimetres: its start, the radius of an arc and its end, the end of a straight line, the radius
 * of the other arc and its end.
 * @param {number[]} one
 * @param {number[]} two
 * @param {number} share
 * @returns {string}
 */
export function pathBetween(one, two, share) {
  const between = one.map((number, index) => centimetres(number + (two[index] - number) * share));
  const [startX, startY, radius, x, y, lineX, lineY, otherRadius, endX, endY] = between;
  const arc = `A${radius} ${radius} 0 0 1 ${x} ${y}`;
  const otherArc = `A${otherRadius} ${otherRadius} 0 0 1 ${endX} ${endY}`;
  return `M${startX} ${startY}${arc}L${lineX} ${lineY}${otherArc}Z`;
}

/** Return millimetres in centimetres, to a tenth of a millimetre. */
function centimetres(millimetres) {
  return Math.round(millimetres * 10) / 100;
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
