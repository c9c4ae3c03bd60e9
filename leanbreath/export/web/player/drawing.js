// The moving figure as SVG: its paths are made once, and given new outlines as it moves.

import { figurePlace, pathBetween } from "./outline.js";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Draws the figures of a page, one at a time. */
export class Drawing {
  /**
   * @param {SVGSVGElement} svg
   * @param {any[]} figures
   */
  constructor(svg, figures) {
    this.svg = svg;
    this.figures = figures.map((figure) => ({ ...figure, frames: wholeFrames(figure.frames) }));
    this.figure = null;
    this.place = null;
    this.outlines = [];
    this.label = null;
  }

  /**
   * Draw a figure by its index, or none for null.
   * @param {number | null} index
   * @param {number} level  of the pacer
   * @param {number} seconds  since its passage began
   * @param {boolean} isStill
   */
  show(index, level, seconds, isStill) {
    const figure = index === null ? null : this.figures[index];
    if (figure !== this.figure) this.change(figure);
    if (!figure) return;
    const place = figurePlace(figure, level, seconds, isStill);
    if (place !== this.place) this.move(place);
  }

  change(figure) {
    this.figure = figure;
    this.place = null;
    this.svg.toggleAttribute("hidden", !figure);
    this.svg.setAttribute("aria-label", figure?.about ?? "");
    if (!figure) return;
    this.svg.setAttribute("viewBox", figure.view_box.join(" "));
    this.outlines = drawnOutlines(this.svg, figure);
    this.label = figure.lean ? this.svg.appendChild(leanLabel(figure.lean)) : null;
  }

  move(place) {
    this.place = place;
    const { frames } = this.figure;
    const before = Math.min(Math.floor(place), frames.length - 1);
    const after = Math.min(before + 1, frames.length - 1);
    this.outlines.forEach((paths, index) => {
      const outline = pathBetween(frames[before][index], frames[after][index], place - before);
      for (const path of paths) {
        if (path.getAttribute("d") !== outline) path.setAttribute("d", outline);
      }
    });
    if (this.label) this.label.textContent = `${this.figure.lean.degrees[Math.round(place)]}°`;
  }
}

/** Fill an SVG with the paths of a figure, and return those of each outline: its edge, if it has one, and itself. */
function drawnOutlines(svg, figure) {
  const outlines = [];
  const groups = figure.layers.flatMap((layer) => {
    const names = [...(layer.edged ? ["edge"] : []), layer.tag];
    const both = names.map(svgGroup);
    for (let shape = 0; shape < layer.shapes; shape += 1) {
      outlines.push(both.map((group) => group.appendChild(svgElement("path"))));
    }
    return both;
  });
  svg.replaceChildren(...groups);
  return outlines;
}

function leanLabel({ at: [x, y], anchor }) {
  const label = svgElement("text");
  for (const [name, value] of Object.entries({ x, y, "text-anchor": anchor, class: "lean" })) label.setAttribute(name, value);
  return label;
}

function svgGroup(name) {
  const group = svgElement("g");
  group.setAttribute("class", `shape-${name}`);
  return group;
}

function svgElement(tag) {
  return document.createElementNS(SVG_NAMESPACE, tag);
}

/** Return all outlines of each frame; one that stays as it is in the first frame is null in the others. */
function wholeFrames(frames) {
  return frames.map((outlines) => outlines.map((each, index) => each ?? frames[0][index]));
}
