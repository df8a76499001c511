"""Classes of scans: resolution, how rules are printed, and the damages in the order in which they happen."""
import damage as D

SOUND = "1px solid #000"

# class: dots an inch, rules, [(damage, dose)], and damages of which one happens to a page besides
CLASSES = {
    "clean300": (300, SOUND, [], []),
    "light300": (300, SOUND, [(D.tint, 0), (D.skew, .8), (D.light, .1), (D.blur, .6), (D.noise, 5), (D.jpeg, 85)],
                 [None, None, None, (D.seal_red, 0)]),
    "moderate300": (300, SOUND, [(D.tint, 0), (D.skew, 1.5), (D.light, .25), (D.blur, 1), (D.noise, 8), (D.jpeg, 65)],
                    [None, None, (D.seal_red, 0), (D.border, .2), (D.bleed, .12), (D.perspective, .006)]),
    "heavy300": (300, SOUND, [(D.tint, 0), (D.skew, 3), (D.light, .42), (D.blur, 1.5), (D.noise, 14), (D.jpeg, 40)],
                 [None, (D.seal_red, 0), (D.seal_blue, 0), (D.border, .3), (D.bleed, .2), (D.perspective, .015), (D.broken_rules, .1)]),
    "light200": (200, SOUND, [(D.tint, 0), (D.skew, .8), (D.light, .1), (D.blur, .6), (D.noise, 5), (D.jpeg, 85)], []),
    "heavy200": (200, SOUND, [(D.tint, 0), (D.skew, 3), (D.light, .42), (D.blur, 1.3), (D.noise, 12), (D.jpeg, 45)],
                 [None, (D.seal_red, 0), (D.border, .3), (D.bleed, .2), (D.perspective, .015)]),
    "d150": (150, SOUND, [(D.skew, .6), (D.blur, .5), (D.noise, 4), (D.jpeg, 85)], []),
    "d400": (400, SOUND, [(D.skew, .6), (D.blur, .6), (D.noise, 5), (D.jpeg, 85)], []),
    "skew": (300, SOUND, [(D.skew, 8)], []),
    "blur": (300, SOUND, [(D.blur, 2)], []),
    "noise": (300, SOUND, [(D.noise, 25)], []),
    "jpeg": (300, SOUND, [(D.jpeg, 20)], []),
    "light": (300, SOUND, [(D.light, .6)], []),
    "seal-red": (300, SOUND, [(D.seal_red, 0)], []),
    "seal-blue": (300, SOUND, [(D.seal_blue, 0)], []),
    "fax": (200, SOUND, [(D.skew, .6), (D.blur, .6), (D.fax, 20)], []),
    "faint-rules": (300, ".6px solid #b4b4b4", [(D.skew, .5), (D.blur, .6), (D.noise, 6), (D.jpeg, 80)], []),
    "broken-rules": (300, SOUND, [(D.broken_rules, .2), (D.skew, .5), (D.blur, .6), (D.noise, 5)], []),
    "perspective": (300, SOUND, [(D.perspective, .03)], []),
    "two-up": (300, SOUND, [(D.skew, .5), (D.noise, 4)], []),
    "bleed": (300, SOUND, [(D.bleed, .3), (D.noise, 4)], []),
    "border": (300, SOUND, [(D.skew, .5), (D.border, .4)], []),
    "turned90": (300, SOUND, [(D.skew, .4), (D.turned, 1)], []),
    "turned180": (300, SOUND, [(D.skew, .4), (D.turned, 2)], []),
    "turned270": (300, SOUND, [(D.skew, .4), (D.turned, 3)], []),
}
FINISHES = (D.jpeg,)  # come last, after what happens besides


def damaged(rng, picture, cells, name):
    """A page's picture as its class has it; `cells` as for D.broken_rules."""
    dots, _, always, besides = CLASSES[name]
    steps = list(always)
    extra = rng.choice(besides) if besides else None
    if extra:
        at = 0 if extra[0] in (D.broken_rules, D.seal_red, D.seal_blue, D.bleed, D.perspective) else len(steps)
        if at and steps[-1][0] in FINISHES:
            at -= 1
        steps.insert(at, extra)
    for step, dose in steps:
        more = {"cells": cells} if step is D.broken_rules else {}
        picture = step(rng, picture, dots, dose, **more)
    return picture, [step.__name__.replace("_", "-") for step, _ in steps]
