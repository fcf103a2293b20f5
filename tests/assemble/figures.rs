use socialaftale::text::tree::plain_text;

use crate::project::{self, INDBERETNINGER, Project};

#[test]
fn a_figure_of_counts_tells_every_value_in_words() {
    let figure = project::shipped().figure("cu.dom");
    assert_eq!(
        plain_text(&figure.caption),
        "Antal borgere i Nordjylland 2017-2019: udviklingshæmning og dom (foreløbige tal)"
    );
    assert_eq!(
        figure.alt,
        "Søjler år for år. Domstype 1: 4 i 2017, 4 i 2018, 4 i 2019. Domstype 2, administrativt \
         overført til Kofoedsminde: 1 i 2017, 1 i 2018, 0 i 2019. Domstype 2 på åben afdeling: 7 i \
         2017, 7 i 2018, 6 i 2019."
    );
}

#[test]
fn a_national_table_is_drawn_by_landsdel_without_the_total() {
    let figure = project::shipped().figure("cu.gravide");
    assert!(plain_text(&figure.caption).starts_with("Antal borgere i hele landet 2017-2019: "));
    assert!(figure.alt.contains("Midtjylland: 4 i 2017, 0 i 2018, 4 i 2019."), "{}", figure.alt);
    assert!(!figure.alt.contains("I alt"), "{}", figure.alt);
}

#[test]
fn a_missing_count_is_told_as_not_known() {
    let project = Project::shipped().without(INDBERETNINGER);
    let figure = project.assembled().figure("cu.dom");
    assert!(
        figure
            .alt
            .contains("Domstype 1: ikke oplyst i 2017, ikke oplyst i 2018, ikke oplyst i 2019."),
        "{}",
        figure.alt
    );
}

#[test]
fn the_krisecentre_are_drawn_with_takst_and_belaegning() {
    let figure = project::shipped().figure("takster.krisecentre");
    assert_eq!(
        plain_text(&figure.caption).replace('\u{a0}', " "),
        "Takst pr. døgn på krisecentrene pr. 14. september 2020, kr. (belægningsprocent)"
    );
    assert_eq!(
        figure.alt.replace('\u{a0}', " "),
        "Liggende søjler: takst pr. døgn, belægningsprocent i parentes. Hjørring Krisecenter 2.719 \
         kr. (95 %); Frederikshavn Krisecenter 2.628 kr. (90 %); Søhavegård Krisecenter 2.591 kr. \
         (90 %); Hobro Krisecenter 1.943 kr. (90 %); Aalborg Krisecenter 2.139 kr. (90 %)."
    );
}
