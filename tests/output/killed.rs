use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use socialaftale::cli::Outcome;

use crate::built::Project;

const BYG: [&str; 4] = ["byg", "--format", "docx", "--projekt"];

/// Every document is the old one or the new one, whole, whenever a run is killed; the next is right.
#[test]
fn a_killed_run_leaves_whole_documents_and_the_next_one_is_right() {
    let project = Project::new();
    let docx = ["byg", "--format", "docx"];
    assert_eq!(project.run(&docx).outcome, Outcome::Fine);
    let old = project.output();
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-09-15");
    let other = Project::new();
    other.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-09-15");
    assert_eq!(other.run(&docx).outcome, Outcome::Fine);
    let new = other.output();
    for milliseconds in [200, 500, 900, 1300, 1800] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_socialaftale"))
            .args(BYG)
            .arg(project.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        sleep(Duration::from_millis(milliseconds));
        run.kill().expect("the program is killed or has ended");
        run.wait().expect("the program has ended");
        for (name, bytes) in project.output() {
            assert!(old[&name] == bytes || new[&name] == bytes, "{name} is neither old nor new");
        }
    }
    assert_eq!(project.run(&docx).outcome, Outcome::Fine);
    let after = project.output();
    for (name, bytes) in &new {
        assert!(after[name] == *bytes, "{name} is not the new one");
    }
}
