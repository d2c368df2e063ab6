//! What the person set, as the device keeps it.

use serde::{Deserialize, Serialize};

/// Settings of the app; every field may be absent, and then the device decides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Tag of the language of the app. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `light` or `dark`; as the phone where absent. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appearance: Option<String>,
    /// Id of the program in use; the built-in one where absent. `src/early.js` reads it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// Pixels of the lock screen, where the person knows better than the guess.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<(u32, u32)>,
    /// Name of the zone of the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Name of the picture's theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_another_version_keep_what_is_known() {
        let settings: Settings = serde_json::from_str(r#"{"language":"ko","mood":1}"#).unwrap();
        assert_eq!(serde_json::to_string(&settings).unwrap(), r#"{"language":"ko"}"#);
    }
}
