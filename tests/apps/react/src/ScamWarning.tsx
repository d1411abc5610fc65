import type { Facts } from "@example-exchange/scam-alert";
import type {} from "@example-exchange/scam-alert/react";
import { PLACE } from "./place";

interface Props {
  facts: Facts;
  onStop: () => void;
  onHold: (hours: number) => void;
  onGo: () => void;
}

/** Opens when it is put into the page. Take it out when one of the three has been called. */
export function ScamWarning({ facts, onStop, onHold, onGo }: Props) {
  return (
    <scam-alert
      {...PLACE}
      placement="withdrawal"
      context={facts}
      {...{
        "onscam-alert:stopped": onStop,
        // An imposed pause comes with “continued”, which says the same.
        "onscam-alert:pause-started": ({ detail }) => detail.imposed || onHold(detail.hours),
        "onscam-alert:continued": ({ detail }) => (detail.cool_off_hours ? onHold(detail.cool_off_hours) : onGo()),
        "onscam-alert:passed": onGo,
      }}
    >
      {/* Seen only if the dialog cannot be drawn, as in a very old browser. */}
      <p>Did somebody tell you to send this money? Then stop, and talk to somebody you trust.</p>
      <button onClick={onStop}>Stop</button>
      <button onClick={onGo}>Withdraw all the same</button>
    </scam-alert>
  );
}
