// What a screen reader is told: each drill, each action once, each spoken line; never the seconds. Pure.

import { capitalised, sentence } from "../shared/sentences.js";

const STATE_WORDS = { playing: "", paused: "Paused", waiting: "", open: "" };
const NOTHING = { passage: null, words: [], line: "", state: "" };

/**
 * Return what to announce of a view, given what was announced before, and what was announced then.
 * @param {{passage: any, words: string[], line: string, state: string} | null} before
 * @param {any} view  what is shown
 * @param {string} state  what a tap does now
 * @returns {{text: string, announced: {passage: any, words: string[], line: string, state: string}}}
 */
export function announcement(before, view, state) {
  const last = before ?? NOTHING;
  const isNew = last.passage !== view.passage;
  const words = isNew ? [] : last.words;
  const word = actionOf(view.word, view.subWord.toLowerCase());
  const isNewWord = word !== "" && !words.includes(word);
  const texts = [
    last.state === state ? "" : STATE_WORDS[state],
    isNew ? joined(view.passage.title, view.side, view.passage.dose) : "",
    isNewWord ? word : "",
    view.line === last.line ? "" : view.line,
  ];
  const announced = { passage: view.passage, words: isNewWord ? [...words, word] : words, line: view.line || last.line, state };
  return { text: [...new Set(texts.filter(Boolean))].map(sentence).join(" "), announced };
}

/** Return the words for what is done; those in full stand for the short one. */
function actionOf(word, inFull) {
  return word && inFull.split(" ").includes(word.toLowerCase()) ? capitalised(inFull) : joined(word, inFull);
}

function joined(...texts) {
  return texts.filter(Boolean).join(", ");
}
