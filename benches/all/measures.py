"""The measures, in numpy, from the equations; each a number, or None where an input that it needs is missing."""

from dataclasses import dataclass

import numpy as np

LARGEST_ROUNDING = 0.06
STUDY_YEARS = range(2016, 2021)


def governance(estimate):
    """G of the Commission, 0 best to 10 worst."""
    return np.clip(2.0 * (2.5 - estimate), 0.0, 10.0)


def risk(estimate):
    """g of GeoPolRisk, 0 best to 1 worst."""
    return np.clip((2.5 - estimate) / 5.0, 0.0, 1.0)


def half_last_digit(values):
    """Half a unit of the last digit that each published number shows."""
    unit = np.full(len(values), 0.001)
    while True:
        times = values / (unit * 10.0)
        grows = (unit < values) & (np.abs(times - np.round(times)) < 1e-6)
        if not grows.any():
            return np.where(values > 0.0, unit / 2.0, 0.0)
        unit = np.where(grows, unit * 10.0, unit)


def whole(table):
    """What shares are shares of: the published total unless the rows exceed it by more than rounding."""
    rows = table.quantity[~np.isnan(table.quantity)]
    if table.other is not None:
        rows = np.append(rows, table.other)
    world = table.world
    if world is None or world <= 0.0:
        return rows.sum()
    slack = half_last_digit(np.append(rows, world)).sum()
    return rows.sum() if rows.sum() - world > min(slack, LARGEST_ROUNDING * world) else world


@dataclass
class World:
    """Shares of world supply and the measures that need no importer."""

    shares: np.ndarray
    hhi: float | None
    hhi_wgi: float | None
    n_minus_1: float | None


def of_world(tables, table):
    """The measures of world supply."""
    quantity = np.nan_to_num(table.quantity)
    if not (quantity > 0.0).any():
        return World(np.zeros_like(quantity), None, None, None)
    shares = np.clip(quantity / whole(table), 0.0, 1.0)
    score = governance(tables.scores[table.year])
    scored = ~np.isnan(score) & (shares > 0.0)
    return World(
        shares,
        10_000.0 * min((shares**2).sum(), 1.0),
        (shares[scored] ** 2 * score[scored]).sum() if scored.any() else None,
        max(1.0 - shares.max(), 0.0),
    )


def mix(shares, score, factor):
    """Σ S²·G·t of a mix; None where nobody supplies or nobody has a score."""
    scored = (shares > 0.0) & ~np.isnan(score)
    return (shares[scored] ** 2 * score[scored] * factor[scored]).sum() if scored.any() else None


def supply_risk(hhi_global, hhi_own, reliance, assessed, used=None):
    """SR from the two mixes, or from the one that is used or usable."""
    if used is None:
        used = {(True, True): "both", (True, False): "global", (False, True): "eu"}.get(
            (hhi_global is not None, hhi_own is not None)
        )
    brackets = {"global": hhi_global, "eu": hhi_own}.get(used)
    if used == "both" and None not in (hhi_global, hhi_own, reliance):
        brackets = hhi_global * reliance / 2.0 + hhi_own * (1.0 - reliance / 2.0)
    if brackets is None or assessed is None or assessed.eol_rir is None or assessed.si_sr is None:
        return None
    return brackets * (1.0 - assessed.eol_rir) * assessed.si_sr


def commission(tables, assessed):
    """SR of the European Union from the Commission's own shares, with the mean governance of its years."""
    years = np.array([tables.of_year[year] for year in STUDY_YEARS])
    known = ~np.isnan(years)
    mean = np.where(known, governance(years), 0.0).sum(0) / np.maximum(known.sum(0), 1)
    score = np.where(known.any(0), mean, governance(tables.long_scores[STUDY_YEARS[-1]]))

    def side(name):
        who, shares, factor = assessed.shares[name]
        return mix(shares, score[who], factor) if len(who) else None

    return supply_risk(side("global"), side("eu"), assessed.reliance, assessed, assessed.used)


def of_importer(tables, table, world, inside, union):
    """Import reliance, SR and GeoPolRisk in both forms of an importer: `inside` says by country who belongs to it."""
    answer = dict.fromkeys(("import_reliance", "ec_supply_risk", "geopolrisk", "geopolrisk_exact"))
    score = tables.long_scores[table.year]
    assessed = tables.assessed.get((table.mineral, table.stage))
    flows = tables.flows.get((table.mineral, table.stage, table.year))
    # What is published for members, in tonnes; a sum only where none is withheld or missing.
    own = np.where(inside & ~np.isnan(table.quantity), table.quantity, 0.0)
    if (inside & table.unknown).any():
        production = None
    elif table.unit is None:
        production = None if own.sum() > 0.0 else 0.0
    else:
        production = own.sum() * table.unit
    sent = exports = None
    if flows is not None:
        known = ~np.isnan(flows.tonnes)
        bought, sold = inside[flows.importer], inside[flows.exporter]
        arriving = bought & known
        sent = np.bincount(
            flows.exporter[arriving], flows.tonnes[arriving], minlength=len(inside)
        )
        exports = flows.tonnes[sold & ~bought & known].sum()
        if table.unit is not None:
            tonnes = np.trunc(np.nan_to_num(table.quantity) * table.unit)
            exact = np.where(inside, 0.0, np.where(np.isnan(score), 0.5, risk(score)))
            hhi = (tonnes**2).sum() / tonnes.sum() ** 2 if tonnes.sum() > 0.0 else 0.0
            supply = own.sum() * table.unit + sent.sum()
            share = (exact * sent).sum() / supply if supply > 0.0 else 0.0
            answer["geopolrisk_exact"] = hhi * share
        if not known.any():
            sent = exports = None
    outside = None if sent is None else np.where(inside, 0.0, sent)
    if outside is not None and production is not None:
        imports = outside.sum()
        need = production + imports - exports
        if need > 0.0:
            answer["import_reliance"] = min(max((imports - exports) / need, 0.0), 1.0)
        if world.hhi is not None and production + imports > 0.0:
            weighted = (np.nan_to_num(risk(score)) * outside).sum()
            answer["geopolrisk"] = world.hhi / 10_000.0 * weighted / (production + imports)
    if union and not tables.yearly[table.edition] and assessed is not None:
        answer["ec_supply_risk"] = commission(tables, assessed)
        return answer
    factor = np.ones(len(inside))
    if assessed is not None:
        who, _, restricted = assessed.shares["global"]
        factor[who] = np.maximum(restricted, 1.0)
    factor[inside] = 0.8
    sourcing = None
    if outside is not None and production is not None and production + outside.sum() > 0.0:
        shares = (own * (table.unit or 0.0) + outside) / (production + outside.sum())
        sourcing = mix(shares, governance(score), factor)
    answer["ec_supply_risk"] = supply_risk(
        mix(world.shares, governance(score), factor), sourcing, answer["import_reliance"], assessed
    )
    return answer
