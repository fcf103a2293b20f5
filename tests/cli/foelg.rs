use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::built::Project;

/// The program as it follows a project, stopped when the test ends.
struct Following(Child);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.kill().expect("the program is stopped");
        self.0.wait().expect("the program has ended");
    }
}

/// Reads what is printed up to a line that begins so, and gives all of it.
fn until(lines: &mut impl Iterator<Item = String>, start: &str) -> Vec<String> {
    let mut seen = Vec::new();
    for line in lines {
        seen.push(line);
        if seen.last().is_some_and(|line| line.starts_with(start)) {
            return seen;
        }
    }
    panic!("the program ended before »{start}«: {seen:#?}");
}

#[test]
fn a_saved_text_is_built_at_once_and_what_lies_beside_it_is_not() {
    let project = Project::new();
    let program = Command::new(env!("CARGO_BIN_EXE_socialaftale"))
        .args(["byg", "oplaeg", "sag-rebild", "--format", "docx", "--følg", "--projekt"])
        .arg(project.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut following = Following(program);
    let printed = BufReader::new(following.0.stdout.take().expect("its output"));
    let mut lines = printed.lines().map(|line| line.expect("UTF-8"));
    until(&mut lines, "Følger inputs/ og templates/");
    let before = project.output();
    project.write("inputs/tekst/~$sag-resume.md", "Word holder filen åben");
    project.replace("inputs/tekst/sag-resume.md", "{{aftale.titel}}", "{{aftale.titel}} nu");
    let said = until(&mut lines, "1 dokument i output/");
    assert_eq!(said[..2], ["", "Gemt: inputs/tekst/sag-resume.md"]);
    assert_eq!(
        said[said.len() - 2..],
        [
            "Lavet, fordi inputs/tekst/sag-resume.md er ændret (teksten »sag-resume«).",
            "1 dokument i output/: 1 fil skrevet, 0 uændrede.",
        ]
    );
    let after = project.output();
    let differs = |name: &&String| before[*name] != after[*name];
    let changed: Vec<&String> = after.keys().filter(differs).collect();
    assert_eq!(changed, ["manifest.json", "sag-rebild.docx"]);
}
