"""The command line: arguments in, one call, a printed report and an exit code. Nothing is decided here.

What only one command needs is imported where it is needed, so that `wanbao --version` answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wanbao import __version__

if TYPE_CHECKING:
    from wanbao.errors import Note

EPILOG = """exit codes:
  0  all is well
  1  done, but some input has errors (with --strict: errors, warnings or doubtful readings)
  2  nothing was done: wrong settings, or an output folder that refuses
  130  interrupted

Every finding reads `file:line:column: CODE what is wrong (what to do)`. E is an error, W a warning,
D a doubtful reading, I information."""


def entry() -> None:
    """The console script.

    The process ends as soon as all is said: to give back the memory of an archive piece by piece takes a few percent of
    the time of making its site, and the system takes it back at once.
    """
    # To import the program makes many objects, and few that nobody needs. After a build it stays as seldom as in it:
    # otherwise all of an archive would be looked through once more.
    gc.set_threshold(1_000_000, 20, 50)
    _speak_utf8()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # nobody listens any more
            stream.flush()
    os._exit(code)


def _speak_utf8() -> None:
    """Have names of files be what they are on the disk, UTF-8, whatever the locale says, so that every locale makes the
    same site; and have what a terminal cannot show be told, not fail."""
    if sys.getfilesystemencoding() != "utf-8":
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": f"{sys.stderr.encoding}:backslashreplace"}
        os.execve(sys.executable, [sys.executable, "-m", "wanbao", *sys.argv[1:]], environment)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by who started us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    arguments = arguments_of(list(sys.argv[1:] if argv is None else argv))
    from wanbao.errors import WanbaoError, refused, taken_away
    from wanbao.report import FINE

    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except WanbaoError as error:
        return _refused(arguments, error.notes)
    except MemoryError:
        return _refused(arguments, [taken_away("there is not enough memory")])
    except KeyboardInterrupt:
        built = "; the site is as it was, or whole: build again to finish it" if arguments.run is _build else ""
        print(f"interrupted{built}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read us has heard enough (`wanbao check | head`); keep Python from complaining when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        return _refused(arguments, [refused(error)])
    return code


def _refused(arguments: argparse.Namespace, notes: Sequence[Note]) -> int:
    """Say why nothing could be done, and in a build how the site stands now."""
    from wanbao.report import REFUSED, refusal

    for note in notes:
        print(note, file=sys.stderr)
    if arguments.run is _build and not arguments.quiet:
        print(refusal(notes), file=sys.stderr)
    return REFUSED


def arguments_of(words: Sequence[str]) -> argparse.Namespace:
    """What these words ask for. Where they ask for nothing that can be done, the process ends with exit code 2 and what
    was probably meant."""
    named = words[0] if words and words[0] in _COMMANDS else ""
    top = parser(named)  # of the others only where it has to be told of them: a grammar takes a while to make
    if words and words[0][:1] != "-" and not named:
        near = _meant(words[0], _COMMANDS) or f"; there are {', '.join(_COMMANDS)}"
        top.error(f"there is no command {words[0]!r}{near}")
    arguments, unknown = top.parse_known_args(words)
    if unknown:
        commands = commands_of(parser())
        name = next(word for word in words if word in commands)
        commands[name].error(_unknown(unknown[0].partition("=")[0], name, commands))
    return arguments


def commands_of(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Every command with its grammar."""
    [choices] = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(choices.choices)


def _unknown(word: str, name: str, commands: Mapping[str, argparse.ArgumentParser]) -> str:
    """What is wrong with a word that a command does not know."""
    options = {other: command._option_string_actions for other, command in commands.items()}
    if word[:1] != "-":
        folders = [option for option, action in options[name].items() if action.metavar == "DIR"]
        return f"{name} takes no {word!r}" + (f"; folders are named by {', '.join(folders)}" if folders else "")
    owners = [other for other in options if word in options[other]]
    near = f"; {' and '.join(owners)} may have it" if owners else _meant(word, options[name])
    return f"{name} has no option {word}{near}"


def _meant(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, as a question; empty where there is none."""
    from wanbao.typos import nearest

    near = nearest(word, known, 0.6)
    return f" (did you mean {near}?)" if near else ""


def parser(only: str = "") -> argparse.ArgumentParser:
    """The command line's grammar, with all commands or only one."""
    top = argparse.ArgumentParser(
        prog="wanbao",
        description="A newspaper's archive as a static site: OCR'd pages in, linked and searchable articles out.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"wanbao {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, add in _COMMANDS.items():
        if only in ("", name):
            add(commands)
    return top


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def _build_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "build", _build, "build the site from the articles, as far as anything has changed")
    _articles(command)
    add = command.add_argument
    add("--output", type=Path, default=Path("site"), metavar="DIR", help="where the site goes (default: site)")
    add("--theme", type=Path, metavar="DIR", help="a folder of templates that come before the default ones")
    add("--base-url", metavar="URL", help="where the site will lie, for feeds and citations; replaces the profile's")
    add("--jobs", type=_positive, metavar="N", help="processes (default: as many as cores when the work is worth it)")
    add("--cache", type=Path, metavar="DIR", help="where to remember work (default: .wanbao-cache beside the output)")
    add("--no-cache", action="store_true", help="make and compare everything afresh; remember nothing")
    add("--no-search", action="store_true", help="leave the search out")
    add("--strict", action="store_true", help="count warnings and doubtful readings as failure")
    add("--quiet", action="store_true", help="print errors only")
    add("-v", "--verbose", action="store_true", help="say which parts of the site were made again, and why")


def _check_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "check", _check, "list all findings in the articles, worst first, and write nothing")
    _articles(command)
    command.add_argument("--site", type=Path, metavar="DIR", help="check this finished site as well")
    command.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default: text)")
    command.add_argument("--strict", action="store_true", help="count warnings and doubtful readings as failure")


def _moved_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "write into addresses.yml where published articles are now, as the last build found out"
    command = _command(commands, "moved", _moved, summary)
    _articles(command)
    add = command.add_argument
    add("--output", type=Path, default=Path("site"), metavar="DIR", help="the site (default: site)")
    add(
        "--cache", type=Path, metavar="DIR", help="where the build remembers (default: .wanbao-cache beside the output)"
    )


def _parse_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _page_command(commands, "parse", _parse, "show what one source file was understood to be")
    command.add_argument("--json", action="store_true", help="print JSON, with texts as printed")


def _explain_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "show one source file line by line: role, rule, margin and doubt"
    command = _page_command(commands, "explain", _explain, summary)
    command.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="when to use colour")


def _verify_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "verify", _verify, "prove that a site is whole and is the build of its sources")
    command.add_argument("--output", type=Path, default=Path("site"), metavar="DIR", help="the site (default: site)")
    command.add_argument(
        "--articles",
        type=Path,
        metavar="DIR",
        help="compare these sources with those it was built from (default: articles, where there is such a folder)",
    )


def _page_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    command = _command(commands, name, run, summary)
    command.add_argument("file", type=Path, metavar="FILE", help="a source file")
    command.add_argument(
        "--profile",
        type=Path,
        metavar="FILE",
        help="the newspaper's profile (default: newspaper.yml beside the file or above, then articles/newspaper.yml)",
    )
    return command


def _articles(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--articles", type=Path, default=Path("articles"), metavar="DIR", help="the sources (default: articles)"
    )


_COMMANDS: Mapping[str, Callable[[argparse._SubParsersAction[argparse.ArgumentParser]], None]] = {
    "build": _build_command,
    "check": _check_command,
    "parse": _parse_command,
    "explain": _explain_command,
    "moved": _moved_command,
    "verify": _verify_command,
}
"""What adds each command to the grammar, in the order in which readers are told of them."""


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def _build(arguments: argparse.Namespace) -> int:
    from wanbao.config import Config
    from wanbao.report import told
    from wanbao.unchanged import Watch

    config = Config(
        articles=arguments.articles,
        output=arguments.output,
        theme=arguments.theme,
        base_url=arguments.base_url,
        jobs=arguments.jobs,
        cache=arguments.cache,
        remember=not arguments.no_cache,
        strict=arguments.strict,
        search=not arguments.no_search,
    )
    watched = sys.stderr.isatty() and not arguments.quiet
    watch = Watch(config)
    report = watch.recall()
    if report is None:
        # Only now: a build that would do nothing need not import what others are made with.
        from wanbao.build import build
        from wanbao.progress import bar, silent

        progress = bar(sys.stderr) if watched else silent
        try:
            report = build(config, progress, watch)
        finally:
            progress("", 0, 0)  # an error is not to be told behind a bar
    for line in told(report, arguments.quiet):
        print(line, file=sys.stderr)
    if arguments.verbose:
        for reason in report.reasons:
            print(reason)
    if not arguments.quiet:
        print("\n".join(filter(None, (report.sentence(), report.advice(config.strict)))))
    return report.exit_code(config.strict)


def _check(arguments: argparse.Namespace) -> int:
    from wanbao.build.findings import findings_of
    from wanbao.check import check_site
    from wanbao.config import Config
    from wanbao.report import exit_code, ordered

    notes = list(findings_of(Config(articles=arguments.articles)))
    if arguments.site is not None:
        notes.extend(check_site(arguments.site))
    _print_notes(ordered(notes), arguments.format)
    return exit_code(notes, arguments.strict)


def _moved(arguments: argparse.Namespace) -> int:
    from wanbao.config import Config
    from wanbao.forwarding import forward
    from wanbao.report import FINDINGS, FINE

    config = Config(articles=arguments.articles, output=arguments.output, cache=arguments.cache)
    forwarded = forward(config)
    for line in forwarded.lines():
        print(line)
    print(forwarded.sentence())
    return FINDINGS if forwarded.unknown else FINE


def _print_notes(notes: Sequence[Note], form: str) -> None:
    if form == "json":
        import msgspec

        rows = [{"severity": note.severity, **msgspec.structs.asdict(note)} for note in notes]
        print(msgspec.json.format(msgspec.json.encode(rows), indent=1).decode())
        return
    from wanbao.report import findings

    for note in notes:
        print(note)
    print(f"{findings(notes)}.")


def _parse(arguments: argparse.Namespace) -> int:
    from wanbao.inspect import page_as_text, pages_as_json, understand_one
    from wanbao.report import exit_code

    pages, notes = understand_one(arguments.file, arguments.profile)
    _print_wrong(notes)
    if arguments.json:
        print(pages_as_json(pages))
    else:
        for _, page in pages:
            print(page_as_text(page))
    return exit_code(notes, strict=False)


def _explain(arguments: argparse.Namespace) -> int:
    from wanbao.explain import explain
    from wanbao.inspect import understand_one
    from wanbao.report import exit_code

    pages, notes = understand_one(arguments.file, arguments.profile)
    explained = {note for _, page in pages for note in page.notes}  # they stand below the lines of their page
    _print_wrong([note for note in notes if note not in explained])
    colour = sys.stdout.isatty() if arguments.color == "auto" else arguments.color == "always"
    for source, page in pages:
        print(explain(page, source.text, colour))
    return exit_code(notes, strict=False)


def _print_wrong(notes: Sequence[Note]) -> None:
    """Say what was found in one file, as far as it asks for something."""
    for note in notes:
        if note.severity != "info":
            print(note, file=sys.stderr)


def _verify(arguments: argparse.Namespace) -> int:
    from wanbao.report import exit_code, findings, ordered
    from wanbao.verify import verify

    default = Path("articles")
    articles = arguments.articles or (default if default.is_dir() else None)
    notes = ordered(verify(arguments.output, articles))
    for note in notes:
        print(note)
    compared = f"compared with the sources in {articles}" if articles else "its sources were not compared (--articles)"
    print(f"{arguments.output}: {findings(notes)}; {compared}.")
    return exit_code(notes, strict=True)
