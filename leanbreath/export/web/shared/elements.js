// Elements of a page. Text becomes text, never HTML.

/**
 * Return the element with an id; raise if the page has none.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element "${id}"`);
  return found;
}

/**
 * Return a new element with a text.
 * @param {string} tag
 * @param {string} text
 * @returns {HTMLElement}
 */
export function textElement(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/**
 * Show a text in an element, and hide the element where there is none; nothing is touched that stays as it is.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function showText(element, text) {
  if (element.textContent !== text) element.textContent = text;
  if (element.hidden !== !text) element.hidden = !text;
}

/**
 * Put one item for each text into a list.
 * @param {HTMLElement} list
 * @param {string[]} texts
 */
export function showList(list, texts) {
  list.replaceChildren(...texts.map((text) => textElement("li", text)));
  list.hidden = !texts.length;
}

/**
 * Return the data that the page holds.
 * @returns {any}
 */
export function pageData() {
  return JSON.parse(byId("data").textContent ?? "null");
}
