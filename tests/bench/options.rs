use chrono::NaiveDate;
use socialaftale::fonts::FACES;
use socialaftale::render::word::WordOptions;

/// The options of a document with that title.
pub fn options(title: &str) -> WordOptions<'static> {
    WordOptions {
        title: title.to_owned(),
        author: "Sekretariatet".to_owned(),
        subject: String::new(),
        language: "da-DK".to_owned(),
        date: NaiveDate::MIN,
        draft: None,
        reader: None,
        update_fields: false,
        fonts: &FACES,
    }
}
