// The result, or why there is none.

import { clipOf } from "./clip.js";
import { contactSheet } from "./contact_sheet.js";
import { findingMarkup } from "./finding_markup.js";
import { canShare, copyText, pngOf, saveFile, shareFile } from "./handing_over.js";
import { button, markup } from "./markup.js";
import { resultJson, resultSentences, resultText } from "./result.js";
import { degreesText, stancePicture } from "./stance_picture.js";
import { zeroOf } from "./standing.js";
import { summaryOf } from "./summary.js";

const COMMAND = "leanbreath checkup --from -";

/**
 * Return the title of the result and what it shows.
 * @param {import("./steps.js").State} state
 * @param {(move: string) => void} does
 * @param {import("./stance_pictures.js").StancePictures} pictures
 * @param {string} at when it is measured, as the diary writes times
 */
export function resultPanel(state, does, pictures, at) {
  const clip = clipOf(state);
  const summary = summaryOf(clip);
  const back = button("Back to the stances", () => does("back"), { class: summary.isRefused ? "primary" : null });
  const warnings = groupedFindings(summary.findings).map(({ finding, stances }) => findingMarkup(finding, aboutStances(stances)));
  if (summary.isRefused) {
    return { title: "No result", content: [...warnings, markup("div", { class: "buttons" }, back)] };
  }
  const drawn = stancePictures(clip, summary, state, pictures);
  return {
    title: `Your lean: ${degreesText(summary.both.mean)}`,
    content: [
      ...resultSentences(summary).map((each) => markup("p", {}, each)),
      ...warnings,
      markup("h3", {}, "Your stances"),
      markup("p", { class: "hint" }, "The broken line is your trunk while standing."),
      markup("ul", { class: "pictures" }, ...drawn.map(({ picture, caption }) => pictureItem(picture, caption))),
      sheetButtons(drawn, summary),
      markup("h3", {}, "For your diary"),
      ...diaryPart(summary, at),
      markup("div", { class: "buttons" }, back),
    ],
  };
}

/** Return each kind of finding once, with the numbers of the stances that it is about. */
function groupedFindings(/** @type {import("./refusals.js").Finding[]} */ findings) {
  const kinds = [...new Set(findings.map(kindOf))];
  return kinds.map((kind) => {
    const same = findings.filter((each) => kindOf(each) === kind);
    return { finding: same[0], stances: same.flatMap(({ stance }) => (stance === undefined ? [] : [stance + 1])) };
  });
}

function kindOf(/** @type {import("./refusals.js").Finding} */ { id, refuses }) {
  return `${id} ${refuses}`;
}

function aboutStances(/** @type {number[]} */ numbers) {
  if (!numbers.length) return "";
  return `${numbers.length === 1 ? "Stance" : "Stances"} ${numbers.join(", ")}: `;
}

function stancePictures(clip, summary, state, pictures) {
  const zero = zeroOf(clip.standing);
  return clip.stances.flatMap((stance, index) => {
    const filmed = pictures.of(state.stances[index]);
    const { lean, leg } = summary.stances[index];
    const caption = `${index + 1}: ${leg} foot, ${degreesText(lean)}`;
    return filmed ? [{ picture: stancePicture(filmed, stance, lean, zero), caption }] : [];
  });
}

function pictureItem(/** @type {HTMLCanvasElement} */ picture, /** @type {string} */ caption) {
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `Picture of stance ${caption}`);
  return markup("li", {}, picture, markup("p", {}, caption));
}

function sheetButtons(drawn, summary) {
  const sheet = () => pngOf(contactSheet(drawn, resultSentences(summary).slice(0, 3)));
  const save = async () => saveFile(await sheet(), "lean.png");
  const share = async () => shareFile(new File([await sheet()], "lean.png", { type: "image/png" }), "Lean");
  const isShared = canShare(new File([""], "lean.png", { type: "image/png" }));
  return markup(
    "div",
    { class: "buttons" },
    button("Save the pictures", save),
    ...(isShared ? [button("Share the pictures", share)] : []),
  );
}

function diaryPart(summary, at) {
  const json = resultJson(summary, at);
  const text = resultText(summary);
  const field = /** @type {HTMLTextAreaElement} */ (
    markup("textarea", { readonly: true, rows: 8, id: "diary-text", "aria-label": "Result for your diary", spellcheck: "false" })
  );
  field.value = text;
  const said = markup("p", { role: "status" });
  const copy = async () => {
    said.textContent = (await copyText(field)) ? "Copied." : "Your browser can't copy. Select the text and copy it.";
  };
  const file = () => new File([json], "lean.json", { type: "application/json" });
  const asText = new File([text], "lean.txt", { type: "text/plain" });
  return [
    markup(
      "p",
      {},
      "Copy this to your computer, and type ",
      markup("code", {}, COMMAND),
      ". Paste the text, then press Enter and Ctrl-D (on Windows: Ctrl-Z, Enter).",
    ),
    field,
    markup(
      "div",
      { class: "buttons" },
      button("Copy", copy, { class: "primary" }),
      button("Save as a file", () => saveFile(file(), "lean.json")),
      ...(canShare(asText) ? [button("Share", () => shareFile(asText, "Lean"))] : []),
    ),
    said,
    markup("p", { class: "hint" }, "A saved file goes in with ", markup("code", {}, "leanbreath checkup --from lean.json"), "."),
  ];
}
