use crate::model::Modtager;

/// Everything that the program makes of a project.
pub(super) const OUTPUT: &str = "output";

/// Where the documents for a reader stand; the two are never mixed, so that full counts are not
/// sent out with a folder for the public.
pub fn reader_folder(til: Modtager) -> &'static str {
    match til {
        Modtager::Myndighed => OUTPUT,
        Modtager::Offentlig => "output/offentlig",
    }
}
