//! Ids: what makes a program, a session, a room or a track the same one in two versions.

macro_rules! id {
    ($(#[$doc:meta] $name:ident)*) => {$(
        #[$doc]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes the source's own text as the id.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// Identifies a conference over all versions of its program.
    ProgramId
    /// Identifies a session within its program, over versions as far as the source allows.
    SessionId
    /// Identifies a room within its program.
    RoomId
    /// Identifies a track within its program.
    TrackId
}
