//! `hosting/Caddyfile`: a site for Caddy, which fetches its certificate itself.

use super::host::Host;
use super::kinds::{KINDS, Kind};
use super::placeholders::{FOLDER, folder_note};
use super::rules::{Place, Rule};

/// The site. `route` keeps the order that is written here, so of two rules the later one counts.
pub fn configuration(Host { base, name: host_name, rules }: &Host<'_>) -> String {
    format!(
        "# Siganpyo behind Caddy 2.6 or later.
#
# Make this file /etc/caddy/Caddyfile, or a part of it, change the name of the host and the folder, and run: systemctl reload caddy
# {folder}

{host_name} {{
	root * {FOLDER}
{slash}	handle {base}* {{
		route {{
			try_files {{path}} {{path}}/index.html
{types}{headers}			file_server {{
				precompressed br gzip
			}}
		}}
	}}
	handle_errors {{
		route {base}* {{
			rewrite * {base}404.html
			header Content-Type \"text/html; charset=utf-8\"
{again}			file_server {{
				precompressed br gzip
			}}
		}}
	}}
}}
",
        folder = folder_note(base),
        slash = slash(base),
        types = types(),
        headers = rules.iter().enumerate().map(|(at, rule)| line(at, rule, base)).collect::<String>(),
        again = rules.iter().filter(|rule| matches!(rule.place, Place::Everywhere)).map(everywhere).collect::<String>(),
    )
}

/// People leave out the slash at the end; the other hosts lead to folders by themselves.
fn slash(base: &str) -> String {
    match base.trim_end_matches('/') {
        "" => String::new(),
        without => format!("\tredir {without} {base} permanent\n"),
    }
}

fn line(at: usize, rule: &Rule, base: &str) -> String {
    match &rule.place {
        Place::Everywhere => everywhere(rule),
        place => format!(
            "\t\t\t@rule{at} path_regexp rule{at} `{}`\n\t\t\theader @rule{at} {} \"{}\"\n",
            place.pattern(base),
            rule.header,
            rule.value
        ),
    }
}

fn everywhere(rule: &Rule) -> String {
    format!("\t\t\theader {} \"{}\"\n", rule.header, rule.value)
}

/// Said for each ending, since what Caddy knows by itself depends on the machine.
fn types() -> String {
    let line = |kind: &Kind| {
        let Kind { ending, media_type, .. } = kind;
        format!("\t\t\t@{ending} path *.{ending}\n\t\t\theader @{ending} Content-Type \"{media_type}{}\"\n", kind.charset())
    };
    KINDS.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_without_its_slash_leads_to_the_app() {
        let of = |base: &str| configuration(&Host { base, name: "timetable.test", rules: Vec::new() });
        assert!(of("/2031/").contains("\n\tredir /2031 /2031/ permanent\n"));
        assert!(!of("/").contains("redir"));
    }
}
