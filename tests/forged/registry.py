"""The list of harms: each registers itself with @harm; harms.py loads them all."""
from dataclasses import dataclass
from typing import Callable

FIRST, VALUES, LABELS, ROWS, GRID, FILE = range(6)  # the order in which several harms are done

HARMS = {}


@dataclass
class Harm:
    name: str
    phase: int
    group: str  # at most one harm of a group in a paper
    must_review: bool
    do: Callable  # paper -> bool: whether there was a place for it; adapts p.truth


def harm(name, phase, group="", review=False):
    def register(do):
        HARMS[name] = Harm(name, phase, group or name, review, do)
        return do
    return register


def free(p, *kinds):
    """Rows of these kinds (all where none is given) that no other harm has touched."""
    return [r for r in p.rows if not r.touched and len(r.cells) > 1 and (not kinds or r.kind in kinds)]


def take(p, rows):
    """One of the rows at random, now touched; None where there are none."""
    if not rows:
        return None
    row = p.rng.choice(rows)
    row.touched = True
    return row


def values(p, *tags):
    """All cells with one of the tags (a tag ending in '.' matches its whole group) and their rows."""
    return [(r, c) for r in p.rows for c in r.cells
            if any(c.tag == t or (t.endswith(".") and c.tag.startswith(t)) for t in tags)]


def labels(p):
    return [(r, c) for r in p.rows for c in r.cells if c.tag.startswith("L:") and c.text and r.kind != "title"]


def forget(p, row, cell, value):
    """Sets what the truth says of this cell: None where the paper lost it, "*" where it can't be known."""
    truth = p.truth[row.decl]
    table, _, column = cell.tag.partition(".")
    if cell.tag.startswith("L:") or not cell.tag:
        return
    if table == "indicators":
        at = ("level1", "level2", "indicator", "target").index(column)
        truth["indicators"][row.record][at] = value
        if column in ("level1", "level2"):  # carried down to the rows below
            for later in p.rows[p.rows.index(row) + 1:]:
                if later.decl != row.decl or later.kind != "ind" or any(c.tag == cell.tag and c.text for c in later.cells):
                    break
                truth["indicators"][later.record][at] = value
    elif table == "components":
        truth["components"][row.record][("year", "name", "budget").index(column)] = value
    elif cell.tag in truth["fields"]:
        truth["fields"][cell.tag] = value
        if cell.tag == "goals.from":
            truth["fields"]["goals.to"] = value


def rich_rows(p):
    """Untouched rows of goals with a text long enough to tear."""
    return [r for r in free(p, "goaltext") if any(c.tag in ("goals.overall", "goals.annual") and len(c.text) > 20 for c in r.cells)]
