//! What a column of a table can mean: the importer finds it out, and the page asks for it where the guess was wrong.

macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident $word:literal;)*) => {
        /// What a column of a table holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Column {
            $($(#[$doc])* $column,)*
        }

        impl Column {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Column] = &[$(Column::$column),*];

            /// The word for it in what is stored and sent.
            pub fn word(self) -> &'static str {
                match self {
                    $(Column::$column => $word,)*
                }
            }
        }
    };
}

columns! {
    /// The title of the session.
    Title "title";
    /// The date of its start.
    Date "date";
    /// When it starts: a time of day, or date and time.
    Start "start";
    /// When it ends: a time of day, or date and time.
    End "end";
    /// The date of its end, where it ends on another day.
    EndDate "end-date";
    /// How long it takes.
    Duration "duration";
    /// Its rooms.
    Room "room";
    /// Who speaks.
    Speakers "speakers";
    /// Its track.
    Track "track";
    /// Its subject, which is its track where the table has none.
    Category "category";
    /// What sort of session it is.
    Kind "kind";
    /// The language it is held in.
    Language "language";
    /// How difficult it is.
    Level "level";
    /// The second line of its title.
    Subtitle "subtitle";
    /// What it is about.
    Abstract "abstract";
    /// Its page on the web.
    Url "url";
    /// What tells it from all others.
    Id "id";
}

impl Column {
    /// The column that a word stands for; none for the empty word, and for one that this version does not know.
    pub fn from_word(word: &str) -> Option<Column> {
        Column::ALL.iter().copied().find(|column| column.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_found_by_its_word() {
        for column in Column::ALL {
            assert_eq!(Column::from_word(column.word()), Some(*column));
        }
        assert_eq!(Column::from_word(""), None);
    }
}
