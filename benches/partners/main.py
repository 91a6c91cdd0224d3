"""The best partners and what each is worth, with numpy and scipy: what Adit's are held against and timed beside.

Reads games as JSON from its input; prints each game's best set, the worth of its members, and the seconds of both.
"""

import itertools
import json
import sys
import time

import numpy as np
from scipy.optimize import brentq, elementwise, minimize, minimize_scalar

# Risks nearer to each other than this are one to the search, as to Adit's.
TELLS = 1e-10
# Weights below this count nothing.
NEGLIGIBLE = 1e-12
# So many sets are looked at together where all are.
AT_ONCE = 1 << 14


class Game:
    """Suppliers, each with the weight of a squared share and the most that it can send."""

    def __init__(self, game):
        self.weight, self.cap = np.array(game["suppliers"], float).reshape(-1, 2).T
        self.per_price = np.divide(0.5, self.weight, out=np.full_like(self.weight, np.inf), where=self.weight >= NEGLIGIBLE)
        self.price = game["price"]
        self.given, self.open, self.members = (np.array(game[key], int) for key in ("given", "open", "members"))
        self.picks = min(game["most"], len(self.open))

    def sent(self, places, multiplier):
        """What some suppliers send at a multiplier of the need."""
        if multiplier == 0.0:
            return np.where(np.isinf(self.per_price[places]), self.cap[places], 0.0)
        return np.minimum(self.cap[places], multiplier * self.per_price[places])

    def solve(self, places):
        """The multiplier and the risk of the least risky mix of some suppliers."""
        def surplus(multiplier):
            return self.sent(places, multiplier).sum() - 1.0

        if surplus(0.0) >= 0.0:
            return 0.0, 0.0
        short = surplus(self.price) < 0.0
        multiplier = self.price if short else brentq(surplus, 0.0, self.price, xtol=1e-14, rtol=1e-14)
        shares = self.sent(places, multiplier)
        risk = self.weight[places] @ (shares * shares)
        return multiplier, risk + self.price * (1.0 - shares.sum()) if short else risk

    def spared(self, multiplier):
        """What every supplier spares at a multiplier: the most of its part of the dual."""
        shares = self.sent(slice(None), multiplier)
        return shares * (multiplier - self.weight * shares)

    def search(self):
        """The best set, depth first, with the bound that Adit has: the dual with the best of the undecided."""
        root, _ = self.solve(np.concatenate([self.given, self.open]))
        order = self.open[np.argsort(-self.spared(root)[self.open], kind="stable")]
        best, partners, nodes = np.inf, None, 0
        stack = [(0, (), root)]
        while stack:
            depth, chosen, multiplier = stack.pop()
            nodes += 1
            left, undecided = self.picks - len(chosen), len(order) - depth
            if left == 0 or undecided <= left:
                if undecided <= left:
                    chosen = chosen + tuple(order[depth:])
                _, risk = self.solve(np.concatenate([self.given, np.array(chosen, int)]))
                if risk < best:
                    best, partners = risk, chosen
                continue
            certain, rest = np.concatenate([self.given, np.array(chosen, int)]), order[depth:]

            def negative_bound(multiplier):
                spared = self.spared(multiplier)
                counted = np.partition(spared[rest], undecided - left)[undecided - left :]
                return spared[certain].sum() + counted.sum() - multiplier

            # Often the bound of the branch above is enough.
            if -negative_bound(multiplier) < best - TELLS:
                found = minimize_scalar(negative_bound, bounds=(0.0, self.price), method="bounded")
                multiplier = found.x
                if -found.fun < best - TELLS:
                    stack.append((depth + 1, chosen, multiplier))
                    stack.append((depth + 1, chosen + (order[depth],), multiplier))
                    continue
        return best, sorted(map(int, partners)), nodes

    def risks(self, weight, cap):
        """The risks of many sets at once, a row each: their multipliers are sought together."""
        free = weight < NEGLIGIBLE
        slope = np.divide(0.5, weight, out=np.zeros_like(weight), where=~free)
        floor, capped = np.where(free, cap, 0.0).sum(axis=1), np.where(free, 0.0, cap)

        def surplus(multiplier, row):
            return np.minimum(capped[row], multiplier[..., None] * slope[row]).sum(axis=-1) + floor[row] - 1.0

        multipliers = np.where(floor >= 1.0, 0.0, self.price)
        enough = np.flatnonzero((floor < 1.0) & (surplus(multipliers, np.arange(len(cap))) >= 0.0))
        if len(enough):
            low, high = np.zeros(len(enough)), np.full(len(enough), self.price)
            multipliers[enough] = elementwise.find_root(surplus, (low, high), args=(enough,)).x
        shares = np.minimum(capped, multipliers[:, None] * slope)
        short = np.where(multipliers >= self.price, np.maximum(1.0 - floor - shares.sum(axis=1), 0.0), 0.0)
        return (weight * shares * shares).sum(axis=1) + self.price * short

    def worths(self):
        """Shapley's values, from every coalition."""
        count = len(self.members)
        masks = np.arange(1 << count)
        inside = (masks[:, None] >> np.arange(count)) & 1 == 1
        places = np.concatenate([self.given, self.members])
        asked = np.hstack([np.ones((len(masks), len(self.given)), bool), inside])
        weight = np.broadcast_to(self.weight[places], asked.shape)
        risks = self.risks(weight, np.where(asked, self.cap[places], 0.0))
        sizes = inside.sum(axis=1)
        chance = np.ones(max(count, 1)) / max(count, 1)
        for size in range(1, count):
            chance[size] = chance[size - 1] * size / (count - size)
        worths = []
        for member in range(count):
            without = masks[~inside[:, member]]
            worths.append(float(chance[sizes[without]] @ (risks[without] - risks[without | 1 << member])))
        return worths

    def every_set(self):
        """The least risk of every set of so many, one as the other: nothing is bounded, nothing left out."""
        best = np.inf
        sets = itertools.combinations(self.open, self.picks)
        while some := list(itertools.islice(sets, AT_ONCE)):
            places = np.hstack([np.broadcast_to(self.given, (len(some), len(self.given))), np.array(some, int)])
            best = min(best, self.risks(self.weight[places], self.cap[places]).min())
        return float(best)

    def by_programming(self, places):
        """The same risk by a general solver, from shares and shortage alone: nothing of the dual is in it."""
        weight, price = self.weight[places], self.price
        count = len(places)
        found = minimize(
            lambda x: weight @ (x[:-1] * x[:-1]) + price * x[-1],
            np.append(np.minimum(self.cap[places], 1.0 / max(count, 1)), 1.0),
            jac=lambda x: np.append(2.0 * weight * x[:-1], price),
            bounds=[(0.0, cap) for cap in self.cap[places]] + [(0.0, 1.0)],
            constraints={"type": "eq", "fun": lambda x: x.sum() - 1.0, "jac": np.ones_like},
            method="SLSQP",
            options={"ftol": 1e-14, "maxiter": 1000},
        )
        return float(found.fun)


def timed(compute, at_least):
    """What is computed, and the seconds that it takes: the mean of as many times as last so long together."""
    count, started = 0, time.perf_counter()
    while True:
        found = compute()
        count += 1
        passed = time.perf_counter() - started
        if passed >= at_least:
            return found, passed / count


def answer(asked):
    """One game's answer."""
    game = Game(asked)
    (risk, partners, nodes), search_seconds = timed(game.search, asked["seconds"])
    worths, worth_seconds = timed(game.worths, asked["seconds"])
    said = {
        "partners": partners,
        "risk": float(risk),
        "programmed": game.by_programming(np.concatenate([game.given, np.array(partners, int)])),
        "nodes": nodes,
        "worths": worths,
        "search_seconds": search_seconds,
        "worth_seconds": worth_seconds,
    }
    if asked["every_set"]:
        said["least"], said["least_seconds"] = timed(game.every_set, 0.0)
    return said


if __name__ == "__main__":
    print(json.dumps([answer(game) for game in json.load(sys.stdin)]))
