//! Codes compared, module by module, with those of another encoder (qrcode 8.2 for Python, level M, byte mode, the same
//! mask).

use super::*;
use fnv::FnvHasher;
use std::hash::Hasher;

fn check(text: &str, version: usize, expected: u64) {
    let code = Code::of(text).unwrap();
    assert_eq!(code.size, 17 + 4 * version, "{text}");
    let mut hasher = FnvHasher::default();
    for at in 0..code.size * code.size {
        hasher.write(&[u8::from(code.is_dark(at % code.size, at / code.size))]);
    }
    assert_eq!(hasher.finish(), expected, "{text}");
}

#[test]
fn codes_equal_those_of_another_encoder() {
    check(&"y".repeat(14), 1, 0xf6a3_ae25_ebc0_8f2d);
    check("https://siganpyo.example/#s=1a2cGTZ", 3, 0x93df_e7e4_7b86_3147);
    check(&format!("https://siganpyo.example/#s={}", "x".repeat(70)), 6, 0x80db_a242_352b_c36b);
    check(&format!("https://siganpyo.example/app/#s={}", "x".repeat(120)), 8, 0x6c7c_f421_dc03_7a07);
    check(&format!("https://siganpyo.example/app/#s={}", "한".repeat(150)), 17, 0x3790_e217_a458_a49f);
    check(&"z".repeat(666), 20, 0xea9b_26db_30e7_92af);
}

#[test]
fn every_length_up_to_the_limit_has_a_code() {
    // Nineteen lengths, since debug builds take a twentieth of a second for each.
    let codes = (0..=666).step_by(37).map(|length| Code::of(&"a".repeat(length)).unwrap());
    let versions: Vec<usize> = codes.map(|code| (code.size - 17) / 4).collect();
    assert!(versions.is_sorted() && versions[0] == 1 && versions[18] == 20);
    assert_eq!(Code::of(&"a".repeat(667)), None);
}
