#!/usr/bin/env python3
"""Writes invented declarations of the form cn-project-target, whole and harmed, with the truth about each.

forge.py SEED COUNT OUTDIR [--harm NAME[,NAME…]]   COUNT files and truth.jsonl in OUTDIR; the same seed gives the same bytes
forge.py --list                                    the harms there are

A truth is {"file", "kind": "text", "level": 0|1|2, "harm": [names], "must_review": bool,
"declarations": [{"fields", "indicators", "components"}]}; the value "*" means: do not compare.
Level 0 is clean, 1 has one harm, 2 several. A value that a harm took away is null, one that it spoilt is "*".
"""
import json
import os
import random
import sys

sys.dont_write_bytecode = True

import harms  # noqa: E402
import paper  # noqa: E402


def forged(seed, index, wanted=None):
    """(bytes, truth) of one file."""
    rng = random.Random(f"{seed}/{index}")
    p = paper.paper(rng)
    level = 1 if wanted else rng.choice([0, 0, 1, 1, 1, 1, 2, 2, 2])
    if wanted:
        names = list(wanted)
    elif level:
        names = harms.choose(rng, 1 if level == 1 else rng.randint(2, 5))
    else:
        names = []
    for name in sorted(names, key=harms.order):
        if harms.apply(p, name):
            p.harm.append(name)
    if not p.harm:
        level = 0
    truth = {"kind": "text", "level": level, "harm": p.harm, "must_review": p.must_review, "declarations": p.truth}
    return paper.written(p), truth


def main(argv):
    if argv == ["--list"]:
        for harm in harms.HARMS.values():
            print(f"{harm.name:<28} {'review' if harm.must_review else '':<7} {harm.do.__doc__.splitlines()[0]}")
        return 0
    wanted = None
    if "--harm" in argv:
        at = argv.index("--harm")
        wanted = argv[at + 1].split(",")
        argv = argv[:at] + argv[at + 2:]
    if len(argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    seed, count, folder = argv[0], int(argv[1]), argv[2]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "truth.jsonl"), "w", encoding="utf-8") as out:
        for index in range(count):
            data, truth = forged(seed, index, wanted)
            name = f"{index:04d}_{'-'.join(truth['harm'][:2]) or 'clean'}.txt"
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
            print(json.dumps({"file": name, **truth}, ensure_ascii=False), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
