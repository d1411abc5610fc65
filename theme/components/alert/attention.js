// What a person did with a drawn warning, as far as a page can know it: seen, read to the end, looked something up.

const SEEN = 1000; // ms
const AWAY = 10000; // ms
const CHARACTERS_PER_SECOND = 50; // about twice the usual speed of reading; who is quicker has not read
const HAN = /\p{Script=Han}/gu;

/** Tells `seen` after a second at least half in view, and `read` after the time its text needs, with its end in view. */
export function watch(dialog, tell) {
  if (!globalThis.IntersectionObserver) return;
  const needed = timeFor(dialog.innerText);
  const untold = new Set(["seen", "read"]);
  let isIn, isEnded, since, before = 0, timers = []; // since: in sight from then on; before: ms in sight up to then
  const inSight = () => before + (since === undefined ? 0 : performance.now() - since);
  const once = (name, more) => dialog.isConnected && untold.delete(name) && tell(name, more);
  const read = () => isEnded && inSight() >= needed && once("read", { seconds: Math.round(inSight() / 1000) });
  const turn = () => {
    timers.forEach(clearTimeout);
    if (!dialog.isConnected) return document.removeEventListener("visibilitychange", turn);
    before = inSight();
    since = isIn && !document.hidden ? performance.now() : undefined;
    timers = since === undefined ? [] : [setTimeout(once, SEEN, "seen"), setTimeout(read, needed - before + 1)];
  };
  document.addEventListener("visibilitychange", turn);
  observe(dialog, 0.5, (now) => ((isIn = now), turn()));
  observe(dialog.querySelector(".body").lastElementChild, 0, (now) => now && ((isEnded = true), read()));
}

const timeFor = (text) => Math.max(3000, ((text.length + 2 * (text.match(HAN) ?? []).length) / CHARACTERS_PER_SECOND) * 1000);

function observe(part, threshold, react) {
  new IntersectionObserver((entries) => react(entries.at(-1).isIntersecting), { threshold }).observe(part);
}

/** After something was opened elsewhere: tells once that the person came back to this page, or was away for ten seconds. */
export function watchReturn(tell) {
  const stop = new AbortController();
  const once = (by) => (stop.abort(), tell(by));
  let timer, hidden;
  const listen = (target, name, react) => target.addEventListener(name, react, { signal: stop.signal });
  stop.signal.addEventListener("abort", () => clearTimeout(timer));
  listen(document, "visibilitychange", () => (document.hidden ? (hidden = true) : hidden && once("return")));
  listen(window, "blur", () => (timer = setTimeout(once, AWAY, "dwell")));
  listen(window, "focus", () => clearTimeout(timer));
}
