//! Which sessions of a program are hidden.

use super::SessionSet;
use crate::plan::{Hidden, Plan};
use crate::program::{Program, Session, TrackId};

/// Returns the sessions that are hidden, alone or with their track. Picked sessions are never hidden.
pub fn out_of_sight(program: &Program, plan: &Plan, hidden: &Hidden) -> SessionSet {
    let known = program.tracks.iter().filter(|track| hidden.tracks.get(track.id.as_str()) == Some(&track.name));
    let tracks: Vec<&TrackId> = known.map(|track| &track.id).collect();
    let is_hidden = |session: &Session| {
        let alone = hidden.sessions.get(session.id.as_str()) == Some(&session.title);
        let with_track = session.track.as_ref().is_some_and(|track| tracks.contains(&track));
        (alone || with_track) && !plan.is_picked(&session.id)
    };
    let sessions = program.sessions.iter().enumerate();
    SessionSet::of(program.sessions.len(), sessions.filter(|(_, session)| is_hidden(session)).map(|(index, _)| index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Hideable, Pick};
    use crate::program::ProgramId;
    use crate::wire::program_file;

    fn program() -> Program {
        let row = |id: &str, track: &str| {
            format!(
                r#"{{"id": "{id}", "title": "T{id}", "start": "2018-08-18T10:00:00+09:00", "end": "2018-08-18T11:00:00+09:00", "day": "2018-08-18"{track}}}"#
            )
        };
        let rows = [row("0", ""), row("1", r#", "track": "a""#), row("2", r#", "track": "a""#), row("3", r#", "track": "b""#)];
        let head = r#""format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}], "tracks": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#;
        program_file::read(&format!("{{{head}, \"sessions\": [{}]}}", rows.join(","))).unwrap()
    }

    /// Returns the indices of the hidden sessions if these sessions and tracks are hidden, each as `id name`, and these
    /// sessions are picked.
    fn away(sessions: &[&str], tracks: &[&str], picked: &[usize]) -> Vec<usize> {
        let (program, mut hidden, mut plan) = (program(), Hidden::default(), Plan::empty(ProgramId::new("p")));
        let parts = |text: &str| text.split_once(' ').map(|(id, name)| (id.to_owned(), name.to_owned())).unwrap();
        for (id, title) in sessions.iter().map(|text| parts(text)) {
            hidden.hide(&Hideable::Session { id, title });
        }
        for (id, name) in tracks.iter().map(|text| parts(text)) {
            hidden.hide(&Hideable::Track { id, name });
        }
        picked.iter().for_each(|index| plan.put(Pick::of(&program, &program.sessions[*index], "en")));
        out_of_sight(&program, &plan, &hidden).iter().collect()
    }

    #[test]
    fn sessions_and_tracks_can_be_hidden_but_picks_cannot() {
        for (sessions, tracks, picked, expected) in [
            (&[][..], &[][..], &[][..], &[][..]),
            (&["0 T0"], &[], &[], &[0]),
            (&["0 T0", "3 T3"], &["a A"], &[], &[0, 1, 2, 3]),
            (&[], &["a A"], &[1], &[2]),
            (&["1 T1"], &["a A"], &[1, 2, 3], &[]),
            (&["9 T9"], &["z Z"], &[], &[]),
            (&["0 Another talk"], &["a Another track"], &[], &[]),
        ] {
            assert_eq!(away(sessions, tracks, picked), expected, "{sessions:?}, {tracks:?}, picked {picked:?}");
        }
    }

    #[test]
    fn a_session_is_hidden_again_after_its_pick_is_removed() {
        let program = program();
        let mut hidden = Hidden::default();
        hidden.hide(&Hideable::session(&program.sessions[0]));
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(Pick::of(&program, &program.sessions[0], "en"));
        assert!(out_of_sight(&program, &plan, &hidden).is_empty());
        plan.take_out(&program.sessions[0].id);
        assert_eq!(out_of_sight(&program, &plan, &hidden).len(), 1);
    }
}
