"""Reading: the files of articles/ become sources, one for each newspaper page, with where each belongs in the paper.

`discover` names the files, `read_file` reads one. Neither follows a symbolic link, waits for a pipe or raises for
anything a file may hold: what is wrong with a file is a `Note`, and the other files are read all the same.
"""

from wanbao.read.discover import NOT_SOURCES, discover, discovered, is_source
from wanbao.read.files import ReadResult, read_and_identify, read_file
from wanbao.read.frontmatter import KEYS, Key

__all__ = [
    "KEYS",
    "NOT_SOURCES",
    "Key",
    "ReadResult",
    "discover",
    "discovered",
    "is_source",
    "read_and_identify",
    "read_file",
]
