// Moments as the diary keeps them: the runner's clock with its offset from UTC, and the training day. Pure.

const MINUTE_MILLISECONDS = 60_000;

/**
 * Return a time of day as RFC 3339 with its offset, to the second.
 * @param {number} milliseconds  since 1970
 * @param {number} offset  minutes east of UTC
 * @returns {string}
 */
export function rfc3339(milliseconds, offset) {
  const local = new Date(milliseconds + offset * MINUTE_MILLISECONDS).toISOString().slice(0, 19);
  const two = (number) => String(number).padStart(2, "0");
  const away = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/**
 * Return the training day of a time: before the day starts, it is still the day before.
 * @param {number} milliseconds
 * @param {number} offset
 * @param {string} dayStarts  such as `04:00`
 * @returns {string}
 */
export function trainingDay(milliseconds, offset, dayStarts) {
  const [hours, minutes] = dayStarts.split(":").map(Number);
  return rfc3339(milliseconds - (hours * 60 + minutes) * MINUTE_MILLISECONDS, offset).slice(0, 10);
}

/**
 * Return the offset of the runner's clock at a time, in minutes east of UTC.
 * @param {number} milliseconds
 * @returns {number}
 */
export function localOffset(milliseconds) {
  return -new Date(milliseconds).getTimezoneOffset();
}
