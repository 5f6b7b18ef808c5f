// The reader's settings: kept in localStorage under "wanbao", shown as data-… on <html>. A line in each page's head
// puts them there before anything is drawn; this keeps the form and the storage in step.
"use strict";
const $ = (selector) => document.querySelector(selector);
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const $$ = (selector) => document.querySelectorAll(selector);
const wanbao = {
  root: document.documentElement,
  say(text) {
    const place = $(".said");
    place.textContent = text;
    setTimeout(() => { place.textContent = ""; }, 2500);
  },
  keep(name, value) {
    if (value) this.root.dataset[name] = value;
    else delete this.root.dataset[name];
    try {
      localStorage.setItem("wanbao", JSON.stringify({ ...this.root.dataset }));
    } catch {
      // Private windows may forbid storage; the setting then lasts for this page.
    }
  },
};

{
  const form = document.getElementById("settings");
  for (const field of form.elements) {
    if (!field.name) continue;
    const kept = wanbao.root.dataset[field.name] || "";
    field.checked = field.value === kept;
  }
  const button = $("[aria-controls=settings]");
  const show = (open) => {
    form.hidden = !open;
    button.setAttribute("aria-expanded", open);
  };
  button.addEventListener("click", () => show(form.hidden));
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    show(false);
    button.focus();
  });
  form.addEventListener("change", ({ target }) => {
    wanbao.keep(target.name, target.checked ? target.value : "");
  });
}
