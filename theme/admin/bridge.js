// Lets the form work on the files of the preview that served this page, in every browser and without asking for a folder.
//
// The form keeps the files of its “test” backend in the browser's own file system. This gives it another one instead:
// folders and files that are read from, and written to, the preview. Both directions are JSON; the preview turns what
// differs into the smallest change of the YAML file. Nothing is ever deleted or moved from here.
"use strict";

(() => {
  const FILES = "/__antiscam/files";
  const token = document.querySelector('meta[name="antiscam-token"]').content;
  const known = new Map(); // path → { value, digest }

  async function ask(address, options = {}) {
    const headers = { ...options.headers, "X-Antiscam-Token": token };
    const response = await fetch(address, { ...options, headers });
    const said = await response.json();
    if (!response.ok) throw new Error(said.message);
    return said;
  }

  const listed = ask(FILES).then((files) => {
    for (const [path, file] of Object.entries(files)) known.set(path, file);
  });

  // All files of one Save go as one request, so that either all of them are written or none: the form writes one file
  // per language, all in the same moment, and this waits that moment. Each of them is told how it ended.
  const MOMENT = 30; // milliseconds
  let waiting = new Map(); // path → value
  let sent = null;

  async function send() {
    await new Promise((done) => setTimeout(done, MOMENT));
    const files = {};
    for (const [path, value] of waiting) files[path] = { value, digest: known.get(path)?.digest ?? "" };
    waiting = new Map();
    sent = null;
    const headers = { "Content-Type": "application/json" };
    const saved = await ask(FILES, { method: "PUT", headers, body: JSON.stringify(files) });
    for (const [path, file] of Object.entries(saved)) known.set(path, file);
    document.dispatchEvent(new CustomEvent("antiscam-saved"));
  }

  function save(path, text) {
    waiting.set(path, JSON.parse(text));
    sent ??= send();
    return sent;
  }

  const missing = (name) => new DOMException(`${name} does not exist.`, "NotFoundError");
  const refused = () => new DOMException("The form deletes and moves nothing.", "NotAllowedError");

  /** A file that cannot be read is broken for the form too; what is empty it would offer to write anew. */
  function textOf(path) {
    const value = known.get(path)?.value;
    return value ? JSON.stringify(value) : "{";
  }

  function fileHandle(path) {
    const name = path.split("/").pop();
    return {
      kind: "file",
      name,
      getFile: async () => new File([textOf(path)], name),
      createWritable: async () => ({ write: (text) => save(path, text), close: async () => {} }),
    };
  }

  function folderHandle(path) {
    const inside = path ? `${path}/` : "";
    const names = () => {
      const below = [...known.keys()].filter((each) => each.startsWith(inside));
      return new Set(below.map((each) => each.slice(inside.length).split("/")[0]));
    };
    const isFile = (name) => known.has(inside + name);
    const handle = (name) => (isFile(name) ? fileHandle : folderHandle)(inside + name);
    return {
      kind: "directory",
      name: path.split("/").pop(),
      async *entries() {
        await listed;
        for (const name of names()) yield [name, handle(name)];
      },
      async getDirectoryHandle(name, { create = false } = {}) {
        await listed;
        if (!create && !names().has(name)) throw missing(name);
        return folderHandle(inside + name);
      },
      async getFileHandle(name, { create = false } = {}) {
        await listed;
        if (!create && !isFile(name)) throw missing(name);
        return fileHandle(inside + name);
      },
      removeEntry: async () => Promise.reject(refused()),
    };
  }

  // The form asks for one folder in the browser's file system; whatever its name, it gets the project.
  const root = folderHandle("");
  navigator.storage.getDirectory = async () => ({ ...root, getDirectoryHandle: async () => root });
  // With this the form would write a file under another name first; the preview writes each file in one step anyway.
  delete FileSystemFileHandle.prototype.move;
  // Values go to and fro as they are: “18222” stays a text, and what is typed differently is no change.
  const register = (cms) =>
    cms.registerCustomFormat("values", "yml", { fromFile: (text) => JSON.parse(text), toFile: (value) => JSON.stringify(value) });
  window.antiscam = { register };
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }));
})();
