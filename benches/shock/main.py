"""The model of a scenario's simulation in numpy, month by month: what Adit's is timed beside.

Reads a job as JSON from its input; prints the figures of every outer draw and the seconds that all took.
"""

import json
import sys
import time

import numpy as np
from math import erf

MONTHS = 120
# Runs at once: small enough for the arrays of a chunk to stay near the processor.
CHUNK = 250


def normal_quantiles(chances):
    """Numbers below which a standard normal one lies with these chances."""
    low, high = np.full(chances.shape, -9.0), np.full(chances.shape, 9.0)
    below = np.vectorize(lambda x: 0.5 * (1.0 + erf(x / 2**0.5)))
    for _ in range(60):
        middle = 0.5 * (low + high)
        under = below(middle) < chances
        low, high = np.where(under, middle, low), np.where(under, high, middle)
    return low


def scenario(job, count):
    """What each supplier still has in each month at both stages."""
    left = np.ones((MONTHS, count, 2), np.float32)
    for act in job["acts"]:
        less = act["effect"]["Less"]
        assert less["target"] is None
        for stage in range(2):
            if less["stages"][stage]:
                left[act["from"] : act["until"], less["whose"]["Of"], stage] *= 1.0 - less["cut"]["Part"]
    return left


def market(left, es, ed, spare):
    """Output over normal output, and use, where so much is left of supply and nothing is stored."""
    response = np.minimum(np.maximum(left, 1e-30) ** (-es / (es + ed)), 1.0 + spare)
    return response, left * response


def draw(job, random, fixed):
    """Shortfalls of one outer draw: mean and worst year, of the world and of the importer."""
    assumed, numbers = job["assumptions"], job["numbers"]
    (region, weak, world, own, rest, own_rest, left, at_risk) = fixed
    spread = assumed["spread"]
    kinds = ("political", "conflict", "natural", "technical")
    if spread > 0.0:
        shape = 1.0 / spread**2
        rates = [assumed[kind] * random.gamma(shape) / shape for kind in kinds]
        es, ed = (assumed[key] * np.exp(spread * random.standard_normal()) for key in ("es", "ed"))
        mean = assumed["correlation"]
        total = max((1.0 - mean) / (mean * spread**2) - 1.0, 1.0)
        correlation = min(random.beta(total * mean, total * (1.0 - mean)), 0.95)
    else:
        rates = [assumed[kind] for kind in kinds]
        es, ed, correlation = assumed["es"], assumed["ed"], assumed["correlation"]
    thresholds = [
        normal_quantiles(1.0 - np.exp(-rate * (weak if political else np.ones_like(weak)) / 12.0)).astype(np.float32)
        for rate, political in zip(rates, (True, True, False, False))
    ]
    common, apart = np.float32(correlation**0.5), np.float32((1.0 - correlation) ** 0.5)
    regions, members = region.max() + 1, len(region)
    means, worst = [], []
    stages = np.flatnonzero(numbers["stages"])
    for first in range(0, job["inner"], CHUNK):
        runs = min(CHUNK, job["inner"] - first)
        # The logarithm of what each supplier gives: changes at first, then sums.
        given = np.zeros((runs, MONTHS + 1, members), np.float32)
        for threshold in thresholds:
            factor = random.standard_normal((runs, MONTHS, regions), dtype=np.float32)
            z = random.standard_normal((runs, MONTHS, members), dtype=np.float32)
            z *= apart
            z += common * factor[:, :, region]
            run, month, member = np.nonzero(z < threshold)
            log_months = np.log(assumed["months"]) + assumed["sigma"] * random.standard_normal(len(run))
            until = np.minimum(month + np.maximum(np.ceil(np.exp(log_months)), 1.0), MONTHS).astype(np.intp)
            kept = np.log1p(-random.beta(assumed["severity_a"], assumed["severity_b"], len(run)))
            np.add.at(given, (run, month, member), kept.astype(np.float32))
            np.add.at(given, (run, until, member), -kept.astype(np.float32))
        np.cumsum(given, axis=1, out=given)
        given = np.exp(given[:, :MONTHS])
        available, bought = [], []
        for stage in stages:
            parts = left[:, :, stage]
            # Those too small to be hit give what the scenario leaves them.
            quiet = parts[:, ~at_risk] @ world[~at_risk, stage] + rest[stage]
            own_quiet = parts[:, ~at_risk] @ own[~at_risk, stage] + own_rest[stage]
            risky = parts[:, at_risk]
            available.append(np.einsum("rmc,mc->rm", given, risky * world[at_risk, stage], optimize=True) + quiet)
            bought.append(np.einsum("rmc,mc->rm", given, risky * own[at_risk, stage], optimize=True) + own_quiet)
        supply, direct = np.minimum.reduce(available), np.minimum.reduce(bought)
        response, used = market(supply, es, ed, assumed["spare"])
        rho = assumed["resourcing"]
        importer = rho * used + (1.0 - rho) * np.minimum(direct * response, used)
        shortfalls = 1.0 - np.stack([used, importer])
        means.append(shortfalls.mean(axis=2))
        worst.append(shortfalls.reshape(2, runs, 10, 12).mean(axis=3).max(axis=2))
    return np.concatenate(means, axis=1), np.concatenate(worst, axis=1)


def main():
    """Simulates, sums up, prints."""
    job = json.load(sys.stdin)
    started = time.perf_counter()
    numbers = job["numbers"]
    suppliers = numbers["suppliers"]
    world = np.array([one["world"] for one in suppliers], np.float32)
    own = np.array([one["sourcing"] for one in suppliers], np.float32)
    at_risk = (np.maximum(world, own) >= job["smallest"]).any(axis=1)
    _, region = np.unique([one["region"] for one in suppliers], return_inverse=True)
    governance = np.array([one["governance"] for one in suppliers])
    weak = np.exp(job["assumptions"]["governance"] * (governance - 0.5))
    left = scenario(job, len(suppliers))
    fixed = (region[at_risk], weak[at_risk], world, own, numbers["rest"], numbers["own_rest"], left, at_risk)
    random = np.random.default_rng(1)
    level = job["assumptions"]["level"]
    figures = [{"mean": [], "worst_year": [], "large_loss": [], "tail_mean": []} for _ in range(2)]
    for _ in range(job["outer"]):
        means, worst = draw(job, random, fixed)
        for who, found in enumerate(figures):
            ordered = np.sort(worst[who])
            found["mean"].append(float(means[who].mean(dtype=np.float64)))
            found["worst_year"].append(float(ordered.mean(dtype=np.float64)))
            found["large_loss"].append(float((ordered > 0.1).mean()))
            found["tail_mean"].append(float(ordered[round(len(ordered) * level) :].mean(dtype=np.float64)))
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "world": figures[0], "importer": figures[1]}))


if __name__ == "__main__":
    main()
