//! Matching versions of really published programs, if they are available.

use crate::published::{folder, read};
use siganpyo::plan::{Change, Pick, Plan, attachments, changes, merge};
use siganpyo::program::versions::{Fate, Matching, Verdict};
use siganpyo::program::{Program, Session, SessionId, differences};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

/// Pairs of versions with stable ids (formats whose ids can be trusted), so that the ids tell which session is which.
const PAIRS: [(&str, &str); 8] = [
    ("frab-xml/31c3-2014-v1.3.xml", "frab-xml/31c3-2014-v1.5.xml"),
    ("opass-json/sitcon-2022-v1.json", "opass-json/sitcon-2022-v2.json"),
    ("pretalx-json/europython-2022-sessions.json", "pretalx-json/europython-2022-schedule.json"),
    ("sessionize-gridsmart/droidcon-berlin-2021-v1.json", "sessionize-gridsmart/droidcon-berlin-2021-v2.json"),
    ("sessionize-gridsmart/droidcon-london-2022-v1.json", "sessionize-gridsmart/droidcon-london-2022-v2.json"),
    ("sessionize-gridsmart/droidcon-nyc-2018-v1.json", "sessionize-gridsmart/droidcon-nyc-2018-v2.json"),
    ("sessionize-gridsmart/droidcon-nyc-2019-v1.json", "sessionize-gridsmart/droidcon-nyc-2019-v2.json"),
    ("sessionize-gridsmart/droidcon-sf-2018-v1.json", "sessionize-gridsmart/droidcon-sf-2018-v2.json"),
];

/// Large programs that are compared with themselves.
const ALONE: [&str; 5] = [
    "frab-xml/fosdem-2025.xml",
    "frab-xml/fosdem-2018.xml",
    "frab-xml/38c3-2024.xml",
    "konopas-conclar/glasgow-worldcon-2024-staging-schedule.json",
    "sessionize-gridsmart/droidcon-london-2024.json",
];

fn pairs(folder: &Path) -> &'static [(Program, Program)] {
    static READ: OnceLock<Vec<(Program, Program)>> = OnceLock::new();
    READ.get_or_init(|| {
        let program = |name: &str| read(folder, name).unwrap().program;
        let pairs = PAIRS.iter().map(|(old, new)| (program(old), program(new)));
        let alone = ALONE.iter().map(|name| program(name));
        pairs.chain(alone.map(|program| (program.clone(), program))).collect()
    })
}

/// Returns the program with every id replaced, and which session was which.
fn renumbered(program: &Program, id: impl Fn(usize) -> SessionId) -> (Program, BTreeMap<SessionId, SessionId>) {
    let mut changed = program.clone();
    let mut truth = BTreeMap::new();
    for (at, session) in changed.sessions.iter_mut().enumerate() {
        truth.insert(std::mem::replace(&mut session.id, id(at)), id(at));
    }
    changed.sort();
    (changed, truth)
}

/// Returns what makes sessions indistinguishable if it is the same: title, speakers and time.
fn look(session: &Session) -> impl PartialEq + '_ {
    (&session.title, &session.speakers, session.span)
}

#[test]
fn sessions_with_stable_ids_are_matched_to_themselves() {
    let Some(folder) = folder() else { return };
    for (old, new) in pairs(&folder) {
        let matching = Matching::of(old, new);
        for session in old.sessions.iter().filter(|session| new.session(&session.id).is_some()) {
            assert_eq!(matching.fate(&session.id), Some(&Fate::Follow(session.id.clone())), "{}", session.title);
        }
        let follows: BTreeSet<_> = old.sessions.iter().filter_map(|session| matching.fate(&session.id)?.followed()).collect();
        assert_eq!(follows.len(), matching.kept(), "no session is followed twice");
        assert_eq!(matching.kept() + matching.added().len(), new.sessions.len());
        let expected = if old == new { Verdict::Unchanged } else { Verdict::Changed };
        assert_eq!(matching.verdict(old, new), expected, "{}", old.title);
        println!("{}: {} of {} kept", old.title, matching.kept(), old.sessions.len());
    }
}

/// The same pairs with meaningless ids, and with ids that all belong to another session now.
#[test]
fn sessions_with_other_ids_are_matched_again_and_never_to_another_session() {
    let Some(folder) = folder() else { return };
    for (old, new) in pairs(&folder) {
        let fresh = renumbered(new, |at| SessionId::new(format!("n{at}")));
        let shifted = renumbered(new, |at| new.sessions[(at + 1) % new.sessions.len()].id.clone());
        for (changed, truth) in [fresh, shifted] {
            let matching = Matching::of(old, &changed);
            let (mut kept, mut lost) = (0, Vec::new());
            for session in &old.sessions {
                let now = truth.get(&session.id);
                match (matching.fate(&session.id).unwrap(), now) {
                    (Fate::Follow(found), Some(now)) if found == now => kept += 1,
                    (Fate::Follow(found), _) => {
                        let found = changed.session(found).unwrap();
                        let meant = now.and_then(|now| changed.session(now));
                        let same_look = look(session) == look(found) || meant.is_some_and(|meant| look(meant) == look(found));
                        assert!(same_look, "{session:?}\ntaken for\n{found:?}");
                    }
                    (fate, Some(_)) => lost.push(format!("{} {fate:?}", session.title)),
                    _ => {}
                }
            }
            println!("{}: {kept} found again, {} not", old.title, lost.len());
            // Community sessions without speakers, all with the same title, in rooms that were renamed: they are
            // indistinguishable.
            assert!(lost.len() * 20 <= old.sessions.len(), "{}: {lost:?}", old.title);
        }
    }
}

#[test]
fn no_plan_loses_an_entry_or_a_change() {
    let Some(folder) = folder() else { return };
    let both_ways = pairs(&folder).iter().flat_map(|(old, new)| [(old, new), (new, old)]);
    for (at, (old, new)) in both_ways.enumerate() {
        let mut plan = Plan::empty(old.id.clone());
        for session in old.sessions.iter().skip(at % 3).step_by(3) {
            plan.put(Pick::of(old, session, ""));
        }
        let before: Vec<Pick> = plan.picks().cloned().collect();
        plan.attach(&attachments(&plan, Some(old), new));
        assert_eq!(plan.picks().count(), before.len());
        for pick in before {
            let now = plan.picks().find(|now| now.was.as_ref().unwrap_or(&now.session) == &pick.session).expect(&pick.title);
            let expected = match new.session(&now.session) {
                Some(session) => differences(pick.seen(), session, new),
                None if now.candidates.is_empty() => vec![Change::Removed],
                None => vec![Change::Ambiguous],
            };
            assert_eq!(changes(now, new), expected, "{}", pick.title);
            assert_eq!(Pick { session: pick.session.clone(), was: None, candidates: Vec::new(), ..now.clone() }, pick);
        }
    }
}

#[test]
fn two_formats_of_a_conference_are_the_same_conference() {
    let Some(folder) = folder() else { return };
    for (one, other, missing) in [
        ("frab-xml/democon-2022-pretalx.xml", "c3voc-json/democon-2022-pretalx.json", 0),
        ("frab-xml/democon-2022-pretalx.xml", "pretalx-json/democon-2022-widget-v2.json", 0),
        ("pretalx-json/democon-2022-widget-v2.json", "ics/democon-2022-pretalx.ics", 0),
        ("ics/esug-2011-ESUG2011.ics", "ics/esug-2011-betterTalks.ics", 0),
        ("ics/emf-2016.ics", "app-json/emf-2016.json", 0),
        ("ics/emf-2018.ics", "app-json/emf-2018.json", 0),
        ("ics/emf-2022.ics", "app-json/emf-2022.json", 0),
        ("frab-xml/emf-2016.xml", "ics/emf-2016.ics", 0),
        ("frab-xml/emf-2018.xml", "ics/emf-2018.ics", 0),
        // Placeholders and a repeated workshop are not in the calendar.
        ("frab-xml/emf-2022.xml", "ics/emf-2022.ics", 9),
    ] {
        let [one, other] = [one, other].map(|name| read(&folder, name).unwrap().program);
        let matching = Matching::of(&one, &other);
        assert_eq!(one.sessions.len() - matching.kept(), missing, "{} and {}", one.id, other.id);
        for session in &one.sessions {
            let Some(Fate::Follow(now)) = matching.fate(&session.id) else { continue };
            assert_eq!(session.span.start, other.session(now).unwrap().span.start, "{}", session.title);
        }
        assert!(matches!(matching.verdict(&one, &other), Verdict::Changed | Verdict::Unchanged));
    }
}

/// A deterministic pseudorandom number generator (Knuth's constants for a linear congruential generator).
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |sides| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as usize) % sides
    }
}

/// Returns the copies of all picks, none of which may be lost.
fn copies(plan: &Plan) -> Vec<(String, siganpyo::program::Span)> {
    let mut copies: Vec<_> = plan.picks().map(|pick| (pick.title.clone(), pick.span)).collect();
    copies.sort();
    copies
}

/// Changes back and forth between real versions, with random picks, some of them made on another device that has only one
/// version; and the same with ids that were given to other sessions.
#[test]
fn no_pick_is_lost_between_published_versions_and_the_order_of_merging_does_not_matter() {
    let Some(folder) = folder() else { return };
    for (at, (old, new)) in pairs(&folder).iter().enumerate() {
        let (shifted, _) = renumbered(new, |at| new.sessions[(at + 1) % new.sessions.len()].id.clone());
        let mut roll = dice(at as u64);
        let mut plan = Plan::empty(old.id.clone());
        let versions = [old, new, &shifted, old, &shifted, new];
        for (from, to) in versions.iter().zip(&versions[1..]) {
            let mut picked = |plan: &mut Plan, program: &Program| {
                for _ in 0..20 {
                    let session = &program.sessions[roll(program.sessions.len())];
                    if !plan.is_picked(&session.id) {
                        plan.put(Pick::of(program, session, ""));
                    }
                }
            };
            picked(&mut plan, from);
            let attachments = attachments(&plan, Some(from), to);
            let mut after = plan.clone();
            after.attach(&attachments);
            assert_eq!(copies(&after), copies(&plan), "{}", old.title);
            let mut elsewhere = after.clone();
            picked(&mut elsewhere, to);
            picked(&mut after, to);
            let merged = merge(after.clone(), elsewhere.clone());
            assert_eq!(merged, merge(elsewhere.clone(), after.clone()), "{}: in the other order", old.title);
            assert_eq!(merged, merge(merged.clone(), elsewhere.clone()), "{}: once more", old.title);
            assert_eq!(merge(merged.clone(), plan), merged, "{}: with what was before", old.title);
            let known: BTreeSet<_> = merged.picks().map(|pick| &pick.session).collect();
            assert!(after.picks().chain(elsewhere.picks()).all(|pick| known.contains(&pick.session)), "{}", old.title);
            plan = merged;
        }
        println!("{}: {} picks", old.title, plan.picks().count());
    }
}

#[test]
fn another_year_or_city_is_another_conference() {
    let Some(folder) = folder() else { return };
    let names = [
        "frab-xml/fosdem-2018.xml",
        "frab-xml/fosdem-2019.xml",
        "frab-xml/fosdem-2024.xml",
        "frab-xml/fosdem-2025.xml",
        "sessionize-gridsmart/droidcon-sf-2018-v2.json",
        "sessionize-gridsmart/droidcon-nyc-2018-v2.json",
        "sessionize-gridsmart/droidcon-nyc-2019-v2.json",
        "sessionize-gridsmart/droidcon-berlin-2022.json",
        "sessionize-gridsmart/droidcon-london-2022-v2.json",
        "opass-json/sitcon-2021.json",
        "opass-json/sitcon-2022-v2.json",
        "ics/emf-2016.ics",
        "ics/emf-2022.ics",
    ];
    let programs = names.map(|name| read(&folder, name).unwrap().program);
    for (at, one) in programs.iter().enumerate() {
        for other in &programs[at + 1..] {
            let matching = Matching::of(one, other);
            assert_eq!(matching.verdict(one, other), Verdict::OtherConference, "{} and {}", one.title, other.title);
        }
    }
}
