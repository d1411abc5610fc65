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
const isOff = shape({ alerts: listOf(isText), groups: listOf(isText) });
export const isLatest = shape({ ...statement, off: maybe(isOff),
  releases: listOf(shape({ ...digest, jurisdiction: isText, version: isVersion })) });
export const isRelease = shape({ ...statement, jurisdiction: isText, bundles: listOf(shape({ ...digest, locale: isText })) });

// Members that are all of one kind.
const all = (names, fits = isText) => Object.fromEntries(names.split(" ").map((name) => [name, fits]));

// A link leads to a plain https address or dials digits, whoever wrote it.
const isWebAddress = matches(/^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9/._~-]*)?$/);
const isPhone = shape({ ...all("kind number display"), href: matches(/^tel:\+?[0-9]{2,15}$/) });
const isContact = shape({ ...all("id kind name helps_with checked"), ...all("limits hours", maybe(isText)),
  phone: maybe(isPhone), url: maybe(isWebAddress) });
const isCount = (value) => Number.isInteger(value) && value > 0;
const isVariant = shape({ ...all("id heading consequence"), weight: isCount });
// What may be missing came later than the rest, or may be left out.
const isAlert = shape({
  ...all("id language placement friction question answer_yes answer_no advice_yes advice_no scams_heading call_heading stop proceed"),
  ...all("starts_on ends_on", isDay), ...all("supersedes group status certainty cool_off", maybe(isText)),
  audience: listOf(shape({ fact: isText, any_of: listOf(isText) })), scams: listOf(isText),
  variants: (value) => listOf(isVariant)(value) && value.length > 0,
  situations: maybe(listOf(shape(all("id text scam")))), holdout: maybe(Number.isInteger),
  exposure: maybe(shape(all("most within_hours rest_hours", isCount))), cool_off_hours: maybe(isCount),
  pauses: maybe(listOf(shape({ hours: isCount, label: isText }))) });
const isExample = shape({ setting: isText, lines: listOf(shape(all("who speaker text"))) });
const isScam = shape({ ...all("id language title"), red_flags: listOf(isText), example: maybe(isExample), page: maybe(isText),
  icon: maybe(matches(/^[0-9MLHVCSQTAZmlhvcsqtaz., -]{1,2000}$/)) });
const isEvidence = shape({ ...all("heading lead save saved note"), fields: listOf(shape(all("id label"))) });
export const isBundle = shape({ ...all("jurisdiction locale label speaker first_call"), format: is("antiscam-bundle/1"),
  direction: (value) => value === "ltr" || value === "rtl", notices: listOf(isText), contacts: listOf(isContact),
  alerts: listOf(isAlert), scams: listOf(isScam), cancelled: maybe(listOf(isText)), evidence: maybe(isEvidence),
  sent: maybe(shape({ ...all("heading lead"), steps: listOf(isText) })), labels: maybe(shape(all("signs example read_more pauses"))) });
