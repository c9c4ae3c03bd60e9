// Texts as sentences.

/**
 * Return a text that begins with a capital letter.
 * @param {string} text
 * @returns {string}
 */
export function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * Return a text that ends like a sentence.
 * @param {string} text
 * @returns {string}
 */
export function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
