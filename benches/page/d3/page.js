// One world map and one bar chart of a mineral's mine production, as a d3 page is usually written.
(async () => {
  const [world, supply] = await Promise.all([d3.json("world-110m.json"), d3.json("supply.json")]);
  const bySlug = new Map(supply.minerals.map(mineral => [mineral.slug, mineral]));
  const countries = topojson.feature(world, world.objects.countries).features;
  const percent = d3.format(".1%");
  const most = 10;

  // The map: outlines once, colours with every choice.
  const map = d3.select("#map");
  const path = d3.geoPath(d3.geoEqualEarth().fitSize([960, 468], { type: "Sphere" }));
  const colour = d3.scaleThreshold([0.01, 0.05, 0.1, 0.25, 0.5], d3.schemeBlues[6]);
  map.append("path").attr("class", "sea").attr("d", path({ type: "Sphere" }));
  const shapes = map.append("g").selectAll("path").data(countries).join("path")
    .attr("class", "country")
    .attr("d", path);
  const hints = shapes.append("title");
  map.append("path").attr("class", "borders")
    .attr("d", path(topojson.mesh(world, world.objects.countries, (a, b) => a !== b)));

  // The bars: the largest holders.
  const bars = d3.select("#bars");
  const x = d3.scaleLinear().range([190, 880]);
  const y = d3.scaleBand().range([30, 290]).padding(0.2);
  const xAxis = bars.append("g").attr("transform", "translate(0,30)");
  const yAxis = bars.append("g").attr("transform", "translate(190,0)");
  const body = bars.append("g");

  function draw() {
    const mineral = bySlug.get(d3.select("#mineral").property("value"));
    const year = d3.select("#year").property("value");
    const { world: total, countries: rows } = mineral.years[year];
    const sum = total ?? d3.sum(rows, ([, quantity]) => quantity);
    const shares = rows.filter(([, quantity]) => quantity > 0)
      .map(([iso3, quantity]) => ({ iso3, name: supply.names[iso3], share: quantity / sum }))
      .sort((a, b) => d3.descending(a.share, b.share));
    const share = new Map(shares.map(row => [row.iso3, row.share]));

    const title = `Mined ${mineral.name.toLowerCase()}, ${year}`;
    d3.select("#title").text(title);
    document.title = title;
    const of = country => share.get(country.properties.a3);
    shapes.attr("fill", country => (of(country) === undefined ? "#ddd" : colour(of(country))));
    hints.text(country => of(country) === undefined
      ? country.properties.name
      : `${country.properties.name}: ${percent(of(country))}`);

    const top = shares.slice(0, most);
    x.domain([0, d3.max(top, row => row.share) ?? 1]);
    y.domain(top.map(row => row.name));
    xAxis.call(d3.axisTop(x).ticks(6, "%"));
    yAxis.call(d3.axisLeft(y).tickSizeOuter(0));
    body.selectAll("rect").data(top, row => row.iso3).join("rect")
      .attr("class", "bar")
      .attr("x", x(0))
      .attr("y", row => y(row.name))
      .attr("width", row => x(row.share) - x(0))
      .attr("height", y.bandwidth());
    body.selectAll("text").data(top, row => row.iso3).join("text")
      .attr("x", row => x(row.share) + 6)
      .attr("y", row => y(row.name) + y.bandwidth() / 2)
      .attr("dy", "0.35em")
      .text(row => percent(row.share));
  }

  const choose = (id, values, chosen) => d3.select(id).on("change", draw)
    .selectAll("option").data(values).join("option")
    .attr("value", ([value]) => value)
    .property("selected", ([value]) => value === chosen)
    .text(([, text]) => text);
  choose("#mineral", supply.minerals.map(mineral => [mineral.slug, mineral.name]), "cobalt");
  choose("#year", supply.years.map(year => [year, year]), "2024");
  draw();
  // The sign that both pages give, in the same way: with the frame that shows the first view.
  requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; });
})();
