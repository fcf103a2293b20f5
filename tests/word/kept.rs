//! Leaves what the tests make for the judges, in the folder that `SOCIALAFTALE_KEEP_DOCX` names.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::thread;

const FOLDER: &str = "SOCIALAFTALE_KEEP_DOCX";

thread_local! {
    /// How many documents the test of this thread has left.
    static LEFT: Cell<u32> = const { Cell::new(0) };
}

/// Tests whose templates are odd on purpose: pieces of Word's XML that no file has by themselves, tags
/// that come as data or stand in a file put in whole, links that lead nowhere. A judge would tell of
/// the template there.
const ODD: &[&str] = &[
    "word::contents::a_chapter_in_a_text_box_beside_a_table_of_contents_leaves_no_trace",
    "word::contents::an_entry_has_the_style_of_its_level",
    "word::contents::words_before_the_field_and_in_its_only_paragraph_stay",
    "word::contents::words_that_have_been_moved_away_are_no_entry",
    "word::copies::both_copies_of_a_text_box_are_rendered_alike",
    "word::copies::ids_keep_clear_of_parts_that_stay_as_they_are",
    "word::copies::old_shapes_get_ids_of_their_own",
    "word::copies::only_the_first_copy_keeps_its_comment",
    "word::copies::paragraphs_get_fresh_ids",
    "word::copies::what_may_stand_only_once_does_so_in_copies",
    "word::document::a_file_stands_in_a_control_that_carries_its_path",
    "word::document::each_copy_has_bookmarks_of_its_own_and_leads_to_them",
    "word::document::it_may_stand_in_a_cell_and_in_a_page_header",
    "word::document::its_styles_lists_notes_and_links_come_along_and_its_page_layout_does_not",
    "word::hostile::in_a_description_and_a_property_it_is_plain_text",
    "word::hostile::in_running_text_it_is_words_line_breaks_and_tabs",
    "word::hostile::in_the_words_of_a_link_and_the_caption_of_a_table_it_is_words_too",
    "word::references::a_field_in_the_instruction_of_another_is_told_from_it",
    "word::references::fields_of_the_template_stay_and_those_that_may_be_wrong_are_counted_again",
    "word::references::what_leads_to_a_bookmark_in_a_copy_leads_to_that_of_the_same_copy",
    "word::references::word_updates_all_fields_only_where_it_is_asked_to",
    "word::splits::a_block_over_a_links_edge_takes_the_part_of_the_link_that_is_in_it",
    "word::splits::a_tag_in_a_smart_tag_or_an_insertion_is_read_whole",
    "word::splits::the_first_letter_decides_where_a_tag_over_a_links_edge_stands",
];

/// Leaves a document that is meant to be sound, named after the test that made it.
pub fn keep(bytes: &[u8]) {
    if thread::current().name().is_some_and(|test| ODD.contains(&test)) {
        return;
    }
    let number = LEFT.replace(LEFT.get() + 1);
    let test = thread::current().name().unwrap_or("word").replace("::", "-");
    leave(&format!("{test}-{number}.docx"), bytes);
}

/// Leaves a file of the gallery, under a name of its own.
pub fn keep_in_gallery(name: &str, bytes: &[u8]) {
    leave(&format!("galleri/{name}"), bytes);
}

fn leave(name: &str, bytes: &[u8]) {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let path = PathBuf::from(folder).join(name);
    fs::create_dir_all(path.parent().expect("a folder")).unwrap();
    fs::write(path, bytes).unwrap();
}
