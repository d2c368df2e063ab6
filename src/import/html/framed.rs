//! The frame of letters and numbers that a published spreadsheet has around its cells.

use super::super::table::Table;

/// Takes the letters above the columns and the numbers beside the rows away.
pub(super) fn unframe(table: &mut Table) {
    if !is_framed(table) {
        return;
    }
    table.rows.remove(0);
    for row in &mut table.rows {
        row.cells.drain(..row.cells.len().min(1));
    }
    let spans = std::mem::take(&mut table.spans);
    let inner = spans.into_iter().filter(|((row, column), _)| *row > 0 && *column > 0);
    table.spans = inner.map(|((row, column), span)| ((row - 1, column - 1), span)).collect();
}

fn is_framed(table: &Table) -> bool {
    let Some((first, rest)) = table.rows.split_first() else { return false };
    let letters = first.cells.iter().skip(1).zip(b'A'..=b'Z');
    let has_letters =
        first.cells.len() > 2 && first.text(0).is_empty() && { letters }.all(|(cell, letter)| cell.as_bytes() == [letter]);
    let mut numbers = rest.iter().map(|row| row.text(0)).filter(|text| !text.is_empty()).zip(1..);
    has_letters && numbers.all(|(text, number)| text.parse() == Ok(number))
}

#[cfg(test)]
mod tests {
    use super::super::tests::table;
    use super::*;

    #[test]
    fn only_a_frame_is_taken_away() {
        let mut framed = table(&[&["", "A", "B"], &["1", "시간", "제목"], &["2", "10:00", "부엉이"]]);
        framed.spans.insert((2, 1), (1, 2));
        unframe(&mut framed);
        assert_eq!(framed.rows[1].cells, ["10:00", "부엉이"]);
        assert_eq!(framed.spans.keys().collect::<Vec<_>>(), [&(1, 0)]);
        // Rooms may be called by letters.
        let mut rooms = table(&[&["", "A", "B"], &["10:00", "부엉이", "박쥐"], &["11:00", "개미", "벌"]]);
        unframe(&mut rooms);
        assert_eq!(rooms.rows[0].cells, ["", "A", "B"]);
    }
}
