/**
 * The JSON below warnings/v1/.
 *
 * Within version 1 changes are additive: ignore members and values that are not named here.
 * `(string & {})` stands for values of later versions. All texts are plain text, never markup.
 * `latest.json` and `release.….json` are published as an `Envelope`; `Latest` and `Release` are what its payload holds.
 */

/**
 * Everything an app needs to warn a user in one place and language.
 *
 * Within version 1 changes are additive: ignore members and values that you do not know. A member that is not
 * required may be missing in files that were signed before it was added.
 */
export interface Bundle {
  format: "antiscam-bundle/1";
  /** ISO 3166 code, such as HK or US-CA. */
  jurisdiction: string;
  /** BCP 47 tag, such as zh-Hant. */
  locale: string;
  direction: "ltr" | "rtl";
  /** The name of the jurisdiction, in the bundle's language. */
  place: string;
  /**
   * The day the bundle was made.
   * @format date
   */
  as_of: string;
  /** True until the police partner and the exchange have approved these words. */
  draft: boolean;
  /** The word for a warning, above its heading. */
  label: string;
  /** One line that names who speaks. */
  speaker: string;
  /** Always shown: whose advice is used, and what is not approved. */
  notices: string[];
  /** Address of the jurisdiction's page below the site. */
  page: string;
  /** Id of the contact to show largest. */
  first_call: string;
  contacts: BundleContact[];
  scams: BundleScam[];
  alerts: BundleAlert[];
  /** Ids of alerts taken back: not to be shown from any older copy. */
  cancelled: string[];
  sent: BundleSent;
  evidence: BundleEvidence;
  labels: BundleLabels;
}

/**
 * What a user sees at a placement, between two dates, both included, in UTC.
 *
 * `status`, `urgency`, `severity` and `certainty` are those of the Common Alerting Protocol 1.2.
 */
export interface BundleAlert {
  id: string;
  language: string;
  placement: "withdrawal" | "p2p" | "new-address" | "card" | (string & {});
  /** Alerts that the pointer can turn off together. */
  group: string | null;
  /** Only `Actual` is for users. */
  status: "Actual" | "Exercise" | "System" | "Test" | "Draft" | (string & {});
  urgency: "Immediate" | "Expected" | "Future" | "Past" | "Unknown" | (string & {});
  severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown" | (string & {});
  certainty: "Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown" | (string & {});
  /**
   * The first day, in UTC.
   * @format date
   */
  starts_on: string;
  /**
   * The last day, included, in UTC.
   * @format date
   */
  ends_on: string;
  /** All must hold; empty means everyone. */
  audience: BundleCondition[];
  friction: "acknowledge" | "question" | "pause" | "cool-off" | (string & {});
  /** With `pause`: what may be chosen. */
  pauses: BundlePause[];
  /** With `cool-off`: how long the app holds the transfer. */
  cool_off_hours: number | null;
  /** The same as a sentence for the person. */
  cool_off: string | null;
  exposure: BundleExposure | null;
  /** Percent of devices that are shown nothing, to tell the effect of the alert. */
  holdout: number;
  variants: BundleVariant[];
  question: string;
  answer_yes: string;
  answer_no: string;
  advice_yes: string;
  advice_no: string;
  scams_heading: string;
  /** Ids of scams in this bundle. */
  scams: string[];
  situations: BundleSituation[];
  call_heading: string;
  stop: string;
  proceed: string;
  /** Id of an alert that is not shown while this one is. */
  supersedes: string | null;
}

/** Holds if the app reports one of these values, or does not report the fact at all. */
export interface BundleCondition {
  fact: string;
  any_of: string[];
}

/** Somebody who helps, in the order to try them. */
export interface BundleContact {
  id: string;
  kind: "emergency" | "hotline" | "report-online" | "check-tool" | "regulator-warning-list" | "advice" | (string & {});
  name: string;
  /** Who runs it. */
  operator: string | null;
  /** What it is for, as a sentence. */
  helps_with: string;
  /** What it cannot do; to be shown with it. */
  limits: string | null;
  /** A contact has a phone or a `url` or both. */
  phone: BundlePhone | null;
  /** A plain https address, or nothing. */
  url: string | null;
  /** In words, in the bundle's language. */
  hours: string | null;
  /** @format date */
  checked_on: string;
  /** When it was checked, as a sentence; to be shown at least when `stale`. */
  checked: string;
  /** The check is older than the publisher's own limit. */
  stale: boolean;
}

/** A bundle in a release. */
export interface BundleDigest {
  /** In hex; its first 16 digits are in the file's name. */
  sha256: string;
  /** In bytes. */
  length: number;
  locale: string;
}

/** What to keep for the police: filled in and saved on the device, sent to nobody. */
export interface BundleEvidence {
  heading: string;
  lead: string;
  fields: BundleField[];
  save: string;
  saved: string;
  /** That nothing leaves the device. */
  note: string;
}

/** An invented conversation that is true to type. */
export interface BundleExample {
  setting: string;
  lines: BundleLine[];
}

/** After `most` showings on a device in the last `within_hours`, the alert rests, `rest_hours` from the last one. */
export interface BundleExposure {
  most: number;
  within_hours: number;
  rest_hours: number;
}

/** A line to fill in. */
export interface BundleField {
  id: "addresses" | "asset" | "amount" | "when" | "transaction" | "first-contact" | "names" | "sites" | "story" | (string & {});
  label: string;
}

/** Short words of the alert that are the same in every campaign. */
export interface BundleLabels {
  signs: string;
  example: string;
  read_more: string;
  /** Above the pauses. */
  pauses: string;
}

/** A line of a worked example. */
export interface BundleLine {
  who: "scammer" | "you" | "note" | (string & {});
  /** Who speaks, as a word to show. */
  speaker: string;
  text: string;
}

/** A pause that the person may choose. */
export interface BundlePause {
  hours: number;
  /** For the button. */
  label: string;
}

/** A number to dial. */
export interface BundlePhone {
  kind: "e164" | "short" | "emergency" | (string & {});
  /** As stored: digits, an e164 number with its +. */
  number: string;
  /** As people of the place write it. */
  display: string;
  /** A tel: address. Short numbers have no country code: they work only inside. */
  href: string;
}

/** A type of scam and its signs. */
export interface BundleScam {
  id: string;
  type: "authority" | "extortion" | "giveaway" | "invest-groomed" | "invest-platform" | "job-task" | "known-person" | "mule" | "platform-support" | "recovery" | "redirect" | "remote-access" | "romance" | "trade-purchase" | "unlock-fee" | "wallet-drain" | (string & {});
  language: string;
  /** Outline of a drawing of 24 by 24, as the `d` of an SVG path. */
  icon: string;
  title: string;
  summary: string;
  red_flags: string[];
  example: BundleExample;
  /** Address below the site, such as hk/en/scams/romance/. */
  page: string;
}

/** What to do if the money is already gone. */
export interface BundleSent {
  heading: string;
  lead: string;
  steps: string[];
}

/** What a person may recognise of their own situation, and the scam it points to. */
export interface BundleSituation {
  id: "guided" | "secret" | "new-friend" | "fee" | (string & {});
  text: string;
  /** Id of one of the alert's scams. */
  scam: string;
}

/** A wording, chosen in proportion to its weight. */
export interface BundleVariant {
  id: string;
  /** Drawn in proportion to the sum of all weights. */
  weight: number;
  heading: string;
  consequence: string;
}

/**
 * DSSE. Signature n is by a key of party n; there are no others.
 *
 * Within version 1 changes are additive: ignore members and values that you do not know. A member that is not
 * required may be missing in files that were signed before it was added.
 */
export interface Envelope {
  /** The statement's bytes as base64. */
  payload: string;
  payloadType: string;
  signatures: Signature[];
}

/** A file by its bytes. */
export interface FileDigest {
  /** In hex; its first 16 digits are in the file's name. */
  sha256: string;
  /** In bytes. */
  length: number;
}

/**
 * The pointer to the current release of every jurisdiction; short-lived, so that an old one shows itself.
 *
 * NN is the quarter of the hour it was issued in, 00 to 95, so that a renewal counts up without knowing the last
 * one.
 *
 * Within version 1 changes are additive: ignore members and values that you do not know. A member that is not
 * required may be missing in files that were signed before it was added.
 */
export interface Latest {
  version: number;
  /**
   * In UTC, to the second.
   * @format date-time
   */
  issued: string;
  /**
   * From then on the statement is out of date.
   * @format date-time
   */
  expires: string;
  /** Signed by a developer's machine, for nobody else. */
  development?: boolean;
  releases: ReleaseDigest[];
  off?: Off;
}

/** What is not to be shown although it is signed: alerts by their id, and all alerts of a group. */
export interface Off {
  alerts?: string[];
  groups?: string[];
}

/** One key of a party. A client takes the algorithm from here, never from a message. */
export interface PublicKey {
  /** SHA-256 of the decoded `spki`, in hex. */
  keyid: string;
  algorithm: "ES256" | "Ed25519";
  /** SubjectPublicKeyInfo (RFC 5280) in DER, as base64. */
  spki: string;
}

/**
 * The bundles of one jurisdiction that belong together. NN counts the releases of a day from 01.
 *
 * Within version 1 changes are additive: ignore members and values that you do not know. A member that is not
 * required may be missing in files that were signed before it was added.
 */
export interface Release {
  version: number;
  /**
   * In UTC, to the second.
   * @format date-time
   */
  issued: string;
  /**
   * From then on the statement is out of date.
   * @format date-time
   */
  expires: string;
  /** Signed by a developer's machine, for nobody else. */
  development?: boolean;
  jurisdiction: string;
  bundles: BundleDigest[];
  /** All words of the jurisdiction's pages, as its approval shows them. */
  pages: FileDigest;
}

/** A release in the pointer: the digest is that of its whole envelope. */
export interface ReleaseDigest {
  /** In hex; its first 16 digits are in the file's name. */
  sha256: string;
  /** In bytes. */
  length: number;
  jurisdiction: string;
  version: number;
}

/** One party's signature over an envelope's payload and type. */
export interface Signature {
  keyid: string;
  /** 64 bytes as base64: r and s of ES256, or an Ed25519 signature. */
  sig: string;
}

/**
 * `trust.json`, also compiled into the alert. A client that pins it needs nothing else to prove a warning.
 *
 * Within version 1 changes are additive: ignore members and values that you do not know. A member that is not
 * required may be missing in files that were signed before it was added.
 */
export interface Trust {
  /** Made on a developer's machine; nothing it proves may reach the public. */
  development: boolean;
  latest: PublicKey[];
  exchange: PublicKey[];
  /** By jurisdiction. */
  police: Record<string, PublicKey[]>;
}
