import { prefetch, type Facts } from "@example-exchange/scam-alert";
import { useEffect, useState } from "react";
import { PLACE } from "./place";
import { ScamWarning } from "./ScamWarning";

type Step = "asked" | "warned" | "stopped" | "held" | "sent";

const FACTS: Facts = { address: "new", "first-send": "yes", amount: "high", asset: "USDT", channel: "tron" };

export function Withdrawal() {
  const [step, setStep] = useState<Step>("asked");
  // As soon as the screen is open: the warning is then there when the button is pressed.
  useEffect(() => void prefetch(PLACE), []);
  return (
    <main>
      <h1>Withdraw</h1>
      <button onClick={() => setStep("warned")}>Withdraw</button>
      {step === "warned" && (
        <ScamWarning
          facts={FACTS}
          onStop={() => setStep("stopped")}
          onHold={() => setStep("held")}
          onGo={() => setStep("sent")}
        />
      )}
      <p role="status">{step}</p>
    </main>
  );
}
