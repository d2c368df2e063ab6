//! A table with its rows as columns, for grids with the times across.

use super::{MAX_COLUMNS, Row, Table};

/// Returns the table with rows and columns exchanged; `None` if it has more rows than a table has columns.
pub(super) fn transposed(table: &Table) -> Option<Table> {
    if table.rows.len() > MAX_COLUMNS {
        return None;
    }
    let column = |column: usize| table.rows.iter().map(|row| row.text(column).to_owned()).collect();
    let rows = (0..table.width()).map(|index| Row { cells: column(index), ..Row::default() });
    let spans = table.spans.iter().map(|((row, column), (rows, columns))| ((*column, *row), (*columns, *rows)));
    Some(Table { names: table.names.clone(), rows: rows.collect(), spans: spans.collect() })
}
