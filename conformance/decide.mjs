// Decisions of the alert: a line of JSON in for each question, a line out for each answer.
// `node conformance/decide.mjs [FOLDER] < questions`; FOLDER holds the alert's modules.

import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2] ?? `${import.meta.dirname}/../theme/components/alert`);
const { decide } = await import(pathToFileURL(`${folder}/decide.js`));

for await (const line of createInterface({ input: process.stdin })) {
  const { bundle, off, request, memory, now, chances } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(answer(() => decide(bundle, off, request, memory, new Date(now), chances)))}\n`);
}

function answer(ask) {
  try {
    const { outcome, reason = null, alert, variant, arm = null, exposure = null } = ask();
    return { outcome, reason, alert: alert?.id ?? null, variant: variant?.id ?? null, arm, exposure };
  } catch (error) {
    return { thrown: String(error) };
  }
}
