//! The way out of browsers inside other apps, which lose stored data and cannot work offline.
//!
//! None of these apps documents how it is recognised or left; the marks are what their user agents have contained for years.

use super::with_parameter;

/// An app whose browser it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    KakaoTalk,
    Line,
    /// Any other app with a browser of its own.
    Other,
}

const MARKS: [(&str, Inside); 8] = [
    ("KAKAOTALK", Inside::KakaoTalk),
    ("Line/", Inside::Line),
    ("NAVER(inapp", Inside::Other),
    ("FBAN", Inside::Other),
    ("FBAV", Inside::Other),
    ("Instagram", Inside::Other),
    ("DaumApps", Inside::Other),
    // Android's WebView in any app (<https://developer.chrome.com/docs/multidevice/user-agent/>).
    ("; wv)", Inside::Other),
];

/// Returns the address that opens a page in the phone's own browser; `None` in a browser of its own. `encode` is
/// `encodeURIComponent`.
pub fn way_out(agent: &str, is_ios: bool, address: &str, encode: impl Fn(&str) -> String) -> Option<String> {
    let (_, inside) = MARKS.iter().find(|(mark, _)| agent.contains(mark))?;
    Some(match inside {
        Inside::KakaoTalk => format!("kakaotalk://web/openExternal?url={}", encode(address)),
        Inside::Line => with_parameter(address, "openExternalBrowser=1"),
        Inside::Other if is_ios => format!("x-safari-{}", without_fragment(address)),
        Inside::Other => {
            let address = without_fragment(address);
            let after_scheme = address.split_once("://").map_or(&*address, |(_, rest)| rest);
            let fallback = encode(&address);
            format!(
                "intent://{after_scheme}#Intent;scheme=https;package=com.android.chrome;S.browser_fallback_url={fallback};end"
            )
        }
    })
}

/// The fragment as a query: these schemes use or drop it. The app takes what is ours out of the query at once.
fn without_fragment(address: &str) -> String {
    match address.split_once('#') {
        Some((page, fragment)) if fragment.contains('=') => with_parameter(page, fragment),
        Some((page, _)) => page.to_owned(),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_app_is_left_in_its_own_way_with_the_picks() {
        let android = |app: &str| {
            format!("Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36 {app}")
        };
        let iphone = |app: &str| {
            format!("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 {app}")
        };
        let intent = "intent://c.org/x/?s=1Aab#Intent;scheme=https;package=com.android.chrome;S.browser_fallback_url=<https://c.org/x/?s=1Aab>;end";
        let safari = "x-safari-https://c.org/x/?s=1Aab";
        for (agent, is_ios, expected) in [
            (android("KAKAOTALK/25.1.0"), false, Some("kakaotalk://web/openExternal?url=<https://c.org/x/#s=1Aab>")),
            (iphone("KAKAOTALK 25.1.0"), true, Some("kakaotalk://web/openExternal?url=<https://c.org/x/#s=1Aab>")),
            (android("Line/14.19.0"), false, Some("https://c.org/x/?openExternalBrowser=1#s=1Aab")),
            (iphone("Safari Line/14.19.0"), true, Some("https://c.org/x/?openExternalBrowser=1#s=1Aab")),
            (android("NAVER(inapp; search; 1000; 12.9.3)"), false, Some(intent)),
            (iphone("NAVER(inapp; search; 1000; 12.9.3; 15)"), true, Some(safari)),
            (android("Instagram 360.0.0.40 Android"), false, Some(intent)),
            (iphone("Instagram 360.0.0.40 (iPhone15,2)"), true, Some(safari)),
            (android("[FB_IAB/FB4A;FBAV/490.0.0.63;]"), false, Some(intent)),
            (iphone("[FBAN/FBIOS;FBAV/490.0.0.63]"), true, Some(safari)),
            ("Mozilla/5.0 (Linux; Android 15; SM-S921N; wv) AppleWebKit/537.36".to_owned(), false, Some(intent)),
            (android(""), false, None),
            (android("SamsungBrowser/27.0"), false, None),
            (iphone("Version/18.1 Safari/604.1"), true, None),
            (iphone("CriOS/131.0 Safari/604.1"), true, None),
        ] {
            let found = way_out(&agent, is_ios, "https://c.org/x/#s=1Aab", |text| format!("<{text}>"));
            assert_eq!(found.as_deref(), expected, "{agent}");
        }
        let agent = iphone("Instagram");
        assert_eq!(way_out(&agent, true, "https://c.org/?q=a", str::to_owned).as_deref(), Some("x-safari-https://c.org/?q=a"));
        assert_eq!(way_out(&agent, true, "https://c.org/#main", str::to_owned).as_deref(), Some("x-safari-https://c.org/"));
    }
}
