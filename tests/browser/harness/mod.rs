//! What the journeys stand on: hosts, drivers, browsers, waiting, and the record of a failure.

mod browser;
mod device;
mod driver;
mod engine;
mod host;
mod picture;
mod portal;
mod programs;
mod reading;
mod site;
mod slow;
mod small_disk;
mod taken_away;
mod tap;
mod tar_pit;
mod visit;
mod wait;

pub use browser::Browser;
pub use device::Device;
pub use engine::Engine;
pub use fantoccini::elements::Element;
pub use host::Host;
pub use picture::{Pixels, siganpyo};
pub use reading::Reading;
pub use site::{Site, built_in_program_file, copy, publish_app_with, publish_new_version, publish_program, tell_pages};
pub use small_disk::small_disk_is_here;
pub use taken_away::take_away;
pub use tar_pit::Manners;
pub use visit::{Setup, Visit, skip, visit};
pub use wait::{eventually, within};
