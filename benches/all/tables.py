"""Reads the tables that both programs compute from: files of data/ and the source's flows, nothing prepared."""

import csv
import gzip
import json
from dataclasses import dataclass, field

import numpy as np

TONNES = {"kg": 1e-3, "t": 1.0, "kt": 1e3, "Mt": 1e6, "kct": 2e-4, "Mct": 0.2}


def number(cell):
    """A published figure, its marks taken off; None where the source gives none."""
    if cell is None or cell in ("W", "NA"):
        return None
    return float(cell.strip("<>e"))


@dataclass
class Supply:
    """One mineral at one stage in one year, as one edition has it."""

    mineral: str
    stage: str
    edition: str
    year: int
    unit: float | None
    quantity: np.ndarray  # by country, NaN where there is no figure
    unknown: np.ndarray  # by country, True where the source names it and gives no figure
    other: float | None
    world: float | None


@dataclass
class Flows:
    """Who sold how much to whom under the codes of a mineral's stage in a year."""

    exporter: np.ndarray
    importer: np.ndarray
    tonnes: np.ndarray  # NaN where the source gives a value without a quantity
    kusd: np.ndarray


@dataclass
class Assessed:
    """The Commission's inputs for a mineral's stage."""

    shares: dict  # "global" and "eu": (countries, fractions, trade factors)
    used: str | None
    reliance: float | None
    eol_rir: float | None
    si_sr: float | None


@dataclass
class Tables:
    """Everything."""

    countries: list
    position: dict
    blocs: dict
    editions: list
    yearly: dict
    supply: list = field(default_factory=list)
    codes: dict = field(default_factory=dict)
    flows: dict = field(default_factory=dict)
    scores: dict = field(default_factory=dict)
    long_scores: dict = field(default_factory=dict)
    of_year: dict = field(default_factory=dict)
    assessed: dict = field(default_factory=dict)


def read(root, years):
    """All tables, with the flows of some years."""

    def load(name):
        with open(f"{root}/data/{name}.json", encoding="utf-8") as file:
            return json.load(file)

    countries = [country["iso3"] for country in load("countries")]
    position = {iso3: at for at, iso3 in enumerate(countries)}
    editions = load("editions")
    tables = Tables(
        countries,
        position,
        {bloc["id"]: bloc["members"] for bloc in load("blocs")},
        [edition["id"] for edition in editions],
        {edition["id"]: edition["kind"] == "usgs" for edition in editions},
    )
    for series in load("supply")["series"]:
        tables.supply.extend(supply(series, position))
    tables.scores, _ = scores(load("governance"), position, years)
    tables.long_scores, tables.of_year = scores(load("governance_long"), position, years)
    for entry in load("assessments")["assessments"]:
        if entry["year"] == 2023 and entry.get("mineral"):
            for stage, found in entry["stages"].items():
                tables.assessed[entry["mineral"], stage] = assessed(entry, found, position)
    for code in load("trade")["codes"]:
        tables.codes.setdefault((code["mineral"], code["stage"]), []).append(code["code"])
    tables.flows = flows(root, tables, set(years))
    return tables


def supply(series, position):
    """A table for each year of a series."""
    for at, year in enumerate(series["years"]):
        quantity = np.full(len(position), np.nan)
        unknown = np.zeros(len(position), bool)
        for iso3, cells in series["countries"].items():
            if cells[at] is None:
                continue
            value = number(cells[at])
            if value is None:
                unknown[position[iso3]] = True
            else:
                quantity[position[iso3]] = value
        other, world = series.get("other"), series.get("world")
        yield Supply(
            series["mineral"],
            series["stage"],
            series["edition"],
            year,
            TONNES.get(series["unit"]),
            quantity,
            unknown,
            number(other[at]) if other else None,
            number(world[at]) if world else None,
        )


def scores(governance, position, years):
    """For each year asked for the newest estimates not later; and those of each year of the source itself."""
    first, last = min(governance["years"]), max(max(years), max(governance["years"]))
    own = {year: np.full(len(position), np.nan) for year in range(first, last + 1)}
    for iso3, rows in governance["countries"].items():
        for year, estimate in zip(governance["years"], rows["estimate"], strict=True):
            if estimate not in (None, "NA"):
                own[year][position[iso3]] = float(estimate)
    newest = {}
    for year in sorted(own):
        before = newest.get(year - 1, np.full(len(position), np.nan))
        newest[year] = np.where(np.isnan(own[year]), before, own[year])
    return newest, own


def assessed(entry, found, position):
    """A stage's inputs, as fractions."""

    def shares(rows):
        rows = [(position[iso3], number(share), float(t)) for iso3, (share, t) in rows.items()]
        rows = [row for row in rows if row[1] is not None]
        if not rows:
            return np.array([], int), np.array([]), np.array([])
        who, share, factor = zip(*rows, strict=True)
        return np.array(who), np.array(share) / 100.0, np.array(factor)

    def fraction(text, scale):
        return None if text is None else min(max(float(text) / scale, 0.0), 1.0)

    return Assessed(
        {side: shares(found.get(side, {})) for side in ("global", "eu")},
        found.get("used"),
        fraction(found.get("import_reliance"), 100.0),
        fraction(entry.get("eol_rir"), 100.0),
        fraction(entry.get("si_sr"), 1.0),
    )


def flows(root, tables, years):
    """The flows of the years, by mineral, stage and year."""
    folder = f"{root}/data/tables/trade"
    with open(f"{folder}/areas.csv", encoding="utf-8", newline="") as file:
        areas = {row["source"]: row["iso3"] for row in csv.DictReader(file)}
    stands_for = {}
    for key, codes in tables.codes.items():
        for code in codes:
            stands_for.setdefault(code, []).append(key)
    rows = {}
    with gzip.open(f"{folder}/baci_2019_2024.csv.gz", "rt", encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        for year, exporter, importer, code, value, quantity in lines:
            if int(year) not in years:
                continue
            for mineral, stage in stands_for.get(code, ()):
                rows.setdefault((mineral, stage, int(year)), []).append(
                    (
                        tables.position[areas.get(exporter, exporter)],
                        tables.position[areas.get(importer, importer)],
                        float(quantity) if quantity else np.nan,
                        float(value),
                    )
                )
    found = {}
    for key, listed in rows.items():
        exporter, importer, tonnes, kusd = (np.array(column) for column in zip(*listed, strict=True))
        found[key] = Flows(exporter, importer, tonnes, kusd)
    return found
