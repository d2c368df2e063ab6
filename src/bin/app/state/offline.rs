//! Whether everything needed at the venue is on the device, and newer versions of the app.

use super::settings::SettingsState;
use super::toast::ToastState;
use crate::browser::problems::report;
use crate::network::service_worker::{self, Report};
use crate::status::{Offline, Stock};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::ServiceWorker;

pub struct OfflineState {
    pub status: RwSignal<Offline>,
    settings: &'static SettingsState,
    toast: &'static ToastState,
}

impl OfflineState {
    pub fn new(settings: &'static SettingsState, toast: &'static ToastState) -> OfflineState {
        OfflineState { status: RwSignal::new(Offline::Pending), settings, toast }
    }

    /// Fetches what is needed offline, and notes how it went.
    pub fn prepare(&'static self) {
        self.status.set(Offline::Pending);
        spawn_local(async move {
            let outcome = if service_worker::is_supported() { self.install().await } else { Offline::Unsupported };
            self.status.set(outcome);
        });
    }

    async fn install(&'static self) -> Offline {
        match service_worker::install(move |waiting| self.offer_update(waiting)).await {
            Ok(Some(Report { is_ready: true, bytes })) => {
                let now = js_sys::Date::new_0();
                Offline::App(Stock { bytes, minute: now.get_hours() * 60 + now.get_minutes() })
            }
            Ok(_) => Offline::Failed,
            Err(cause) => {
                report("service worker", &cause);
                Offline::Failed
            }
        }
    }

    fn offer_update(&'static self, waiting: ServiceWorker) {
        let messages = self.settings.messages();
        let waiting = send_wrapper::SendWrapper::new(waiting);
        let update = Arc::new(move || service_worker::activate(&waiting));
        self.toast.offer(messages.update_ready, messages.update_now, update);
    }
}
