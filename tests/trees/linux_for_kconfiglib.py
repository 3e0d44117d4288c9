"""Kconfiglib with what it does not know of Linux rewritten for it: the attribute `modules` (as `option modules`), `transitional`,
`depends on A if B`."""
import io
import pathlib
import re

import kconfiglib


def rewritten(text):
    text = re.sub(r"^(\s+)modules(\s*(?:#.*)?)$", r"\1option modules\2", text, flags=re.M)
    text = re.sub(r"^\s+transitional\s*$", "", text, flags=re.M)
    return re.sub(r"^(\s+depends on )([^\n\"#]*?) if ([^\n#\\]*)$", r"\1(\2) || !(\3)", text, flags=re.M)


class Kconfig(kconfiglib.Kconfig):
    __slots__ = ()

    def _open(self, filename, mode):
        if mode != "r":
            return super()._open(filename, mode)
        return io.StringIO(rewritten(pathlib.Path(filename).read_text(encoding="utf-8", errors="replace")))
