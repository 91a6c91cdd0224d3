//! What the desk fetches: the methods' own data, and trade year by year.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::{Dataset, Methods, TRADE_YEARS, Trade};
use crate::risk::importer::Sources;
use crate::web;

/// What has been fetched so far.
#[derive(Clone, Default)]
pub(super) struct Fetched {
    methods: Option<Arc<Methods>>,
    trade: Option<Arc<Trade>>,
}

/// The data of the desk, as they arrive.
#[derive(Clone, Copy)]
pub(super) struct Store {
    /// What files are read by.
    shipped: &'static Dataset,
    /// What is asked: the shipped data, or the same with the reader's own figures over them.
    data: &'static Dataset,
    fetched: RwSignal<Fetched>,
    wanted: StoredValue<Vec<u16>>,
    busy: StoredValue<bool>,
    /// What is under way, by name.
    pub(super) pending: RwSignal<Option<String>>,
    /// What failed, and why.
    pub(super) failure: RwSignal<Option<(String, String)>>,
}

impl Store {
    /// Nothing fetched yet.
    pub(super) fn new(data: &'static Dataset) -> Self {
        Self {
            shipped: data,
            data,
            fetched: RwSignal::default(),
            wanted: StoredValue::new(Vec::new()),
            busy: StoredValue::new(false),
            pending: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// The same files, asked by a data set of the reader's.
    pub(super) fn over(self, data: &'static Dataset) -> Self {
        Self { data, ..self }
    }

    /// Asks for the years of trade that tables are about; those that no file is for are left out.
    pub(super) fn want(self, years: impl Iterator<Item = u16>) {
        self.wanted.update_value(|wanted| {
            let (first, last) = TRADE_YEARS;
            for year in years.filter(|year| (first..=last).contains(year)) {
                if !wanted.contains(&year) {
                    wanted.push(year);
                }
            }
        });
        self.fetch();
    }

    /// Whether nothing is on its way.
    pub(super) fn is_at_rest(self) -> bool {
        !self.busy.get_value()
    }

    /// Fetches what is asked for and not there. What is there stays, also when something fails.
    pub(super) fn fetch(self) {
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        self.failure.set(None);
        spawn_local(async move {
            while self.fetch_next().await {}
            self.busy.set_value(false);
            self.pending.set(None);
        });
    }

    /// Fetches the next file; whether there may be another.
    async fn fetch_next(self) -> bool {
        let (has_methods, years) = self.fetched.with_untracked(|fetched| {
            let years = fetched.trade.as_ref().map(|trade| trade.years().collect());
            (fetched.methods.is_some(), years.unwrap_or_else(Vec::new))
        });
        if !has_methods {
            return self
                .one(
                    "methods.bin".to_owned(),
                    "assessments".to_owned(),
                    |bytes, data, fetched| {
                        fetched.methods = Some(Arc::new(
                            Methods::read(bytes, data).map_err(|error| told(&error))?,
                        ));
                        Ok(())
                    },
                )
                .await;
        }
        let missing = |wanted: &Vec<u16>| wanted.iter().copied().find(|year| !years.contains(year));
        let Some(year) = self.wanted.with_value(missing) else {
            return false;
        };
        self.one(
            format!("trade/{year}.bin"),
            format!("trade of {year}"),
            |bytes, data, fetched| {
                let part = Trade::read(bytes, data).map_err(|error| told(&error))?;
                fetched.trade = Some(Arc::new(match &fetched.trade {
                    Some(trade) => Trade::clone(trade)
                        .with(part)
                        .map_err(|error| told(&error))?,
                    None => part,
                }));
                Ok(())
            },
        )
        .await
    }

    /// Fetches and reads one file; whether that went well.
    async fn one(
        self,
        path: String,
        name: String,
        read: fn(&[u8], &Dataset, &mut Fetched) -> Result<(), String>,
    ) -> bool {
        self.pending.set(Some(name.clone()));
        let outcome = match web::fetch::data(&path).await {
            Ok(bytes) => {
                let mut fetched = self.fetched.get_untracked();
                read(&bytes, self.shipped, &mut fetched).map(|()| self.fetched.set(fetched))
            }
            Err(why) => Err(why),
        };
        let went_well = outcome.is_ok();
        if let Err(why) = outcome {
            self.failure.set(Some((name, why)));
        }
        went_well
    }

    /// Whether these years of trade and the methods' data are there; read within a reactive scope.
    pub(super) fn has(self, years: &[u16]) -> bool {
        self.fetched.with(|fetched| {
            let trade = fetched.trade.as_deref();
            let there =
                |year: &u16| trade.is_some_and(|trade| trade.years().any(|one| one == *year));
            fetched.methods.is_some() && years.iter().all(there)
        })
    }

    /// Asks the sources at hand; read within a reactive scope.
    pub(super) fn ask<T>(self, question: impl FnOnce(&Sources<'_>) -> T) -> T {
        self.fetched.with(|fetched| {
            question(&Sources {
                data: self.data,
                trade: fetched.trade.as_deref(),
                methods: fetched.methods.as_deref(),
            })
        })
    }
}

fn told(error: &crate::data::DataError) -> String {
    error.to_string()
}
