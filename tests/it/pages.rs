//! The pages of the app, as far as code that cannot share their list repeats it.

use siganpyo::markup::pages::PATHS;

#[test]
fn the_service_worker_answers_for_the_same_pages() {
    let worker = std::fs::read_to_string("public/sw.js").unwrap();
    assert!(worker.contains(&format!("({})", PATHS.join("|"))), "isPlace in public/sw.js names other pages than {PATHS:?}");
}
