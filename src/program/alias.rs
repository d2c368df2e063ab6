//! Names that mean the same to a search, as organisers write them.

/// Returns the names of a line such as `장고 = Django`. A line with fewer than two of them says nothing.
pub fn names(alias: &str) -> impl Iterator<Item = &str> {
    alias.split('=').map(str::trim).filter(|name| !name.is_empty())
}
