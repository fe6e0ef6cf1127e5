"""Reading the kit's word lists: plain text files that anybody can open and mend."""

from pathlib import Path


def read_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the lists of a file by name, each with its entries in the order of the file.

    A line `[name]` begins a list; entries stand between white space, and `_` joins the words of
    a phrase. From `#` to the end of a line is a comment, where a line or a word begins with it.
    Raises ValueError for an entry that stands before the first name, and for a name given twice.
    """
    lists: dict[str, list[str]] = {}
    name = ""
    for number, line in enumerate(_lines(path), 1):
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            if name in lists:
                raise ValueError(f"{path.name}, line {number}: the list [{name}] is there already")
            lists[name] = []
        elif line and not name:
            raise ValueError(f"{path.name}, line {number}: a list begins with its [name]")
        elif line:
            lists[name] += line.split()
    return {name: tuple(words) for name, words in lists.items()}


def read_rows(path: Path, columns: int) -> list[list[str]]:
    """Return the rows of a table whose columns are divided by tabs, without empty lines and comments.

    Raises ValueError for a row that has not as many `columns` as it should.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise ValueError(f"{path.name}, line {number}: {len(row)} columns, not {columns}")
        rows.append(row)
    return rows


def _lines(path: Path) -> list[str]:
    """Return the lines of a file without comments and without the space around them."""
    text = path.read_text(encoding="utf-8")
    return [_without_comment(line).strip() for line in text.splitlines()]


def _without_comment(line: str) -> str:
    return line.partition(" #")[0] if not line.startswith("#") else ""
