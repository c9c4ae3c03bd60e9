// Measures clips: reads a list of them as JSON from standard input, and writes the list of what they say.

import { readFileSync } from "node:fs";

import { summaryOf } from "../../../leanbreath/export/web/lean/summary.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(summaryOf)));
