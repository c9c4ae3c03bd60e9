// Elements with their attributes, their listeners and what is in them. Text stays text.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Return a new HTML element. An attribute that is a function listens to the event of that name; one that is false or
 * null is left out, and one that is true is empty.
 * @param {string} tag @param {Record<string, any>} attributes @param {...(Node | string)} content
 */
export function markup(tag, attributes = {}, ...content) {
  return filled(document.createElement(tag), attributes, content);
}

/** Return a new SVG element. @param {string} tag @param {Record<string, any>} attributes @param {...(Node | string)} content */
export function svgMarkup(tag, attributes = {}, ...content) {
  return filled(document.createElementNS(SVG, tag), attributes, content);
}

/** Return a button with a label and what a press of it does. @param {string} label @param {() => void} click @param {Record<string, any>} attributes */
export function button(label, click, attributes = {}) {
  return markup("button", { type: "button", click, ...attributes }, label);
}

/**
 * @template {Element} E
 * @param {E} element @param {Record<string, any>} attributes @param {(Node | string)[]} content @returns {E}
 */
function filled(element, attributes, content) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...content);
  return element;
}
