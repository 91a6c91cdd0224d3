"""Every mineral under every method for some importers and years, in numpy: what `adit all --json` is timed beside.

Called with the repository's root, the importers, the years and how often to compute; prints one JSON object with the
answers and with the seconds that reading and each computation took.
"""

import json
import sys
import time

import numpy as np

from measures import of_importer, of_world
from tables import read


def chosen(tables, year):
    """A table for every mineral and stage: of the newest edition that has the year, yearly statistics first."""

    def preference(table):
        return (
            tables.yearly[table.edition],
            -abs(table.year - year),
            table.year,
            tables.editions.index(table.edition),
        )

    best = {}
    for table in tables.supply:
        key = (table.mineral, table.stage)
        if table.stage != "reserves" and (
            key not in best or preference(table) > preference(best[key])
        ):
            best[key] = table
    return [table for _, table in sorted(best.items()) if table.year == year]


def answers(tables, importers, years):
    """The figures by importer and year, as JSON."""
    found = {}
    for year in years:
        worlds = [(table, of_world(tables, table)) for table in chosen(tables, year)]
        for importer in importers:
            inside = np.zeros(len(tables.countries), bool)
            inside[[tables.position[iso3] for iso3 in tables.blocs.get(importer, [importer])]] = True
            found[f"{importer} {year}"] = [
                {
                    "mineral": table.mineral,
                    "stage": table.stage,
                    "edition": table.edition,
                    "hhi": world.hhi,
                    "hhi_wgi": world.hhi_wgi,
                    "n_minus_1": world.n_minus_1,
                    **of_importer(tables, table, world, inside, importer == "EU"),
                }
                for table, world in worlds
            ]
    return json.dumps(found)


def main():
    """Reads once, computes as often as asked, prints."""
    root, importers, years, runs = sys.argv[1:]
    importers, years = importers.split(","), [int(year) for year in years.split(",")]
    started = time.perf_counter()
    tables = read(root, years)
    reading = time.perf_counter() - started
    computing = []
    for _ in range(int(runs)):
        started = time.perf_counter()
        text = answers(tables, importers, years)
        computing.append(time.perf_counter() - started)
    print(json.dumps({"reading": reading, "computing": computing, "answers": json.loads(text)}))


if __name__ == "__main__":
    main()
