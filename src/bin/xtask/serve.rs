//! A static host for trying and testing. It sends the headers that every host should send, and never index.html in place of a missing
//! file.

use crate::failure::Failure;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Redirect, Response};
use axum::routing::any;
use siganpyo::publish::hosting::{kinds, rules, rules::Rule};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

/// Serves the folder on this machine until it is stopped. The first line printed is the address.
pub fn serve(dir: &Path, port: u16, prefix: &str) -> Result<(), Failure> {
    if !dir.join("index.html").is_file() {
        return Err(Failure::new(format!("{} holds no index.html", dir.display()), "run `cargo xtask build` first"));
    }
    let prefix = match prefix.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    };
    let runtime = tokio::runtime::Runtime::new().map_err(|error| failure(&error))?;
    runtime.block_on(listen(dir, port, &prefix)).map_err(|error| failure(&error))
}

async fn listen(dir: &Path, port: u16, prefix: &str) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], port))).await?;
    println!("http://{}{prefix}", listener.local_addr()?);
    axum::serve(listener, site(dir, prefix)).await
}

/// The folder under the prefix, which begins and ends with a slash.
fn site(dir: &Path, prefix: &str) -> Router {
    let missing = SetStatus::new(ServeFile::new(dir.join("404.html")), StatusCode::NOT_FOUND);
    let folder = prefix.trim_end_matches('/');
    let files = ServeDir::new(dir).precompressed_br().precompressed_gzip().redirect_path_prefix(folder).fallback(missing);
    let base = prefix.to_owned();
    let framed_by = rules::frames(&std::fs::read_to_string(dir.join("_headers")).unwrap_or_default());
    let rules = Arc::new(rules::rules(&framed_by));
    let headers =
        middleware::from_fn(move |request: Request, next: Next| headers(Arc::clone(&rules), base.clone(), request, next));
    if folder.is_empty() {
        return Router::new().fallback_service(files).layer(headers);
    }
    Router::new().nest_service(&format!("{folder}/"), files).layer(headers).route(folder, any(Redirect::permanent(prefix)))
}

/// Sends what the rules say of the file, or of the page for everything else where there is no such file.
async fn headers(rules: Arc<Vec<Rule>>, base: String, request: Request, next: Next) -> Response {
    let path = request.uri().path().strip_prefix(&base).unwrap_or_default().to_owned();
    let mut response = next.run(request).await;
    let found = if response.status() == StatusCode::NOT_FOUND { "404.html" } else { &path };
    if let Some(kind) = kinds::media_type(found) {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_str(&kind).expect("a media type"));
    }
    for rule in rules::rules_of(&rules, found) {
        let name = HeaderName::from_bytes(rule.header.as_bytes()).expect("a header of ours");
        response.headers_mut().insert(name, HeaderValue::from_str(&rule.value).expect("a value of ours"));
    }
    response
}

fn failure(error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot serve: {error}"), "choose another port with --port, or 0 for any free one")
}
