//! What the desk fetches: the methods' own data, and trade year by year.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::{Dataset, Methods, Trade};
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
    data: &'static Dataset,
    fetched: RwSignal<Fetched>,
    /// What is under way, by name.
    pub(super) pending: RwSignal<Option<&'static str>>,
    /// What failed, and why.
    pub(super) failure: RwSignal<Option<(&'static str, String)>>,
}

/// Where the files are, and what readers call them.
const METHODS: (&str, &str) = ("data/methods.bin", "assessments");
const TRADE: (&str, &str) = ("data/trade/2024.bin", "trade");

impl Store {
    /// Nothing fetched yet.
    pub(super) fn new(data: &'static Dataset) -> Self {
        Self {
            data,
            fetched: RwSignal::default(),
            pending: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// Fetches what is missing. What is there already stays, also when something fails.
    pub(super) fn fetch(self) {
        self.failure.set(None);
        spawn_local(async move {
            if self
                .fetched
                .with_untracked(|fetched| fetched.methods.is_none())
            {
                self.one(METHODS, |bytes, data, fetched| {
                    fetched.methods = Some(Arc::new(Methods::read(bytes, data).map_err(told)?));
                    Ok(())
                })
                .await;
            }
            if self
                .fetched
                .with_untracked(|fetched| fetched.trade.is_none())
            {
                self.one(TRADE, |bytes, data, fetched| {
                    fetched.trade = Some(Arc::new(Trade::read(bytes, data).map_err(told)?));
                    Ok(())
                })
                .await;
            }
            self.pending.set(None);
        });
    }

    async fn one(
        self,
        (path, name): (&'static str, &'static str),
        read: fn(&[u8], &Dataset, &mut Fetched) -> Result<(), String>,
    ) {
        self.pending.set(Some(name));
        let outcome = match web::fetch::bytes(path).await {
            Ok(bytes) => {
                let mut fetched = self.fetched.get_untracked();
                read(&bytes, self.data, &mut fetched).map(|()| self.fetched.set(fetched))
            }
            Err(why) => Err(why),
        };
        if let Err(why) = outcome {
            self.failure.set(Some((name, why)));
        }
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

fn told(error: crate::data::DataError) -> String {
    error.to_string()
}
