// Shapes of what is read. A signature proves who made a file, not that it can be shown: what is used must be there and be text.
// Unknown members are ignored, so that later versions can add some; a member is looked up as the object's own, never inherited.

// A list is an object too, but has none of the members that every shape needs.
const isObject = (value) => typeof value === "object" && value !== null;
// A lone surrogate is no text; the flag u lets the class match nothing else.
const isText = (value) => typeof value === "string" && value.length > 0 && value.length <= 2000 && !/[\ud800-\udfff]/u.test(value);
const matches = (pattern) => (value) => typeof value === "string" && pattern.test(value);
const isDay = matches(/^\d{4}-\d\d-\d\d$/);
// What Date reads and writes again in the same way: no 30 February, no hour 24.
const isMoment = (value) =>
  matches(/^2\d{3}-.*Z$/)(value) && !isNaN(new Date(value)) && `${new Date(value).toISOString().slice(0, 19)}Z` === value;
const isVersion = (value) => Number.isInteger(value) && value >= 2000000000 && value <= 9999999999;
const maybe = (fits) => (value) => value === null || value === undefined || fits(value);
const listOf = (fits) => (value) => Array.isArray(value) && value.every(fits);
const is = (wanted) => (value) => value === wanted;
const shape = (fields) => (value) => isObject(value) && !Object.hasOwn(value, "__proto__") &&
  Object.entries(fields).every(([key, fits]) => fits(Object.hasOwn(value, key) ? value[key] : undefined));

const digest = { sha256: matches(/^[0-9a-f]{64}$/), length: Number.isInteger };
const statement = { version: isVersion, issued: isMoment, expires: isMoment };
export const isLatest = shape({ ...statement, releases: listOf(shape({ ...digest, jurisdiction: isText, version: isVersion })) });
export const isRelease = shape({ ...statement, jurisdiction: isText, bundles: listOf(shape({ ...digest, locale: isText })) });

// A link leads to a plain https address or dials digits, whoever wrote it.
const isWebAddress = matches(/^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9/._~-]*)?$/);
const isPhone = shape({ kind: isText, number: isText, display: isText, href: matches(/^tel:\+?[0-9]{2,15}$/) });
const isContact = shape({ id: isText, kind: isText, name: isText, helps_with: isText, limits: maybe(isText),
  hours: maybe(isText), checked: isText, phone: maybe(isPhone), url: maybe(isWebAddress) });
const isVariant = shape({ id: isText, weight: (value) => Number.isInteger(value) && value > 0, heading: isText, consequence: isText });
const isAlert = shape({ id: isText, language: isText, placement: isText, starts_on: isDay, ends_on: isDay, friction: isText,
  audience: listOf(shape({ fact: isText, any_of: listOf(isText) })), variants: (value) => listOf(isVariant)(value) && value.length > 0,
  question: isText, answer_yes: isText, answer_no: isText, advice_yes: isText, advice_no: isText, scams_heading: isText,
  scams: listOf(isText), call_heading: isText, stop: isText, proceed: isText, supersedes: maybe(isText) });
export const isBundle = shape({ format: is("antiscam-bundle/1"), jurisdiction: isText, locale: isText,
  direction: (value) => value === "ltr" || value === "rtl", label: isText, speaker: isText, notices: listOf(isText),
  first_call: isText, contacts: listOf(isContact), alerts: listOf(isAlert),
  scams: listOf(shape({ id: isText, language: isText, title: isText, red_flags: listOf(isText) })) });
