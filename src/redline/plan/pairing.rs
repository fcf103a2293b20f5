/// More pairs than this are not weighed at once; long sequences are divided at the same places.
const MOST: usize = 1 << 16;

/// Pairs what is alike in two sequences, in order, so that the likeness of all pairs together is
/// greatest; a likeness of 0 never makes a pair.
pub fn pairs(
    old: usize,
    new: usize,
    likeness: &dyn Fn(usize, usize) -> usize,
) -> Vec<(usize, usize)> {
    let pieces = (old * new).div_ceil(MOST).isqrt() + usize::from(old * new > MOST);
    let pieces = pieces.clamp(1, old.max(1));
    let mut found = Vec::new();
    for piece in 0..pieces {
        let (i, j) = (old * piece / pieces, new * piece / pieces);
        let (to_i, to_j) = (old * (piece + 1) / pieces, new * (piece + 1) / pieces);
        let inside = weigh(to_i - i, to_j - j, &|a, b| likeness(i + a, j + b));
        found.extend(inside.into_iter().map(|(a, b)| (i + a, j + b)));
    }
    found
}

fn weigh(old: usize, new: usize, likeness: &dyn Fn(usize, usize) -> usize) -> Vec<(usize, usize)> {
    let width = new + 1;
    let mut alike = vec![0; old * new];
    // The best that the ends of both sequences can give.
    let mut best = vec![0; (old + 1) * width];
    for i in (0..old).rev() {
        for j in (0..new).rev() {
            let own = likeness(i, j);
            alike[i * new + j] = own;
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let take = if own > 0 { best[(i + 1) * width + j + 1] + own } else { 0 };
            best[i * width + j] = skip.max(take);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < old && j < new {
        let here = best[i * width + j];
        let own = alike[i * new + j];
        if own > 0 && here == best[(i + 1) * width + j + 1] + own {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}
