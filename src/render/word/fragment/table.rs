use docx_rs::{
    AlignmentType, Paragraph, Shading, Table as Drawn, TableCell, TableLayoutType, TableRow,
    WidthType,
};

use super::docx;
use super::inlines::Look;
use super::scribe::{Scribe, keep_next};
use super::widths::widths;
use crate::render::word::marks::plain;
use crate::render::word::xml::{Element, Node};
use crate::text::tree::{Align, Row, RowEmphasis, Table, plain_text};

/// A table this short stays on one page.
const TOGETHER: usize = 9;

/// Behind a row that names a group.
const SHADE: &str = "F3F6F7";

impl Scribe<'_, '_> {
    pub fn table(&mut self, table: &Table) -> Vec<Node> {
        if table.columns.is_empty() || table.header.is_empty() && table.rows.is_empty() {
            return Vec::new();
        }
        let mut nodes = Vec::new();
        if let Some(number) = table.number {
            let target = table.key.as_ref().map(|key| format!("tabel:{key}"));
            let mut caption = self.caption("Tabel", number, target.as_deref(), &table.caption);
            keep_next(&mut caption);
            nodes.push(caption.into());
        }
        nodes.push(self.grid(table).into());
        nodes.extend(self.notes_below(&table.notes));
        nodes
    }

    fn grid(&mut self, table: &Table) -> Element {
        let widths = widths(table, self.width);
        let head = self.desk.styles.paragraph("Tabelhoved");
        let text = self.desk.styles.paragraph("Tabeltekst");
        let short = table.header.len() + table.rows.len() <= TOGETHER;
        let last = table.rows.len().saturating_sub(1);
        let mut rows = Vec::with_capacity(table.header.len() + table.rows.len());
        for row in &table.header {
            rows.push(self.row(table, row, &widths, &head, true));
        }
        for (index, row) in table.rows.iter().enumerate() {
            let names = row.emphasis == RowEmphasis::Group;
            let stays = if index < last { short || names } else { !table.notes.is_empty() };
            rows.push(self.row(table, row, &widths, &text, stays));
        }
        let style = self.desk.styles.table();
        let grid = widths.iter().map(|width| *width as usize).collect();
        let drawn = Drawn::without_borders(rows)
            .style(style)
            .width(self.width as usize, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .set_grid(grid);
        let mut element = docx::table(&drawn);
        finish(&mut element, table);
        element
    }

    fn row(
        &mut self,
        table: &Table,
        row: &Row,
        widths: &[u32],
        style: &str,
        keep_next: bool,
    ) -> TableRow {
        let look = match row.emphasis {
            RowEmphasis::Plain => Look::default(),
            RowEmphasis::Group | RowEmphasis::Total => Look::STRONG,
            RowEmphasis::Aside => Look::EMPHASIS,
        };
        if row.names_its_group() {
            let whole = widths.iter().sum();
            let name = self.cell(table, row, (0, whole), style, (look, keep_next));
            return TableRow::new(vec![name.grid_span(widths.len())]).cant_split();
        }
        let cells = widths.iter().enumerate();
        let cells = cells.map(|(column, width)| {
            self.cell(table, row, (column, *width), style, (look, keep_next))
        });
        TableRow::new(cells.collect()).cant_split()
    }

    fn cell(
        &mut self,
        table: &Table,
        row: &Row,
        (column, width): (usize, u32),
        style: &str,
        (look, keep_next): (Look, bool),
    ) -> TableCell {
        let mut paragraph = Paragraph::new().style(style);
        if table.columns[column].align == Align::Right {
            paragraph = paragraph.align(AlignmentType::Right);
        }
        if keep_next {
            paragraph = paragraph.keep_next(true);
        }
        let content = row.cells.get(column).map_or(&[][..], Vec::as_slice);
        let paragraph = self.fill(paragraph, content, look);
        let mut cell = TableCell::new().width(width as usize, WidthType::Dxa);
        if row.emphasis == RowEmphasis::Group {
            cell = cell.shading(Shading::new().fill(SHADE));
        }
        cell.add_paragraph(paragraph)
    }
}

/// Adds what docx-rs has no words for: header rows, banding, the table's description.
fn finish(element: &mut Element, table: &Table) {
    let rows = element.elements_mut().filter(|child| child.is("w:tr"));
    for row in rows.take(table.header.len()) {
        row.require("w:trPr").children.push(Element::new("w:tblHeader").into());
    }
    let properties = element.require("w:tblPr");
    properties.children.retain(|node| !node.is("w:tblBorders") && !node.is("w:jc"));
    let first_row = if table.header.is_empty() { "0" } else { "1" };
    let look = Element::val("w:tblLook", if table.header.is_empty() { "0400" } else { "0420" })
        .attr("w:firstRow", first_row)
        .attr("w:lastRow", "0")
        .attr("w:firstColumn", "0")
        .attr("w:lastColumn", "0")
        .attr("w:noHBand", "0")
        .attr("w:noVBand", "1");
    properties.children.push(look.into());
    let caption = plain_text(&table.caption);
    if !caption.is_empty() {
        properties.children.push(Element::val("w:tblCaption", plain(&caption)).into());
    }
    let description = Element::val("w:tblDescription", plain(&description(table)));
    properties.children.push(description.into());
    docx::settle(properties);
}

/// What the columns of a table are, for those who cannot see it.
fn description(table: &Table) -> String {
    let columns: Vec<String> = table
        .header
        .last()
        .map(|row| row.cells.iter().map(|cell| plain_text(cell)).collect())
        .unwrap_or_default();
    let named: Vec<&str> =
        columns.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    format!("Tabel med {} rækker og kolonnerne {}.", table.rows.len(), named.join(", "))
}
