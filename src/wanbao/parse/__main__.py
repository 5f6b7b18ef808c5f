"""`python -m wanbao.parse FILE`: one page as JSON, for trying the parser alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from wanbao.parse.tojson import parse_text_to_dict

if __name__ == "__main__":
    print(json.dumps(parse_text_to_dict(Path(sys.argv[1]).read_text("utf-8")), ensure_ascii=False, indent=1))
