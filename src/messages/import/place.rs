//! Where in a file something is.

/// The position in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub line: Option<u64>,
    /// The cell of a table.
    pub cell: Option<Box<Cell>>,
    /// Title of the session.
    pub title: Option<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The row in a spreadsheet, counted from 1. A cell of several lines makes it differ from the line.
    pub row: u64,
    /// The index of the column.
    pub column: usize,
    /// The name of the column.
    pub name: String,
}

impl Cell {
    /// Returns the column as spreadsheets call it.
    pub fn letters(&self) -> String {
        letters(self.column)
    }
}

/// Returns the column with this index as spreadsheets call it: `A` to `Z`, then `AA`.
pub fn letters(column: usize) -> String {
    let (mut letters, mut rest) = (String::new(), column + 1);
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        let letters = |column: usize| Cell { row: 1, column, name: String::new() }.letters();
        assert_eq!([0, 1, 25, 26, 51, 52, 701, 702].map(letters), ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
