//! The user's settings as they are stored.

use super::tree::Node;
use serde::Serialize;

/// Settings of the app; any field may be absent, then the device's default is used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Number of changes so far. Of two copies, the one with more changes is newer; no clock is needed.
    #[serde(skip_serializing_if = "is_none")]
    pub edit: u32,
    /// Tag of the language of the app. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `light` or `dark`; absent for the phone's theme. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appearance: Option<String>,
    /// Id of the program in use; absent for the built-in one. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// Whether a program that was opened but not kept yet is in use instead.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub trial: bool,
    /// How the program is laid out: `grid`, or absent for a list. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<String>,
    /// Size of the lock screen in pixels, if the user corrected the guess.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<(u32, u32)>,
    /// Name of the zone of the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Name of the picture's theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Whether the plan is shown as a simple list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub plan_as_list: bool,
    /// Minutes of walking between rooms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub walking: Option<u32>,
    /// When a calendar that takes the plan rings: minutes before an entry, or `way`; absent for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alarm: Option<String>,
}

fn is_none(edit: &u32) -> bool {
    *edit == 0
}

impl Settings {
    /// Reads what [`Settings::write`] wrote; missing and invalid fields are absent.
    pub fn read(text: &str) -> Settings {
        let Some(mut fields) = serde_json::from_str::<Node>(text).ok().and_then(|node| node.record("")) else {
            return Settings::default();
        };
        let screen = fields.list("screen").into_iter().filter_map(Node::number);
        let screen: Vec<u32> = screen.filter_map(|pixels| u32::try_from(pixels).ok()).collect();
        Settings {
            edit: fields.small_number("edit").unwrap_or(0),
            language: fields.maybe_text("language"),
            appearance: fields.maybe_text("appearance"),
            program: fields.maybe_text("program"),
            trial: fields.flag("trial"),
            layout: fields.maybe_text("layout"),
            screen: <[u32; 2]>::try_from(screen).ok().map(<(u32, u32)>::from),
            zone: fields.maybe_text("zone"),
            theme: fields.maybe_text("theme"),
            plan_as_list: fields.flag("plan_as_list"),
            walking: fields.small_number("walking").ok(),
            alarm: fields.maybe_text("alarm"),
        }
    }

    /// Writes the settings that are set.
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_settings_of_another_version_are_kept() {
        assert_eq!(Settings::read(r#"{"language":"ko","mood":1}"#).write(), r#"{"language":"ko"}"#);
        let settings = Settings {
            edit: 3,
            screen: Some((1179, 2556)),
            theme: Some("paper".to_owned()),
            plan_as_list: true,
            walking: Some(5),
            alarm: Some("way".to_owned()),
            ..Settings::default()
        };
        assert_eq!(Settings::read(&settings.write()), settings);
        assert_eq!(Settings::read("nonsense"), Settings::default());
    }
}
