// Plays a page in Firefox over WebDriver BiDi: node firefox.mjs MODULES PAGE RECORDER, and prints what happened as JSON.

import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

const LONGEST_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 200;

const [modules, page, recorder] = process.argv.slice(2);
const {default: puppeteer} = await import(pathToFileURL(`${modules}/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js`));

const browser = await puppeteer.launch({browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true});
const wrong = [];
try {
  const tab = await browser.newPage();
  tab.on("console", (message) => wrong.push(`${message.type()}: ${message.text()}`));
  tab.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  tab.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  await tab.setViewport({width: 360, height: 640});
  await tab.goto(page);
  await tab.evaluate(readFileSync(recorder, "utf8"));
  await tab.click("#start");
  const isOver = () => tab.evaluate(() => !document.getElementById("done").hidden);
  const isAsking = () => tab.evaluate(() => ["Continue", "Done"].includes(document.getElementById("main").textContent));
  const latest = Date.now() + LONGEST_MILLISECONDS;
  while (!(await isOver()) && Date.now() < latest) {
    if (await isAsking()) await tab.click("#main");
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  const played = await tab.evaluate(() => window.recorded);
  const diary = await tab.evaluate(() => document.getElementById("diary-text").value);
  console.log(JSON.stringify({version: await browser.version(), wrong, played, diary}));
} finally {
  await browser.close();
}
