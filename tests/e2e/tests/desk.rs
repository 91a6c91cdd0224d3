//! The desk: every mineral under every method, one importer's dependence, and the way between the views.

use adit::data::{Dataset, Stage, Trade, embedded, shipped};
use adit::figure::{Context, benchmark_keys, importer_keys};
use adit::i18n::{EN, EN_DESK};
use adit::report::explain::{Figure, explain};
use adit::report::{All, Figures, one_country, table_for, tables_at};
use adit::risk::importer::{Case, Sources};
use adit::risk::intervals::Draws;
use adit::state::{View, ViewState, query};
use adit_e2e::{Browser, Page};

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

/// What the desk has fetched, natively: the methods' own data and the newest year of trade.
fn asked<T>(question: impl FnOnce(&Sources<'_>) -> T) -> T {
    let (methods, trade) = (shipped::methods(), shipped::trade());
    let methods = methods.expect("the shipped assessments are sound");
    let trade: &Trade = trade.expect("the shipped trade is sound");
    question(&Sources {
        data: data(),
        trade: Some(trade),
        methods: Some(methods),
    })
}

fn open(link: &str) -> Page {
    let page = Page::open(link);
    fetched(&page);
    page
}

fn fetched(page: &Page) {
    page.wait("document.querySelector('.progress p')?.textContent === ''");
    page.wait_until_painted();
}

/// The first column and one other, cell by cell, without the remark beside the number.
fn column(page: &Page, table: &str, at: usize) -> Vec<(String, String)> {
    let rows = page.script(&format!(
        "[...document.querySelectorAll('{table} tbody tr')].map(row => \
         [row.cells[0].innerText.trim(), row.cells[{at}].firstElementChild?.matches('a') ? row.cells[{at}].firstElementChild.textContent : \
         row.cells[{at}].firstChild.textContent.trim()])"
    ));
    let text = |cell: &serde_json::Value| cell.as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().into_iter().flatten();
    rows.map(|row| (text(&row[0]), text(&row[1]))).collect()
}

#[test]
fn the_years_that_the_page_fetches_are_those_of_the_data() {
    let years: Vec<u16> = asked(|sources| sources.trade.expect("trade").years().collect());
    let (first, last) = adit::data::TRADE_YEARS;
    assert_eq!(years, (first..=last).collect::<Vec<u16>>());
}

#[test]
fn every_mineral_has_the_command_lines_figures() {
    let data = data();
    for (link, importer) in [
        ("view=minerals", "EU"),
        ("view=minerals&stage=refine&importer=USA", "USA"),
    ] {
        let page = open(link);
        let shown = column(&page, "#minerals-table", 1);
        let all = asked(|sources| {
            let state = query::decode(link, data).state;
            let tables = tables_at(data, &state, state.stage, None, sources.last_trade_year());
            let draws = Draws::new(1, 0, data.countries().len());
            All::of(sources, &tables, data.importer_by_code(importer), &draws)
        });
        assert_eq!(shown.len(), all.minerals.len(), "{link}");
        assert!(shown.len() > 20, "{link}: {} minerals", shown.len());
        let mut compared = 0;
        for row in &all.minerals {
            let slug = data.mineral_by_slug(&row.mineral).expect("a known mineral");
            let name = &data.mineral(slug).name;
            let (_, text) = shown
                .iter()
                .find(|(shown, _)| shown == name)
                .unwrap_or_else(|| panic!("{name} is not shown"));
            let native = row.ec_supply_risk.as_ref();
            let native = native.map_or("–".to_owned(), |score| format!("{:.2}", score.value));
            assert_eq!(text, &native, "{name} for {importer}");
            compared += usize::from(native != "–");
        }
        assert!(compared > 10, "{link}: {compared} figures compared");
        page.assert_quiet();
    }
}

#[test]
fn one_importer_has_the_command_lines_figures() {
    let data = data();
    for (mineral, importer) in [("tungsten", "EU"), ("copper", "JPN"), ("nickel", "USA")] {
        let link = format!("view=dependence&mineral={mineral}&importer={importer}");
        let page = open(&link);
        let state: ViewState = query::decode(&link, data).state;
        let figures = asked(|sources| {
            let table = table_for(data, &state, None, sources.last_trade_year());
            Figures::of(
                sources,
                &Case::of(sources, table, data.importer_by_code(importer)),
            )
        });
        let own = figures.importer.expect("an importer was asked about");
        let corrected = own.geopolrisk.corrected.value;
        let native = corrected.map_or("–".to_owned(), |value| format!("{value:.3}"));
        assert_eq!(
            page.text(".key[data-figure=geopolrisk] strong"),
            native,
            "{link}"
        );
        let sellers = own.trade.map_or(0, |trade| {
            trade.partners.iter().filter(|one| !one.inside).count()
        });
        assert_eq!(column(&page, "#partners-table", 1).len(), sellers, "{link}");
        assert!(sellers > 3, "{link}: {sellers} partners");
        page.assert_quiet();
    }
}

#[test]
fn columns_sort_and_the_search_and_the_lists_filter() {
    let page = open("view=minerals");
    let numbers = |page: &Page| -> Vec<f64> {
        let cells = column(page, "#minerals-table", 4);
        cells
            .iter()
            .filter_map(|(_, text)| text.replace(',', "").parse().ok())
            .collect()
    };
    page.click("#minerals-table th:nth-child(5) button");
    page.wait(
        "document.querySelector('#minerals-table th:nth-child(5)').ariaSort === 'descending'",
    );
    let down = numbers(&page);
    assert!(down.len() > 20 && down.is_sorted_by(|one, other| one >= other));
    page.click("#minerals-table th:nth-child(5) button");
    page.wait("document.querySelector('#minerals-table th:nth-child(5)').ariaSort === 'ascending'");
    assert!(numbers(&page).is_sorted());
    page.click("#search");
    page.type_text("cob");
    page.wait("document.querySelectorAll('#minerals-table tbody tr').length === 1");
    page.type_text("xyz");
    page.wait("document.querySelectorAll('#minerals-table tbody tr').length === 0");
    assert!(page.text("#minerals-table .note").contains("No mineral"));
    page.assert_quiet();
}

#[test]
fn the_views_lead_to_each_other_and_keep_mineral_and_importer() {
    let page = Page::open("mineral=tungsten");
    page.click(".views a:nth-child(3)");
    page.wait("document.documentElement.dataset.state === 'view=dependence&mineral=tungsten'");
    page.wait_until_usable();
    page.script(
        "(() => { const list = document.querySelector('#importer'); list.value = 'JPN'; \
         list.dispatchEvent(new Event('change', { bubbles: true })); })()",
    );
    page.wait_for_state("view=dependence&mineral=tungsten&importer=JPN");
    assert!(page.title().contains("Japan"), "{}", page.title());
    page.click(".views a:nth-child(2)");
    page.wait("document.querySelector('#minerals-table') !== null");
    assert_eq!(page.state(), "view=minerals&mineral=tungsten&importer=JPN");
    page.back();
    page.wait("document.querySelector('#partners-table') !== null");
    page.assert_quiet();
}

#[test]
fn a_failed_fetch_is_told_and_tried_again() {
    let tab = Browser::shared().tab();
    tab.before_each_document(
        "window.broken = true; const real = fetch; window.fetch = (what, ...more) => \
         broken && String(what).includes('trade') ? Promise.reject(new TypeError('down')) : \
         real(what, ...more);",
    );
    let page = Page::open_in(tab, "view=dependence&mineral=tungsten");
    page.wait(
        "document.querySelector('.progress p').textContent.includes('Could not fetch trade')",
    );
    page.script("window.broken = false");
    page.click(".progress button");
    fetched(&page);
    assert!(column(&page, "#partners-table", 1).len() > 3);
}

#[test]
fn the_desk_is_accessible_and_fits_wide_and_narrow() {
    for (width, height) in [(1280, 900), (360, 740)] {
        for colours in ["light", "dark"] {
            for link in ["view=minerals", "view=dependence&mineral=tungsten"] {
                let tab = Browser::shared().tab();
                tab.viewport(width, height, width < 700);
                tab.system_colours(colours);
                let page = Page::open_in(tab, link);
                fetched(&page);
                let found = page.axe();
                assert!(
                    found.is_empty(),
                    "{link:?} at {width} pixels, {colours}: {found:#?}"
                );
                let wide = page.script("document.documentElement.scrollWidth - innerWidth");
                assert_eq!(wide, 0, "{link:?} at {width} pixels");
                page.assert_quiet();
            }
        }
    }
}

#[test]
fn every_number_of_an_importer_opens_by_mouse_and_by_keyboard_and_can_be_copied() {
    let data = data();
    let link = "view=dependence&mineral=tungsten";
    let tab = Browser::shared().tab();
    tab.before_each_document(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => \
         { window.copied = text; return Promise.resolve(); } } });",
    );
    let page = Page::open_in(tab, link);
    fetched(&page);
    let native = |figure: Figure| {
        asked(|sources| {
            let state = query::decode(link, data).state;
            let table = table_for(data, &state, None, sources.last_trade_year());
            let case = Case::of(sources, table, data.importer_by_code("EU"));
            explain(sources, &case, figure).to_string()
        })
    };
    let shown = |page: &Page| {
        let text = page.script("document.querySelector('#derivation').textContent");
        text.as_str().unwrap_or_default().to_owned()
    };
    page.click(".key[data-figure=geopolrisk] .how");
    assert_eq!(shown(&page), native(Figure::GeoPolRisk));
    page.wait("document.activeElement.id === 'explain'");
    page.click("#copy");
    page.wait("window.copied === document.querySelector('#derivation').textContent");
    page.script("document.querySelector('.key[data-figure=import_reliance] .how').focus()");
    page.press("Enter");
    page.wait("document.activeElement.id === 'explain'");
    assert_eq!(shown(&page), native(Figure::ImportReliance));
    for figure in Figure::ALL {
        page.script(&format!(
            "(() => {{ const list = document.querySelector('#explained'); list.value = '{}'; \
             list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
            figure.slug()
        ));
        assert_eq!(shown(&page), native(figure), "{}", figure.slug());
    }
    page.assert_quiet();
}

#[test]
fn the_newest_year_of_the_map_is_the_year_that_is_explained() {
    let page = Page::open("mineral=tungsten");
    let newest = page.script("document.querySelector('.years input:checked').value");
    let newest = newest.as_str().expect("a year").to_owned();
    page.click(".keys .note a");
    page.wait("document.activeElement?.id === 'explain'");
    fetched(&page);
    page.wait(&format!(
        "document.querySelector('#derivation').textContent.includes(', {newest}, ')"
    ));
    page.assert_quiet();
}

#[test]
fn the_maps_figures_lead_to_their_derivations() {
    let page = Page::open("mineral=tungsten&edition=mcs2024&year=2023");
    page.click(".keys .note a");
    page.wait("document.activeElement?.id === 'explain'");
    fetched(&page);
    assert_eq!(
        page.state(),
        "view=dependence&mineral=tungsten&edition=mcs2024&year=2023"
    );
    let text = page.script("document.querySelector('#derivation').textContent");
    let about = "Tungsten, mine, mcs2024, 2023, European Union";
    assert!(
        text.as_str().is_some_and(|text| text.contains(about)),
        "{text}"
    );
    page.assert_quiet();
}

#[test]
fn the_union_has_its_benchmarks_and_the_united_states_their_published_reliance() {
    let page = open("view=dependence&mineral=magnesium&stage=refine&edition=ec2023");
    let text = |page: &Page, figure: &str| page.text(&format!(".key[data-figure={figure}]"));
    let one = text(&page, "one_country");
    assert!(one.contains("China") && one.contains("missed by"), "{one}");
    let page = open("view=dependence&mineral=tungsten&importer=USA");
    assert!(text(&page, "net_import_reliance_published").contains('%'));
    let hidden =
        page.script("document.querySelector('#benchmarks-title').closest('section').hidden");
    assert_eq!(hidden, true, "only the Union has benchmarks");
    page.assert_quiet();
}

/// A generator of choices that is the same in every run.
struct Choose(u64);

impl Choose {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % count
    }
}

/// What the page must show for a link: key figures by word and value, in their order.
fn native_keys(link: &str, importer: &str) -> Vec<(String, String)> {
    let data = data();
    let state = query::decode(link, data).state;
    let figures = if state.view == View::Map {
        adit::figure::key_figures(&Context::of(data, &EN, state))
    } else {
        asked(|sources| {
            let table = table_for(data, &state, None, sources.last_trade_year());
            let case = Case::of(sources, table, data.importer_by_code(importer));
            let own = Figures::of(sources, &case).importer;
            let own = own.expect("an importer was asked about");
            let name = |iso3: &str| iso3.to_owned();
            let checked = own.benchmarks.as_ref();
            let checked = checked.map_or_else(Vec::new, |one| benchmark_keys(one, name, &EN_DESK));
            let mut keys = importer_keys(&own, &EN_DESK);
            keys.extend(checked);
            keys
        })
    };
    let keys = figures.into_iter();
    keys.map(|key| (key.id.to_owned(), key.value)).collect()
}

#[test]
fn five_hundred_links_have_the_command_lines_numbers() {
    let data = data();
    let mut choose = Choose(2026);
    let importers = ["EU", "USA", "JPN", "KOR", "GBR", "CHN", "IND"];
    let page = open("view=dependence");
    let mut compared = 0;
    for at in 0..500 {
        let table = &data.tables()[choose.below(data.tables().len())];
        let importer = importers[choose.below(importers.len())];
        let on_map = at % 5 == 0;
        let about = format!(
            "mineral={}&stage={}&edition={}&year={}",
            data.mineral(table.mineral).slug,
            table.stage.slug(),
            data.edition(table.edition).id,
            table.year
        );
        let link = if on_map {
            about
        } else {
            format!("view=dependence&{about}&importer={importer}")
        };
        page.follow(&link);
        if !on_map {
            fetched(&page);
        }
        let shown = page.script(
            "[...document.querySelectorAll('.key')].map(key => \
             [key.dataset.figure, key.querySelector('strong').textContent])",
        );
        let pair = |pair: &serde_json::Value| {
            let text = |at: usize| pair[at].as_str().unwrap_or_default().to_owned();
            (text(0), text(1))
        };
        let shown: Vec<_> = shown.as_array().into_iter().flatten().map(pair).collect();
        assert_eq!(shown, native_keys(&link, importer), "{link}");
        compared += shown.iter().filter(|(_, value)| value != "–").count();
    }
    assert!(compared > 800, "{compared} numbers compared");
    page.assert_quiet();
}

#[test]
fn the_trade_is_on_the_map_as_it_is_in_the_table() {
    let page = open("view=dependence&mineral=copper&importer=JPN");
    let flows = |page: &Page| page.script("document.querySelectorAll('#flows .flow').length");
    let with_quantity = column(&page, "#partners-table", 2);
    let with_quantity = with_quantity.iter().filter(|(_, text)| text != "–").count();
    let unplaced = page.text("#flows + figcaption .note").contains("no place");
    let drawn = flows(&page).as_u64().unwrap_or_default();
    assert!(
        drawn > 5 && (unplaced || usize::try_from(drawn) == Ok(with_quantity)),
        "{drawn} lines, {with_quantity} rows"
    );
    // Chile's colour is that of its part, and Japan's rim says that it is the importer.
    let class = |iso3: &str| {
        let class = page.script(&format!(
            "document.querySelector('#flows #o-{iso3}').className.baseVal"
        ));
        class.as_str().unwrap_or_default().to_owned()
    };
    assert!(class("CHL").starts_with("c s"), "{}", class("CHL"));
    assert!(class("JPN").ends_with(" home"), "{}", class("JPN"));
    // The outline has a size on the screen.
    let width =
        page.script("document.querySelector('#flows #o-CHL').getBoundingClientRect().width");
    assert!(width.as_f64().is_some_and(|width| width > 20.0), "{width}");
    page.follow("view=dependence&mineral=copper&importer=JPN&year=2019");
    fetched(&page);
    assert!(flows(&page).as_u64() > Some(5));
    page.assert_quiet();
}

#[test]
fn two_importers_and_two_years_stand_side_by_side() {
    let page = open("view=dependence&mineral=tungsten");
    let choose = |page: &Page, value: &str| {
        page.script(&format!(
            "(() => {{ const list = document.querySelector('#compare'); list.value = '{value}'; \
             list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
    };
    choose(&page, "JPN");
    page.wait_for_state("view=dependence&mineral=tungsten&compare=JPN");
    let finding = page.text("#compared-finding");
    assert!(finding.contains("for Japan"), "{finding}");
    let values = |page: &Page, figure: &str| {
        let cells = page.script(&format!(
            "[...document.querySelectorAll('.compared [data-figure={figure}] td')].map(cell => cell.textContent)"
        ));
        [0, 1].map(|at| cells[at].as_str().unwrap_or_default().to_owned())
    };
    let [union, japan] = values(&page, "geopolrisk");
    let alone = open("view=dependence&mineral=tungsten&importer=JPN");
    assert_eq!(japan, alone.text(".key[data-figure=geopolrisk] strong"));
    assert_eq!(union, page.text(".key[data-figure=geopolrisk] strong"));
    assert_ne!(union, japan);
    choose(&page, "2020");
    page.wait_for_state("view=dependence&mineral=tungsten&compare=2020");
    fetched(&page);
    let [_, then] = values(&page, "geopolrisk");
    let alone = open("view=dependence&mineral=tungsten&year=2020");
    assert_eq!(then, alone.text(".key[data-figure=geopolrisk] strong"));
    page.back();
    page.wait_for_state("view=dependence&mineral=tungsten&compare=JPN");
    page.assert_quiet();
}

#[test]
fn the_rule_on_third_countries_names_what_breaks_it() {
    let data = data();
    let page = open("view=minerals");
    let shown = column(&page, "#rule-table", 2);
    let native = asked(|sources| {
        let state = query::decode("view=minerals", data).state;
        let at = |stage| tables_at(data, &state, stage, None, sources.last_trade_year());
        let tables = [at(Stage::Mine), at(Stage::Refine)].concat();
        let checked = one_country(sources, &tables, data.importer_by_code("EU"));
        checked.iter().filter(|(_, figure)| figure.missed).count()
    });
    assert_eq!(shown.len(), native);
    assert!(native > 3, "{native} break the rule");
    let page = open("view=minerals&importer=JPN");
    assert_eq!(
        page.script("document.querySelector('.rule').hidden"),
        true,
        "the rule binds the Union"
    );
    page.assert_quiet();
}

#[test]
fn years_of_trade_are_chosen_on_the_desk() {
    let page = open("view=dependence&mineral=tungsten");
    let chosen = |page: &Page| {
        let value = page.script("document.querySelector('.years input:checked').value");
        value.as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(chosen(&page), "2024");
    page.script("document.querySelector('.years input[value=\"2022\"]').click()");
    page.wait_for_state("view=dependence&mineral=tungsten&year=2022");
    fetched(&page);
    assert_eq!(chosen(&page), "2022");
    assert!(page.text(".keys .note").contains("2022"));
    page.assert_quiet();
}

#[test]
fn every_number_of_the_table_of_minerals_leads_to_its_derivation() {
    let page = open("view=minerals&importer=USA&edition=mcs2024");
    for at in 1..=6 {
        // The third mineral that has the figure, so that more than one is looked at.
        let found = page.script(&format!(
            "(() => {{ const cells = [...document.querySelectorAll('#minerals-table td:nth-child({}) a[href]')]; \
             const link = cells[Math.min(2, cells.length - 1)]; \
             return [link.getAttribute('href'), link.textContent, link.closest('tr').cells[0].innerText.trim()]; }})()",
            at + 1
        ));
        let text = |at: usize| found[at].as_str().unwrap_or_default().to_owned();
        let (link, shown, mineral) = (text(0), text(1), text(2));
        let figure = link
            .split("#explain=")
            .nth(1)
            .unwrap_or_default()
            .to_owned();
        let there = open(link.trim_start_matches('?'));
        there.wait("document.activeElement?.id === 'explain'");
        let text = there.script("document.querySelector('#derivation').textContent");
        let text = text.as_str().unwrap_or_default();
        let mut lines = text.lines();
        let title = lines.next().unwrap_or_default();
        assert!(
            title.starts_with(&format!("{figure}: {mineral}, ")),
            "{title} for {mineral}"
        );
        let value: f64 = lines
            .next()
            .and_then(|line| line.trim_start_matches("= ").parse().ok())
            .unwrap_or_else(|| panic!("{link}: no value in {text}"));
        let number: f64 = shown
            .replace([',', '%'], "")
            .parse()
            .expect("a number in the cell");
        let scale = if shown.ends_with('%') { 100.0 } else { 1.0 };
        let step = match shown.split('.').nth(1) {
            Some(decimals) => {
                10_f64.powi(-i32::try_from(decimals.trim_end_matches('%').len()).unwrap_or(0))
            }
            None => 1.0,
        };
        assert!(
            (value * scale - number).abs() <= 0.51 * step,
            "{link}: {value} is shown as {shown}"
        );
        there.assert_quiet();
    }
}

#[test]
fn the_charts_over_all_minerals_say_what_the_table_says() {
    let page = open("view=minerals");
    for chart in [".scatter", ".places"] {
        let painted = format!(
            "(() => {{ const canvas = document.querySelector('{chart} canvas'); \
             const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; \
             return canvas.width > 200 && canvas.ariaLabel?.length > 40 && dots.some(dot => dot !== 0); }})()"
        );
        page.wait(&painted.replace("canvas.ariaLabel", "canvas.getAttribute('aria-label')"));
    }
    let (critical, of) = asked(|sources| {
        let tables = tables_at(
            data(),
            &ViewState::first(data()),
            Stage::Mine,
            None,
            sources.last_trade_year(),
        );
        let draws = Draws::new(1, 0, data().countries().len());
        let all = All::of(sources, &tables, data().importer_by_code("EU"), &draws);
        let both = all
            .minerals
            .iter()
            .filter_map(|row| Some((row.ec_supply_risk.as_ref()?.value, row.economic_importance?)));
        let both: Vec<(f64, f64)> = both.collect();
        let critical = both.iter().filter(|(risk, importance)| {
            (risk * 10.0).round() >= 10.0 && (importance * 10.0).round() >= 28.0
        });
        (critical.count(), both.len())
    });
    assert!(
        page.text(".scatter .note")
            .starts_with(&format!("{critical} of {of} minerals")),
        "{}",
        page.text(".scatter .note")
    );
    // Once the reader rests, ranks have the places where they lie in nine of ten draws.
    page.wait(
        "/#\\d+ \\(\\d+–\\d+\\)/.test(document.querySelector('#minerals-table tbody').textContent)",
    );
    // Every place that the chart shows is in its table, and the same as in the table of minerals.
    page.click(".places summary");
    let first = page.text(".places tbody tr:first-child th");
    let rank = page.script(&format!(
        "[...document.querySelectorAll('#minerals-table tbody tr')].find(row => row.cells[0].innerText === {first:?})\
         .cells[4].querySelector('.remark').innerText"
    ));
    let rank = rank
        .as_str()
        .expect("a rank")
        .trim_start_matches('#')
        .to_owned();
    let place = page.text(".places tbody tr:first-child td");
    assert!(place.starts_with(&rank), "{first}: {place} and {rank}");
    page.assert_quiet();
}
