// What an article offers: copy its link or a citation, set it vertically, link to a paragraph, tell a marked word.
{
  const body = $(".body");

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard without https: the old way.
      const area = make("textarea", { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    wanbao.say(document.body.dataset.copied);
  };
  const address = () => $("link[rel=canonical]")?.href || location.href.split("#")[0];
  // On a phone the system's own sheet of ways to share is better than the clipboard.
  const sheet = navigator.share && matchMedia("(pointer: coarse)").matches;
  const share = (button) => {
    if (sheet) navigator.share({ title: document.title, url: address() }).catch(() => {});
    else copy(address(), button);
  };
  // What is selected goes along with a report of an error; without a mail address the report is copied.
  const report = (button) => {
    const chosen = String(getSelection()).trim().slice(0, 300);
    if (button.matches("a")) {
      button.dataset.href ??= button.href;
      button.href = button.dataset.href + (chosen && encodeURIComponent(`\n\n“${chosen}”\n`));
    } else {
      const id = button.closest("dd").querySelector("span").textContent;
      copy([`[${id}] ${document.title}`, address(), chosen].filter(Boolean).join("\n"), button);
    }
  };
  const setVertical = (on) => {
    wanbao.keep("set", on ? "vertical" : "");
    showVertical();
  };
  const showVertical = () => {
    const on = wanbao.root.dataset.set === "vertical";
    $("[data-do=vertical]").setAttribute("aria-pressed", on);
    // A text that scrolls sideways must be reachable by keyboard.
    if (on) body.tabIndex = 0;
    else body.removeAttribute("tabindex");
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button?.dataset.do === "link") share(button);
    if (button?.dataset.do === "report") report(button);
    if (button?.dataset.do === "print") print();
    if (button?.dataset.do === "copy") copy(button.previousElementSibling.textContent, button);
    if (button?.dataset.do === "vertical") setVertical(wanbao.root.dataset.set !== "vertical");
    target.closest(".body [title]")?.classList.toggle("open");
  });

  const link = $("[data-share]");
  if (sheet && link) link.textContent = link.dataset.share;

  if ($("[data-do=vertical]")) {
    showVertical();
    // A mouse wheel turns up and down; a vertical text runs from right to left.
    body.addEventListener("wheel", (event) => {
      if (wanbao.root.dataset.set !== "vertical" || event.deltaX || event.ctrlKey) return;
      const before = body.scrollLeft;
      body.scrollLeft -= event.deltaY;
      if (body.scrollLeft !== before) event.preventDefault();
    }, { passive: false });
    for (const [at, part] of body.querySelectorAll("p[id]").entries()) {
      const anchor = make("a", { className: "anchor", href: "#" + part.id, textContent: "¶" });
      anchor.setAttribute("aria-label", body.dataset.anchor.replace("#", at + 1));
      anchor.tabIndex = -1;
      part.prepend(anchor);
    }
    // One stop of the Tab key for all of them: that of the paragraph last read, at first the first; ↑ ↓ go along.
    const anchors = [...body.querySelectorAll(".anchor")];
    const rest = (anchor) => anchors.forEach((one) => {
      one.tabIndex = one === anchor ? 0 : -1;
      // Read aloud before every paragraph they would be in the way.
      one.ariaHidden = one !== anchor;
    });
    rest(anchors[0]);
    body.addEventListener("focusin", ({ target }) => {
      const anchor = target.closest("p[id]")?.querySelector(".anchor");
      if (anchor) rest(anchor);
    });
    body.addEventListener("keydown", (event) => {
      const at = anchors.indexOf(event.target);
      const anchor = at < 0 ? null : anchors[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)];
      if (!anchor) return;
      event.preventDefault();
      anchor.focus();
    });
  }
}
