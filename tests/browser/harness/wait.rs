//! Waiting for what must come true, without guessing how long it takes.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// More than anything takes on a slow and busy machine. No test measures by it.
const PATIENCE: Duration = Duration::from_secs(90);
const PAUSE: Duration = Duration::from_millis(40);

/// Repeats the probe until it returns something; panics if it never does.
pub async fn eventually<T>(what: &str, probe: impl AsyncFnMut() -> Option<T>) -> T {
    let found = within(PATIENCE, probe).await;
    found.unwrap_or_else(|| panic!("waited {} s in vain: {what}", PATIENCE.as_secs()))
}

/// Repeats the probe until it returns something or the time is over.
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
