use super::align::Step;
use super::block::Block;

/// Lets two texts that both end with a paragraph end with the same one: the last mark of a cell, a
/// note or a body can neither be inserted nor deleted.
pub fn close(mut steps: Vec<Step>, old: &[Block<'_>], new: &[Block<'_>]) -> Vec<Step> {
    let ends = |blocks: &[Block<'_>]| blocks.last().is_some_and(Block::is_paragraph);
    if !(ends(old) && ends(new)) || is_shared(steps.last()) {
        return steps;
    }
    let from = steps.iter().rposition(|step| is_shared(Some(step))).map_or(0, |at| at + 1);
    let tail = steps.split_off(from);
    let (olds, news) = (old.len() - 1, new.len() - 1);
    let has = |wanted: Step| tail.contains(&wanted);
    if !(has(Step::Deleted(olds)) && has(Step::Inserted(news)))
        && let Some(widened) = widened(steps.last(), &tail, old, new)
    {
        steps.pop();
        steps.push(widened);
        return steps;
    }
    let all = steps.into_iter().chain(tail);
    let mut closed: Vec<Step> = all.flat_map(|step| apart(step, olds, news)).collect();
    closed.push(Step::Rewritten(olds..old.len(), news..new.len()));
    closed
}

fn is_shared(step: Option<&Step>) -> bool {
    matches!(step, Some(Step::Same(..) | Step::Rewritten(..)))
}

/// The paragraph before the tail, rewritten together with the tail, when all of it is paragraphs.
fn widened(
    before: Option<&Step>,
    tail: &[Step],
    old: &[Block<'_>],
    new: &[Block<'_>],
) -> Option<Step> {
    let (mut olds, mut news) = match before? {
        Step::Same(i, j) => (*i..i + 1, *j..j + 1),
        Step::Rewritten(olds, news) => (olds.clone(), news.clone()),
        Step::Deleted(_) | Step::Inserted(_) => return None,
    };
    for step in tail {
        match step {
            Step::Deleted(i) => olds.end = i + 1,
            Step::Inserted(j) => news.end = j + 1,
            Step::Same(..) | Step::Rewritten(..) => return None,
        }
    }
    let mut blocks = old[olds.clone()].iter().chain(&new[news.clone()]);
    blocks.all(Block::is_paragraph).then_some(Step::Rewritten(olds, news))
}

/// A step without the last of both texts, which are to be one.
fn apart(step: Step, last_old: usize, last_new: usize) -> Vec<Step> {
    let (olds, news) = match step {
        Step::Same(i, j) if i == last_old || j == last_new => (i..i + 1, j..j + 1),
        Step::Rewritten(olds, news) if olds.end > last_old || news.end > last_new => (olds, news),
        Step::Deleted(i) if i == last_old => return Vec::new(),
        Step::Inserted(j) if j == last_new => return Vec::new(),
        other => return vec![other],
    };
    let olds = olds.filter(|i| *i != last_old).map(Step::Deleted);
    let news = news.filter(|j| *j != last_new).map(Step::Inserted);
    olds.chain(news).collect()
}
