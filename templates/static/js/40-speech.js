// Read aloud with the browser's own voices, paragraph by paragraph. The button appears only where a voice is there.
{
  const button = $("[data-do=read]");
  const speech = window.speechSynthesis;
  const idle = button?.textContent;
  let queue = [];

  const parts = () => [...$$("hgroup > *, .body > p, .poem > p, .body > h2, .body figcaption, .body li, .body td")];
  const mark = (part) => {
    $(".reading")?.classList.remove("reading");
    part?.classList.add("reading");
    part?.scrollIntoView({ block: "center" });
  };
  // Some engines fall silent after a quarter of a minute, so a paragraph is spoken sentence by sentence.
  const sentences = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll(".anchor").forEach((anchor) => anchor.remove());
    return copy.textContent.match(/[^。！？；]+[。！？；”’）]*/g) || [];
  };
  const voice = () => speech.getVoices().find((one) => one.lang.replace("_", "-").startsWith("zh"));

  const stop = () => {
    queue = [];
    speech.cancel();
    mark(null);
    button.textContent = idle;
  };
  const next = () => {
    const item = queue.shift();
    if (!item) return stop();
    const [part, text] = item;
    if (!part.classList.contains("reading")) mark(part);
    const words = Object.assign(new SpeechSynthesisUtterance(text), { lang: "zh-CN", voice: voice() });
    words.onend = () => queue.length ? next() : stop();
    words.onerror = stop;
    speech.speak(words);
  };
  const start = () => {
    queue = parts().flatMap((part) => sentences(part).map((text) => [part, text]));
    button.textContent = button.dataset.stop;
    next();
  };

  if (button && speech) {
    const show = () => { button.classList.toggle("mute", !voice()); };
    show();
    speech.addEventListener?.("voiceschanged", show);
    button.addEventListener("click", () => (queue.length || speech.speaking ? stop() : start()));
    document.addEventListener("keydown", ({ key }) => { if (key === "Escape") stop(); });
    addEventListener("pagehide", () => speech.cancel());
  }
}
