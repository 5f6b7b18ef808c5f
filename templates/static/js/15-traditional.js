// Traditional characters, made in the reader's browser: the tables are loaded only where they are asked for.
{
  const field = $("[name=script]");
  const load = () => document.head.append(make("script", { src: field.dataset.src }));
  if (field?.checked) load();
  document.getElementById("settings").addEventListener("change", ({ target }) => {
    if (target !== field) return;
    if (field.checked) load();
    else location.reload();
  });
}
