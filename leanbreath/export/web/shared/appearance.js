// Dark or light, and the size of the text: two buttons each page may have, remembered where the browser allows it.

import { remember, remembered } from "./remembered.js";

const THEMES = ["system", "light", "dark"];
const THEME_LABELS = { system: "Colours: automatic", light: "Colours: light", dark: "Colours: dark" };
const TEXT_SIZES = [85, 100, 120, 145, 175];
const USUAL_SIZE = 1;

/**
 * Return the theme that follows another one.
 * @param {string} theme
 * @returns {string}
 */
export function themeAfter(theme) {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}

/**
 * Return the number of a text size some steps larger or smaller, within what there is.
 * @param {number} size
 * @param {number} steps
 * @returns {number}
 */
export function sizeStepped(size, steps) {
  return Math.min(Math.max(size + steps, 0), TEXT_SIZES.length - 1);
}

/** Three buttons of a page that change its colours and the size of its text, and restore what was chosen before. */
export class Appearance {
  /** @param {{theme: HTMLButtonElement, smaller: HTMLButtonElement, larger: HTMLButtonElement}} buttons */
  constructor(buttons) {
    this.buttons = buttons;
    this.theme = THEMES.includes(remembered("theme")) ? remembered("theme") : THEMES[0];
    this.size = sizeStepped(Number(remembered("text-size") ?? USUAL_SIZE) || 0, 0);
    buttons.theme.addEventListener("click", () => this.changeTheme());
    buttons.smaller.addEventListener("click", () => this.resize(-1));
    buttons.larger.addEventListener("click", () => this.resize(1));
    this.apply();
  }

  changeTheme() {
    this.theme = themeAfter(this.theme);
    remember("theme", this.theme);
    this.apply();
  }

  resize(steps) {
    this.size = sizeStepped(this.size, steps);
    remember("text-size", String(this.size));
    this.apply();
  }

  apply() {
    document.documentElement.dataset.theme = this.theme;
    document.documentElement.style.fontSize = `${TEXT_SIZES[this.size]}%`;
    this.buttons.theme.textContent = THEME_LABELS[this.theme];
    this.buttons.smaller.disabled = this.size === 0;
    this.buttons.larger.disabled = this.size === TEXT_SIZES.length - 1;
  }
}
