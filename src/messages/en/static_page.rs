//! English: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "The app cannot run in this browser (it has no WebAssembly). You can read the program below. To pick sessions, turn Lockdown Mode off for this site or open it in another browser.",
    rest_loading: "The rest of the program comes with the app…",
};
