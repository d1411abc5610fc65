// In the preview only: reloads the page after a good build, lays the problems of a broken edit over it.

const LOOK = {
  position: "fixed",
  inset: "auto 1rem 1rem",
  zIndex: "1000",
  maxHeight: "60vh",
  overflow: "auto",
  padding: "1rem",
  color: "#fff",
  background: "#5c1010",
  font: "14px/1.5 ui-monospace, monospace",
  whiteSpace: "pre-wrap",
  borderRadius: "8px",
};
const panel = document.createElement("div");
Object.assign(panel.style, LOOK);
panel.setAttribute("role", "alert");
panel.id = "antiscam-problems";

function show(problems) {
  panel.textContent = ["The page below is the last good one.", ...problems].join("\n\n");
  if (problems.length) document.body.append(panel);
  else panel.remove();
}

const source = new EventSource("/__antiscam/events");
source.addEventListener("state", (event) => show(JSON.parse(event.data)));
source.addEventListener("changed", (event) => {
  const problems = JSON.parse(event.data);
  if (problems.length) show(problems);
  else location.reload();
});
