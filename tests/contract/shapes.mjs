// Files through the alert's own checks of shape: `node shapes.mjs SHAPE.JS` reads [[schema, value], …], writes [true, …].

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { isBundle, isLatest, isRelease } = await import(pathToFileURL(process.argv[2]));
const checks = { bundle: isBundle, latest: isLatest, release: isRelease };
const files = JSON.parse(readFileSync(0));
process.stdout.write(JSON.stringify(files.map(([schema, value]) => checks[schema](value))));
