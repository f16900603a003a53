"""Where training finds what stays outside the repo, and where it puts what it makes."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPO = HERE.parent
SHARED = Path(os.environ.get("ENDUSE_SHARED", REPO.parent / "shared"))
"""The folder with bench/ and corpora/: coded and uncoded news that may not be passed on."""

BENCH = SHARED / "bench"
CORPORA = SHARED / "corpora"
CODINGS = HERE / "codings"
INVENTED = HERE / "invented"
REVIEWED = HERE / "reviewed"
"""Files that `enduse export bench` wrote: sentences of news with what people decided, which stay out of the repo."""

WORK = HERE / "work"
MODEL = REPO / "src" / "enduse" / "data" / "models" / "spans-1"
