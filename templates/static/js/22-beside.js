// 原文对照: the printed text in a frame beside the repaired text; it follows the paragraph that is read.
{
  const link = $("[data-do=beside]");
  const room = $(".room");
  const parts = [...$$(".body [data-l]")];
  let panel = null;
  let at = null;
  let chosen = -1000;

  // A frame from disk may be sent to an address, though not be looked into; one that names no element, or this page moves too.
  const follow = (part) => {
    if (!panel || !part || part === at) return;
    at?.classList.remove("at");
    at = part;
    at.classList.add("at");
    panel.querySelector("iframe").contentWindow.location.replace(link.href.split("#")[0] + "#L" + part.dataset.l + "-");
  };
  // A paragraph that was clicked or stepped to stays, though the step itself scrolled.
  const choose = (part) => {
    chosen = performance.now();
    follow(part);
  };
  const inSight = () => performance.now() - chosen > 500 && follow(parts.findLast((part) => part.getBoundingClientRect().top < innerHeight / 4) ?? parts[0]);
  const close = () => {
    panel.remove();
    panel = null;
    at?.classList.remove("at");
    at = null;
    wanbao.root.classList.remove("compare");
    link.setAttribute("aria-expanded", false);
  };
  const open = () => {
    panel = make("aside", { className: "printed" });
    panel.setAttribute("aria-label", link.textContent);
    const frame = make("iframe", { title: link.textContent, src: link.href });
    const title = make("b", { textContent: link.textContent });
    const button = make("button", { type: "button", textContent: "×" });
    button.setAttribute("aria-label", link.dataset.close);
    button.addEventListener("click", () => {
      close();
      link.focus();
    });
    panel.append(title, button, frame);
    room.append(panel);
    wanbao.root.classList.add("compare");
    link.setAttribute("aria-expanded", true);
    frame.addEventListener("load", inSight, { once: true });
  };

  if (link) {
    link.setAttribute("aria-expanded", false);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (panel) close();
      else open();
    });
    addEventListener("scroll", () => panel && requestAnimationFrame(() => panel && inSight()), { passive: true });
    for (const kind of ["click", "focusin"]) {
      $(".body").addEventListener(kind, ({ target }) => choose(target.closest("[data-l]")));
    }
    const leave = ({ key, data }) => {
      if ((key ?? data) !== "Escape" || !panel) return;
      const inside = panel.contains(document.activeElement);
      close();
      if (inside) link.focus();
    };
    document.addEventListener("keydown", leave);
    addEventListener("message", leave);
  }

  // In the source itself: `#L7-9` shows all lines of a paragraph.
  const show = () => {
    const [, first, last] = location.hash.match(/^#L(\d+)-?(\d*)/) ?? [];
    $$(".ledger .at").forEach((line) => line.classList.remove("at"));
    for (let line = +first; line <= (+last || +first); line++) document.getElementById("L" + line)?.classList.add("at");
    const top = $(".ledger .at")?.getBoundingClientRect().top;
    if (top) scrollBy(0, top - innerHeight / 3);
  };
  if ($(".ledger")) {
    show();
    addEventListener("hashchange", show);
    // In a frame, whatever key closes it is for the page around it.
    if (parent !== self) addEventListener("keydown", ({ key }) => parent.postMessage(key, "*"));
  }
}
