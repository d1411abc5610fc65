// Starts the form, once it has been told how files go to and fro, and asks before somebody leaves what is not saved.
"use strict";

(() => {
  const QUESTION = "What you have not saved will be lost. Leave all the same?";
  // The form has no word for it, but its Save button, known by its shortcut, is enabled as long as something is unsaved.
  const SAVE = 'button[aria-keyshortcuts$="+S"]';
  const EDITOR = '[data-mode="edit"]';
  // An answer holds for what follows from it: the arrow changes the address, Reload unloads the page.
  const HOLDS = 1000; // milliseconds
  let agreed = false;
  // After a Save the form goes back to the list by itself; what somebody does next is no longer part of it.
  let saving = false;
  for (const act of ["keydown", "pointerdown"]) window.addEventListener(act, () => (saving = false), true);

  // A new entry can be saved before anything was put in: then there is nothing to lose.
  let touched = "";
  const page = (address) => new URL(address).hash.split("?")[0];
  const touch = () => (touched = page(location.href));
  for (const act of ["input", "change"]) window.addEventListener(act, touch, true);
  window.addEventListener("click", ({ target }) => target.closest?.(EDITOR) && touch(), true);

  document.addEventListener("antiscam-saved", () => {
    touched = "";
    saving = true;
  });

  const untouched = (left) => left.endsWith("/new") && left !== touched;
  const unsaved = (left) => !untouched(left) && [...document.querySelectorAll(SAVE)].some((button) => !button.disabled);

  /** Whether nothing would be lost by leaving a page, or somebody says that it may be. */
  function mayLeave(left = page(location.href)) {
    if (agreed || saving || !unsaved(left)) return true;
    agreed = window.confirm(QUESTION);
    setTimeout(() => (agreed = false), HOLDS);
    return agreed;
  }

  // The first to hear, since the form begins to listen only when it starts. Escape clicks the arrow, too.
  window.addEventListener("click", (event) => {
    if (!event.target.closest?.("button.back") || mayLeave()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  window.addEventListener("hashchange", (event) => {
    if (page(event.oldURL) === page(event.newURL) || mayLeave(page(event.oldURL))) return;
    event.stopImmediatePropagation();
    history.pushState(history.state, "", event.oldURL);
  }, true);
  window.addEventListener("beforeunload", (event) => {
    if (!agreed && unsaved(page(location.href))) event.preventDefault();
  });

  window.antiscam?.register(window.CMS);
  window.antiscam = { ...window.antiscam, mayLeave };
  window.CMS.init();
})();
