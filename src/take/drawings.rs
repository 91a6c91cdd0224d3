//! The figures of a view, drawn from the same values as the page's.

use super::drawing::Drawing;
use super::map::{Entry, Map};
use super::{Kind, Origin, Picture, Taken, VERSION};
use crate::figure::{
    DEPTH_CLASSES, FlowMap, Frontier, HOME_CLASS, MapClass, MapFigure, Places, Ranking, Scatter,
    ShiftClass, Showing, SupplyPath, Trend, burden_finding,
};
use crate::i18n::{EN, EN_ALLIANCES, EN_BURDEN, EN_DESK, EN_SHOCK, EN_TAKE};
use crate::scenario::text;

/// Draws behind the intervals of charts: enough for their ends to one figure, few enough to be instant.
pub const QUICK_DRAWS: usize = 100;

impl Taken<'_> {
    /// A figure of the view.
    ///
    /// # Errors
    /// Why there is nothing to draw.
    pub fn drawing(&self, kind: Kind) -> Result<Drawing, String> {
        let data = self.data();
        Ok(match kind {
            Kind::Map => Drawing::Map(self.holders()),
            Kind::Ranking => Drawing::Ranking(Ranking::build(&self.context())),
            Kind::Trend => {
                let trend = Trend::build(&self.context());
                if trend.years.len() < 2 {
                    return Err(trend.summary);
                }
                Drawing::Trend(trend)
            }
            Kind::Risk => {
                let all = self.all(QUICK_DRAWS);
                let scatter = Scatter::build(data, &all, self.importer_name(), &EN_DESK);
                if scatter.points.is_empty() {
                    return Err(EN_DESK.scatter.nothing.to_owned());
                }
                Drawing::Scatter(scatter)
            }
            Kind::Methods => {
                let places = Places::build(data, &self.all(QUICK_DRAWS), &EN, &EN_DESK);
                if places.rows.is_empty() {
                    return Err(places.summary);
                }
                Drawing::Places(places)
            }
            Kind::Flows => Drawing::Map(self.flows()?),
            Kind::Shift => Drawing::Map(self.shift()?),
            Kind::Path => Drawing::Path(self.path()?),
            Kind::Losses => {
                let drawn = self.simulated().ok_or(EN_TAKE.not_drawn)?;
                Drawing::Losses(drawn.losses)
            }
            Kind::Agreements => Drawing::Map(self.bound()?),
            Kind::Burden => {
                let (_, figures) = self.burden(&self.allied()?)?;
                let answer = figures.answer.as_ref();
                let why = || (EN_BURDEN.nothing)(figures.why.of("answer").unwrap_or_default());
                Drawing::Frontier(Frontier::build(answer.ok_or_else(why)?, &EN_BURDEN))
            }
            Kind::Claim => {
                let (figure, ..) = self.study()?;
                let step = usize::from(self.state.step.saturating_sub(1));
                let step = figure.walk.into_iter().nth(step);
                let bars = step.and_then(|step| step.bars).ok_or(EN_TAKE.no_bars)?;
                Drawing::Ranking(bars.1)
            }
        })
    }

    /// A picture of a figure of the view, at the address of its link.
    ///
    /// # Errors
    /// Why there is nothing to draw.
    pub fn picture(&self, kind: Kind, link: &str) -> Result<Picture, String> {
        let drawing = self.drawing(kind)?;
        let mut origins = self.credited(kind);
        if matches!(drawing, Drawing::Map(_)) {
            origins.push(self.drawn_by());
        }
        let sources: Vec<String> = origins.iter().map(Origin::cited).collect();
        Ok(Picture {
            title: self.title(),
            finding: self.finding_of(kind),
            drawing,
            credit: (EN_TAKE.credit)(&sources.join("; ")),
            maker: (EN_TAKE.maker)(VERSION),
            link: link.to_owned(),
        })
    }

    /// What a figure of the view shows, in a sentence: mostly what the view does.
    fn finding_of(&self, kind: Kind) -> String {
        if kind == Kind::Burden
            && let Ok(allied) = self.allied()
            && let Ok((_, figures)) = self.burden(&allied)
        {
            return burden_finding(&figures, &EN_BURDEN);
        }
        self.finding()
    }

    fn holders(&self) -> Map {
        let context = self.context();
        let map = MapFigure::build(&context);
        let classes: Vec<String> = map.classes.iter().map(|one| one.css().to_owned()).collect();
        let others = [
            (MapClass::Zero.css(), EN.none_reported),
            (MapClass::NotAvailable.css(), EN.not_available),
            (MapClass::Withheld.css(), EN.withheld),
            (MapClass::NotNamed.css(), EN.not_named),
        ];
        Map::of(context.data, &classes, map.name, EN.controls.legend).with_shares(&others)
    }

    fn flows(&self) -> Result<Map, String> {
        let (data, words) = (self.data(), &EN_DESK.flows);
        let importer = self.importer.ok_or(words.no_place)?;
        let figures = self.dependence();
        let map = FlowMap::build(data, importer, figures.importer.as_ref());
        if map.flows.is_empty() {
            return Err(self.finding());
        }
        let mut classes: Vec<String> = map.classes.iter().map(|one| one.css().to_owned()).collect();
        for home in &map.home {
            classes[home.index()].push_str(" home");
        }
        let supply = (EN.supply)(self.state.stage, &data.mineral(self.state.mineral).name);
        let summary = (words.name)(self.importer_name(), &supply, figures.year);
        let others = [
            ("c home", words.home),
            (MapClass::NotNamed.css(), words.nothing),
        ];
        Ok(Map::of(data, &classes, summary, words.legend)
            .with_shares(&others)
            .with_flows(data, &map.flows, map.end.map(|(_, at)| at)))
    }

    fn shift(&self) -> Result<Map, String> {
        let (data, words) = (self.data(), &EN_SHOCK.results);
        let figure = self.told()?.figure;
        let classes = figure.classes(data.countries().len(), Showing::Change);
        let classes: Vec<String> = classes.into_iter().map(str::to_owned).collect();
        let supply = (EN.supply)(figure.stage, &data.mineral(self.state.mineral).name);
        let worst = figure.worst.as_deref().unwrap_or(words.worst_unknown);
        let summary = (words.map_name)(&(words.map_caption)(&supply, worst));
        let signs = figure.shifts.iter().filter_map(|row| {
            let sign = ShiftClass::of(row.change).sign();
            (!sign.is_empty()).then(|| (row.country, sign.to_owned()))
        });
        let mut map = Map::of(data, &classes, summary, words.map_legend).with_marks(data, signs);
        let entries = ShiftClass::ALL.into_iter().zip(words.map_classes);
        let entry = |(class, label): (ShiftClass, &str)| Entry {
            class: class.css(),
            mark: class.sign().to_owned(),
            label: label.to_owned(),
        };
        map.entries = entries.map(entry).collect();
        Ok(map)
    }

    pub(super) fn path(&self) -> Result<SupplyPath, String> {
        let told = self.told()?;
        let mut path = told.figure.path;
        path.simulated = self.simulated().map(|found| found.monthly);
        let beside = self.state.against.and_then(|text| {
            let beside = text::decode(text.as_str(), self.data()).scenario;
            self.exposed(&beside, &told.assumptions).ok()
        });
        Ok(match beside {
            Some(other) => path.beside(
                &told.exposed.outcome,
                &other.outcome,
                EN_SHOCK.results.beside,
            ),
            None => path,
        })
    }

    fn bound(&self) -> Result<Map, String> {
        let (data, words) = (self.data(), &EN_ALLIANCES.map);
        let map = self.bound_map()?;
        let classes: Vec<String> = map
            .classes
            .iter()
            .map(|class| (*class).to_owned())
            .collect();
        let mineral = &data.mineral(self.table.mineral).name;
        let summary = (words.name)(&(words.caption)(self.importer_name(), mineral));
        let marks = map.partners.iter();
        let marks = marks.map(|(country, depth)| (*country, (depth + 1).to_string()));
        let mut picture = Map::of(data, &classes, summary, words.legend).with_marks(data, marks);
        let depths = DEPTH_CLASSES
            .into_iter()
            .zip(EN_ALLIANCES.agreements.depths);
        let depths = (1_u8..)
            .zip(depths)
            .map(|(at, (class, label))| (class, at.to_string(), label));
        let others = [
            (HOME_CLASS, words.home),
            (MapClass::NotNamed.css(), words.unbound),
        ];
        let others = others.map(|(class, label)| (class, String::new(), label));
        picture.entries = depths
            .chain(others)
            .map(|(class, mark, label)| Entry {
                class,
                mark,
                label: label.to_owned(),
            })
            .collect();
        Ok(picture)
    }
}
