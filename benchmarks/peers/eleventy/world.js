// The world's YAML, read once.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";

const world = process.env.WORLD;

const read = (...parts) => readFileSync(join(world, ...parts), "utf8");
// Dates stay texts, as they are in the bundles.
const parsed = (text) => load(text, { schema: CORE_SCHEMA });
const facts = (...parts) => parsed(read("content", ...parts));

export const config = parsed(read("site_config.yml"));
export const locales = config.locales.map(({ code }) => code);

function words(locale, ...parts) {
  const text = read("content", ...parts, `${locale}.yml`);
  return parsed(text.replaceAll("{exchange}", config.brand.names[locale]));
}

export const strings = Object.fromEntries(locales.map((locale) => [locale, words(locale, "strings")]));

export const places = readdirSync(join(world, "content", "jurisdictions")).map((code) => {
  const slug = code.toLowerCase();
  const campaign = `${slug}-withdrawal`;
  return {
    code,
    slug,
    campaign,
    facts: facts("jurisdictions", code, "jurisdiction.yml"),
    agreed: facts("campaigns", campaign, "campaign.yml"),
  };
});

function alert({ campaign, agreed }, locale) {
  const own = words(locale, "campaigns", campaign);
  const variants = agreed.variants.map((variant) => ({ ...variant, ...own.variants[variant.id] }));
  return { id: campaign, ...agreed, ...own, variants };
}

// Everything one place says in one language.
export function edition(place, locale) {
  const own = words(locale, "jurisdictions", place.code);
  const contacts = place.facts.contacts.map((contact) => ({ ...contact, ...own.contacts[contact.id] }));
  return {
    place,
    locale,
    root: `${place.slug}/${locale.toLowerCase()}/`,
    strings: strings[locale],
    words: own,
    contacts,
    first: contacts.find(({ id }) => id === place.facts.first_call),
    scams: place.facts.scams.map((slug) => ({ slug, ...words(locale, "scams", slug) })),
    alert: alert(place, locale),
  };
}
