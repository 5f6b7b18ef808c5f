"""Records into HTML, by Jinja and nothing else: a template prints its record and decides nothing.

A theme is a folder of templates, with `parts/` (macros), `static/` (stylesheets, scripts) and `strings/`. Folders are
searched in order, the user's own before the default; `{% extends "default/article.html" %}` reaches the default's.
Every template sees `view` (the record of its page), `site` (`views.site.Site`) and `s` (`strings.Strings`), and a name
it does not know is an error, not an empty text.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from wanbao.errors import Note, SettingsError, WanbaoError

if TYPE_CHECKING:
    # Every build asks where the theme lies, but one with nothing to do needs no Jinja, which takes a while to load.
    from jinja2 import BytecodeCache, Environment, Template

    from wanbao.fold import FoldingEnvironment
    from wanbao.strings import Strings
    from wanbao.views.site import Site


class Renderer:
    """The templates of a theme, each compiled once: plainly or, if it prints many pages, made flat."""

    def __init__(
        self,
        theme_dirs: tuple[Path, ...],
        site: Site,
        strings: Strings,
        cache: Callable[[str], BytecodeCache] | None = None,
        often: Iterable[str] = (),
        soon: Iterable[str] = (),
    ) -> None:
        """Open the theme: `theme_dirs` in order of search, the default theme last.

        `cache` gives what remembers the compiled code of a kind of environment, by the name of the kind. `often` are
        the templates that print many pages: to make one flat costs what it saves on some hundreds. They are compiled
        here, and those that will be printed `soon`, so that processes forked afterwards have them. Raises SettingsError
        (E205) for one that cannot be.
        """
        from wanbao.fold import FlatEnvironment, FoldingEnvironment

        self._plain = _environment(FoldingEnvironment, theme_dirs, site, strings)
        self._flat = _environment(FlatEnvironment, theme_dirs, site, strings)
        self._flat.parsed = self._plain.parsed = {}
        if cache is not None:
            self._plain.bytecode_cache, self._flat.bytecode_cache = cache("plain"), cache("flat")
        self._often = frozenset(often)
        self._templates: dict[str, Template] = {}
        for name in sorted({*often, *soon}):
            try:
                self.compiled(name)
            except Exception as error:
                raise _wrong(self._plain, name, error) from error

    def render(self, template: str, view: object) -> bytes:
        """The page that `template` makes of `view`, in UTF-8.

        Raises SettingsError (E205) with the template's file and line for whatever goes wrong in a template.
        """
        try:
            return self.compiled(template).render(view=view).encode()
        except WanbaoError:
            raise
        except Exception as error:
            raise self._located(template, view, error) from error

    def compiled(self, name: str) -> Template:
        """The template, compiled if it has not been. Raises what Jinja raises."""
        if name not in self._templates:
            environment = self._flat if name in self._often else self._plain
            template = self._templates[name] = environment.get_template(name)
            # Jinja looks the names up in one map behind another, and copies both for every page.
            template.globals = dict(template.globals)
        return self._templates[name]

    def _located(self, template: str, view: object, error: Exception) -> SettingsError:
        """The error with its file and line, which a flat template does not know: so the page is made once more."""
        try:
            self._plain.get_template(template).render(view=view)
        except Exception as again:
            return _wrong(self._plain, template, again)
        return _wrong(self._plain, template, error)


def default_theme() -> Path:
    """The folder of the default theme: inside the package where it was installed, else in the repository."""
    packed = Path(__file__).parent / "theme"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "templates"


def static_files(theme_dirs: tuple[Path, ...]) -> tuple[tuple[str, bytes], ...]:
    """(name below `static/`, content) of every file that the theme folders ship, the first folder winning per name."""
    found: dict[str, str] = {}
    for folder in reversed(theme_dirs):
        for name, path in files_below(folder / "static"):
            if not any(part.startswith(".") for part in name.split("/")):
                found[name] = path
    return tuple((name, Path(found[name]).read_bytes()) for name in sorted(found))


def files_below(folder: Path) -> Iterator[tuple[str, str]]:
    """(name below it, path) of every file below a folder, links to files among them, in no order."""
    waiting = [(str(folder), "")]
    while waiting:
        inside, start = waiting.pop()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError), os.scandir(inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{start}{entry.name}/"))
                elif entry.is_file(follow_symlinks=False) or Path(entry.path).is_file():  # no error for links in a loop
                    yield f"{start}{entry.name}", entry.path


def _environment(
    kind: type[FoldingEnvironment], theme_dirs: tuple[Path, ...], site: Site, strings: Strings
) -> FoldingEnvironment:
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined

    from wanbao.same import Same

    # One PrefixLoader over the last folder: a user's article.html can extend the one it replaces.
    default = PrefixLoader({"default": FileSystemLoader(theme_dirs[-1])})
    made = kind(
        loader=ChoiceLoader([FileSystemLoader(theme_dirs), default]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[Same],
    )
    made.constants = {"site": site, "s": strings}
    made.globals.update(made.constants)
    return made


def _wrong(environment: Environment, template: str, error: Exception) -> SettingsError:
    """Whatever went wrong in a template, with the file and line that a theme's author must look at."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    path, line = template, 0
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or error.name or template, error.lineno
    else:
        path, line = max(_frames(environment, error), default=(0, path, line))[1:]
    if isinstance(error, TemplateNotFound):
        message, remedy = f"the template {error.name!r} does not exist", "add it to your theme, or correct the name"
    else:
        message = f"the template does not work: {error or type(error).__name__}"
        remedy = "correct the template; wanbao.views lists what each kind of page has"
    return SettingsError(Note("E205", message, remedy, path, line))


def _frames(environment: Environment, error: Exception) -> Iterator[tuple[int, str, int]]:
    """(depth, file, line) of every template that was at work when the error happened."""
    depth, trace = 0, error.__traceback__
    while trace is not None:
        if "__jinja_template__" in trace.tb_frame.f_globals or trace.tb_frame.f_code.co_filename.endswith(".html"):
            yield depth, trace.tb_frame.f_code.co_filename, trace.tb_lineno
        depth, trace = depth + 1, trace.tb_next
