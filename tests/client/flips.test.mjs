// Every seventh bit and every third length of every file; the browser tests take all of them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LoadFailure, giving, loadWarning, repository } from "./alert.mjs";

const { trust, wanted, now, files } = repository("valid");

async function accepted(path, content) {
  try {
    await loadWarning(trust, wanted, now, giving({ ...files, [path]: content }));
    return true;
  } catch (error) {
    assert.ok(error instanceof LoadFailure, String(error));
    return false;
  }
}

for (const [path, content] of Object.entries(files)) {
  test(`no flipped bit of ${path.split(".")[0]} is accepted`, async () => {
    assert.ok(await accepted(path, content));
    for (let bit = 0; bit < 8 * content.length; bit += 7) {
      const flipped = Buffer.from(content);
      flipped[bit >> 3] ^= 1 << (bit & 7);
      assert.equal(await accepted(path, flipped), false, `bit ${bit}`);
    }
  });

  test(`no shortened ${path.split(".")[0]} is accepted`, async () => {
    for (let length = 0; length < content.length; length += 3)
      assert.equal(await accepted(path, content.subarray(0, length)), false, `length ${length}`);
  });
}
