// Ways to take something from the page: the clipboard, a file, what the device shares with.

/** Copy a text; return whether the browser did. */
export async function copyText(/** @type {HTMLTextAreaElement} */ field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select(); // without a secure context, the selection is what can be copied
    return document.execCommand("copy");
  }
}

/** Save a file where the browser saves its downloads. */
export function saveFile(/** @type {Blob} */ blob, /** @type {string} */ name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Return whether this device can share a file. */
export function canShare(/** @type {File} */ file) {
  return Boolean(navigator.canShare?.({ files: [file] }));
}

/** Share a file; nothing happens if the user thinks better of it. */
export async function shareFile(/** @type {File} */ file, /** @type {string} */ title) {
  try {
    await navigator.share({ files: [file], title });
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "AbortError") throw error;
  }
}

/** Return a canvas as a PNG. @returns {Promise<Blob>} */
export function pngOf(/** @type {HTMLCanvasElement} */ canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png");
  });
}
