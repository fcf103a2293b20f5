use super::Filling;
use crate::model::{Modtager, Projekt, Svarstand};
use crate::text::danish;

impl Filling<'_> {
    /// Sets how many answers are expected, and for each standing how many have it and whose they
    /// are; the public has no such fields.
    pub(super) fn indsamling(&mut self, projekt: &Projekt) {
        if projekt.modtager == Modtager::Offentlig {
            return;
        }
        let expected = projekt.udmeldinger.len() * projekt.respondents().count();
        self.context.set("indsamling.ventede", expected.to_string());
        for stand in Svarstand::ALL {
            let answers = answers(projekt, stand);
            let base = format!("indsamling.{}", stand.name());
            self.context.set(&format!("{base}.antal"), answers.len().to_string());
            self.context.set(&format!("{base}.fra"), danish::list(&answers));
        }
    }
}

/// The answers of one standing: "Læsø Kommune om svære spiseforstyrrelser".
fn answers(projekt: &Projekt, stand: Svarstand) -> Vec<String> {
    let of = |udmelding| {
        let collected = &projekt.indberetninger;
        let same = projekt.respondents().filter(move |of| collected.stand(udmelding, of) == stand);
        same.map(|of| format!("{} om {}", of.navn(), udmelding.kort_titel.value))
    };
    projekt.udmeldinger.iter().flat_map(of).collect()
}
