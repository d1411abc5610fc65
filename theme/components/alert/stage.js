// Where a dialog stands: a shadow root with the alert's own styles.

import { STYLES } from "./compiled.js";

export function stageIn(host) {
  const root = host.attachShadow({ mode: "open" });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // An old browser: better a plain warning than none.
  }
  return root;
}

/**
 * Draws a dialog once and takes it away within the same task, so that nobody sees it and nothing moves. The first drawing on
 * a page has fonts, styles and code to make ready, which takes several times as long as the drawing.
 */
export function rehearse(dialog) {
  const host = document.createElement("div");
  stageIn(host).append(dialog);
  document.body.append(host);
  dialog.open = true; // and not shown: that would move the focus
  dialog.getBoundingClientRect();
  host.remove();
}
