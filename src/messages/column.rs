//! The meanings of a table's columns: the importer guesses them, and the page asks the user if the guess is wrong.

macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident $word:literal;)*) => {
        /// The content of a column of a table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Column {
            $($(#[$doc])* $column,)*
        }

        impl Column {
            /// All meanings, in the order in which they are offered.
            pub const ALL: &[Column] = &[$(Column::$column),*];

            /// Returns the word for it in stored and sent data.
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
    /// The weekday of its start.
    Weekday "weekday";
    /// When it starts: a time of day, or date and time.
    Start "start";
    /// When it ends: a time of day, or date and time.
    End "end";
    /// The date of its end, if it ends on another day.
    EndDate "end-date";
    /// How long it takes.
    Duration "duration";
    /// Its rooms.
    Room "room";
    /// Its speakers.
    Speakers "speakers";
    /// Its track.
    Track "track";
    /// Its category, which is used as its track if the table has none.
    Category "category";
    /// The kind of session.
    Kind "kind";
    /// Whether it is cancelled.
    Status "status";
    /// The language in which it is held.
    Language "language";
    /// Its level.
    Level "level";
    /// Its subtitle.
    Subtitle "subtitle";
    /// Its abstract.
    Abstract "abstract";
    /// Its web page.
    Url "url";
    /// Its unique id.
    Id "id";
}

impl Column {
    /// Returns the column for a word, or `None` for the empty word and for words that this version does not know.
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
