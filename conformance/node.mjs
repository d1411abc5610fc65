// Every case through the alert's modules: `node conformance/node.mjs [FOLDER]` → outcomes by name, as JSON.
// FOLDER holds the modules; a changed copy may be put there.

import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { outcome } from "./run.mjs";

const here = import.meta.dirname;
const folder = resolve(process.argv[2] ?? `${here}/../theme/components/alert`);
const { loadWarning } = await import(pathToFileURL(`${folder}/load.js`));
const outcomes = {};
for (const file of readdirSync(`${here}/cases`).filter((name) => name.endsWith(".json")).sort()) {
  const one = JSON.parse(readFileSync(`${here}/cases/${file}`));
  outcomes[one.name] = await outcome(loadWarning, one);
}
process.stdout.write(JSON.stringify(outcomes));
