use super::*;
use crate::export::text::tests::program;
use crate::messages::Language;
use crate::program::ProgramId;
use std::collections::BTreeSet;

/// Returns a program with this many sessions, whose ids are `s0`, `s1` and so on.
fn large(count: usize) -> Program {
    let mut program = program();
    let session = program.sessions[0].clone();
    let ids = (0..count).map(|at| SessionId::new(format!("s{at}")));
    program.sessions = ids.map(|id| Session { id, ..session.clone() }).collect();
    program
}

fn random(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed as usize
}

fn plan_of(program: &Program, indices: &[usize], seed: &mut u64) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    for index in indices {
        let priority = PRIORITIES[random(seed) % 3];
        plan.put(Pick { priority, ..Pick::of(program, &program.sessions[*index], "") });
    }
    plan
}

fn ids(plan: &Plan) -> BTreeSet<(&SessionId, Option<Priority>)> {
    plan.picks().map(|pick| (&pick.session, pick.priority)).collect()
}

#[test]
fn any_plan_can_be_encoded_and_decoded() {
    let program = large(1_400);
    let mut seed = 0x5eed;
    for _ in 0..100 {
        let count = random(&mut seed) % 61;
        let indices: Vec<usize> = (0..count).map(|_| random(&mut seed) % 1_400).collect();
        let plan = plan_of(&program, &indices, &mut seed);
        let code = encode(&plan, &program);
        assert!(code.len() <= 252, "{}", code.len());
        let decoded = decode(&code, &program).unwrap();
        assert_eq!((ids(&decoded.plan), decoded.unknown.len()), (ids(&plan), 0));
    }
}

#[test]
fn the_salt_avoids_collisions_of_picks() {
    // Far more sessions than any conference has, so that short ids collide for every salt.
    let program = large(20_000);
    let names = Names::of(&program, 0);
    let meeting: Vec<&Session> = names.of_sessions.values().find(|sessions| sessions.len() > 1).unwrap().clone();
    let mut plan = Plan::empty(program.id.clone());
    plan.put(Pick::of(&program, meeting[0], ""));
    let code = encode(&plan, &program);
    assert_ne!(&code[1..2], "A");
    assert_eq!(ids(&decode(&code, &program).unwrap().plan), ids(&plan));
}

#[test]
fn a_code_survives_edits_of_the_program_and_returns_missing_picks() {
    let mut program = large(50);
    let plan = plan_of(&program, &[3, 7, 40], &mut 1);
    let code = encode(&plan, &program);
    program.sessions.reverse();
    program.sessions.retain(|session| session.id.as_str() != "s7");
    let decoded = decode(&code, &program).unwrap();
    assert_eq!(decoded.plan.picks().map(|pick| pick.session.as_str()).collect::<Vec<_>>(), ["s3", "s40"]);
    assert_eq!(decoded.unknown.len(), 1);
    assert_eq!(encode(&plan, &program), code, "the one that is gone stays in the code");
}

#[test]
fn short_ids_are_distributed_evenly() {
    let program = large(20_000);
    let names = Names::of(&program, 0);
    // About 12 collisions are expected with 2^24 ids.
    assert!(names.of_sessions.len() > 19_960, "{}", names.of_sessions.len());
}

#[test]
fn a_damaged_code_is_refused_with_an_explanation() {
    let program = large(50);
    let code = encode(&plan_of(&program, &[3, 7, 40], &mut 1), &program);
    let check = |code: &str, expected: &str| {
        let refusal = decode(code, &program).unwrap_err().refusal(Language::English.sharing_messages());
        assert!(refusal.message.contains(expected), "{code}: {}", refusal.message);
    };
    for at in 2..code.len() {
        let other = if &code[at..=at] == "x" { "y" } else { "x" };
        check(&format!("{}{other}{}", &code[..at], &code[at + 1..]), "missing or mistyped");
        check(&code[..at], "missing or mistyped");
    }
    check("", "not a share code");
    check("https://example.org", "not a share code");
    check(&format!("2{}", &code[1..]), "newer version");
    let other = Program { id: ProgramId::new("other"), ..program.clone() };
    assert!(decode(&code, &other).unwrap_err().is_for_another_program());
    assert!(is_for(&code, program.id.as_str()) && !is_for(&code, "other") && !is_for("1", "other"));
    assert!(decode(&format!(" {code}\n"), &program).is_ok());
    let moved = readdressed(&code, "other").expect("a sound code");
    assert_eq!(decode(&moved, &other).unwrap().plan.picks().count(), decode(&code, &program).unwrap().plan.picks().count());
    assert_eq!(readdressed(&code[..code.len() - 1], "other"), None);
}

#[test]
fn a_code_is_found_in_a_link_with_any_text_around_it() {
    let program = large(50);
    let plan = plan_of(&program, &[3, 7, 40], &mut 1);
    let (code, link) = (encode(&plan, &program), link("https://example.org/app/", &plan, &program));
    assert_eq!(link, format!("https://example.org/app/#s={code}"));
    let ends = ["", ".", ")", "&from=messenger", "%20", " see you there", "…"];
    ends.iter().for_each(|end| assert_eq!(code_in(&format!("Look: {link}{end}")), Some(&*code), "{end:?}"));
    assert_eq!(code_in(&format!("#s={code}")), Some(&*code));
    assert_eq!((code_in("#s="), code_in("#main"), code_in("")), (Some(""), None, None));
}

#[test]
fn garbage_never_panics() {
    let program = large(50);
    let mut seed = 0x5eed;
    for round in 0..20_000 {
        let letters: Vec<u8> = (0..random(&mut seed) % 40).map(|_| ALPHABET[random(&mut seed) % 64]).collect();
        let garbage: String =
            (0..random(&mut seed) % 20).filter_map(|_| char::from_u32(random(&mut seed) as u32 % 0x11_0000)).collect();
        let body = format!("1{}", String::from_utf8(letters).unwrap());
        let sound = format!("{body}{}", short(0, &body));
        let _ = decode(&garbage, &program);
        assert!(decode(&sound, &program).is_err(), "round {round}: not this program");
        let of_program = format!("1{}{}{}", digit(round as u8), short(0, "p"), &body[1..]);
        let _ = decode(&format!("{of_program}{}", short(0, &of_program)), &program);
    }
}
