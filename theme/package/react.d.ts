import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Facts, Placement, ScamAlert, ScamAlertEventMap, Wanted } from "./scam-alert.js";

/** React 19 listens to an element’s own events by a property named `on` and the name of the event. */
type Listeners = { [Name in keyof ScamAlertEventMap as `on${Name}`]?: (event: ScamAlertEventMap[Name]) => void };

type ScamAlertAttributes = Wanted & { placement: Placement; context?: Facts };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "scam-alert": DetailedHTMLProps<HTMLAttributes<ScamAlert>, ScamAlert> & ScamAlertAttributes & Listeners;
    }
  }
}
