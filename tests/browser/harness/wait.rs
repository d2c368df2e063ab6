//! Waiting for what must come true, without guessing how long it takes.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Far beyond what anything takes on a slow and busy machine; nothing is judged by it.
const PATIENCE: Duration = Duration::from_secs(90);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until there is an answer.
pub async fn eventually<T>(what: &str, mut probe: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = probe().await {
            return found;
        }
        assert!(Instant::now() < end, "waited {} s in vain: {what}", PATIENCE.as_secs());
        sleep(PAUSE).await;
    }
}
