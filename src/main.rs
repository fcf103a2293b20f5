use std::io::{self, Write};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let outcome = socialaftale::cli::run(std::env::args_os(), &mut out, &mut io::stderr());
    // A reader that went away cannot be told so.
    let _ = out.flush();
    ExitCode::from(outcome as u8)
}
