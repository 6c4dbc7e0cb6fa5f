import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startEffects } from "./effects/start";
import { App } from "./shell/app";
import { Boundary } from "./shell/boundary";
import "./theme.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
startEffects();
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <App />
    </Boundary>
  </StrictMode>,
);
