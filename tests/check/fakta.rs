//! The sums, growths and names of the papers of 2020 that have no place in the model, held against
//! the rules that the model's own are held against.

use rust_decimal::Decimal;
use socialaftale::check::{absent, adds_up, is_leap};

use crate::project::{Cell, Project, REGLER, UDMELDINGER};

fn number(written: &str) -> Decimal {
    written.parse().expect("a number")
}

#[test]
fn the_sums_of_the_papers_add_up() {
    let none = Decimal::ZERO;
    let tenth = number("0.1");
    for (what, parts, sum, rounding) in [
        ("Socialtilsyn Nord", vec!["1650", "435"], "2085", none),
        ("Rebild, pladser", vec!["1", "1", "1"], "3", none),
        ("Rebild, årsværk", vec!["1", "1.5", "2"], "4.5", none),
        ("DAS' dagsorden, punkter", vec!["2", "6", "2", "2", "1"], "13", none),
        ("laboratorier", vec!["3", "1"], "4", none),
        ("laboratorier, halvår i to år", vec!["2", "2"], "4", none),
        ("pladser på krisecentre", vec!["4", "4", "6", "4", "7"], "25", none),
        ("gravide 2017", vec!["1", "4", "0", "0", "0"], "5", none),
        ("regionernes befolkning, mio.", vec!["1.2", "1.3", "0.6", "1.8", "0.8"], "5.7", tenth),
        ("den samme, afrundet op", vec!["1.2", "1.3", "0.6", "1.8", "0.8"], "5.8", tenth),
    ] {
        let parts: Vec<Decimal> = parts.into_iter().map(number).collect();
        let sum = number(sum);
        assert!(adds_up(&parts, sum, rounding), "{what}");
        let least = number("0.01");
        assert!(!adds_up(&parts, sum + rounding + least, rounding), "{what}, for meget");
        assert!(!adds_up(&parts, sum - rounding - tenth - least, rounding), "{what}, for lidt");
    }
}

#[test]
fn the_growths_of_the_papers_are_what_they_are_said_to_be() {
    // Each growth lies between the percentages that round to what is said.
    for (what, before, after, over, not_over) in [
        ("børn på krisecenter, +78,8 %", "33", "59", "78.75", "78.85"),
        ("kvinder på krisecenter, +17,3 %", "52", "61", "17.25", "17.35"),
        ("kvinder over to år, +24,5 %", "49", "61", "24.45", "24.55"),
        ("takst på krisecenter, +10,66 %", "1933", "2139", "10.655", "10.665"),
    ] {
        let leaps = |percent| is_leap(number(before), number(after), number(percent), Decimal::ONE);
        assert!(leaps(over) && !leaps(not_over), "{what}");
    }
}

#[test]
fn every_kommune_was_at_the_meeting_or_sent_word_and_aalborg_has_two_seats() {
    let (records, _) = Project::shipped().read();
    let projekt = records.expect("a project").projekt;
    let rule = projekt.regler.in_force("K01", projekt.aftale.fra).expect("a rule");
    let kommuner = rule.list("kommuner");
    let present = [
        "Aalborg Kommune",
        "Brønderslev Kommune",
        "Hjørring Kommune",
        "Læsø Kommune",
        "Mariagerfjord Kommune",
        "Frederikshavn Kommune",
        "Rebild Kommune",
        "Region Nordjylland",
    ];
    let sent_word = [
        "Vesthimmerlands Kommune",
        "Jammerbugt Kommune",
        "Morsø Kommune",
        "Thisted Kommune",
        "Aalborg Kommune",
    ];
    assert_eq!(kommuner.len(), 11);
    assert_eq!(absent(kommuner, &[present.as_slice(), &sent_word].concat()), [""; 0]);
    assert_eq!(absent(kommuner, &[&present[1..], &sent_word].concat()), [""; 0]);
    assert_eq!(absent(kommuner, &[&present[1..], &sent_word[..4]].concat()), ["Aalborg Kommune"]);
    assert_eq!(
        absent(kommuner, &present),
        ["Jammerbugt Kommune", "Morsø Kommune", "Thisted Kommune", "Vesthimmerlands Kommune"]
    );
}

#[test]
fn a_rule_may_bear_the_rounding_of_parts() {
    let wrong = |said| {
        let cell = Cell::Number(said);
        Project::shipped().workbook_cell(UDMELDINGER, "Kontroltal", "E3", cell)
    };
    let bearing = |project: Project| {
        let rule = "titel = \"En opgivet sum er summen af sine dele\"\nkilde = \"Programmets egen \
                    kontrol\"\nalvor = \"fejl\"\n";
        project.replace(REGLER, rule, &format!("{rule}[regel.vaerdier]\nafrunding = 1\n"))
    };
    assert_eq!(wrong("13").findings().len(), 1);
    assert_eq!(bearing(wrong("13")).findings(), [""; 0]);
    assert_eq!(bearing(wrong("14")).findings().len(), 1);
}
