import type { Wanted } from "@example-exchange/scam-alert";

/** The place that the warning is for: that of the person’s account, never that of their network address. */
export const PLACE = {
  src: import.meta.env.VITE_WARNINGS,
  jurisdiction: "HK",
  locale: "zh-Hant",
} satisfies Wanted;
