//! English: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "The app cannot run in this browser (it has no WebAssembly). You can read the program below. To pick sessions, turn Lockdown Mode off for this site or open it in another browser.",
    rest_loading: "The rest of the program comes with the app…",
    misplaced: "This app was built for {built}, but it is at {here}, so its files are not found. If this is your site: run `cargo xtask build --public-url {here}` and upload it again, or move it to {built}.",
    incomplete: "Some files of the app are missing here. Reload the page. If that does not help and this is your site: upload the whole folder dist again.",
};
