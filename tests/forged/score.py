#!/usr/bin/env python3
"""Compares `tabularium ingest --format jsonl` output with the truth of forge.py.

score.py TRUTH.jsonl OUTPUT.jsonl [--by harm|level] [--list N] [--flags] [--but HARM[,HARM…]]
         [--min-field F] [--max-extra E] [--max-silent S] [--min-recall R] [--max-false F]

field   right values of all true values; "*" is not compared
extra   declarations, records and filled fields that no truth speaks of, per true record
silent  wrong values in accepted files, of all values in accepted files
recall  files that a person must see and that are under review (or rejected)
false   other files that are under review all the same
--list names the first N deviations of each harm, --flags the flags that held up files without need; --but leaves out the
files with one of these harms.
Exit status 1 where a bound is missed.
"""
import argparse
import collections
import json
import os
import sys
import unicodedata

COLUMNS = {"indicators": ("level1", "level2", "indicator", "target"), "components": ("year", "name", "budget")}
KEY = {"indicators": 2, "components": 1}
UNTOLD = {"funds.currency", "project.nature"}  # the truth does not list them
SPELT = (("大于等于", "≥"), ("小于等于", "≤"), (">=", "≥"), ("<=", "≤"), ("(", "（"), (")", "）"), (",", "，"))


def canonical(value, money=False):
    """A value as text in which spellings of the same thing coincide; None for nothing."""
    if value is None:
        return None
    text = unicodedata.normalize("NFKC", str(value))
    text = "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")
    if money:
        try:
            return f"{float(text):.2f}"
        except ValueError:
            return text
    for a, b in SPELT:
        text = text.replace(a, b)
    return text or None


def read(cell):
    """The value of a value object of the output, as plain text."""
    value = cell.get("value") if isinstance(cell, dict) else None
    if isinstance(value, dict):
        if value.get("low") is not None:
            return f"{value['low']}-{value.get('high')}{value.get('unit') or ''}"
        if value.get("number") is not None:
            return f"{value.get('relation') or ''}{value['number']}{value.get('unit') or ''}"
        return value.get("text")
    return value


def is_money(path):
    return path.startswith("funds.") or path.endswith("budget")


def pair_records(name, wanted, got):
    """[(wanted, got or None)] and the number of records left over."""
    columns, key = COLUMNS[name], KEY[name]
    readings = [[canonical(read(r.get(c)), is_money(c)) for c in columns] for r in got]
    free = list(range(len(got)))
    pairs = []
    for want in wanted:
        texts = [canonical(w, is_money(c)) for w, c in zip(want, columns)]
        alike = lambda i: sum(a == b for a, b in zip(readings[i], texts))
        named = [i for i in free if readings[i][key] == texts[key]]
        near = [i for i in free if alike(i) >= len(columns) - 1]
        best = max(named or near, key=alike, default=None)
        if best is None and want.count("*") == len(columns):  # too little is left of it to be found
            best = free[-1] if free and len(free) > len(wanted) - len(pairs) - 1 else None
        if best is not None:
            free.remove(best)
        pairs.append((want, got[best] if best is not None else None))
    return pairs, len(free)


def compare(true, got):
    """([(path, want, got)], extra, records) of one declaration."""
    cells, extra, records = [], 0, 0
    fields = (got or {}).get("fields", {})
    for path, want in true["fields"].items():
        cells.append((path, want, read(fields.get(path))))
    extra += sum(1 for path, cell in fields.items()
                 if path not in true["fields"] and path not in UNTOLD and canonical(read(cell)) is not None)
    for name, columns in COLUMNS.items():
        pairs, left = pair_records(name, true[name], (got or {}).get("tables", {}).get(name, []))
        extra, records = extra + left, records + len(true[name])
        for want, record in pairs:
            cells += [(f"{name}.{c}", w, read((record or {}).get(c))) for c, w in zip(columns, want)]
    return cells, extra, records


class Tally:
    def __init__(self):
        self.files = self.right = self.cells = self.extra = self.records = self.silent = self.accepted = 0
        self.seen = self.must = self.held = self.may_pass = 0
        self.deviations, self.held_by = [], collections.Counter()

    def measures(self):
        share = lambda a, b, none: a / b if b else none
        return dict(field=share(self.right, self.cells, 1.0), extra=share(self.extra, self.records, 0.0),
                    silent=share(self.silent, self.accepted, 0.0), recall=share(self.seen, self.must, 1.0),
                    false=share(self.held, self.may_pass, 0.0))

    def line(self, name):
        m = self.measures()
        return (f"{name:<26} files {self.files:5d}  field {m['field']:.4f}  extra {m['extra']:.3f}  silent {m['silent']:.5f}"
                f"  recall {m['recall']:.3f}  false {m['false']:.3f}")


def add(tally, true, found):
    """Enters one file; `found` is its finding or {}."""
    verdict = found.get("verdict", "none")
    declarations = found.get("declarations", [])
    name = true["file"]
    tally.files += 1
    tally.extra += max(0, len(declarations) - len(true["declarations"]))
    if len(declarations) != len(true["declarations"]):
        tally.deviations.append(f"{name}: {len(declarations)} declarations, not {len(true['declarations'])}")
    if true["must_review"]:
        tally.must += 1
        tally.seen += verdict in ("review", "reject")
        if verdict not in ("review", "reject"):
            tally.deviations.append(f"{name}: {verdict}, although a person must see it")
    else:
        tally.may_pass += 1
        if verdict != "accept":
            tally.held += 1
            loud = {f["code"] for f in found.get("flags", []) if f.get("severity") != "note"} or {"(confidence)"}
            tally.held_by.update(loud)
            tally.deviations.append(f"{name}: {verdict} for {', '.join(sorted(loud))}")
    for i, want in enumerate(true["declarations"]):
        cells, extra, records = compare(want, declarations[i] if i < len(declarations) else None)
        tally.extra, tally.records = tally.extra + extra, tally.records + records
        if extra:
            tally.deviations.append(f"{name}[{i}]: {extra} records or fields too many")
        for path, wanted, got in cells:
            if wanted == "*":
                continue
            right = canonical(wanted, is_money(path)) == canonical(got, is_money(path))
            tally.cells, tally.right = tally.cells + 1, tally.right + right
            if verdict == "accept":
                tally.accepted, tally.silent = tally.accepted + 1, tally.silent + (not right)
            if not right:
                mark = "SILENT " if verdict == "accept" else ""
                tally.deviations.append(f"{mark}{name}[{i}].{path}: {got!r:.60}, not {wanted!r:.60}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth")
    parser.add_argument("output")
    parser.add_argument("--by", choices=("harm", "level"), default="level")
    parser.add_argument("--list", type=int, default=0)
    parser.add_argument("--flags", action="store_true")
    parser.add_argument("--but", default="")
    bounds = {"min-field": ("field", 1), "max-extra": ("extra", -1), "max-silent": ("silent", -1),
              "min-recall": ("recall", 1), "max-false": ("false", -1)}
    for name in bounds:
        parser.add_argument("--" + name, type=float)
    args = parser.parse_args()
    with open(args.output, encoding="utf-8") as lines:
        findings = {os.path.basename(f["source"]["path"]): f for f in map(json.loads, filter(str.strip, lines))}
    groups, total = collections.defaultdict(Tally), Tally()
    with open(args.truth, encoding="utf-8") as lines:
        for true in map(json.loads, lines):
            if set(true["harm"]) & set(args.but.split(",")):
                continue
            names = (true["harm"] or ["clean"]) if args.by == "harm" else [f"level {true['level']}"]
            for tally in [groups[n] for n in names] + [total]:
                add(tally, true, findings.get(true["file"], {}))
    for name in sorted(groups):
        print(groups[name].line(name))
        for text in groups[name].deviations[:args.list]:
            print("    " + text)
    if args.flags:
        print("held up by:", ", ".join(f"{code} {n}" for code, n in total.held_by.most_common()))
    print(total.line("all"))
    measures, missed = total.measures(), False
    for option, (name, sign) in bounds.items():
        bound = getattr(args, option.replace("-", "_"))
        if bound is not None and (measures[name] - bound) * sign < 0:
            print(f"{name} {measures[name]:.5f} misses the bound {bound}", file=sys.stderr)
            missed = True
    sys.exit(missed)


if __name__ == "__main__":
    main()
