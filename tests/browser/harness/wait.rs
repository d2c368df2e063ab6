//! Waiting for what must come true, without guessing how long it takes.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Far beyond what anything takes on a slow and busy machine; nothing is judged by it.
const PATIENCE: Duration = Duration::from_secs(90);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until there is an answer.
pub async fn eventually<T>(what: &str, probe: impl AsyncFnMut() -> Option<T>) -> T {
    let found = within(PATIENCE, probe).await;
    found.unwrap_or_else(|| panic!("waited {} s in vain: {what}", PATIENCE.as_secs()))
}

/// Asks again and again until there is an answer or the time is over.
pub async fn within<T>(time: Duration, mut probe: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + time;
    loop {
        let found = probe().await;
        if found.is_some() || Instant::now() >= end {
            return found;
        }
        sleep(PAUSE).await;
    }
}
