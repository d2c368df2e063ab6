//! The messages of the browser extension.

/// Makes the catalogue's part and the list of its messages by their names, which the scripts of the extension ask for.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The messages in one language. `$1` stands for a value, as browsers want it.
        #[expect(missing_docs, reason = "most fields are named after what they say; the texts stand in ko/extension.rs and en/extension.rs")]
        pub struct ExtensionMessages {
            $($(#[$doc])* pub $name: &'static str,)*
        }

        impl ExtensionMessages {
            /// Returns all messages with their names.
            pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
                [$((stringify!($name), self.$name),)*].into_iter()
            }
        }
    };
}

messages! {
    /// The name of the extension, of the stores' too, in 75 characters at most.
    name,
    /// Below its button.
    short_name,
    /// For the stores and the list of extensions, in 132 characters at most.
    description,
    /// What the button does.
    open_page,
    reading,
    /// `$1` is a number.
    sessions,
    /// `$1` is a file that the page links to.
    from_link,
    open,
    open_app,
    /// The program was handed over before and is the same.
    known,
    /// It was handed over before and is another by now.
    newer,
    /// The reader needs an answer first.
    question,
    none,
    /// Browsers let no extension read their own pages and those of their store.
    closed,
    too_large,
    /// The address `$1` of a frame.
    frames,
    /// A switch; `$1` is a host.
    switch_on,
    switch_about,
    pick,
    picked,
    /// A label; `$1` is a title.
    pick_named,
    /// What the badge of the button says of a page.
    badge_program,
    badge_newer,
    local,
    /// `alert` of the bookmarklet.
    bookmarklet_blocked,
}
