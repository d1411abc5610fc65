// A DOM event → a CloudEvents 1.0 object, with the documented fields and nothing else.

import { randomId } from "./random-id.js";
import { VOCABULARY } from "./vocabulary.js";

/**
 * What may leave the device of one `scam-alert:…` event, or null if it is none of the vocabulary.
 *
 * A host page can put anything into an event of its own. So a common field that has not its form becomes null, if it
 * may be null; otherwise, and for a field of the event's own, there is no event at all.
 */
export function cloudEvent(event) {
  const name = String(event?.type).replace(/^scam-alert:/, "");
  if (!Object.hasOwn(VOCABULARY.events, name)) return null;
  const told = VOCABULARY.events[name];
  const common = Object.entries(VOCABULARY.common).map(([field, form]) => [field, form, orNull(form, event.detail, field)]);
  const own = Object.entries(told.fields).map(([field, form]) => [field, form, given(event.detail, field)]);
  const fields = [...common, ...own];
  if (!fields.every(([, form, value]) => fits(form, value))) return null;
  const data = Object.fromEntries(fields.map(([field, , value]) => [field, value]));
  return {
    specversion: "1.0",
    id: randomId(), // so that a collector can drop what arrives twice
    source: VOCABULARY.base + told.module,
    type: VOCABULARY.type.replace("*", told.name),
    time: data.at,
    datacontenttype: "application/json",
    dataschema: `${VOCABULARY.base}schema/events/${told.name}.json`,
    data,
  };
}

const given = (detail, field) => (detail && Object.hasOwn(detail, field) ? detail[field] : undefined);

const orNull = (form, detail, field) => (fits(form, given(detail, field)) ? detail[field] : null);

/** Whether a value has a form: the few words of JSON Schema that the vocabulary uses. */
function fits({ enum: values, type, pattern, minimum, maximum }, value) {
  if (values) return values.includes(value);
  if (value === null) return type.includes("null");
  if (type.includes("integer")) return Number.isInteger(value) && minimum <= value && value <= maximum;
  if (type.includes("boolean")) return typeof value === "boolean";
  return typeof value === "string" && new RegExp(pattern).test(value);
}
