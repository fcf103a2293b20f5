use std::env;
use std::time::UNIX_EPOCH;

/// Which program this is, exactly enough that another build of it is told from this one.
///
/// A build is known by its file's size and time, since reading all of it would take longer than
/// to see that nothing has changed.
pub(super) fn program() -> String {
    let about = env::current_exe().and_then(|path| path.metadata()).ok();
    let size = about.as_ref().map(std::fs::Metadata::len).unwrap_or_default();
    let changed = about.and_then(|about| about.modified().ok());
    let changed = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    format!("socialaftale {} · {size} · {}", env!("CARGO_PKG_VERSION"), changed.as_nanos())
}
