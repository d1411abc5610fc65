// Every page and bundle: its address, and how it is rendered.
import * as bodies from "./bodies.js";
import { bundle } from "./bundle.js";
import { framed } from "./frames.js";
import { config, edition, locales, places, strings } from "./world.js";

function page(address, locale, title, description, body) {
  const canonical = config.base_url + address;
  return { address: `${address}index.html`, render: () => framed(locale, { title, description, canonical }, body()) };
}

function* pagesOf(edition) {
  const { root, locale, strings, words, scams, place } = edition;
  const simple = { scams: strings.scams, check: strings.self_check, tips: strings.tips, contacts: strings.contacts };
  yield page(root, locale, words.name, words.intro, () => bodies.start(edition));
  for (const [name, { heading, lead }] of Object.entries(simple)) {
    yield page(`${root}${name}/`, locale, heading, lead, () => bodies[name](edition));
  }
  for (const scam of scams) {
    yield page(`${root}scams/${scam.slug}/`, locale, scam.title, scam.summary, () => bodies.scam(edition, scam));
  }
  yield { address: `warnings/v1/${place.code}/${locale}.json`, render: () => bundle(edition) };
}

export function outputs() {
  const editions = locales.flatMap((locale) => places.map((place) => edition(place, locale)));
  const homes = locales.map((locale) => {
    const { heading, lead } = strings[locale].home;
    return page(`${locale.toLowerCase()}/`, locale, heading, lead, () => bodies.home(locale, editions));
  });
  return [...homes, ...editions.flatMap((edition) => [...pagesOf(edition)])];
}
