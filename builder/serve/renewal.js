// In the preview only: puts into the page what has changed in it, which is seen sooner than a page that is loaded anew,
// and leaves the reader where he was. Where more has changed than that, the page is loaded anew.

// What most edits change, and no script of the page has a hold on; of each, all that there are.
const IN_HEAD = ["head > title", ".md-header__title", ".md-banner__inner"];
const IN_MENU = [".md-tabs__link", ".md-nav__title", ".md-nav .md-ellipsis"];
const PARTS = [...IN_HEAD, ...IN_MENU, "#content", ".as-footer"];
const UNSEEN = ["meta[name=description]", "script[data-build]"];

const partsOf = (page) => [...page.querySelectorAll(PARTS)];
const buildOf = (page) => page.querySelector("script[data-build]")?.dataset.build;

/** This page as it is served now. Fetched as a document: the page's own policy lets no text become one. */
function asServed() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname);
    request.responseType = "document";
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.send();
  });
}

function inParts(page) {
  // What runs something, such as the demo and the gallery, may show more than stands in it.
  const isText = page.querySelector("#content:not(:has(script))") !== null;
  const found = partsOf(page);
  const parts = found.map((part) => ({ html: part.innerHTML, nodes: [...part.childNodes] }));
  for (const part of found) part.replaceChildren();
  for (const name of UNSEEN) page.querySelector(name)?.remove();
  return { isText, parts, rest: page.documentElement.outerHTML };
}

async function changed(before) {
  const after = inParts(await asServed());
  const shown = partsOf(document);
  const isAlike = before.rest === after.rest && shown.length === after.parts.length;
  if (!isAlike || !after.isText) return location.reload();
  after.parts.forEach(({ html, nodes }, number) => {
    if (html !== before.parts[number].html) shown[number].replaceChildren(...nodes);
  });
  return after;
}

// What was built between this page and the first look at it has been missed.
let known = asServed().then((page) => (buildOf(page) === buildOf(document) ? inParts(page) : location.reload()));

/** Shows what the last build has changed; one change after the other. */
export function renew() {
  known = known.then(changed).catch(() => location.reload());
}
