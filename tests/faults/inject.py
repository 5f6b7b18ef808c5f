"""Break one operation of a build on the file system: the k-th one fails, or kills the process, for every k in turn;
or the power fails at it, and what the disk was not yet asked to keep is gone.

    python inject.py PLAN.json      prints one JSON object a line, one for each experiment

No preloaded library and no real bad disk: the functions of `os` that change something are wrapped in a forked child
that has imported wanbao already, so that an experiment costs a fork and a build.
"""

from __future__ import annotations

import builtins
import errno
import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

OPERATIONS = (
    "open",
    "write",
    "rename",
    "replace",
    "link",
    "symlink",
    "unlink",
    "remove",
    "mkdir",
    "rmdir",
    "fsync",
    "fdatasync",
    "truncate",
    "ftruncate",
    "chmod",
    "utime",
)
"""Functions of `os` that change something; `open` counts only where it opens for writing."""

FREEING = frozenset({"unlink", "remove", "rmdir", "utime", "chmod"})
"""What never fails for want of space."""


ASKING = frozenset({"fsync", "syncfs"})
"""What a file system may answer with EINVAL, because it cannot be asked."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A row of experiments on copies of one desk."""

    arguments: list[str]
    """The command line after `wanbao`; `DESK` stands for the copy."""
    desk: str
    """The desk to copy for each experiment."""
    work: str
    """The folder the copies go to."""
    ways: list[str]
    """What happens at the k-th operation: `kill`, `power`, `short` or an errno's name; `+`: at all later ones too."""
    moments: list[int]
    """The operations to break, from 1; 0 breaks none, counts them and says where in the program they are."""
    undo: str = ""
    """Articles to put back before the next build, as if the change had never been; empty for those as they are."""
    count: int = 0
    """How many operations there are, or 0: then experiments start from a process that has built already, which saves
    half their time, after it was seen to make as many."""


COMMIT = "publish/__init__.py:commit"
"""What is in the place of every operation that moves files into the site."""

Place = tuple[str, str, bool]
"""An operation, where in the program it is, and whether the disk has not been asked yet to keep what was written."""


class Saboteur:
    """Counts the operations of this process below a folder and breaks the one it was told to."""

    def __init__(self, root: str, way: str, moment: int) -> None:
        self.root = root
        self.way = way.rstrip("+")
        self.lasting = way.endswith("+")
        self.moment = moment
        self.count = 0
        self.broken = ""
        self.places: list[Place] = []
        self._unkept: set[int] = set()
        self._truncate = os.truncate

    def install(self) -> None:
        """Wrap the functions of `os`, `open` and the one call of the system that `os` does not have."""
        import wanbao.disk

        for name in OPERATIONS:
            setattr(os, name, self._wrapped(name, getattr(os, name)))
        wanbao.disk.syncfs = self._wrapped("syncfs", wanbao.disk.syncfs)
        io.open = builtins.open = self._wrapped_open(builtins.open)

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            reading = name == "open" and not args[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not reading and self._is_below(args[0], kwargs.get("dir_fd")) and self._strikes(name, args[0]):
                if self.way != "short":
                    raise OSError(getattr(errno, self.way), os.strerror(getattr(errno, self.way)), str(args[0]))
                if name == "write":
                    return real(args[0], bytes(args[1])[: len(args[1]) // 2 + 1])
            self._remember(name, args[0])
            return real(*args, **kwargs)

        return wrapper

    def _remember(self, name: str, target: Any) -> None:
        """Which files the disk may have under their names and without their content."""
        if name == "write":
            self._unkept.add(os.fstat(target).st_ino)
        elif name == "fsync":
            self._unkept.discard(os.fstat(target).st_ino)
        elif name == "syncfs":
            self._unkept.clear()

    def _lose_power(self) -> None:
        """Empty every file that the disk was not asked to keep."""
        for folder, _, files in os.walk(self.root):
            for file in files:
                path = os.path.join(folder, file)  # noqa: PTH118
                if os.lstat(path).st_ino in self._unkept:
                    self._truncate(path, 0)

    def _wrapped_open(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            if any(letter in mode for letter in "wax+") and self._is_below(file, None) and self._strikes("open", file):
                number = getattr(errno, self.way, errno.EIO)
                raise OSError(number, os.strerror(number), str(file))
            return real(file, mode, *args, **kwargs)

        return wrapper

    def _is_below(self, target: Any, folder: int | None) -> bool:
        """Tell whether a path or a descriptor is one of the desk's; everything else is none of our business."""
        if isinstance(target, int):
            path = os.readlink(f"/proc/self/fd/{target}")  # noqa: PTH115
        else:
            path = os.fsdecode(target)
            if folder is not None:
                path = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), path)  # noqa: PTH115, PTH118
        return os.path.abspath(path).startswith(self.root)  # noqa: PTH100

    def _strikes(self, name: str, target: object) -> bool:
        self.count += 1
        if not self.moment:
            self.places.append((name, _place(), bool(self._unkept)))
        if (self.way == "ENOSPC" and name in FREEING) or (self.way == "EINVAL" and name not in ASKING):
            return False
        if self.moment and (self.count == self.moment or (self.lasting and self.count > self.moment)):
            self.broken = self.broken or f"{name} {target}"
            if self.way == "power":
                self._lose_power()
            if self.way in ("kill", "power"):
                os.kill(os.getpid(), signal.SIGKILL)
            return True
        return False


def _place() -> str:
    """Where in the program an operation is made: the lines of ours that lead to it, the innermost first."""
    found = []
    frame = sys._getframe(2)
    while frame := frame.f_back:  # type: ignore[assignment]
        file = frame.f_code.co_filename
        if "/wanbao/" in file:
            found.append(f"{file.rpartition('/wanbao/')[2]}:{frame.f_code.co_name}:{frame.f_lineno}")
    return " < ".join(found)


def telling(way: str, places: list[Place]) -> list[int]:
    """The moments at which breaking an operation this way can tell anything, given what and where all of them are.

    What a way cannot break is no moment: an operation that frees space on a full disk, a short write of none, a loss of
    power when all is on the disk, which is a kill.
    While the commit moves files, every operation finds the site in another state, so each is one (but for folders made,
    which nobody sees). Before and after, the site is as it was or done, and an operation finds what the one before it
    found that was made in the same place of the program, but for one file more in a hidden folder or in the cache: so
    the first and the last of each place stand for all. A single failure is handled where it happens, whatever its
    number says: so where EIO is tried at all moments, those that differ in the number only are tried once in each
    place.
    """
    at: dict[tuple[str, str], list[int]] = {}
    found: set[int] = set()
    for moment, (name, place, unkept) in enumerate(places, 1):
        if (way.startswith("ENOSPC") and name in FREEING) or (way == "short" and name != "write"):
            continue
        if way == "power" and not unkept:
            continue
        if COMMIT in place and name != "mkdir":
            found.add(moment)
        at.setdefault((name, " < ".join(place.split(" < ")[:3])), []).append(moment)
    if way in ("ENOSPC", "short"):
        return sorted(moments[0] for moments in at.values())
    return sorted(found.union(*((moments[0], moments[-1]) for moments in at.values())))


def experiment(plan: Plan, way: str, moment: int) -> dict[str, Any]:
    """Copy the desk, build there with one operation broken, keep what is left as `broken`, and build once more."""
    copy = Path(plan.work) / "desk"  # always there: the cache's names, and so how many operations there are, tell of it
    shutil.copytree(plan.desk, copy, symlinks=True)
    broken = build(plan, copy, way, moment)
    if (copy / "site").is_dir():
        shutil.copytree(copy / "site", copy / "broken", symlinks=True)
    if plan.undo:
        shutil.rmtree(copy / "articles")
        shutil.copytree(plan.undo, copy / "articles")
    repaired = build(plan, copy, way, 0)
    kept = copy.rename(copy.with_name(f"{way.replace('+', '-on')}-{moment}"))
    return {"way": way, "moment": moment, "desk": str(kept), **broken, "next": repaired}


def build(plan: Plan, copy: Path, way: str, moment: int) -> dict[str, Any]:
    """Build a desk in a child of its own, with one operation broken or, at moment 0, none."""
    heard, said = copy / "heard", copy / "said"
    for path in (heard, said):
        path.write_text("")
    child = os.fork()
    if not child:
        _run(plan, copy, way, moment, heard, said)
    _, status = os.waitpid(child, 0)
    told = json.loads(said.read_text() or '{"count": 0, "broken": "", "places": []}')
    errors = heard.read_text(encoding="utf-8", errors="replace")
    return {"code": os.waitstatus_to_exitcode(status), "errors": errors, **told}


def _run(plan: Plan, copy: Path, way: str, moment: int, heard: Path, said: Path) -> None:
    """The child's life; does not return."""
    code = 70
    saboteur = Saboteur(f"{copy}/", way, moment)
    report = os.open(said, os.O_WRONLY | os.O_CREAT)
    write, leave = os.write, os._exit
    try:
        out = os.open(heard, os.O_WRONLY | os.O_CREAT)
        os.dup2(out, 1)
        os.dup2(out, 2)
        from wanbao.cli import main

        saboteur.install()
        code = main([word.replace("DESK", str(copy)) for word in plan.arguments])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        told = {"count": saboteur.count, "broken": saboteur.broken, "places": saboteur.places}
        write(report, json.dumps(told).encode())
        leave(code)


def run(plan: Plan) -> None:
    """Every experiment of a plan, each told in a line."""
    # Imported before the forks, so that a child need not do it again.
    import wanbao.build  # noqa: F401
    from wanbao import romanised
    from wanbao.cli import main

    if plan.count:
        copy = Path(plan.work) / "desk"
        shutil.copytree(plan.desk, copy, symlinks=True)
        main([word.replace("DESK", str(copy)) for word in plan.arguments])
        shutil.rmtree(copy)
        romanised._readings.clear()  # these are written into the cache where they are news
        romanised._syllables.cache_clear()
        romanised._syllable.cache_clear()
        warm = experiment(plan, plan.ways[0], 0)
        shutil.rmtree(warm["desk"])
        assert warm["count"] == plan.count, f"{warm['count']} operations when warm, {plan.count} when not"
    for way in plan.ways:
        for moment in plan.moments:
            print(json.dumps(experiment(plan, way, moment)), flush=True)


def to_json(plan: Plan) -> str:
    """The plan as a file that `main` reads."""
    return json.dumps(asdict(plan))


if __name__ == "__main__":
    run(Plan(**json.loads(Path(sys.argv[1]).read_text("utf-8"))))
