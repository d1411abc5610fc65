import type { Facts } from "@example-exchange/scam-alert";
import { useEffect, useRef } from "react";
import { PLACE } from "./place";

interface Props {
  facts: Facts;
  onStop: () => void;
  onHold: (hours: number) => void;
  onGo: () => void;
}

/** Opens when it is put into the page. Take it out when one of the three has been called. */
export function ScamWarning(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const calls = useRef(props);
  calls.current = props;
  useEffect(() => {
    const alert = document.createElement("scam-alert");
    for (const [name, value] of Object.entries({ ...PLACE, placement: "withdrawal" })) alert.setAttribute(name, value);
    alert.context = calls.current.facts;
    alert.addEventListener("scam-alert:stopped", () => calls.current.onStop());
    alert.addEventListener("scam-alert:passed", () => calls.current.onGo());
    alert.addEventListener("scam-alert:pause-started", ({ detail: { imposed, hours } }) => imposed || calls.current.onHold(hours));
    alert.addEventListener("scam-alert:continued", ({ detail: { cool_off_hours: hours } }) =>
      hours ? calls.current.onHold(hours) : calls.current.onGo());
    place.current?.append(alert);
    return () => alert.remove();
  }, []);
  return <div ref={place} />;
}
