// A page as small as can be with one of everything that the harness handles.
"use strict";
{
  const named = (name) => document.querySelector(`[aria-label="${name}"]`);
  const epochs = document.querySelector('[role="spinbutton"]');
  epochs.addEventListener("input", () => {
    const ok = Number(epochs.value) > 0;
    epochs.setAttribute("aria-invalid", String(!ok));
    document.getElementById("message").textContent = ok ? "" : `"${epochs.value}" is no number of epochs`;
  });
  const buttons = [...document.querySelectorAll("button")];
  buttons[0].addEventListener("click", () => {
    named("Training status").textContent = "Starting";
    setTimeout(() => {
      named("Training status").textContent = `Epoch ${epochs.value} of ${epochs.value}`;
      named("Prediction").textContent = "18.9815";
    }, 100);
  });
  const fit = named("Fit");
  let pressed = null;
  fit.addEventListener("pointerdown", (e) => { pressed = e.clientX; });
  fit.addEventListener("pointermove", (e) => {
    const x = Math.round(e.clientX - fit.getBoundingClientRect().x);
    named("Pointer").textContent = pressed === null ? `over ${x}` : `dragged ${Math.round(e.clientX - pressed)}`;
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey && e.key === "z") named("Training status").textContent = "Undone";
  });
  const wide = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => {
    named("Preferences").textContent =
      `${navigator.language} ${wide.matches ? "dark" : "light"} ${innerWidth} ${navigator.maxTouchPoints > 0 ? "touch" : "mouse"}`;
  };
  wide.addEventListener("change", tell);
  addEventListener("resize", tell);
  tell();
}
