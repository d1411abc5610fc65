import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Withdrawal } from "./Withdrawal";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <Withdrawal />
  </StrictMode>,
);
