//! A static host for trying and testing: it serves files, knows nothing of single-page apps, and behaves as the dumb ones do.

use crate::failure::Failure;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Redirect, Response};
use axum::routing::any;
use std::net::SocketAddr;
use std::path::Path;
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
    if folder.is_empty() {
        return Router::new().fallback_service(files).layer(middleware::from_fn(caching));
    }
    Router::new()
        .nest_service(&format!("{folder}/"), files)
        .layer(middleware::from_fn(caching))
        .route(folder, any(Redirect::permanent(prefix)))
}

/// What Trunk names after its content never changes; everything else is asked for again each time.
async fn caching(request: Request, next: Next) -> Response {
    let hashed = has_hash(request.uri().path());
    let mut response = next.run(request).await;
    let value = match hashed && response.status().is_success() {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

/// Whether the file's name holds Trunk's hash, as in `app-be30161f65139504_bg.wasm`.
pub fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((_, rest)) = name.rsplit_once('-') else { return false };
    let digits = rest.split(['.', '_']).next().unwrap_or(rest);
    // 64 bits, which Trunk writes without zeros in front.
    (13..=16).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn failure(error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot serve: {error}"), "choose another port with --port, or 0 for any free one")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for hashed in ["/x/app-be30161f65139504.js", "/app-be30161f65139504_bg.wasm", "/app-c52e496697251ed.js"] {
            assert!(has_hash(hashed), "{hashed}");
        }
        for plain in ["/worker_bg.wasm", "/sw.js", "/session/be30161f65139504/", "/", "/a-b.json", "/pycon-2018.json"] {
            assert!(!has_hash(plain), "{plain}");
        }
    }
}
