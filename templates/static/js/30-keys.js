// Keys: ← → neighbours, j k along paragraphs or entries, / search, ? help. Single letters can be turned off (WCAG 2.1.4).
{
  const help = document.getElementById("help");
  const stops = () => [...$$(".body [id], .entries .title, .issues > li > a, .sheet a, .people a")];
  let at = -1;

  const step = (by) => {
    const all = stops();
    if (!all.length) return;
    const here = all.indexOf(document.activeElement);
    if (here >= 0) at = here;
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    const stop = all[at];
    if (!stop.matches("a")) stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "center" });
  };
  const go = (rel) => {
    const link = $(`link[rel=${rel}]`);
    if (link) location.href = link.href;
  };
  const keys = {
    ArrowLeft: () => go("prev"),
    ArrowRight: () => go("next"),
    j: () => step(1),
    k: () => step(-1),
    "/": () => $(".find input, #q")?.focus(),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (wanbao.root.dataset.keys === "off" || help.open) return;
    // Where keys mean something already they are left alone: fields, and text that scrolls sideways.
    if (event.target.closest("input, textarea, select, [contenteditable], .scroll, .settings")) return;
    if (event.key.startsWith("Arrow") && (event.shiftKey || event.target.closest(".body[tabindex='0']"))) return;
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-open=help]")) help.showModal();
  });
}
