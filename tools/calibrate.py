"""calibrate [--write] [--ablate] [--scans] COUNTS.tsv…: learns what each piece of evidence is worth from `tabularium evaluate --counts`.

A logistic model over the closed evidence codes, with a base for each type of value and each kind of nothing. Every number starts
at src/judge/priors.inc, which people set and this program never writes, and moves away from it only as far as the data insist:
learning anew from other data never drifts. A type of value has a weight of its own for a code, or a base of its own for a kind of
nothing, where the data are many (OWN). Signs are bound: evidence against never raises a confidence. What blocks stays as it is.

Documents are kept apart for the tests: every fifth combination of medium, layout and defects, then every form, layout and medium
in turn; scores are those of what was not learnt from. With --write, src/judge/weights.inc is written.

With --scans only what speaks of recognised letters is learnt (SCANS), from scans alone; all else stays as weights.inc has it. With
--test COUNTS.tsv (may be given again) the table as it is and as it would be are scored on other scans too."""
import argparse, collections, datetime, hashlib, math, pathlib, re, sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
PRIORS, TABLE = ROOT / "src/judge/priors.inc", ROOT / "src/judge/weights.inc"
LINE = re.compile(r'TABULARIUM_(WEIGHT|BASE)\("([\w-]+)", (-?[\d.]+)f\)(.*)')
OWN_LINE = re.compile(r'TABULARIUM_(?:WEIGHT|BASE)_OF\("([\w-]+)", "([\w-]+)", (-?[\d.]+)f\)')
SPREAD = 1.0         # how far from its prior a number is expected, in log-odds
OWN = (3000, 12)     # values and wrong values of one type with a code, from which on it has a weight of its own
LEAST_DOUBT = 0.1    # what speaks against a value keeps this part of its prior at least
PRAISE_MOST = 0.6    # of evidence for: all of it together must not lift what blocks (see opinion_test)
BASE_MOST = 10.5     # no base is surer: forged papers are not all papers
NOTHING_BELOW = 0.3  # nothing is less sure than a value of its type, by so much at least
SCANS = ("scanned", "letters-fair", "letters-poor", "readings-agree", "read-once", "readings-differ", "chosen-by-meaning", "under-seal")
SCAN_DOUBT = 0.5     # and what speaks of recognised letters this part: scans are few, and the surest values weigh most
SCANNED_MOST = -3.0  # no letters from pixels are surer than one in a thousand: no more is known of so few
NOTHINGS = ("blank", "not-applicable", "missing", "unread")
BASE_OF = {"required-missing": "missing", "required-unread": "unread", "required-blank": "required-nothing",
           "required-not-applicable": "required-nothing"}

Row = collections.namedtuple("Row", "medium form layout defects type holds codes right wrong")


def rows(paths):
    for path in paths:
        for line in pathlib.Path(path).read_text().splitlines()[1:]:
            medium, form, layout, defects, type_, holds, codes, right, wrong = line.split("\t")
            yield Row(medium, form, layout, defects, type_, BASE_OF.get(holds, holds), tuple(codes.split(",")) if codes else (),
                      int(right), int(wrong))


class Priors:
    """What people set: numbers by name, which of them stay, and which are weights."""
    least_doubt = LEAST_DOUBT

    def __init__(self):
        self.number, self.comment, self.own, self.stays, self.weights, self.group, group = {}, {}, {}, {"unread"}, set(), {}, ""
        for line in PRIORS.read_text().splitlines():
            if heading := re.fullmatch(r"// (letters|structure|type|checks|wording)", line): group = heading[1]
            if own := OWN_LINE.match(line): self.own[own[1], own[2]] = float(own[3])
            if not (found := LINE.match(line)): continue
            kind, name, number, comment = found.groups()
            self.number[name], self.comment[name] = float(number), comment
            if kind == "WEIGHT":
                self.weights.add(name)
                self.group[name] = group
            if "stays" in comment or "blocks" in comment: self.stays.add(name)


def table_as_it_is():
    """What weights.inc says: {name or (type, name): number}."""
    now = {}
    for line in TABLE.read_text().splitlines():
        if own := OWN_LINE.match(line): now[own[1], own[2]] = float(own[3])
        elif found := LINE.match(line): now[found[2]] = float(found[3])
    return now


class ScanPriors(Priors):
    """What people set of SCANS; all else is as the table has it, and stays."""
    least_doubt = SCAN_DOUBT

    def __init__(self):
        super().__init__()
        for key, number in table_as_it_is().items():
            if (key if isinstance(key, str) else key[1]) in SCANS: continue
            if isinstance(key, str): self.number[key] = number
            else: self.own[key] = number
        self.stays |= set(self.number) - set(SCANS)


def base_of(row):
    return row.type if row.holds == "value" else row.holds


def names_of(row, own):
    """The features of a row: (type, name) where the type has a number of its own."""
    out = []
    for name in (base_of(row), *row.codes):
        out.append((row.type, name) if (row.type, name) in own else name)
    return out


def owners(data, priors):
    """(type, name) with data enough for a number of its own."""
    counts = collections.defaultdict(lambda: [0, 0])
    for row in data:
        for name in (*row.codes, *([row.holds] if row.holds in NOTHINGS else [])):
            counts[row.type, name][0] += row.right + row.wrong
            counts[row.type, name][1] += row.wrong
    return set(priors.own) | {key for key, (n, wrong) in counts.items() if n >= OWN[0] and wrong >= OWN[1] and priors.number[key[1]] != 0 and key[1] not in priors.stays}


class Model:
    def __init__(self, priors, own, without=()):
        self.priors, self.own, self.without = priors, own, set(without)
        self.names = list(priors.number) + sorted(own)
        self.index = {name: i for i, name in enumerate(self.names)}
        self.prior = np.array([priors.number[n] if isinstance(n, str) else priors.own.get(n, priors.number[n[1]]) for n in self.names])
        self.low, self.high = np.array([self.bounds(n, p) for n, p in zip(self.names, self.prior)]).T
        self.theta = self.prior.copy()

    def bounds(self, name, prior):
        code = name if isinstance(name, str) else name[1]
        if code in self.priors.stays: return prior, prior
        if code == "scanned": return -math.inf, SCANNED_MOST
        if code not in self.priors.weights: return 0, BASE_MOST - (NOTHING_BELOW if code in (*NOTHINGS, "required-nothing", "optional-missing") else 0)
        return (0, PRAISE_MOST) if prior > 0 else (-math.inf, prior * self.priors.least_doubt) if prior < 0 else (0, 0)

    def matrix(self, data):
        """Distinct feature sets: (0/1 matrix, right, wrong, base score of each)."""
        groups = collections.defaultdict(lambda: [0, 0])
        for row in data:
            key = tuple(self.index[n] for n in names_of(row, self.own)
                        if (n if isinstance(n, str) else n[1]) not in self.without)
            groups[key][0] += row.right
            groups[key][1] += row.wrong
        x = np.zeros((len(groups), len(self.names)))
        for i, key in enumerate(groups): x[i, list(key)] = 1
        counts = np.array(list(groups.values()), dtype=float).reshape(-1, 2)
        return x, counts[:, 0], counts[:, 1]

    def learn(self, data):
        """Newton steps on the posterior, projected on the bounds."""
        x, right, wrong = self.matrix(data)
        n, theta, pull = right + wrong, self.theta.copy(), 1 / SPREAD ** 2

        def loss(t):
            s = x @ t
            return (np.logaddexp(0, -s) * right + np.logaddexp(0, s) * wrong).sum() + pull / 2 * ((t - self.prior) ** 2).sum()

        now = loss(theta)
        for _ in range(60):
            p = 1 / (1 + np.exp(-(x @ theta)))
            slope = x.T @ (n * p - right) + pull * (theta - self.prior)
            free = ~(((theta <= self.low) & (slope > 0)) | ((theta >= self.high) & (slope < 0)))
            bend = (x[:, free].T * (n * p * (1 - p))) @ x[:, free] + pull * np.eye(free.sum())
            step = np.zeros_like(theta)
            step[free] = np.linalg.solve(bend, slope[free])
            size = 1.0
            while size > 1e-4:
                new = np.clip(theta - size * step, self.low, self.high)
                after = loss(new)
                if after < now: break
                size /= 2
            if size <= 1e-4 or now - after < 1e-3: break
            theta, now = new, after
        self.theta = theta
        self.keep_order()
        if not any(row.medium == "scan" for row in data): self.keep_scans()
        return self

    def keep_scans(self):
        """A scanned value starts where people set it, as nothing was learnt of scans."""
        for i, name in enumerate(self.names):
            if isinstance(name, tuple) and name[1] == "scanned":
                base = self.index[name[0]]
                self.theta[i] = self.prior[i] + self.prior[base] - self.theta[base]

    def keep_order(self):
        """Nothing is never surer than a value of the same type (weights.h refuses such a table)."""
        number = dict(zip(self.names, self.theta))
        types = [t for t in self.priors.number if t not in self.priors.weights and t not in (*NOTHINGS, "required-nothing", "optional-missing")]
        for i, name in enumerate(self.names):
            kind = name if isinstance(name, str) else name[1]
            if kind in NOTHINGS or kind == "optional-missing":
                above = types if isinstance(name, str) else [name[0]]
                self.theta[i] = min(self.theta[i], min(number[t] for t in above) - 0.01)

    def score(self, data):
        x, right, wrong = self.matrix(data)
        return x @ self.theta, right, wrong


def auroc(s, right, wrong):
    order = np.argsort(s, kind="stable")
    below = pairs = 0.0
    values, starts = np.unique(s[order], return_index=True)
    r, w = np.add.reduceat(right[order], starts), np.add.reduceat(wrong[order], starts)
    below = np.cumsum(w) - w
    total = r.sum() * w.sum()
    return float((r * (below + w / 2)).sum() / total) if total else 1.0


def calibration_error(p, right, wrong):
    """Over ten bins of equal mass."""
    order, n = np.argsort(p, kind="stable"), right + wrong
    error = in_bin = said = was = 0.0
    for i in order:
        in_bin += n[i]; said += p[i] * n[i]; was += right[i]
        if in_bin * 10 >= n.sum():
            error += abs(said - was)
            in_bin = said = was = 0.0
    return (error + abs(said - was)) / max(1.0, n.sum())


def isotonic(s, right, wrong):
    """Pools neighbours until the share of right values never falls: (scores, probabilities)."""
    pools = []
    for i in np.argsort(s, kind="stable"):
        pools.append([s[i], right[i], right[i] + wrong[i]])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            _, r, n = pools.pop()
            pools[-1][0] = s[i]; pools[-1][1] += r; pools[-1][2] += n
    return np.array([p[0] for p in pools]), np.array([p[1] / p[2] for p in pools])


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def write_scans(model, lines):
    """Puts the numbers of SCANS into the table, and the scores above it."""
    number, out = dict(zip(model.names, model.theta)), []
    for line in TABLE.read_text().splitlines():
        if line.startswith("// Of scans") or line.startswith("//   scans: "): continue
        if line.startswith("// What a reason is worth"):
            out.append(f"// Of scans, written by tools/calibrate --scans on {datetime.date.today()}, all else being as it was:")
            out += ["//   scans: " + each for each in lines]
        own, found = OWN_LINE.match(line), LINE.match(line)
        if own and own[2] in SCANS: line = f'TABULARIUM_WEIGHT_OF("{own[1]}", "{own[2]}", {number[own[1], own[2]]:.2f}f)'
        elif found and found[2] in SCANS:
            line = f'TABULARIUM_WEIGHT("{found[2]}", {number[found[2]]:.2f}f){model.priors.comment[found[2]]}'
        out.append(line)
    TABLE.write_text("\n".join(out) + "\n")


def as_it_is(priors, own):
    """The table's own numbers as a model."""
    model, now = Model(priors, own), table_as_it_is()
    model.theta = np.array([now.get(n, p) for n, p in zip(model.names, model.prior)])
    return model


def learn_scans(a):
    data, priors = [r for r in rows(a.counts) if r.medium == "scan"], ScanPriors()
    own, lines = set(priors.own), []
    for line in tests(data, priors, own):
        print(line, flush=True)
        lines.append(line)
    model = Model(priors, own).learn(data)
    apart = [r for r in rows(a.test) if r.medium == "scan"]
    if apart:
        for name, each in (("other scans, before", as_it_is(priors, own)), ("other scans", model)):
            lines.append(line_of(name, *each.score(apart)))
            print(lines[-1])
    if a.write: write_scans(model, lines)
    else: print({n: round(t, 2) for n, t, p in zip(model.names, model.theta, model.prior) if (n if isinstance(n, str) else n[1]) in SCANS})


def line_of(name, s, right, wrong, p=None):
    error = calibration_error(sigmoid(s) if p is None else p, right, wrong)
    return f"{name}: {int((right + wrong).sum())} values, {int(wrong.sum())} wrong, AUROC {auroc(s, right, wrong):.4f}, calibration error {error:.5f}"


def fold_of(row):
    return int(hashlib.sha256(f"{row.medium}\t{row.layout}\t{row.defects}".encode()).hexdigest(), 16) % 5


def tests(data, priors, own):
    """Scores on what was kept apart, as lines."""
    parts, mapped = [], []
    for fold in range(5):
        rest, apart = [r for r in data if fold_of(r) != fold], [r for r in data if fold_of(r) == fold]
        if not apart: continue
        model = Model(priors, own).learn(rest)
        parts.append(model.score(apart))
        edges, heights = isotonic(*model.score(rest))
        mapped.append(heights[np.minimum(np.searchsorted(edges, parts[-1][0]), len(heights) - 1)])
    s, right, wrong = (np.concatenate([p[i] for p in parts]) for i in range(3))
    yield line_of("as people set it", *Model(priors, own).score(data))
    yield line_of("defects apart", s, right, wrong)
    yield line_of("the same with isotonic regression on top (not used)", s, right, wrong, np.concatenate(mapped))
    for key in ("form", "layout", "medium"):
        for value in sorted({getattr(r, key) for r in data}):
            rest, apart = [r for r in data if getattr(r, key) != value], [r for r in data if getattr(r, key) == value]
            if rest: yield line_of(f"{key} {value} apart", *Model(priors, own).learn(rest).score(apart))


def ablate(data, priors, own):
    for group in ("letters", "structure", "type", "checks", "wording"):
        codes = {c for c in priors.weights if priors.group[c] == group}
        bare = {o for o in own if o[1] not in codes}
        yield line_of(f"without {group}", *Model(priors, bare, codes).learn(data).score(data))
    yield line_of("with all", *Model(priors, own).learn(data).score(data))


def write(model, lines):
    number = dict(zip(model.names, model.theta))
    out = [f"// Written by tools/calibrate on {datetime.date.today()} from priors.inc and forged declarations; tested on what was kept apart:"]
    out += ["//   " + line for line in lines]
    body = PRIORS.read_text()
    for line in body[body.index("// What a reason is worth"):].splitlines():
        found = LINE.match(line)
        out.append(f'TABULARIUM_{found[1]}("{found[2]}", {number[found[2]]:.2f}f){found[4]}' if found else line)
    out = out[:out.index(next(line for line in out if "Where a type of value differs" in line)) + 1]
    for type_, name in sorted(model.own):
        kind = "WEIGHT_OF" if name in model.priors.weights else "BASE_OF"
        out.append(f'TABULARIUM_{kind}("{type_}", "{name}", {number[type_, name]:.2f}f)')
    TABLE.write_text("\n".join(out) + "\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("counts", nargs="+"); ap.add_argument("--write", action="store_true"); ap.add_argument("--ablate", action="store_true")
    ap.add_argument("--scans", action="store_true"); ap.add_argument("--test", action="append", default=[])
    a = ap.parse_args()
    if a.scans: return learn_scans(a)
    data, priors = list(rows(a.counts)), Priors()
    own, lines = owners(data, priors), []
    for line in tests(data, priors, own):
        print(line, flush=True)
        lines.append(line)
    if a.ablate:
        for line in ablate(data, priors, own): print(line, flush=True)
    if a.write: write(Model(priors, own).learn(data), lines)


if __name__ == "__main__":
    sys.exit(main())
