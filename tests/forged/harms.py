"""All harms by name, and a choice of them that can stand together in one paper."""
import habits
import kept_cells
import kept_file
import kept_rows
import lost
from registry import HARMS

ROOMS = (habits, kept_cells, kept_rows, kept_file, lost)


def order(name):
    return (HARMS[name].phase, name)


def choose(rng, count):
    chosen, groups = [], set()
    for name in rng.sample(sorted(HARMS), len(HARMS)):
        if len(chosen) == count:
            break
        if HARMS[name].group in groups:
            continue
        if HARMS[name].must_review and rng.random() < .4 and count > 1:
            continue  # several harmless ones together are as interesting
        chosen.append(name)
        groups.add(HARMS[name].group)
    return chosen


def apply(p, name):
    harm = HARMS[name]
    if not harm.do(p):
        return False
    p.must_review = p.must_review or harm.must_review
    return True
