// Records on `window.recorded` each change of what a routine's page shows: the texts, the time of the sound in seconds,
// and when it came into the document and onto the screen, in milliseconds.
(() => {
  const audio = window.leanbreath.audio;
  const ids = ["drill", "detail", "word", "sub-word", "number", "count"];
  const text = (id) => (document.getElementById(id).hidden ? "" : document.getElementById(id).textContent);
  const rows = (window.recorded = []);
  let latest = "";
  const note = () => {
    const shown = Object.fromEntries(ids.map((id) => [id, text(id)]));
    if (JSON.stringify(shown) === latest) return;
    latest = JSON.stringify(shown);
    const row = {...shown, audio: audio.currentTime, isPlaying: !audio.paused, wall: performance.now(), painted: null};
    rows.push(row);
    requestAnimationFrame((time) => (row.painted = time));
  };
  const observer = new MutationObserver(note);
  observer.observe(document.getElementById("session"), {subtree: true, childList: true, characterData: true, attributes: true});
  note();
})();
